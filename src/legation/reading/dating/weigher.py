"""Chooses the date of an act among those it could have, by fitted weights."""

from __future__ import annotations

from legation.fitted import Fitted
from legation.reading.arguments import Grammar
from legation.reading.crossed import CrossedWeights
from legation.reading.dating.clock import Clock
from legation.reading.dating.dated import Dated
from legation.reading.dating.options import Act, Option, options


class DateWeigher:
    """Weighs the dates an act could have; holds the weights of the signs."""

    def __init__(self, grammar: Grammar, fitted: Fitted) -> None:
        self._grammar = grammar
        self._weights = CrossedWeights(fitted)

    def date(self, act: Act, clock: Clock) -> Dated | None:
        """The likeliest date of an act; None where none is the likeliest."""
        return self.best(options(act, clock, self._grammar)).date

    def best(self, found: list[Option]) -> Option:
        """The likeliest of some options, the first of equals."""
        return max(found, key=lambda o: self._weights.total(o.own, o.kinds, o.context))
