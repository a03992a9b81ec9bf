"""The board of commitments: as they stand on a day, for all or for some states, in columns by what came of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from legation.event import Event, EventReport, Outcome
from legation.ledger import Ledger, Promised, promised_in
from legation.views.deeds import deeds_elsewhere
from legation.views.wording import earliest

COLUMNS: tuple[Outcome, ...] = ("open", "overdue", "kept", "cancelled")
MERGED_MOST = 1000
"""Dispatches of a ledger up to which an earlier day is worked out: everything is merged anew for it."""


class TooMuchError(Exception):
    """The ledger is too large for what an earlier day takes."""


class Card(NamedTuple):
    """A commitment with the words of the promise, and those that tell what came of it, where there are any."""

    event: Event
    promise: EventReport | None
    told: EventReport | None


class Board(NamedTuple):
    """What is promised, by the end of its window. `events_of` gives events as they stood on `day`; `column` some of
    those of which an outcome came, from a place on: what is due last, or has no end, comes first if so asked.
    """

    day: date | None
    numbers: Mapping[Outcome, int]
    column: Callable[[Outcome, int, int, bool], tuple[Promised, ...]]
    events_of: Callable[[Sequence[str]], Mapping[str, Event]]


def board(ledger: Ledger, states: Sequence[str], day: date | None) -> Board:
    """The board for a day; None is the day of the newest dispatch.

    For an earlier day everything that was published by then is merged anew; for a later one nothing more is known, but
    more is overdue.

    Raises:
        TooMuchError: an earlier day is asked of a ledger of more than `MERGED_MOST` dispatches.
    """
    newest = ledger.newest_day()
    if day is None or newest is None or day >= newest:
        stands = day or newest
        return Board(
            stands,
            ledger.numbers_of_promises(states, stands),
            lambda outcome, size, start, latest: ledger.promises_in_part(
                states, stands, outcome, size, start, latest=latest
            ),
            lambda ids: ledger.events_by_id(ids, stands),
        )
    counts = ledger.counts()
    if counts.dispatches > MERGED_MOST:
        raise TooMuchError
    with _ONE_AT_A_TIME:
        events = _merged(ledger, tuple(states), day, (counts.sources, counts.reports, len(ledger.judgements())))
    by_id = {event.id: event for event in events}
    columns = {name: tuple(one for one in promised_in(events) if one.outcome == name) for name in COLUMNS}

    def column(outcome: Outcome, size: int, start: int, latest: bool) -> tuple[Promised, ...]:
        found = columns[outcome][::-1] if latest else columns[outcome]
        return found[start : start + size]

    numbers = {name: len(found) for name, found in columns.items()}
    return Board(day, numbers, column, lambda ids: {id_: by_id[id_] for id_ in ids if id_ in by_id})


def cards(ledger: Ledger, board: Board, wanted: Sequence[Promised]) -> list[Card]:
    """The cards of some commitments, in their order."""
    events = board.events_of([one.event for one in wanted])
    found = [events[one.event] for one in wanted if one.event in events]
    deeds = deeds_elsewhere(ledger, found)
    return [
        Card(event, earliest(event, of.announced, deeds), earliest(event, of.evidence, deeds))
        for event in found
        if (of := event.commitment)
    ]


_ONE_AT_A_TIME = Lock()
"""Merging takes a processor and much memory: others wait."""


@lru_cache(maxsize=4)
def _merged(ledger: Ledger, states: tuple[str, ...], day: date, known: tuple[int, ...]) -> tuple[Event, ...]:
    """The commitments of an earlier day, kept for the pages of one board; `known` changes when the ledger does."""
    return ledger.commitments(day, states)
