"""Checks that pictures of maps show every colour that the maps fill their areas with.

usage: colours.py FOLDER_OF_SVG FOLDER_OF_PNG

`NAME.svg` is compared with each `NAME.*.png`. Exits 1 with one line for each picture that
lacks a colour.
"""

import sys
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image, ImageColor

TOLERANCE = 2  # of 255 a channel: renderers round differently


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


def complaints(maps, pictures):
    svgs = sorted(Path(maps).glob("*.svg"))
    if not svgs:
        yield f"{maps}: holds no map"
    for svg in svgs:
        colours = area_colours(svg)
        if not colours:
            yield f"{svg}: no area has a colour"
        pngs = sorted(Path(pictures).glob(f"{svg.stem}.*.png"))
        if not pngs:
            yield f"{svg}: was not drawn"
        for png in pngs:
            among = picture_colours(png)
            for red, green, blue in sorted(c for c in colours if not shown(c, among)):
                yield f"{svg}: {png.name} lacks #{red:02x}{green:02x}{blue:02x}"


if __name__ == "__main__":
    found = list(complaints(*sys.argv[1:]))
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    sys.exit(bool(found))
