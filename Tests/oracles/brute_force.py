"""Gi and Gi* by the book, their conditional p by visiting every outcome. Slow and plain.

Sums are rounded once (math.fsum), whatever their order; two sums within
1e-12 of the largest possible sum count as equal.
"""
import math
from itertools import combinations, permutations


def z_gi(values, i, weights, star):
    """z of area i; weights is {neighbour: weight}, values a list without gaps."""
    n = len(values)
    weights = dict(weights)
    if star:
        weights[i] = max(weights.values())
        pool = list(values)
    else:
        pool = [v for j, v in enumerate(values) if j != i]
        n -= 1
    mean = math.fsum(pool) / n
    variance = math.fsum((v - mean) ** 2 for v in pool) / n
    w, s1 = math.fsum(weights.values()), math.fsum(v * v for v in weights.values())
    numerator = math.fsum(weight * values[j] for j, weight in weights.items()) - w * mean
    return numerator / math.sqrt(variance * (n * s1 - w * w) / (n - 1))


def tails(values, i, weights):
    """Shares of outcomes at least, and at most, as high as the observed sum."""
    others = [v for j, v in enumerate(values) if j != i]
    given = [weights[j] for j in sorted(weights)]
    seen = math.fsum(weights[j] * values[j] for j in sorted(weights))
    tolerance = 1e-12 * sum(given) * max(abs(v) for v in values)
    if len(set(given)) == 1:
        outcomes = (given[0] * math.fsum(c) for c in combinations(others, len(given)))
    else:
        outcomes = (
            math.fsum(a * b for a, b in zip(given, c)) for c in permutations(others, len(given)))
    upper = lower = total = 0
    for outcome in outcomes:
        total += 1
        upper += outcome >= seen - tolerance
        lower += outcome <= seen + tolerance
    return upper / total, lower / total


def outcome_count(n, weights):
    """Distinct ways to give values to the neighbours: those of equal weight have no order."""
    count, left = 1, n - 1
    for weight in set(weights.values()):
        size = sum(w == weight for w in weights.values())
        count, left = count * math.comb(left, size), left - size
    return count


def benjamini_hochberg(p):
    """Adjusted p: the step-up rule written as in the paper, p sorted ascending."""
    m, order = len(p), sorted(range(len(p)), key=lambda i: p[i])
    return {i: min(1, min(m / (j + 1) * p[order[j]] for j in range(r, m)))
            for r, i in enumerate(order)}


def local(values, weights, star, level=0.05):
    """One dict an area, in order; None stands for a missing value. weights: list of dicts."""
    valued = [i for i, v in enumerate(values) if v is not None]
    place = {area: k for k, area in enumerate(valued)}
    dense = [values[i] for i in valued]
    results = [None] * len(values)
    for area in valued:
        near = {place[j]: w for j, w in weights[area].items() if j in place}
        if not near:
            continue
        upper, lower = tails(dense, place[area], near)
        results[area] = {
            "z": z_gi(dense, place[area], near, star), "upper": upper, "lower": lower,
            "p": min(1, 2 * min(upper, lower)),
            "p_min": min(1, 2 / outcome_count(len(dense), near)), "neighbors": len(near)}
    testable = [i for i, r in enumerate(results) if r and r["p_min"] <= level]
    adjusted = benjamini_hochberg([results[i]["p"] for i in testable])
    for k, i in enumerate(testable):
        results[i]["p_adjusted"] = adjusted[k]
    return results
