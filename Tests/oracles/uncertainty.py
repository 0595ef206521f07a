"""Scenarios of Cambodia's index, area by area: intervals, severity shares and Sobol indices.

The counter generator (SplitMix64 from a hash of seed, stream and draw) is written again here, so
that every scenario is the same as in Swift.

usage: uncertainty.py > uncertainty.json
"""
import json
import math

from cambodia import PILLARS, indicator, standard_errors

MASK = (1 << 64) - 1
STEP = 0x9E3779B97F4A7C15
SCENARIOS, SHARE, FLOOR, SEED = 400, 0.25, 1.0, 7


def mixed(v):
    v = ((v ^ (v >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    v = ((v ^ (v >> 27)) * 0x94D049BB133111EB) & MASK
    return v ^ (v >> 31)


class Generator:
    def __init__(self, seed, stream, draw):
        self.state = mixed((seed + STEP) & MASK)
        self.state = mixed((self.state + stream * STEP) & MASK)
        self.state = mixed((self.state + draw * STEP) & MASK)

    def next(self):
        self.state = (self.state + STEP) & MASK
        return mixed(self.state)

    def below(self, bound):
        return self.next() * bound >> 64

    def share(self):
        return (self.next() >> 11) / 2 ** 53

    def normal_pair(self):
        while True:
            x, y = 2 * self.share() - 1, 2 * self.share() - 1
            square = x * x + y * y
            if 0 < square < 1:
                factor = math.sqrt(-2 * math.log(square) / square)
                return x * factor, y * factor


def scale(values, direction, how):
    """Values by code, on a scale where higher is worse."""
    x = {c: direction * v for c, v in values.items()}
    n, low, high = len(x), min(x.values()), max(x.values())
    mean = math.fsum(x.values()) / n
    s = math.sqrt(math.fsum((v - mean) ** 2 for v in x.values()) / (n - 1))
    better = {c: sum(o < v for o in x.values()) for c, v in x.items()}
    return {c: {"min-max": lambda: 100 * (v - low) / (high - low),
                "z-score": lambda: 50 + 10 * (v - mean) / s,
                "rank": lambda: 100 * (better[c] + 1) / n}[how]() for c, v in x.items()}


def mean(pairs, how):
    total = math.fsum(w for w, _ in pairs)
    if how == "arithmetic":
        return math.fsum(w * v for w, v in pairs) / total
    pairs = [(w, max(v, FLOOR)) for w, v in pairs]
    return math.exp(math.fsum(w * math.log(v) for w, v in pairs) / total)


MEMBERS = [(p, i) for p, (_, members) in PILLARS.items() for i in members]
RAW = {i: indicator(i) for _, i in MEMBERS}
ERRORS = {i: standard_errors(i) for _, i in MEMBERS}
DIRECTIONS = {i: d for _, (_, members) in PILLARS.items() for i, d in members.items()}
CODES = sorted(indicator("population"))


def links():
    """Members in the order in which their weights are numbered: indicators, then their pillar."""
    for pillar, (weight, members) in PILLARS.items():
        for name in members:
            yield name, 1.0
        yield pillar, float(weight)


def scores(scale_name, weights, left_out=None, aggregation="arithmetic", raw=RAW):
    scaled = {i: scale(raw[i], DIRECTIONS[i], scale_name) for i in RAW if i != left_out}
    result = {}
    for code in CODES:
        parts = []
        for pillar, (_, members) in PILLARS.items():
            names = [i for i in members if i in scaled]
            known = [(weights[i], scaled[i][code]) for i in names if code in scaled[i]]
            # Coverage counts by the definition's weights, which are all 1 within a pillar.
            if names and known and len(known) >= 0.6 * len(names):
                parts.append((weights[pillar], mean(known, aggregation)))
        result[code] = mean(parts, aggregation)
    return result


def ranks(by_code):
    return {c: 1 + sum(o > v for o in by_code.values()) for c, v in by_code.items()}


def scenario(draw, replaced=None, other=None):
    pick = lambda factor: other if factor == replaced else draw
    g = Generator(SEED, 0, pick("weights"))
    explicit = g.below(2) == 0
    weights = {name: (w if explicit else 1.0) * (1 + SHARE * (2 * g.share() - 1))
               for name, w in links()}
    how = ["min-max", "z-score", "rank"][Generator(SEED, 1, pick("normalisation")).below(3)]
    aggregation = ["arithmetic", "geometric"][Generator(SEED, 2, pick("aggregation")).below(2)]
    left_out = [None, *RAW][Generator(SEED, 3, pick("left-out indicator")).below(1 + len(RAW))]
    raw = dict(RAW)
    for place, name in enumerate(RAW):
        if not ERRORS[name]:
            continue
        g = Generator(SEED, 4 + place, pick("sampling error"))
        # Noise goes to the areas two by two, whether they have a value or not.
        noise = [v for _ in range(0, len(CODES), 2) for v in g.normal_pair()]
        raw[name] = {c: RAW[name][c] + ERRORS[name].get(c, 0) * v
                     for c, v in zip(CODES, noise) if c in RAW[name]}
    return scores(how, weights, left_out, aggregation, raw)


def main():
    own = ranks(scores("min-max", dict(links())))
    shift = lambda s: sum(abs(own[c] - r) for c, r in ranks(s).items()) / len(own)
    runs = [scenario(d) for d in range(SCENARIOS)]
    all_ranks = [ranks(s) for s in runs]
    shifts = [shift(s) for s in runs]

    def interval(values):
        values = sorted(values)
        return [values[math.ceil(len(values) / 20) - 1], values[-(len(values) // 20) - 1]]

    half = SCENARIOS // 2
    average = math.fsum(shifts) / SCENARIOS
    variance = math.fsum((f - average) ** 2 for f in shifts) / (SCENARIOS - 1)
    influences = []
    for factor in ("weights", "normalisation", "aggregation", "left-out indicator",
                   "sampling error"):
        mix = [shift(scenario(d, factor, half + d)) for d in range(half)]
        influences.append({
            "factor": factor,
            "first": math.fsum((shifts[half + d] - average) * (mix[d] - shifts[d])
                               for d in range(half)) / half / variance,
            "total": math.fsum((shifts[d] - mix[d]) ** 2 for d in range(half))
            / (2 * half * variance)})
    people = indicator("population")
    worst = math.floor(0.2 * len(CODES) + 0.5)
    print(json.dumps({
        "scores": [interval([s[c] for s in runs]) for c in CODES],
        "ranks": [interval([r[c] for r in all_ranks]) for c in CODES],
        "shares": [sum(r[c] <= worst for r in all_ranks) / SCENARIOS for c in CODES],
        "mean_shift": average, "influences": influences,
        "people": interval([sum(people[c] for c in CODES if r[c] <= worst) for r in all_ranks]),
    }, indent=1))


main()
