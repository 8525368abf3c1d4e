#!/usr/bin/env bash
# Make the virtual environment from the pinned requirements: `environment.sh run|test`.
# Does nothing when the one that is there was made from the same pins, here, with the same Python.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/system.sh "$1"

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Python 3.11 or newer is needed; python3 is $(python3 -V)." >&2
  exit 1
fi

key=$({ pwd; python3 -V; cat .ci/requirements-*.txt pyproject.toml; } | sha256sum | cut -c -64)
# What the checks need holds what the program needs.
case "$(cat .venv/.made-for 2>/dev/null)" in
  "$key $1" | "$key test") if .venv/bin/python -c ''; then exit 0; fi ;;
esac

# An environment that was moved here, or whose Python is gone, is made anew.
if ! grep -qsF "$PWD/.venv" .venv/bin/activate || ! .venv/bin/python -m pip -V >/dev/null 2>&1; then
  python3 -m venv --clear .venv
fi
echo "Installing the pinned dependencies (a minute or two)" >&2
mkdir -p build
log=build/environment.log
pip() {
  .venv/bin/python -m pip install --disable-pip-version-check --no-input "$@"
}
install() {
  # The pins are complete. Left to resolve, pip 23 takes a pin that another names with an extra for unpinned
  # as soon as a newer release of it is out.
  pip --require-hashes --no-deps --only-binary :all: --requirement ".ci/requirements-$1.txt" &&
    pip --no-deps --no-build-isolation --editable .
}
rm -f .venv/.made-for
if ! install "$1" </dev/null >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "The dependencies could not be installed; the whole log is in $log." >&2
  exit 1
fi
echo "$key $1" >.venv/.made-for
