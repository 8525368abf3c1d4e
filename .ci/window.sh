#!/usr/bin/env bash
# The window on the demo office.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "There is no display here to open the window on. 'make demo' does the main job without one." >&2
  exit 1
fi
.ci/office.sh
exec .venv/bin/procure-desktop --office "$(.ci/made.sh office)"
