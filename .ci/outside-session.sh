#!/usr/bin/env bash
# Inside the session of `outside.sh`: what a desktop brings, then the script; what was started here is ended here.
set -euo pipefail
openbox 2>build/outside/openbox.log &
manager=$!
/usr/libexec/at-spi-bus-launcher --launch-immediately 2>build/outside/at-spi.log &
bus=$!
trap 'kill $manager $bus 2>/dev/null || true' EXIT
# The bindings of AT-SPI belong to the system's own Python.
/usr/bin/python3 -m tests.outside.working_day
