#!/usr/bin/env python3
"""Draws a figure with geopandas, for the comparison in docs/gallery.md.

usage: scripts/compare_geopandas.py RELEASE   (pip install geopandas matplotlib mapclassify)

Writes docs/images/gallery/geopandas.png, and says what a reader gets from the SVG of the same.
"""

import io
import re
import sys
from pathlib import Path

import geopandas
import matplotlib

matplotlib.use("Agg")
areas = geopandas.read_file(Path(sys.argv[1], "atlas.geojson")).to_crs("EPSG:32648")
axes = areas.plot(
    "internet_use_women", scheme="FisherJenks", k=5, cmap="YlGnBu", legend=True, edgecolor="#333",
    linewidth=0.4, figsize=(7.2, 7.2), missing_kwds={"color": "#eee", "hatch": "///"})
axes.set_axis_off()
axes.set_title("ស្ត្រីដែលប្រើអ៊ីនធឺណិត", fontname="Khmer OS")
figure = axes.get_figure()
figure.savefig("docs/images/gallery/geopandas.png", dpi=80)
svg = io.StringIO()
figure.savefig(svg, format="svg")
text = svg.getvalue()
names = sum(name in text for name in areas["name_en"])
print(f"{len(text.encode()) / 1000:.0f} kB of SVG, {text.count('style=')} style attributes, "
      f"{names} of {len(areas)} names, {len(re.findall('aria-|role=', text))} ARIA attributes")
