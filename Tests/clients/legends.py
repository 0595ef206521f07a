"""Compares the styles in atlas.gpkg with the published maps, as QGIS sees them: legends.py FOLDER

Maps of the kinds below `maps.more` are no areas coloured by one column, and have no style. A style
has the rows of its map's legend, with the same words and colours, but for water, which is
no area; and it draws every area as the map does."""

import json
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

from qgis.core import (
    NULL, QgsApplication, QgsCoordinateTransformContext, QgsExpressionContext,
    QgsExpressionContextUtils, QgsProviderRegistry, QgsProviderSublayerDetails, QgsRenderContext,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "en"
# The maps of the shipped definition that are of another kind.
WITHOUT_STYLE = {
    "evidence", "internet_and_migration", "divide-people", "deprivations", "divide-tiles",
    "divide-cartogram",
}
folder = Path(sys.argv[1])


def check(condition, *message):
    if not condition:
        sys.exit(f"legends: {' '.join(str(part) for part in message)}")


class Map:
    """The legend and the areas of a published map."""

    def __init__(self, name):
        self.root = xml.parse(folder / "maps" / f"{name}.{LANGUAGE}.svg").getroot()
        self.patterns = {
            pattern.get("id"): self.pattern_colors(pattern)
            for pattern in self.root.iter(f"{SVG}pattern")
        }
        self.legend = list(self.rows())
        self.areas = {
            element.get("data-area"): self.colors(element)
            for element in self.root.iter() if element.get("data-area")
        }

    @staticmethod
    def pattern_colors(pattern):
        shape = pattern.find(f"{SVG}path")
        mark = shape.get("stroke") or shape.get("fill")
        return pattern.find(f"{SVG}rect").get("fill"), mark

    def colors(self, element):
        """Background, and foreground where there is a pattern; nothing for an outline."""
        fill = element.get("fill")
        if fill.startswith("url(#"):
            return self.patterns[fill[5:-1]]
        return () if fill == "none" else (fill,)

    def rows(self):
        """The words and the colours of each row; a row is one picture to a screen reader."""
        group = next(g for g in self.root.iter(f"{SVG}g") if g.get("aria-label") == "Legend")
        for row in group.iterfind(f"{SVG}g[@role='img']"):
            swatch = next((r for r in row.iter(f"{SVG}rect") if r.get("stroke")), None)
            # A mark is a text that stands in the middle of its swatch.
            words = next(t for t in row.iter(f"{SVG}text") if not t.get("text-anchor"))
            text = " ".join("".join(words.itertext()).split())
            yield text, () if swatch is None else self.colors(swatch)


def symbol_colors(symbol):
    """Background, and foreground where there is a pattern; nothing for outlines and markers."""
    first = symbol.symbolLayer(0)
    if first.layerType() != "SimpleFill":
        return ()
    colors = [first.fillColor().name()]
    if symbol.symbolLayerCount() > 1:
        shapes = symbol.symbolLayer(1).subSymbol().symbolLayer(0)
        is_ring = shapes.properties().get("outline_style") == "solid"
        colors.append((shapes.strokeColor() if is_ring else shapes.color()).name())
    return tuple(colors)


def drawn(layer):
    """The fill of every area, and how many rules fill it."""
    context = QgsRenderContext()
    context.setExpressionContext(
        QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    fills = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        symbols = renderer.originalSymbolsForFeature(feature, context)
        found = [colors for colors in map(symbol_colors, symbols) if colors]
        check(len(found) == 1, feature["area_code"], "is filled by", len(found), "rules")
        fills[feature["area_code"]] = found[0]
    renderer.stopRender(context)
    return fills


def check_style(layer, name):
    published = Map(name)
    water = set(Map.pattern_colors(p) for p in published.root.iter(f"{SVG}pattern")
                if "-waves-" in p.get("id"))
    expected = [row for row in published.legend if row[1] not in water]
    items = layer.renderer().legendSymbolItems()
    legend = [(" ".join(item.label().split()), symbol_colors(item.symbol())) for item in items]
    check(expected and legend == expected, name, "has the legend", legend, "not", expected)
    check(drawn(layer) == published.areas, name, "fills areas otherwise than the map")
    print(f"  {name}: {len(legend)} rows, {len(published.areas)} areas")


QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
# What QGIS lists when the file is dropped on it.
dropped = QgsProviderRegistry.instance().querySublayers(str(folder / "atlas.gpkg"))
names = [part.name() for part in dropped]
check(names[:1] == ["areas"], "a dropped atlas.gpkg offers", names)
check(sum(part.wkbType() != QgsWkbTypes.NoGeometry for part in dropped) == 1, "maps in", names)
layer = dropped[0].toLayer(QgsProviderSublayerDetails.LayerOptions(QgsCoordinateTransformContext()))
check(layer.isValid(), "QGIS cannot open atlas.gpkg")
reasons = next(part for part in dropped if part.name() == "observations").toLayer(
    QgsProviderSublayerDetails.LayerOptions(QgsCoordinateTransformContext()))
gaps = [f for f in reasons.getFeatures() if f["value"] == NULL]
check(gaps and all(f["reason"] != NULL for f in gaps), "a gap has no reason")
fields = {field.name(): field for field in layer.fields()}
check(fields["area_code"].typeName() == "String", "codes are", fields["area_code"].typeName())
check(layer.attributeDisplayName(layer.fields().indexOf("area_code")) == "Area code", "no aliases")
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
schema = next(r for r in package["resources"] if r["path"] == "atlas.geojson")["schema"]
for field in schema["fields"]:
    shown = layer.attributeDisplayName(layer.fields().indexOf(field["name"]))
    check(shown.startswith(field["title"]) and field.get("unit", "") in shown, "a column:", shown)
check(layer.renderer().type() == "RuleRenderer", "the default style is", layer.renderer().type())
_, ids, names, _, _ = layer.listStylesInDatabase()
check(names and names[0] == "divide", "the first style is", names[:1])
check_style(layer, names[0])
for identifier, name in list(zip(ids, names))[1:]:
    document = QDomDocument()
    document.setContent(layer.getStyleFromDatabase(identifier)[0])
    check(layer.importNamedStyle(document)[0], name, "cannot be loaded")
    check_style(layer, name)
maps = {path.name.split(".")[0] for path in (folder / "maps").glob(f"*.{LANGUAGE}.svg")}
maps -= WITHOUT_STYLE
check(set(names) == maps, "there are maps without a style:", maps ^ set(names))
