#!/usr/bin/env bash
# The recorded maps look in Chromium and rsvg-convert as they did when somebody looked at them.
# packages: librsvg2-bin chromium fonts-khmeros fonts-noto-core python3-pil python3-websocket
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Debian's own Python is the one that Debian's Pillow belongs to.
/usr/bin/python3 Tests/clients/pixels.py
