"""Commitments without their events: what is due when, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache, partial

import msgspec
from sqlalchemy import Connection, func, select

from legation.event import Event, Outcome
from legation.ledger import tables as t
from legation.ledger.questions import Question, told_by
from legation.merging.commitments import outcome_on
from legation.when import bounds


class Promised(msgspec.Struct, frozen=True):
    """A commitment by its event's id; `due` is EDTF or None."""

    event: str
    due: str | None
    outcome: Outcome

    @property
    def order(self) -> tuple[str, str, str]:
        """Sorts by the last day on which it is due; what has none comes last."""
        first, last = bounds(self.due) if self.due else (None, None)
        end = last or first
        return (end.isoformat() if end else "9999-99-99", self.due or "", self.event)


def promised(connection: Connection, states: Sequence[str], day: date | None) -> tuple[Promised, ...]:
    """The commitments in which all of `states` take part as they stand on a day, by the end of their windows."""
    due = func.json_extract(t.events.c.record, "$.commitment.due")
    statement = told_by(select(t.events.c.id, due, t.events.c.outcome), Question(states=tuple(states), promised=True))

    stands = cache(partial(outcome_on, day=day))
    found = (Promised(event, due, stands(due, outcome)) for event, due, outcome in connection.execute(statement))
    return tuple(sorted(found, key=lambda one: one.order))


def promised_in(events: Iterable[Event]) -> tuple[Promised, ...]:
    """The commitments of some events, by the end of their windows."""
    found = (Promised(event.id, event.commitment.due, event.commitment.outcome) for event in events if event.commitment)
    return tuple(sorted(found, key=lambda one: one.order))
