#!/usr/bin/env bash
# axe-core finds nothing wrong in Chromium, a screen reader meets every area, texts stay legible.
# packages: chromium fonts-khmeros fonts-noto-core python3-pip python3-websocket
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# axe-core comes inside a Python package, pinned by its hash.
axe=$(mktemp -d)
trap 'rm -rf "$axe"' EXIT
/usr/bin/python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes \
  --only-binary :all: --dest "$axe" --requirement Tests/clients/axe-requirements.txt
/usr/bin/python3 -m zipfile --extract "$axe"/*.whl "$axe"

/usr/bin/python3 Tests/clients/accessibility.py output/cambodia/current \
  "$axe/axe_playwright_python/axe.min.js"
