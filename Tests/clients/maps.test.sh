#!/usr/bin/env bash
# Every map shows the colours of its areas, in rsvg-convert and embedded in a page in Chromium.
# packages: librsvg2-bin chromium fonts-noto-core python3-pil python3-websocket
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Debian's own Python is the one that Debian's Pillow belongs to.
/usr/bin/python3 Tests/clients/colours.py output/cambodia/current
