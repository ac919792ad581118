"""Features with numbers, and the weights that a logistic model learned for them -> a likelihood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

BIAS = ""  # the name that stands for no feature, in every sum


def likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the likelihood (0 to 1) that a model gives to what has such features; unknown ones weigh nothing."""
    return 1 / (1 + exp(-_sum(features, weights)))


def likelihoods(
    features: Mapping[str, float], weights: Mapping[str, Sequence[float]], answers: Sequence[str]
) -> dict[str, float]:
    """Return the likelihood of each of several answers, one of which is right.

    `weights` are by feature, those for each answer in the order of `answers`.
    """
    sums = list(weights.get(BIAS, [0.0] * len(answers)))
    for name, value in features.items():
        if name in weights:
            sums = [total + weight * value for total, weight in zip(sums, weights[name], strict=True)]
    most = max(sums, default=0.0)
    shares = [exp(total - most) for total in sums]
    whole = sum(shares)
    return {answer: share / whole for answer, share in zip(answers, shares, strict=True)}


def _sum(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    total = weights.get(BIAS, 0.0)
    for name, value in features.items():
        if name in weights:
            total += weights[name] * value
    return total
