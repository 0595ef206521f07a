#!/usr/bin/env bash
# systemd takes the unit files, the Airflow task runs the command that there is, the container file parses.
# packages: systemd
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

units=$(mktemp -d)
trap 'rm -rf "$units"' EXIT
# The program need not be installed to check the units.
program=$PWD/.build/release/inclusion-atlas
for kind in service timer; do
  sed "s#/usr/local/bin/inclusion-atlas#$program#" "deploy/inclusion-atlas@.$kind" \
    > "$units/inclusion-atlas@cambodia.$kind"
done
systemd-analyze verify --man=no "$units"/inclusion-atlas@cambodia.{service,timer}

/usr/bin/python3 Tests/clients/deploy.py "$program"
