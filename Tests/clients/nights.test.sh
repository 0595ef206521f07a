#!/usr/bin/env bash
# Thirty random nights change no name, type or value in any file, whoever reads them.
# packages: python3-venv
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

/usr/bin/python3 Tests/clients/nights.py "${ATLAS:-.build/release/inclusion-atlas}" \
  "$work/nights" > "$work/releases"
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check \
  --requirement Tests/clients/python-requirements.txt
xargs "$work/python/bin/python" Tests/clients/formats.py < "$work/releases"
