"""Reads every file of a release with the programs people use, and compares values and types with
those of atlas.geojson and datapackage.json: formats.py FOLDER"""

import datetime
import json
import math
import re
import sqlite3
import sys
import warnings
from pathlib import Path

import duckdb
import frictionless
import geopandas
import openpyxl
import pandas
import pyogrio
import rdflib
import shapely
from duckdb_extensions import import_extension

warnings.filterwarnings("ignore", message="More than one layer")
folder = Path(sys.argv[1])
collection = json.loads((folder / "atlas.geojson").read_text(encoding="utf-8"))
package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
schemas = {r["path"]: r["schema"]["fields"] for r in package["resources"] if "schema" in r}
types = {field["name"]: field["type"] for field in schemas["atlas.geojson"]}
truth = {f["id"]: f["properties"] for f in collection["features"]}
empty = {name for name in types if all(row[name] is None for row in truth.values())}


def check(condition, *message):
    if not condition:
        sys.exit(f"formats: {' '.join(str(part) for part in message)}")


def plain(value, kind):
    """A value as JSON has it, whatever a reader made of it."""
    if value is None or value is pandas.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if kind == "object":
        return json.loads(value) if isinstance(value, str) else value
    if kind == "string":
        check(isinstance(value, str), repr(value), "is no text")
        return value
    if kind == "boolean":
        check(value in (0, 1), repr(value), "is no boolean")
        return bool(value)
    return float(value) if kind == "number" else int(value)


def compare(reader, rows):
    """Every area has the values of atlas.geojson, to the last digit."""
    rows = {row["area_code"]: row for row in rows}
    check(rows.keys() == truth.keys(), reader, "has other areas")
    for code, expected in truth.items():
        for name, kind in types.items():
            read = plain(rows[code].get(name), kind)
            check(read == plain(expected[name], kind), reader, code, name, read, expected[name])
    print(f"  {reader}: {len(rows)} areas, {len(types)} columns")


def compare_types(reader, read, names, may_guess=False):
    """Every column has its declared type; a guessing reader may take an empty one for text."""
    for name, kind in types.items():
        if may_guess and name in empty:
            continue
        check(read.get(name) in names[kind], reader, name, "is", read.get(name), "not", kind)


