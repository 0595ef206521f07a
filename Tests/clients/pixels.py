"""Compares drawings with the golden picture of each.

usage: pixels.py

The drawings are those that the Swift tests record (Tests/Golden/Publishing/maps-*.svg), so that a
picture changes only where a drawing or a program that draws does. Each golden picture
(Tests/Golden/Clients/<map>.png) is rsvg-convert's; Chromium is compared with the same one. Small
differences of letters and edges are no matter: pictures are compared as means of 4 by 4 pixels,
and at most 1.5 % of these may be off by more than 32 of 255. RECORD_GOLDEN=1 records them anew.
"""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import Browser, Server
from PIL import Image, ImageChops

DRAWINGS = Path("Tests/Golden/Publishing")
GOLDEN = Path("Tests/Golden/Clients")
CELL = 4
OFF = 32
SHARE = 0.015  # Chromium sets Khmer a little otherwise than librsvg


def by_rsvg(drawing):
    picture = subprocess.run(
        ["rsvg-convert", str(drawing)], check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(picture)).convert("RGB")


def by_chromium(browser, server, drawing, size):
    server.pages["/page.html"] = (
        "<!doctype html><html lang=en><title>Map</title>"
        f"<body style='margin:0'><img alt='' style='display:block' src='/{drawing.name}'>")
    browser.open(f"{server.address}/page.html", width=size[0], height=size[1])
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        browser.screenshot(file.name)
        return Image.open(io.BytesIO(Path(file.name).read_bytes())).convert("RGB")


def difference(one, other):
    """The share of cells that are off, or what makes the pictures incomparable."""
    if one.size != other.size:
        return f"{other.size[0]} × {other.size[1]} pixels, not {one.size[0]} × {one.size[1]}"
    cells = (one.width // CELL, one.height // CELL)
    small = [picture.resize(cells, Image.Resampling.BOX) for picture in (one, other)]
    channels = ImageChops.difference(*small).split()
    worst = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    off = sum(worst.histogram()[OFF + 1:]) / (cells[0] * cells[1])
    return f"{off:.2%} of the picture is off" if off > SHARE else None


def main():
    complaints = []
    compared = 0
    drawings = sorted(DRAWINGS.glob("maps-*.svg"))
    with Server(DRAWINGS) as server, Browser() as browser:
        for drawing in drawings:
            golden = GOLDEN / f"{drawing.stem.removeprefix('maps-')}.png"
            picture = by_rsvg(drawing)
            if os.environ.get("RECORD_GOLDEN") == "1" and "CI" not in os.environ:
                picture.quantize(64).save(golden, optimize=True)
            if not golden.exists():
                complaints.append(f"{golden}: there is no such picture; record it and look at it")
                continue
            expected = Image.open(golden).convert("RGB")
            chromium = by_chromium(browser, server, drawing, expected.size)
            for name, seen in (("rsvg-convert", picture), ("Chromium", chromium)):
                compared += 1
                if complaint := difference(expected, seen):
                    kept = Path(tempfile.gettempdir(), f"{golden.stem}.{name}.png")
                    seen.save(kept)
                    complaints.append(f"{drawing} in {name}: {complaint}; see {kept}")
    print("\n".join(complaints) or f"{compared} pictures look as recorded")
    sys.exit(bool(complaints) or not drawings)


if __name__ == "__main__":
    main()
