"""Lists a stretch at a time: each goes on behind a place in it, so that what comes in meanwhile moves nothing.

Events and dispatches stand by first day, then id; those without a first day come last, by id. Both orders are those of
an index, so that a stretch costs what it holds, wherever in the list it lies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, Table, func, or_, select

from legation.dispatch import Dispatch
from legation.event import Event, Outcome
from legation.ledger import tables as t
from legation.ledger import turning
from legation.ledger.listing import DISPUTED, PROMISED
from legation.ledger.portions import portions
from legation.ledger.questions import Question, dispatches_asked, reports_asked
from legation.ledger.tallying import PAIR, PARTY
from legation.report import DispatchRef, Report

MANY = 1000
"""Events from which on a state's dispatches are looked for by going through all; for a pair, a tenth of them: to gather
those of two busy states takes longer."""
Place = tuple[str, str]
"""Where in a list something stands: its first day ("" for none) and its id."""


class Narrowing(msgspec.Struct, frozen=True):
    """Which events are wanted: those with a commitment, those of whose dispatches some differ, or all."""

    promised: bool = False
    outcomes: tuple[Outcome, ...] = ()
    disputed: bool = False


def place_of(event: Event) -> Place:
    """Where an event stands."""
    return event.date_bounds[0] or "", event.id


def events(
    connection: Connection, question: Question, after: Place | None, most: int, narrowing: Narrowing
) -> tuple[Event, ...]:
    """The next events behind a place, at most so many; fewer when that is all."""
    kind = DISPUTED if narrowing.disputed else PROMISED if narrowing.promised else None
    found: list[Event] = []
    while len(found) < most:
        places = turning.behind(connection, question, kind, after, most)
        read = turning.in_order(connection, [id_ for _, id_ in places])
        # What came of a promise is judged for the newest day, which the column may not know.
        found += [one for one in read if not narrowing.outcomes or _outcome(one) in narrowing.outcomes]
        if len(places) < most:
            break
        after = places[-1]
    return tuple(found[:most])


def _outcome(event: Event) -> Outcome | None:
    return event.commitment.outcome if event.commitment else None


def dispatches(
    connection: Connection, question: Question, after: Place | None, most: int
) -> tuple[tuple[Place, DispatchRef], ...]:
    """The next dispatches behind a place, each with its own, without their texts."""
    c = t.dispatches.c
    read = select(t.readings.c.seq).where(t.readings.c.dispatch == c.seq, t.readings.c.current)
    statement = dispatches_asked(
        select(c.seq, c.id, c.first_day).where(read.exists()), question, one_by_one=_many(connection, question.states)
    )
    rows = _behind(connection, statement, t.dispatches, after, most)
    records = _records(connection, [row.seq for row in rows])
    return tuple(((row.first_day or "", row.id), ref_of(records[row.seq])) for row in rows)


def _records(connection: Connection, seqs: Sequence[int]) -> dict[int, Dispatch]:
    """Dispatches as they are read now, without their texts. Looked for once it is known which: a database that may
    begin with the readings goes through all of them.
    """
    c, found = t.readings.c, dict[int, Dispatch]()
    for some in portions(seqs):
        rows = connection.execute(select(c.dispatch, c.record).where(c.dispatch.in_(some), c.current))
        found |= {row.dispatch: msgspec.json.decode(row.record, type=Dispatch) for row in rows}
    return found


def _many(connection: Connection, states: Sequence[str]) -> bool:
    """Whether so much is known of a state, or of two together, that one of their dispatches is soon met with."""
    parties = sorted(set(states))
    if len(parties) not in (1, 2):
        return not parties
    c = t.counted.c
    kind, least = (PARTY, MANY) if len(parties) == 1 else (PAIR, MANY // 10)
    often = select(c.number).where(c.kind == kind, c.name == " ".join(parties))
    return int(connection.execute(often).scalar() or 0) >= least


def ref_of(dispatch: Dispatch) -> DispatchRef:
    """What a report says of its dispatch."""
    return DispatchRef(
        dispatch.id, dispatch.source, dispatch.title, dispatch.outlet, dispatch.language, dispatch.published
    )


def reports(connection: Connection, question: Question, after: int, most: int) -> tuple[tuple[int, Report], ...]:
    """The next current reports behind a row number, each with its own, in the order in which they were read."""
    c = t.reports.c
    statement = reports_asked(select(c.seq, c.record), question).where(~c.superseded, c.seq > after)
    rows = connection.execute(statement.order_by(c.seq).limit(most))
    return tuple((row.seq, msgspec.json.decode(row.record, type=Report)) for row in rows)


def mark(connection: Connection) -> str:
    """A hash that changes with whatever may change an answer: readings, judgements, and how far they are merged."""
    newest = select(t.readings.c.seq, t.readings.c.record).order_by(t.readings.c.seq.desc()).limit(1)
    seen = [
        tuple(connection.execute(newest).first() or ()),
        connection.execute(select(func.max(t.judgements.c.seq))).scalar(),
        sorted((row.key, row.value) for row in connection.execute(select(t.state))),
    ]
    return hashlib.sha256(msgspec.json.encode(seen)).hexdigest()[:32]


def _behind(
    connection: Connection, statement: Select[Any], table: Table, after: Place | None, most: int
) -> list[Row[Any]]:
    day, id_ = table.c.first_day, table.c.id
    found: list[Row[Any]] = []
    if after is None or after[0]:
        dated = statement.where(day.is_not(None))
        if after:
            dated = dated.where(day >= after[0], or_(day > after[0], id_ > after[1]))
        found += connection.execute(dated.order_by(day, id_).limit(most)).all()
    if len(found) < most:
        undated = statement.where(day.is_(None))
        if after and not after[0]:
            undated = undated.where(id_ > after[1])
        found += connection.execute(undated.order_by(id_).limit(most - len(found))).all()
    return found
