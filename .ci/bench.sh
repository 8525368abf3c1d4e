#!/usr/bin/env bash
# How fast the program is, beside its floors and peers: a Markdown table on stdout, progress on stderr.
# Offices and files to measure with are kept below build/bench, about 6 GB of them.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/environment.sh test >&2
exec .venv/bin/python -m benchmarks build/bench "$@"
