#!/usr/bin/env bash
# The main job without a window, in the demo office; prints where the signed document lies.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/office.sh
cat build/demo.json
echo "The signed document: $(.ci/made.sh signed_pdf)"
