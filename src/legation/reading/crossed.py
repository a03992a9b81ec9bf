"""Signs that are crossed: what is known of an act weighs differently with each kind of option ("told|type AID").

Options, kinds and signs are many. Their crossings have names, by which they are fitted; to weigh them none is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from legation.fitted import Fitted

_BAR = "|"


def crossings(kinds: Iterable[str], context: Sequence[str]) -> Iterator[str]:
    """The names of all crossings of some kinds with what is known."""
    return (f"{kind}{_BAR}{sign}" for kind in kinds for sign in context)


class CrossedWeights:
    """Fitted weights of signs and of their crossings."""

    def __init__(self, fitted: Fitted) -> None:
        self._fitted = fitted
        self._of_kind: dict[str, dict[str, float]] = {}
        for name, weight in fitted.weights.items():
            kind, bar, sign = name.partition(_BAR)
            if bar:
                self._of_kind.setdefault(kind, {})[sign] = weight

    def total(self, signs: Iterable[str], kinds: Iterable[str], context: Sequence[str]) -> float:
        """What signs and the crossings of `kinds` with `context` (each sign once) weigh. Summed exactly: those of a set
        in any order must be the same.
        """
        tables = (self._of_kind[kind] for kind in kinds if kind in self._of_kind)
        crossed = (filter(None, map(table.get, context)) for table in tables)
        return math.fsum(chain(self._fitted.known(signs), chain.from_iterable(crossed)))
