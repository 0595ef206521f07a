#!/usr/bin/env bash
# Maps look the same under a strict content policy as without one, inlined and as pictures.
# packages: chromium fonts-khmeros fonts-noto-core python3-pil python3-websocket
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

/usr/bin/python3 Tests/clients/embedding.py output/cambodia/current
