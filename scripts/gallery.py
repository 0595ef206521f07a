#!/usr/bin/env python3
"""Puts maps of a release into docs/gallery.md: usage: scripts/gallery.py RELEASE DEFINITION

Copies a drawing of each kind to docs/images/gallery and writes the part of the page between its
two marks anew. Run by `make gallery`, after a run with every variant.
"""

import re
import shutil
import sys
from pathlib import Path

BEGIN, END = "<!-- maps: begin -->", "<!-- maps: end -->"
PICTURES = Path("docs/images/gallery")

# What it shows, the file, and the entry of the definition that asks for it; None for no entry.
MAPS = [
    ("Choropleth of an index", "divide.en.svg", None),
    ("Hotspots: severity and clustering", "divide-hotspots.en.svg", None),
    ("The same in Khmer", "divide-hotspots.km.svg", None),
    ("An indicator, where more is better", "internet_use_women.en.svg", "internet_use_women"),
    ("Two measures at once", "internet_and_migration.en.svg", "internet_and_migration"),
    ("Circles as large as the population", "divide-people.en.svg", "divide-people"),
    ("Each area one square", "divide-tiles.en.svg", "divide-tiles"),
    ("Each area a circle as large as its population", "divide-cartogram.en.svg",
     "divide-cartogram"),
    ("Small multiples in the same classes", "deprivations.en.svg", "deprivations"),
    ("What is known, and how old it is", "evidence.en.svg", "evidence"),
    ("For a phone: 320 pixels wide", "divide.km.phone.svg", None),
    ("For dark pages: `formats: [dark]`", "divide.en.dark.svg", None),
    ("For print in black ink: `formats: [print]`", "divide-hotspots.en.print.svg", None),
    ("Letters as outlines, for programs without the fonts: `formats: [outlined]`",
     "divide.km.outlined.svg", None),
]


def entry(definition, name):
    """The line of the definition that begins with a name."""
    found = re.search(rf"^\s+({re.escape(name)}: \{{.*\}})$", definition, re.MULTILINE)
    return found.group(1) if found else None


def main(release, definition):
    definition = Path(definition).read_text()
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.svg"):
        old.unlink()
    parts = []
    for title, name, asked in MAPS:
        drawing = Path(release, "maps", name)
        if not drawing.exists():
            sys.exit(f"gallery: {drawing} is not there; run with every map and variant first")
        shutil.copyfile(drawing, PICTURES / name)
        svg = drawing.read_text()
        headline = re.search(r"<title[^>]*>([^<]*)</title>", svg).group(1)
        line = entry(definition, asked) if asked else None
        code = f"\n\n```yaml\n{line}\n```" if line else ""
        parts.append(
            f"### {title}{code}\n\n![{headline}](images/gallery/{name})\n\n"
            f"`maps/{name}`, {len(svg.encode()) / 1000:.0f} kB")
    page = Path("docs/gallery.md")
    before, rest = page.read_text().split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(before + BEGIN + "\n\n" + "\n\n".join(parts) + "\n\n" + END + after)


main(*sys.argv[1:])
