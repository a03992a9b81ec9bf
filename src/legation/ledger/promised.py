"""Commitments without their events: what is due when, and how it stands on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, select

from legation.event import Event, Outcome
from legation.ledger import asked, turning
from legation.ledger import tables as t
from legation.ledger.asked import Rows
from legation.ledger.listing import PROMISED
from legation.ledger.questions import Question, newest_day
from legation.merging.commitments import TOLERANCE
from legation.when import BEHIND_ALL, bounds

_ORDER = (t.listed.c.due_order, t.listed.c.due.nulls_first(), t.listed.c.event)
"""By the last day on which it is due; what has none comes last. In the words of an index."""
_LATEST = (t.listed.c.due_order.desc(), t.listed.c.due.desc().nulls_last(), t.listed.c.event.desc())
"""The other way round."""


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
        return (end.isoformat() if end else BEHIND_ALL, self.due or "", self.event)


class Promises(msgspec.Struct, frozen=True):
    """How many commitments came to what, and the first that wait: overdue ones, then open ones by when they are due."""

    numbers: dict[Outcome, int]
    first: tuple[Event, ...]


def promised(connection: Connection, states: Sequence[str], day: date | None) -> tuple[Promised, ...]:
    """The commitments in which all of `states` take part as they stand on a day, by the end of their windows."""
    c, (rows, stands) = t.listed.c, on_day(connection, Question(tuple(states)), day)
    found = connection.execute(rows.narrow(select(c.event, c.due, stands)).order_by(*_ORDER))
    return tuple(Promised(*row) for row in found)


def part(
    connection: Connection, states: Sequence[str], day: date | None, outcome: Outcome, size: int, offset: int,
    *, latest: bool,
) -> tuple[Promised, ...]:  # fmt: skip
    """Some of those of which this came, from `offset` on; with `latest` what is due last, or has no end, is first."""
    c, (rows, stands) = t.listed.c, on_day(connection, Question(tuple(states)), day)
    stored = "open" if outcome == "overdue" else outcome
    statement = rows.narrow(select(c.event, c.due, stands)).where(c.outcome == stored, stands == outcome)
    statement = statement.order_by(*_LATEST if latest else _ORDER)
    return tuple(Promised(*row) for row in connection.execute(statement.limit(size).offset(offset)))


def numbers(connection: Connection, question: Question, day: date | None) -> dict[Outcome, int]:
    """How many of the commitments asked for came to what."""
    rows, stands = on_day(connection, question, day)
    found: dict[Outcome, int] = {"overdue": 0, "open": 0, "kept": 0, "cancelled": 0}
    counting: Select[Any] = select().add_columns(stands.label("stands"), func.count().label("number"))
    counted: Select[Any] = rows.narrow(counting).where(t.listed.c.outcome.is_not(None)).group_by("stands")
    return found | {row.stands: row.number for row in connection.execute(counted)}


def promises(connection: Connection, question: Question, most: int) -> Promises:
    """The commitments among the events asked for, as of the newest dispatch."""
    c, day = t.listed.c, newest_day(connection)
    rows, stands = on_day(connection, question, day)
    open_ = rows.narrow(select(c.event)).where(c.outcome == "open")
    ids: list[str] = []
    today = day.isoformat() if day else ""
    turns = (
        open_.where(stands == "overdue").order_by(c.due_by.desc(), c.event),
        open_.where(stands == "open", c.due_by >= today).order_by(c.due_by, c.event),
        open_.where(stands == "open", c.due_by < today).order_by(c.due_by, c.event),
        open_.where(c.due_by.is_(None)).order_by(c.event),
    )
    for turn in turns:
        if len(ids) < most:
            ids += connection.execute(turn.limit(most - len(ids))).scalars()
    return Promises(numbers(connection, question, day), turning.in_order(connection, ids))


def on_day(connection: Connection, question: Question, day: date | None) -> tuple[Rows, ColumnElement[str]]:
    """The rows of the commitments asked for, and how each stands on a day (`merging.commitments.outcome_on`)."""
    c = t.listed.c
    rows = asked.rows(connection, question, PROMISED)
    if rows.list is None:
        rows = asked.through_events(rows)
    passed = (day - timedelta(days=TOLERANCE)).isoformat() if day and day.toordinal() > TOLERANCE else ""
    return rows, case((and_(c.outcome == "open", c.due_by < passed), "overdue"), else_=c.outcome)


def promised_in(events: Iterable[Event]) -> tuple[Promised, ...]:
    """The commitments of some events, by the end of their windows."""
    found = (Promised(event.id, event.commitment.due, event.commitment.outcome) for event in events if event.commitment)
    return tuple(sorted(found, key=lambda one: one.order))
