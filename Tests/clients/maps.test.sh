#!/usr/bin/env bash
# Every map shows the colours of its areas, in rsvg-convert and embedded in a page in Chromium.
# packages: librsvg2-bin chromium fonts-noto-core python3-pil
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

maps=output/cambodia/current/maps
pictures=$(mktemp -d)
trap 'rm -rf "$pictures"' EXIT

draw() { # map, folder of pictures
  local map=$1 name
  name=$(basename "$map" .svg)
  rsvg-convert --width 1000 --output "$2/$name.rsvg.png" "$map"
  echo "<body style='margin:0'><img width='1000' src='file://$(realpath "$map")'>" \
    > "$2/$name.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-color-profile=srgb \
    --user-data-dir="$2/$name.profile" --window-size=1000,1500 \
    --screenshot="$2/$name.chromium.png" "file://$2/$name.html" \
    > "$2/$name.log" 2>&1 || { cat "$2/$name.log" >&2; exit 1; }
}
export -f draw

# One at a time a core: a browser's start-up is most of the work.
printf '%s\0' "$maps"/*.svg |
  xargs -0 -P "$(nproc)" -I {} bash -euc 'draw "$1" "$2"' draw {} "$pictures"
# Debian's own Python is the one that Debian's Pillow belongs to.
/usr/bin/python3 Tests/clients/colours.py "$maps" "$pictures"
