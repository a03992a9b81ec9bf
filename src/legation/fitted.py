"""Weights fitted on annotated dispatches (scripts/fit.py), read from data/fitted/."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec


class Fitted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fitted sum of signs: what each sign adds to the logit, and the least likelihood that counts."""

    least: float
    weights: dict[str, float]

    def known(self, signs: Iterable[str]) -> Iterable[float]:
        """The weights of those signs that have one, in their order; the others add nothing."""
        return filter(None, map(self.weights.get, signs))


@cache
def load_fitted(name: str) -> Fitted:
    """The weights of one decision.

    Raises:
        FileNotFoundError: no such file under data/fitted.
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.json.decode((files("legation") / "data" / "fitted" / f"{name}.json").read_bytes(), type=Fitted)


def logistic(logit: float) -> float:
    """The likelihood (0 to 1) that a sum of weights stands for; sums beyond 30 are as good as certain."""
    return 1 / (1 + math.exp(-max(min(logit, 30.0), -30.0)))
