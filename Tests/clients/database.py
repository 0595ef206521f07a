"""Compares areas out of a database with those of atlas.geojson and the data dictionary:
database.py FOLDER COLUMNS GEOMETRIES < ROWS, all but the folder being JSON"""

import json
import sys
from pathlib import Path

TYPES = {"string": "text", "number": "double precision", "integer": "bigint",
         "boolean": "boolean", "object": "jsonb"}
folder = Path(sys.argv[1])
columns, geometries = (json.loads(Path(path).read_text()) for path in sys.argv[2:])
rows = {row["area_code"]: row for row in json.load(sys.stdin)}
features = json.loads((folder / "atlas.geojson").read_text())["features"]
resources = json.loads((folder / "datapackage.json").read_text())["resources"]
fields = next(r for r in resources if r["path"] == "atlas.geojson")["schema"]["fields"]


def check(condition, *message):
    if not condition:
        sys.exit(f"database: {' '.join(str(part) for part in message)}")


def numbers(nested):
    for part in nested:
        yield from numbers(part) if isinstance(part, list) else [part]


check(len(rows) == len(features) > 0, "there are", len(rows), "areas")
for field in fields:
    kind, comment = columns[field["name"]]
    check(kind == TYPES[field["type"]], field["name"], "is", kind)
    check(comment.startswith(field["title"]) and comment.endswith(field["description"]),
          field["name"], "means", comment)
for feature in features:
    row = rows[feature["id"]]
    for name, value in feature["properties"].items():
        check(row[name] == value, feature["id"], name, "is", row[name], "and not", value)
    polygons = feature["geometry"]["coordinates"]
    if feature["geometry"]["type"] == "Polygon":
        polygons = [polygons]
    pairs = list(zip(numbers(row["geometry"]["coordinates"]), numbers(polygons), strict=True))
    check(all(abs(a - b) <= 1e-7 for a, b in pairs), feature["id"], "has another geometry")
indicators = {f["name"][:-7] for f in fields if f["name"].endswith("_status")}
views = {f"indicator_{i}" for i in indicators} | {"areas", "current_areas", "index_divide"}
check(geometries.keys() >= views, "there is no view", views - geometries.keys())
check(all(g == ["MULTIPOLYGON", 4326] for g in geometries.values()), "geometries", geometries)
print(f"  {len(rows)} areas, {len(fields)} columns, {len(geometries)} layers")
