#!/usr/bin/env bash
# Python, GDAL, DuckDB and Frictionless read every file with equal values and types.
# packages: python3-venv
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

release=output/cambodia/current
environment=$(mktemp -d)
trap 'rm -rf "$environment"' EXIT

/usr/bin/python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check \
  --requirement Tests/clients/python-requirements.txt
"$environment/bin/python" Tests/clients/formats.py "$release"
"$environment/bin/python" Tests/clients/snippets.py docs/for-analysts.md python "$release" \
  "$environment/bin/python" -
