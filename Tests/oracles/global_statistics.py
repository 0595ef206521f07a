"""Moran's I, G, join counts, local Moran, local Geary and bivariate local Moran by esda.

usage: global_statistics.py > global_statistics.json
"""
import json
import warnings

import geopandas as gpd
import numpy as np
from esda import G, Geary_Local, Join_Counts, Moran, Moran_Local, Moran_Local_BV
from libpysal.examples import get_path
from libpysal.weights import DistanceBand, Queen, Rook, lat2W

warnings.simplefilter("ignore")


def links(w):
    return [[[j, v] for j, v in sorted(zip(w.neighbors[i], w.weights[i]))] for i in w.id_order]


def moran(values, w, kind):
    m = Moran(values, w, permutations=0, transformation=kind)
    return {"statistic": m.I, "expected": m.EI, "variance_normality": m.VI_norm,
            "variance_randomization": m.VI_rand, "z_normality": m.z_norm,
            "z_randomization": m.z_rand}


def case(name, values, other, w, kind):
    """kind: "b" for binary weights, "r" for rows that add up to one."""
    values, other = np.array(values, float), np.array(other, float)
    # local Geary standardises the rows for itself, so it comes first.
    geary = Geary_Local(connectivity=w, permutations=9, seed=1).fit(values)
    lisa = Moran_Local(values, w, permutations=9, transformation=kind, seed=1)
    both = Moran_Local_BV(values, other, w, permutations=9, transformation=kind, seed=1)
    w.transform = kind
    return {"name": name, "values": values.tolist(), "other": other.tolist(), "weights": links(w),
            "moran": moran(values, w, kind), "local_moran": lisa.Is.tolist(),
            "quadrants": [["", "high-high", "low-high", "low-low", "high-low"][q] for q in lisa.q],
            "bivariate": both.Is.tolist(),
            "local_geary": geary.localG.tolist() if kind == "r" else None}


def main():
    rng = np.random.default_rng(4)
    six = [(10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)]
    y = np.array([2, 3, 3.2, 5, 8, 7])
    band = DistanceBand(six, 15)
    band.transform = "b"
    g = G(y, band, permutations=0)
    joins = Join_Counts(np.repeat([0, 1], 8), lat2W(4, 4), permutations=0)
    columbus = gpd.read_file(get_path("columbus.shp"))
    crime, income = columbus.CRIME, columbus.INC
    sids = gpd.read_file(get_path("sids2.shp"))
    rate, early = sids.SID74 / sids.BIR74, sids.SID79 / sids.BIR79
    print(json.dumps({
        "g": {"statistic": g.G, "expected": g.EG, "variance": g.VG, "z": g.z_norm,
              "one_tailed_p": g.p_norm},
        "joins": {"bb": joins.bb, "bw": joins.bw, "ww": joins.ww, "total": joins.J},
        "cases": [
            case("six points", y, [5, 1, 4, 2, 2, 9], band, "b"),
            case("5×5 lattice", rng.normal(50, 12, 25).round(2), rng.normal(3, 1, 25).round(2),
                 lat2W(5, 5), "r"),
            case("Columbus, queen", crime, income, Queen.from_dataframe(columbus), "r"),
            case("Columbus, rook", crime, income, Rook.from_dataframe(columbus), "r"),
            case("NC SIDS, queen", rate, early, Queen.from_dataframe(sids), "r"),
        ]}, ensure_ascii=False))


main()
