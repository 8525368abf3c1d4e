#!/usr/bin/env bash
# Hold what the tests just ran: every branch of the rules, the store and the use cases, nine of ten elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
whole='procure_desktop/domain/*,procure_desktop/store/*,procure_desktop/services/*'
coverage=.venv/bin/coverage
echo "Domain, store and services, every branch:"
$coverage report --include="$whole" --fail-under=100
for room in procure_desktop/*/; do
  case ",$whole," in *",$room*,"*) continue ;; esac
  if [ -e "${room}__init__.py" ]; then
    echo "$room"
    $coverage report --include="$room*" --fail-under=90
  fi
done
echo "The rest:"
$coverage report --include='procure_desktop/*.py' --omit='procure_desktop/*/*' --fail-under=90
