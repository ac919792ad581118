"""Features with numbers, and the weights that a logistic model learned for them -> a likelihood."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

BIAS = ""  # the name that stands for no feature, in every sum


def likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the likelihood (0 to 1) that a model gives to what has such features; unknown ones weigh nothing."""
    return 1 / (1 + exp(-_sum(features, weights)))


def likelihoods(features: Mapping[str, float], weights: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the likelihood of each of several answers, one of which is right; `weights` are by answer."""
    sums = {answer: _sum(features, of_it) for answer, of_it in weights.items()}
    most = max(sums.values(), default=0.0)
    shares = {answer: exp(total - most) for answer, total in sums.items()}
    whole = sum(shares.values())
    return {answer: share / whole for answer, share in shares.items()}


def _sum(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = weights.get(BIAS, 0.0)
    for name, value in features.items():
        if name in weights:
            total += weights[name] * value
    return total
