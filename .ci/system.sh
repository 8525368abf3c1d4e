#!/usr/bin/env bash
# Install the Debian packages that are missing: `system.sh run` for the program, `test` for the checks, `outside` for
# working the window from another program.
set -euo pipefail
cd "$(dirname "$0")/.."

# What Qt's wheels load and do not bring; libcups2 lets the window see printers.
needed=(
  libegl1 libgl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libcups2
)
# What is not ours: the checkers pdfsig, openssl cms and qpdf; the shell whose speed `make bench` holds ours against.
if [ "$1" = test ]; then needed+=(poppler-utils openssl qpdf sqlite3); fi
# A screen without a screen, a window manager, and the ways of a screen reader.
if [ "$1" = outside ]; then
  needed+=(
    xvfb xauth openbox dbus dbus-x11 at-spi2-core gir1.2-atspi-2.0 python3-gi xdotool imagemagick
  )
fi

if ! command -v apt-get >/dev/null; then
  echo "No apt-get here, so these have to be there already: python3 with venv, ${needed[*]}." >&2
  exit 0
fi

missing=()
for package in "${needed[@]}"; do
  state=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
# Python may also come from elsewhere.
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are missing and need root or sudo to install: ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing system packages: ${missing[*]}" >&2
mkdir -p build
log=build/system.log
install() {
  "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install --yes --no-install-recommends "${missing[@]}"
}
if ! install </dev/null >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "The system packages could not be installed; the whole log is in $log." >&2
  exit 1
fi
