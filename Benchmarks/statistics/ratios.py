"""Gi* and local Moran of 50,000 areas with 999 draws, by this project and by esda with numba.

    swift build -c release --product statistics-benchmark
    pip install esda libpysal numba
    python Benchmarks/statistics/ratios.py .build/release/statistics-benchmark

Both make the same lattice and values. Compared are seconds on the wall, two cores each, and of all
cores together, esda then in one process. Its first run holds the time that numba takes to compile.
"""

import subprocess
import sys
import time
import warnings

import esda
import numpy
from libpysal.weights import lat2W

warnings.filterwarnings("ignore")
count = 50_000
i = numpy.arange(count) % 10_007
x = (i * i % 10_007 * 7919 % 10_007) / 10_007
w = lat2W(200, 250, rook=False)

lines = subprocess.run([sys.argv[1], "kernels"], capture_output=True, text=True, check=True).stdout
print(lines.strip())
wall, cores = (float(part.split()[0]) for part in lines.split("\n")[0].split("\t")[1:])
for run, jobs, clock, own in (
    ("cores, compiling included", 1, time.process_time, cores),
    ("cores, compiling excluded", 1, time.process_time, cores),
    ("wall, compiling included", 2, time.perf_counter, wall),
    ("wall, compiling excluded", 2, time.perf_counter, wall),
):
    start = clock()
    esda.G_Local(x, w, transform="B", star=True, permutations=999, n_jobs=jobs, seed=1,
                 keep_simulations=False)
    esda.Moran_Local(x, w, permutations=999, n_jobs=jobs, seed=1, keep_simulations=False)
    taken = 1000 * (clock() - start)
    print(f"esda {esda.__version__}, {run}\t{taken:.0f} ms\t{taken / own:.1f} times as long",
          flush=True)
