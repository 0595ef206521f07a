"""Cambodia's divide index and the hotspots on it, from the shipped files, by brute force.

usage: cambodia.py > cambodia.json
"""
import csv
import json
import pathlib

from brute_force import local

root = pathlib.Path(__file__).parents[2] / "geodata"
PILLARS = {
    "connectivity": (2, {"internet_use_women": -1, "phone_ownership_women": -1, "no_electricity": 1}),
    "deprivation": (2, {"mpi_headcount": 1, "no_six_years_schooling": 1}),
    "migration": (1, {"cross_border_migrants": 1}),
}


def column(name, field):
    table = {}
    for file in sorted((root / "indicators").glob("*.csv")):
        for row in csv.DictReader(open(file, encoding="utf-8")):
            usable = row.get("flag") not in ("unreliable", "pooled")
            if row.get("indicator") == name and row["area_code"].isdigit() and usable:
                if row.get(field):
                    table[row["area_code"]] = float(row[field])
    return table


def indicator(name):
    return column(name, "value")


def standard_errors(name):
    return column(name, "standard_error")


def normalised(name, direction):
    table = indicator(name)
    low, high = min(table.values()), max(table.values())
    return {code: 100 * ((v - low) if direction > 0 else (high - v)) / (high - low)
            for code, v in table.items()}


def scores(codes, weights):
    parts = {name: {i: normalised(i, d) for i, d in members.items()}
             for name, (_, members) in PILLARS.items()}
    result = {}
    for code in codes:
        pillars = {}
        for name, members in parts.items():
            known = [table[code] for table in members.values() if code in table]
            if len(known) >= 0.6 * len(members):
                pillars[name] = sum(known) / len(known)
        result[code] = (sum(weights[p] * v for p, v in pillars.items())
                        / sum(weights[p] for p in pillars))
    return result


def contiguity():
    """Pairs by shared segment, and by shared vertex: neighbours share exact vertices here."""
    segments, vertices = {}, {}
    for feature in json.load(open(root / "boundaries/khm_provinces_25.geojson"))["features"]:
        code, geometry = feature["properties"]["code"], feature["geometry"]
        polygons = geometry["coordinates"]
        for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
            for ring in polygon:
                for a, b in zip(ring, ring[1:]):
                    segments.setdefault(frozenset((tuple(a), tuple(b))), set()).add(code)
                    vertices.setdefault(tuple(a), set()).add(code)
    pairs = lambda owners: sorted({(a, b) for o in owners.values() for a in o for b in o if a < b})
    return pairs(segments), pairs(vertices)


def main():
    rook, queen = contiguity()
    codes = sorted(indicator("population"))
    place = {code: i for i, code in enumerate(codes)}
    chosen = scores(codes, {p: w for p, (w, _) in PILLARS.items()})
    equal = scores(codes, {p: 1 for p in PILLARS})
    out = {"codes": codes, "scores": [chosen[c] for c in codes],
           "scores_equal_weights": [equal[c] for c in codes],
           "rook": [[place[a], place[b]] for a, b in rook],
           "queen": [[place[a], place[b]] for a, b in queen]}
    for name, pairs, values in (("rook", out["rook"], chosen), ("queen", out["queen"], chosen),
                                ("rook_equal_weights", out["rook"], equal)):
        weights = [{} for _ in codes]
        for a, b in pairs:
            weights[a][b] = weights[b][a] = 1
        out["gi_star_" + name] = local([values[c] for c in codes], weights, star=True)
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
