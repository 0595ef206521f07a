"""Reads every file of releases with the programs people use, and compares values and types with
those of atlas.geojson and datapackage.json, and types with those of the first release:
formats.py FOLDER…"""

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
from openpyxl.utils.escape import unescape

warnings.filterwarnings("ignore", message="More than one layer")
# Without this GDAL takes a column of GeoJSON for dates where every text looks like one.
pyogrio.set_gdal_config_options({"OGR_GEOJSON_DATE_AS_STRING": True})


def looks_dated(value):
    return isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d|\d\d:\d\d", value)


class Release:
    """What a release says of itself."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.collection = json.loads(self.text("atlas.geojson"))
        self.package = json.loads(self.text("datapackage.json"))
        self.schemas = {
            r["path"]: {field["name"]: field["type"] for field in r["schema"]["fields"]}
            for r in self.package["resources"] if "schema" in r}
        self.types = self.schemas["atlas.geojson"]
        self.truth = {f["id"]: f["properties"] for f in self.collection["features"]}
        values = {n: [row[n] for row in self.truth.values()] for n in self.types}
        self.empty = {n for n in values if all(v is None for v in values[n])}
        self.dated = {n for n in values if all(v is None or looks_dated(v) for v in values[n])}

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")


def check(condition, *message):
    if not condition:
        sys.exit(f"formats: {' '.join(str(part) for part in message)}")


def plain(value, kind):
    """A value as JSON has it, whatever a reader made of it."""
    if value is None or value is pandas.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if kind == "object":
        return json.loads(value) if isinstance(value, str) else value
    if kind == "date":
        return value if isinstance(value, str) else value.isoformat()[:10]
    if kind == "string":
        check(isinstance(value, str), repr(value), "is no text")
        return value
    if kind == "boolean":
        check(value in (0, 1), repr(value), "is no boolean")
        return bool(value)
    return float(value) if kind == "number" else int(value)


def compare(release, reader, rows, is_guarded=False, guessed=frozenset()):
    """Every area has the values of atlas.geojson, to the last digit; in a CSV file a text that
    would run as a formula has an apostrophe in front of it."""
    rows = {row["area_code"]: row for row in rows}
    check(rows.keys() == release.truth.keys(), reader, "has other areas")
    for code, expected in release.truth.items():
        for name, kind in release.types.items():
            if name in guessed and expected[name] is not None:
                continue
            read, value = plain(rows[code].get(name), kind), plain(expected[name], kind)
            if is_guarded and kind == "string" and value and value[0] in "=+-@\t\r\n":
                value = f"'{value}"
            check(read == value, reader, code, name, repr(read), repr(value))
    readers.setdefault(reader, []).append(len(rows))


def compare_types(release, reader, read, names, guessed=frozenset()):
    """Every column has its declared type, but for those that the reader guesses wrong."""
    for name, kind in release.types.items():
        if name in guessed:
            continue
        check(read.get(name) in names[kind], reader, name, "is", read.get(name), "not", kind)


def records(frame):
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def shown(value):
    """What Excel shows; openpyxl and GDAL leave escapes in texts of a workbook as they are."""
    return unescape(value) if isinstance(value, str) else value


def check_geojson(release):
    check("crs" not in release.collection, "atlas.geojson has a 'crs'")
    text = release.text("atlas.geojson")
    check(not re.search(r"\[-?\d+\.\d{8,}", text), "a coordinate has more than 7 decimals")
    for feature in release.collection["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        check(shape.is_valid, feature["id"], "is not valid")
        for polygon in getattr(shape, "geoms", [shape]):
            check(polygon.exterior.is_ccw, feature["id"], "runs clockwise")
            check(not any(hole.is_ccw for hole in polygon.interiors), feature["id"], "a hole")
        check(list(shape.bounds) == feature["bbox"], feature["id"], "has another bbox")
        reals = [feature["properties"][n] for n, k in release.types.items() if k == "number"]
        check(all(r is None or isinstance(r, float) for r in reals), "a real is whole")
    lines = release.text("atlas.geojsonl").split("\n")[:-1]
    features = release.collection["features"]
    check(len(lines) == len(features), "atlas.geojsonl has", len(lines), "lines")
    for line, feature in zip(lines, features):
        # As texts, so that 27 and 27.0 differ.
        check(json.dumps(json.loads(line)) == json.dumps(feature), "atlas.geojsonl differs")


def check_gdal(release):
    kinds = {
        "string": ["OFTString"], "number": ["OFTReal"], "object": ["OFTString"],
        # FlatGeobuf has no days, only times, and JSON has neither.
        "date": ["OFTDate", "OFTDateTime", "OFTString"],
        "integer": ["OFTInteger", "OFTInteger64"], "boolean": ["OFTInteger"],
    }
    shapes = {}
    for path in ("atlas.gpkg", "atlas.fgb", "atlas.geojson", "atlas.geojsonl", "atlas.topojson"):
        guesses = release.empty if "json" in path else frozenset()
        if path in ("atlas.geojsonl", "atlas.topojson"):
            # Their readers are told in vain.
            guesses = guesses | release.dated
        info = pyogrio.read_info(release.folder / path)
        compare_types(release, path, dict(zip(info["fields"], info["ogr_types"])), kinds, guesses)
        frame = geopandas.read_file(release.folder / path).sort_values("area_code")
        rows = records(frame.drop(columns="geometry"))
        compare(release, f"geopandas {path}", rows, guessed=guesses)
        shapes[path] = frame.geometry.array
        check("json" in path or frame.crs == "EPSG:4326", path, "is in", frame.crs)
    tables = {
        # What a reader that guesses finds in a column without any value is a matter of luck.
        "atlas.xlsx": ({"layer": "areas"}, release.empty),
        # Its types stand beside it.
        "atlas.csv": ({"EMPTY_STRING_AS_NULL": True}, frozenset()),
    }
    for path, (options, guesses) in tables.items():
        info = pyogrio.read_info(release.folder / path, **options)
        compare_types(release, path, dict(zip(info["fields"], info["ogr_types"])), kinds, guesses)
        frame = pyogrio.read_dataframe(release.folder / path, read_geometry=False, **options)
        is_csv = path.endswith("csv")
        rows = records(frame if is_csv else frame.map(shown))
        compare(release, f"GDAL {path}", rows, is_csv, guessed=guesses)
    layers = pyogrio.list_layers(release.folder / "atlas.gpkg")
    check(layers[0][0] == "areas", "'areas' is not first")
    exact = shapes["atlas.gpkg"]
    check(all(shapely.equals_identical(exact, shapes["atlas.fgb"])), "FlatGeobuf geometry differs")
    grid = 1.1 * (exact.total_bounds[2:] - exact.total_bounds[:2]).max() / 100_000
    tolerance = {"atlas.geojson": 1e-7, "atlas.geojsonl": 1e-7, "atlas.topojson": grid}
    for path, most in tolerance.items():
        distance = shapely.hausdorff_distance(exact, shapes[path]).max()
        check(distance <= most, path, "geometry is off by", distance)


def check_tables(release):
    package = frictionless.Package(release.folder / "datapackage.json")
    for path in (
        "atlas.csv", "observations.csv", "neighbors.csv", "join-report.csv", "history.csv",
    ):
        report = package.get_resource(path).validate()
        check(report.valid, path, report.flatten(["type", "message"])[:3])
    history = package.get_resource("history.csv")
    names = [field.name for field in history.schema.fields]
    database = sqlite3.connect(f"file:{release.folder / 'history.gpkg'}?mode=ro", uri=True)
    quoted = ", ".join(f'"{name}"' for name in names)
    stored = database.execute(f"select {quoted} from history order by fid").fetchall()
    told = [
        tuple(float(row[n]) if n == "value" and row[n] is not None else row[n] for n in names)
        for row in history.read_rows()]
    check(stored == told, "history.gpkg differs from history.csv")
    rows = package.get_resource("atlas.csv").read_rows()
    compare(release, "frictionless atlas.csv", [row.to_dict() for row in rows], True)
    texts = {n: "object" for n, k in release.types.items() if k in ("string", "object")}
    frame = pandas.read_csv(
        release.folder / "atlas.csv", dtype=texts, keep_default_na=False, na_values="")
    compare(release, "pandas atlas.csv", records(frame), True)
    observations = pandas.read_csv(
        release.folder / "observations.csv", dtype={"area_code": str}, keep_default_na=False,
        na_values="")
    layer = geopandas.read_file(release.folder / "atlas.gpkg", layer="observations")
    same = observations["value"].fillna(-1).tolist() == layer["value"].fillna(-1).tolist()
    check(same and len(layer) == len(observations) > 0, "observations differ")


def check_workbook(release):
    book = openpyxl.load_workbook(release.folder / "atlas.xlsx")
    check(book.sheetnames == ["areas", "dictionary", "sources", "about"], book.sheetnames)
    for sheet in book:
        check(sheet.freeze_panes == "A2", sheet.title, "has no frozen header")
        cells = [cell for row in sheet.iter_rows() for cell in row]
        check(not any(cell.data_type == "f" for cell in cells), sheet.title, "has a formula")
    header, *rows = book["areas"].iter_rows()
    names = [cell.value for cell in header]
    letters = {
        "string": "s", "object": "s", "number": "n", "integer": "n", "boolean": "b", "date": "d",
    }
    for row in rows:
        for name, cell in zip(names, row):
            check(
                cell.value is None or cell.data_type == letters[release.types[name]],
                cell.coordinate, "is of type", cell.data_type)
    texts = [[shown(cell.value) for cell in row] for row in rows]
    compare(release, "openpyxl atlas.xlsx", [dict(zip(names, row)) for row in texts])
    about = dict(zip(*[[cell.value for cell in row] for row in book["about"].iter_rows()]))
    day = about["as_of"]
    check(day is None or isinstance(day, datetime.datetime), "as_of is no date:", day)
    header, *rows = book["dictionary"].iter_rows(values_only=True)
    entries = [dict(zip(header, row)) for row in rows]
    areas = [entry["field"] for entry in entries if entry["table_name"] == "areas"]
    check(areas == list(release.types), "the dictionary of areas is", areas)
    tables = {entry["table_name"] for entry in entries}
    check({"observations", "neighbors", "sources"} <= tables, "the dictionary has", tables)


def check_duckdb(release):
    import_extension("spatial")
    connection = duckdb.connect()
    connection.load_extension("spatial")
    kinds = {
        "string": ["VARCHAR"], "object": ["VARCHAR", "JSON"], "number": ["DOUBLE"],
        "integer": ["INTEGER", "BIGINT"], "boolean": ["BOOLEAN"],
        "date": ["DATE", "TIMESTAMP_MS"],
    }
    declared = {name: kinds[kind][0] for name, kind in release.types.items()}
    paths = [
        "atlas.gpkg", "atlas.fgb", "atlas.geojson", "atlas.geojsonl", "atlas.topojson",
        "atlas.csv", "atlas.xlsx",
    ]
    for path in paths:
        is_csv = path.endswith("csv")
        reader = f"read_csv('%s', types={declared})" if is_csv else "st_read('%s')"
        skipped = release.dated if "json" in path else frozenset()
        names = ", ".join(f'"{name}"' for name in release.types if name not in skipped)
        relation = connection.sql(f"select {names} from {reader % (release.folder / path)}")
        read = dict(zip(relation.columns, [str(kind) for kind in relation.types]))
        guesses = release.empty | skipped if "json" in path or "xlsx" in path else frozenset()
        compare_types(release, f"DuckDB {path}", read, kinds, guesses)
        rows = [dict(zip(relation.columns, row)) for row in relation.fetchall()]
        if path.endswith("xlsx"):
            rows = [{name: shown(value) for name, value in row.items()} for row in rows]
        compare(release, f"DuckDB {path}", rows, is_csv, guesses)


def check_geopackage(release):
    database = sqlite3.connect(f"file:{release.folder / 'atlas.gpkg'}?mode=ro", uri=True)

    def one(query):
        return database.execute(query).fetchone()[0]

    check(one("pragma journal_mode") == "delete", "the journal mode is not 'delete'")
    check(one("pragma integrity_check") == "ok", "the database is broken")
    check(one("select sum(useAsDefault) from layer_styles") == 1, "there is not one default style")
    described = one("select count(*) from gpkg_data_columns where table_name = 'areas'")
    check(described == len(release.types), described, "columns are described")


def check_catalogue(release):
    """The catalogue as triples: every data file with its licence."""
    graph = rdflib.Graph().parse(
        release.folder / "catalogue.jsonld", format="json-ld", publicID="file:///")
    schema = rdflib.Namespace("https://schema.org/")
    files = {str(o) for o in graph.objects(None, schema.contentUrl)}
    check(files == {r["path"] for r in release.package["resources"]}, "the catalogue lists", files)
    for download in graph.subjects(rdflib.RDF.type, schema.DataDownload):
        check((download, schema.license, None) in graph, download, "has no licence")


readers = {}
usual = None
for release in map(Release, sys.argv[1:]):
    check(len(release.truth) > 0, "there are no areas")
    for work in (
        check_geojson, check_gdal, check_tables, check_workbook, check_duckdb, check_geopackage,
        check_catalogue,
    ):
        work(release)
    usual = usual or release.schemas
    check(release.schemas == usual, release.folder, "has other columns than the first release")
for reader, counts in readers.items():
    print(f"  {reader}: {len(counts)} releases, {sum(counts)} areas")
