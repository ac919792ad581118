"""Features with numbers, and the weights that a logistic model learned for them -> a likelihood."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

BIAS = ""  # the name that stands for no feature, in every sum


def likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the likelihood (0 to 1) that a model gives to what has such features; unknown ones weigh nothing."""
    total = weights.get(BIAS, 0.0)
    for name, value in features.items():
        if name in weights:
            total += weights[name] * value
    return 1 / (1 + exp(-total))
