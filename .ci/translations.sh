#!/usr/bin/env bash
# Bring the catalogues up to date with the texts of the program and compile them; `check` says what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/environment.sh test
exec .venv/bin/python .ci/translations.py "$@"
