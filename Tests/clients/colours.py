"""Checks that pictures of maps show every colour that the maps fill their areas with.

usage: colours.py RELEASE

Each map is drawn by rsvg-convert, and by Chromium as a picture in a page. Exits 1 with one line
for each picture that lacks a colour.
"""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

from browser import Browser, Server
from PIL import Image, ImageColor

TOLERANCE = 2  # of 255 a channel: renderers round differently
WIDTH = 1000  # pixels


def area_colours(svg):
    """The plain colours of the areas, as RGB. Patterns are left out."""
    root = ElementTree.parse(svg).getroot()
    parents = {child: parent for parent in root.iter() for child in parent}
    colours = set()
    for area in root.iterfind(".//*[@data-area]"):
        element = area
        while element is not None and not element.get("fill"):
            element = parents.get(element)
        fill = element.get("fill") if element is not None else ""
        if fill.startswith("#"):
            colours.add(ImageColor.getrgb(fill))
    return colours


def picture_colours(png):
    image = Image.open(png).convert("RGB")
    return [colour for _, colour in image.getcolors(image.width * image.height)]


def shown(colour, among):
    return any(all(abs(a - b) <= TOLERANCE for a, b in zip(colour, other)) for other in among)


def draw_rsvg(svg, png):
    subprocess.run(["rsvg-convert", "--width", str(WIDTH), "--output", png, svg], check=True)


def draw_chromium(browser, server, svg, png):
    server.pages[f"/{svg.name}.html"] = (
        f"<body style='margin:0'><img width={WIDTH} src='/{svg.name}'>")
    browser.open(f"{server.address}/{svg.name}.html", width=WIDTH, height=1500)
    browser.screenshot(png)


def complaints(release):
    maps = Path(release, "maps")
    svgs = sorted(maps.glob("*.svg"))
    if not svgs:
        yield f"{maps}: holds no map"
    with tempfile.TemporaryDirectory() as folder:
        pictures = {svg: [Path(folder, f"{svg.name}.{by}.png") for by in ("rsvg", "chromium")]
                    for svg in svgs}
        with ThreadPoolExecutor(1) as aside, Server(maps) as server, Browser() as browser:
            drawn = [aside.submit(draw_rsvg, svg, pictures[svg][0]) for svg in svgs]
            for svg in svgs:
                draw_chromium(browser, server, svg, pictures[svg][1])
            for work in drawn:
                work.result()
        for svg, pngs in pictures.items():
            colours = area_colours(svg)
            if not colours:
                yield f"{svg}: no area has a colour"
            for png in pngs:
                among = picture_colours(png)
                for red, green, blue in sorted(c for c in colours if not shown(c, among)):
                    yield f"{svg}: {png.name} lacks #{red:02x}{green:02x}{blue:02x}"


if __name__ == "__main__":
    found = list(complaints(*sys.argv[1:]))
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    sys.exit(bool(found))
