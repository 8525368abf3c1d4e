#!/usr/bin/env bash
# All checks, cheapest first; the first that fails ends the run.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/environment.sh test
export QT_QPA_PLATFORM=offscreen
run=.venv/bin
$run/ruff format --check
$run/ruff check
$run/mypy
$run/lint-imports
# Two processes, for two cores; each test has a process's own folder and order.
$run/python -m pytest -n 2 --dist worksteal --cov --cov-report= "$@" </dev/null
# A part of the tests reaches a part of the branches.
if [ $# = 0 ]; then exec .ci/coverage.sh; fi
