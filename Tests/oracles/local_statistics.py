"""Small cases for Gi and Gi*: ties, gaps, islands, unequal weights; every outcome visited.

usage: local_statistics.py > local_statistics.json
"""
import json
import random

from brute_force import local


def lattice(rows, columns):
    weights = [{} for _ in range(rows * columns)]
    for r in range(rows):
        for c in range(columns):
            for dr, dc in ((0, 1), (1, 0)):
                if r + dr < rows and c + dc < columns:
                    a, b = r * columns + c, (r + dr) * columns + c + dc
                    weights[a][b] = weights[b][a] = 1
    return weights


def case(name, values, weights):
    # JSON keys are text: weights become lists of [neighbour, weight].
    return {"name": name, "values": values, "weights": [sorted(w.items()) for w in weights],
            "gi": local(values, weights, star=False), "gi_star": local(values, weights, star=True)}


def band(points, reach):
    return [{j: 1 for j, q in enumerate(points)
             if j != i and (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 <= reach ** 2}
            for i, p in enumerate(points)]


def main():
    rng = random.Random(4)
    six = [(10, 10), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)]
    cases = [case("esda's six points", [2, 3, 3.2, 5, 8, 7], band(six, 15)),
             case("5×5 lattice, 1 to 25", [float(v) for v in range(1, 26)], lattice(5, 5)),
             # Tenths add up differently in every order: 0.1 + 0.2 is not 0.3.
             case("ties in tenths", [rng.randrange(1, 6) / 10 for _ in range(16)], lattice(4, 4)),
             case("ties in thirds", [rng.randrange(-4, 5) / 3 for _ in range(16)], lattice(4, 4))]
    for number in range(8):
        n = rng.randrange(5, 13)
        values = [round(rng.uniform(-50, 150), rng.randrange(4)) for _ in range(n)]
        for gap in rng.sample(range(n), number % 3):
            values[gap] = None
        weights = [{j: 1 for j in range(n) if j != i and rng.random() < 0.35} for i in range(n)]
        cases.append(case(f"random {number}", values, weights))
    for number in range(4):
        n = rng.randrange(5, 8)
        values = [round(rng.uniform(0, 10), 1) for _ in range(n)]
        weights = [{j: rng.choice((0.25, 0.5, 1.0)) for j in range(n)
                    if j != i and rng.random() < 0.6} for i in range(n)]
        cases.append(case(f"unequal weights {number}", values, weights))
    print(json.dumps(cases, ensure_ascii=False))


main()
