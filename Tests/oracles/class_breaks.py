"""Quantile, equal-interval and Fisher-Jenks upper bounds of 20 data sets by mapclassify.

usage: class_breaks.py > class_breaks.json
Data sets: mapclassify's own example, columns of libpysal's Columbus and NC SIDS, and made ones with
ties, gaps, long tails and negative values. Fisher-Jenks is checked by the sum of squares within the
classes, since two groupings may be equally good.
"""
import json
import warnings

import geopandas as gpd
import mapclassify
import numpy as np
from libpysal.examples import get_path

warnings.simplefilter("ignore")

sets = [("calemp", mapclassify.load_example().to_numpy())]
columbus = gpd.read_file(get_path("columbus.shp"))
for column in ("CRIME", "INC", "HOVAL", "OPEN", "PLUMB", "DISCBD"):
    sets.append((f"Columbus {column}", columbus[column].to_numpy()))
sids = gpd.read_file(get_path("sids2.shp"))
for column in ("BIR74", "SID74", "NWBIR74", "SIDR74", "SIDR79", "AREA"):
    sets.append((f"NC SIDS {column}", sids[column].to_numpy()))
random = np.random.default_rng(4)
sets += [
    ("uniform", random.uniform(0, 100, 25)), ("normal around zero", random.normal(0, 1, 200)),
    ("long tail", random.lognormal(0, 2, 100)), ("whole numbers", random.integers(0, 12, 60)),
    ("two heaps", np.concatenate([random.normal(0, 1, 40), random.normal(50, 1, 9)])),
    ("very large", random.uniform(1e12, 2e12, 30)), ("one to nine", np.arange(1, 10)),
]
assert len(sets) == 20


def within(values, bounds):
    groups = np.searchsorted(bounds, values)
    return float(sum(((values[groups == g] - values[groups == g].mean()) ** 2).sum()
                     for g in np.unique(groups)))


results = []
for name, values in sets:
    values = np.asarray(values, float)
    jenks = mapclassify.FisherJenks(values, k=5)
    quantiles, equal = mapclassify.Quantiles(values, k=5), mapclassify.EqualInterval(values, k=5)
    results.append({
        "name": name, "values": values.tolist(), "fisher_jenks": jenks.bins.tolist(),
        "within": within(values, jenks.bins), "quantile": quantiles.bins.tolist(),
        "quantile_counts": quantiles.counts.tolist(), "equal": equal.bins.tolist(),
        "equal_counts": equal.counts.tolist()})
print(json.dumps(results))
