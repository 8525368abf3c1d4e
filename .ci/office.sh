#!/usr/bin/env bash
# Make the demo office in build/demo, once; build/demo.json says what was made.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/environment.sh run
if [ -e build/demo.json ]; then exit 0; fi
mkdir -p build
rm -rf build/demo
echo "Making the demo office" >&2
.venv/bin/procure --json demo "$PWD/build/demo" >build/demo.json.part
mv build/demo.json.part build/demo.json
