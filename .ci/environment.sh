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

pins=.ci/requirements-$1.txt
stamp=.venv/.made-for-$1
key=$({ pwd; python3 -V; cat .ci/requirements-*.txt pyproject.toml; } | sha256sum)
if [ "$(cat "$stamp" 2>/dev/null)" = "$key" ] && .venv/bin/python -c ''; then exit 0; fi

# An environment that was moved here, or whose Python is gone, is made anew.
if ! grep -qsF "$PWD/.venv" .venv/bin/activate || ! .venv/bin/python -m pip -V >/dev/null 2>&1; then
  python3 -m venv --clear .venv
fi
echo "Installing the pinned dependencies (a minute or two)" >&2
install() {
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@" </dev/null
}
rm -f .venv/.made-for-*
install --require-hashes --only-binary :all: --requirement "$pins"
install --no-deps --no-build-isolation --editable .
echo "$key" >"$stamp"
