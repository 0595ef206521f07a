"""Publishes thirty random nights of a small atlas: nights.py PROGRAM FOLDER

Figures are all whole, or all missing, or come and go with their errors; names, notes and sources
look like dates, numbers or formulas, or hold Khmer, quotes and line ends. The seed is fixed.
Prints the folder of each night's release."""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path

NIGHTS = 30
CODES = ["01", "02", "03", "NA", "1e5", "2019-01-01"]
TEXTS = [
    "2019-03-03", "2019-03-03T00:00:00Z", "12:30", "1", "0.5", "true", "NULL", "NaN", "NA",
    "ខ្មែរ\u200bអក្សរ", 'a "quoted" text', "it's", "two\nlines", "a,b;c", "{\"a\": 1}", "[1]",
    "=1+1", "+1", "-1", "@a", "=HYPERLINK(\"http://example.org\")", "<b>&amp;</b>", "_x0041_",
    "'; DROP TABLE areas; --",
]
DEFINITION = """
title: Nights
languages: [en, km]
boundaries:
  file: boundaries.geojson
  key: code
  names: {en: name_en, km: name_km}
  attribution: nobody
  licence: CC0-1.0
sources_file: sources.csv
tables: {figures: {file: figures.csv, missing: [none]}}
indicators:
  steady:
    {title: Steady, unit: "%", period: "2020", source: survey, table: figures, worse: high}
  wild:
    title: Wild
    unit: people
    period: "2020"
    source: survey
    table: figures
    worse: high
    error_columns: true
indexes:
  divide:
    title: {en: Divide}
    minimum_areas: 0
    pillars: {only: {indicators: [steady]}}
    hotspots: {level: 0.4}
"""

program, folder = sys.argv[1], Path(sys.argv[2])
draw = random.Random(7)


def square(place):
    x, y = 100 + place % 3, 10 + place // 3
    return [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]]


def number(is_whole):
    return draw.randint(0, 100) if is_whole else draw.uniform(0, 100)


def write_night(project):
    project.mkdir(parents=True)
    (project / "nights.yaml").write_text(DEFINITION, encoding="utf-8")
    # One text for all on some nights, so that a reader which guesses may guess wrong.
    usual = draw.choice(TEXTS) if draw.random() < 0.5 else None
    features = [
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": square(place)},
         "properties": {"code": code, "name_en": usual or draw.choice(TEXTS),
                        "name_km": draw.choice(TEXTS)}}
        for place, code in enumerate(CODES)]
    (project / "boundaries.geojson").write_text(
        json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    with open(project / "sources.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["source", "title", "publisher", "year", "where", "licence"])
        rows.writerow(["survey"] + [draw.choice(TEXTS) for _ in range(5)])
    is_whole, is_missing = draw.random() < 0.4, draw.random() < 0.3
    has_errors = draw.random() < 0.5
    with open(project / "figures.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["area_code", "indicator", "value", "standard_error", "sample_size", "note"])
        for code in CODES:
            rows.writerow([code, "steady", number(is_whole), "", "", ""])
            gone = is_missing or draw.random() < 0.3
            rows.writerow([
                code, "wild", "none" if gone else number(is_whole),
                1 if has_errors and not gone else "", draw.choice(["", 900]),
                usual or draw.choice(TEXTS)])


for night in range(NIGHTS):
    project = folder / str(night)
    write_night(project)
    run = subprocess.run(
        [program, "run", project / "nights.yaml", "--output", project / "output"],
        capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"night {night} was not published:\n{run.stderr}")
    print(project / "output" / "nights" / "current")
