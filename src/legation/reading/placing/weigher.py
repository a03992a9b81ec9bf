"""Chooses the place of an act among those it could have, by fitted weights."""

from __future__ import annotations

import math
from collections.abc import Sequence

from legation.fitted import Fitted
from legation.reading.crossed import CrossedWeights
from legation.reading.placing.options import Option
from legation.reading.placing.rules import Where


class PlaceWeigher:
    """Weighs the places an act could have; holds the weights of the signs."""

    def __init__(self, fitted: Fitted) -> None:
        self._weights = CrossedWeights(fitted)
        self._least = fitted.least

    def choose(self, found: Sequence[Option]) -> Where | None:
        """The likeliest of some places, the first of equals; none where it is too likely that there is none."""
        sums = [self._weights.total(o.own, o.kinds, o.context) for o in found]
        placed = [(total, -i) for i, (total, o) in enumerate(zip(sums, found, strict=True)) if o.where is not None]
        if not placed:
            return None
        highest = max(sums)
        shares = [math.exp(total - highest) for total in sums]
        nowhere = math.fsum(s for s, o in zip(shares, found, strict=True) if o.where is None) / math.fsum(shares)
        return None if 1 - nowhere < self._least else found[-max(placed)[1]].where
