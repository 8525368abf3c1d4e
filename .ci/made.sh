#!/usr/bin/env bash
# Print one path of what the demo made, by its name in build/demo.json.
set -euo pipefail
cd "$(dirname "$0")/.."
exec .venv/bin/python -c 'import json, sys; print(json.load(open("build/demo.json"))[sys.argv[1]])' "$1"
