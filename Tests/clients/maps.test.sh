#!/usr/bin/env bash
# Every map shows the colours of its areas, in rsvg-convert and in Chromium, and the gallery is fresh.
# packages: librsvg2-bin chromium fonts-noto-core python3-pil python3-websocket
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Debian's own Python is the one that Debian's Pillow belongs to.
/usr/bin/python3 Tests/clients/colours.py output/cambodia/current

# The gallery shows the maps as they are drawn now; what comes in other formats is not in a release.
for picture in docs/images/gallery/*.svg; do
  drawn="output/cambodia/current/maps/$(basename "$picture")"
  if [ -e "$drawn" ] && ! cmp --silent "$picture" "$drawn"; then
    echo "maps: '$picture' is not what is drawn now; run 'make gallery'" >&2
    exit 1
  fi
done
