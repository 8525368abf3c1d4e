#!/usr/bin/env bash
# A working day by another program's hands: under Xvfb with a window manager, a script finds every control by its name
# through AT-SPI, as a screen reader does, and works it. Pictures of the way are left in build/outside.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/system.sh outside
.ci/environment.sh test
rm -rf build/outside
mkdir -p build/outside
exec xvfb-run --auto-servernum --server-args="-screen 0 1366x768x24" \
  dbus-run-session -- bash .ci/outside-session.sh