def records(frame):
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def check_geojson():
    check("crs" not in collection, "atlas.geojson has a 'crs'")
    text = (folder / "atlas.geojson").read_text(encoding="utf-8")
    check(not re.search(r"\[-?\d+\.\d{8,}", text), "a coordinate has more than 7 decimals")
    for feature in collection["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        check(shape.is_valid, feature["id"], "is not valid")
        for polygon in getattr(shape, "geoms", [shape]):
            check(polygon.exterior.is_ccw, feature["id"], "runs clockwise")
            check(not any(hole.is_ccw for hole in polygon.interiors), feature["id"], "a hole")
        check(list(shape.bounds) == feature["bbox"], feature["id"], "has another bbox")
        reals = [n for n, k in types.items() if k == "number" and feature["properties"][n] is not None]
        check(all(isinstance(feature["properties"][n], float) for n in reals), "a real is whole")
    lines = (folder / "atlas.geojsonl").read_text(encoding="utf-8").splitlines()
    check(len(lines) == len(collection["features"]), "atlas.geojsonl has", len(lines), "lines")
    for line, feature in zip(lines, collection["features"]):
        # As texts, so that 27 and 27.0 differ.
        check(json.dumps(json.loads(line)) == json.dumps(feature), "atlas.geojsonl differs")


def check_gdal():
    kinds = {
        "string": ["OFTString"], "number": ["OFTReal"], "object": ["OFTString"],
        "integer": ["OFTInteger", "OFTInteger64"], "boolean": ["OFTInteger"],
    }
    shapes = {}
    for path in ("atlas.gpkg", "atlas.fgb", "atlas.geojson", "atlas.geojsonl", "atlas.topojson"):
        info = pyogrio.read_info(folder / path)
        guesses = "json" in path
        compare_types(path, dict(zip(info["fields"], info["ogr_types"])), kinds, guesses)
        frame = geopandas.read_file(folder / path).sort_values("area_code")
        compare(f"geopandas {path}", records(frame.drop(columns="geometry")))
        shapes[path] = frame.geometry.array
        check(guesses or frame.crs == "EPSG:4326", path, "is in", frame.crs)
    check(pyogrio.list_layers(folder / "atlas.gpkg")[0][0] == "areas", "'areas' is not first")
    exact = shapes["atlas.gpkg"]
    check(all(shapely.equals_identical(exact, shapes["atlas.fgb"])), "FlatGeobuf geometry differs")
    grid = 1.1 * (exact.total_bounds[2:] - exact.total_bounds[:2]).max() / 100_000
    tolerance = {"atlas.geojson": 1e-7, "atlas.geojsonl": 1e-7, "atlas.topojson": grid}
    for path, most in tolerance.items():
        distance = shapely.hausdorff_distance(exact, shapes[path]).max()
        check(distance <= most, path, "geometry is off by", distance)


def check_tables():
    for path in ("atlas.csv", "observations.csv", "neighbors.csv", "join-report.csv"):
        report = frictionless.Package(folder / "datapackage.json").get_resource(path).validate()
        check(report.valid, path, report.flatten(["type", "message"])[:3])
    rows = frictionless.Package(folder / "datapackage.json").get_resource("atlas.csv").read_rows()
    compare("frictionless atlas.csv", [row.to_dict() for row in rows])
    dtypes = {n: "object" if k in ("string", "object") else None for n, k in types.items()}
    frame = pandas.read_csv(folder / "atlas.csv", dtype={n: d for n, d in dtypes.items() if d})
    compare("pandas atlas.csv", records(frame))
    observations = pandas.read_csv(folder / "observations.csv", dtype={"area_code": str})
    layer = geopandas.read_file(folder / "atlas.gpkg", layer="observations")
    same = observations["value"].fillna(-1).tolist() == layer["value"].fillna(-1).tolist()
    check(same and len(layer) == len(observations) > 0, "observations differ")


def check_workbook():
    book = openpyxl.load_workbook(folder / "atlas.xlsx")
    check(book.sheetnames == ["areas", "dictionary", "sources", "about"], book.sheetnames)
    for sheet in book:
        check(sheet.freeze_panes == "A2", sheet.title, "has no frozen header")
        cells = [cell for row in sheet.iter_rows() for cell in row]
        check(not any(cell.data_type == "f" for cell in cells), sheet.title, "has a formula")
    header, *rows = book["areas"].iter_rows()
    names = [cell.value for cell in header]
    letters = {"string": "s", "object": "s", "number": "n", "integer": "n", "boolean": "b"}
    for row in rows:
        for name, cell in zip(names, row):
            check(
                cell.value is None or cell.data_type == letters[types[name]],
                cell.coordinate, "is of type", cell.data_type)
    compare("openpyxl atlas.xlsx", [dict(zip(names, [c.value for c in row])) for row in rows])
    about = dict(zip(*[[cell.value for cell in row] for row in book["about"].iter_rows()]))
    day = about["as_of"]
    check(day is None or isinstance(day, datetime.datetime), "as_of is no date:", day)
    check(len(list(book["dictionary"].rows)) == len(types) + 1, "the dictionary is not complete")


def check_duckdb():
    import_extension("spatial")
    connection = duckdb.connect()
    connection.load_extension("spatial")
    kinds = {
        "string": ["VARCHAR"], "object": ["VARCHAR", "JSON"], "number": ["DOUBLE"],
        "integer": ["INTEGER", "BIGINT"], "boolean": ["BOOLEAN"],
    }
    paths = ["atlas.gpkg", "atlas.fgb", "atlas.geojson", "atlas.topojson", "atlas.csv"]
    for path in paths:
        source = f"'{folder / path}'" if path.endswith("csv") else f"st_read('{folder / path}')"
        relation = connection.sql(f"select * from {source}")
        read = dict(zip(relation.columns, [str(kind) for kind in relation.types]))
        compare_types(f"DuckDB {path}", read, kinds, path not in ("atlas.gpkg", "atlas.fgb"))
        compare(f"DuckDB {path}", [dict(zip(relation.columns, r)) for r in relation.fetchall()])


def check_geopackage():
    database = sqlite3.connect(f"file:{folder / 'atlas.gpkg'}?mode=ro", uri=True)

    def one(query):
        return database.execute(query).fetchone()[0]

    check(one("pragma journal_mode") == "delete", "the journal mode is not 'delete'")
    check(one("pragma integrity_check") == "ok", "the database is broken")
    check(one("select sum(useAsDefault) from layer_styles") == 1, "there is not one default style")
    described = one("select count(*) from gpkg_data_columns where table_name = 'areas'")
    check(described == len(types), described, "columns are described")


def check_catalogue():
    """The catalogue as triples: every data file with its licence."""
    graph = rdflib.Graph().parse(folder / "catalogue.jsonld", format="json-ld", publicID="file:///")
    schema = rdflib.Namespace("https://schema.org/")
    files = {str(o) for o in graph.objects(None, schema.contentUrl)}
    check(files == {r["path"] for r in package["resources"]}, "the catalogue lists", files)
    for download in graph.subjects(rdflib.RDF.type, schema.DataDownload):
        check((download, schema.license, None) in graph, download, "has no licence")


check(len(truth) > 0, "there are no areas")
for work in (
    check_geojson, check_gdal, check_tables, check_workbook, check_duckdb, check_geopackage,
    check_catalogue,
):
    work()
