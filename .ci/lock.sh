#!/usr/bin/env bash
# Pin every dependency with its hashes: for the program, and for the checks with the same versions.
# Pins that still fit stay; `lock.sh --upgrade` takes the newest that fit.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/environment.sh test
pin() {
  .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --custom-compile-command "make lock" "$@" pyproject.toml
}
pin --group build -o .ci/requirements-run.txt "$@"
pin --group build --group dev -c .ci/requirements-run.txt -o .ci/requirements-test.txt "$@"
