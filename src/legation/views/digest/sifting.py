"""One pass over what was told since a day: everything is counted, the weightiest few are kept.

However much a ledger learned, a few hundred events are remembered here: at most so many of each kind, and of new events
so many of each pair, so that one busy pair does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from heapq import heappush, heappushpop

from legation.ledger.news import Told
from legation.views.brief.choosing import HAPPENED, weight

LOOKED_AT = 500
"""Events told again, or told by several dispatches, of which so many are looked at for what changed."""
_PROMISES = 200
_OF_A_PAIR = 8
_PAIRS = 40


class Heaviest:
    """The `most` heaviest events by weight, of equal ones the first by id."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._heap: list[tuple[float, tuple[int, ...], str]] = []
        self.seen = 0

    def add(self, heavy: float, event: str) -> None:
        """One more."""
        self.seen += 1
        one = (heavy, tuple(-ord(sign) for sign in event), event)
        if len(self._heap) < self._most:
            heappush(self._heap, one)
        else:
            heappushpop(self._heap, one)

    def weights(self) -> dict[str, float]:
        """The weights by event, the heaviest first."""
        return {event: heavy for heavy, _, event in sorted(self._heap, reverse=True)}

    @property
    def top(self) -> float:
        """The weight of the heaviest."""
        return max(self._heap)[0]


class Sifted:
    """What was found: events to be looked at, by weight, and how many there are in all.

    `happened` counts the new events that do not stand among the commitments.
    """

    def __init__(self, told: Iterable[Told], newest: date | None) -> None:
        self.promised, self.again, self.disputable = Heaviest(_PROMISES), Heaviest(LOOKED_AT), Heaviest(LOOKED_AT)
        self._pairs: dict[tuple[str, str], Heaviest] = {}
        self.first_told = self.happened = 0
        for one in told:
            heavy = weight(one.intensity, one.independent_sources, one.last_day, background=not one.main, newest=newest)
            self._sort(one, round(heavy, 6))

    def _sort(self, one: Told, heavy: float) -> None:
        if one.before:
            self.again.add(heavy, one.event)
            return
        self.first_told += 1
        if one.dispatches > 1:
            self.disputable.add(heavy, one.event)
        if stands_as_promise(one.status, one.outcome):
            self.promised.add(heavy, one.event)
        else:
            self.happened += 1
            self._pairs.setdefault((one.low, one.high), Heaviest(_OF_A_PAIR)).add(heavy, one.event)

    def new(self) -> dict[str, float]:
        """The weights of the heaviest new events of each of the pairs with the heaviest."""
        in_order = sorted(self._pairs.items(), key=lambda item: (-item[1].top, item[0]))
        return {event: heavy for _, heap in in_order[:_PAIRS] for event, heavy in heap.weights().items()}


def stands_as_promise(status: str, outcome: str | None) -> bool:
    """Whether an event is told among commitments: it has one, unless what was announced has already taken place."""
    return outcome is not None and not (status in HAPPENED and outcome == "kept")
