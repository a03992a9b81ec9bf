"""Lists a stretch at a time: each goes on behind a place in it, so that what comes in meanwhile moves nothing.

Events and dispatches stand by first day, then id; those without a first day come last, by id. Both orders are those of
an index, so that a stretch costs what it holds, wherever in the list it lies.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, func, or_, select

from legation.dispatch import Dispatch
from legation.event import Event, Outcome
from legation.ledger import asked, listing, periods, promised, turning
from legation.ledger import tables as t
from legation.ledger.listing import DISPUTED, PROMISED
from legation.ledger.portions import portions
from legation.ledger.questions import Question, asked_of, dispatches_asked, newest_day
from legation.ledger.tallying import EVENTS, PAIR, PARTY, WHOLE
from legation.report import DispatchRef, Report

_ALONE = 5
"""How many dispatches are gone through while one report of a single party is gathered: it is read for its type, where
an index knows that two parties take part. Measured over a million events.
"""
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
    if narrowing.outcomes:
        rows, stands = promised.on_day(connection, question, newest_day(connection))
        places = turning.behind(connection, rows, after, most, stands.in_(narrowing.outcomes))
    else:
        kind = DISPUTED if narrowing.disputed else PROMISED if narrowing.promised else None
        places = turning.behind(connection, asked.rows(connection, question, kind), after, most)
    return turning.in_order(connection, [id_ for _, id_ in places])


def dispatches(
    connection: Connection, question: Question, after: Place | None, most: int
) -> tuple[tuple[Place, DispatchRef], ...]:
    """The next dispatches behind a place, each with its own, without their texts."""
    c = t.dispatches.c
    asked = msgspec.structs.replace(question, states=_rarest_first(connection, question.states))
    one_by_one = _soon_met(connection, asked, most)
    statement = dispatches_asked(select(c.seq, c.id, c.first_day), asked, one_by_one=one_by_one)
    rows = _behind(connection, statement, question.since, after, most)
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


def _rarest_first(connection: Connection, states: Sequence[str]) -> tuple[str, ...]:
    """Parties, those in fewest events first: by them the others' are found soonest."""
    return tuple(sorted(set(states), key=lambda code: (_number(connection, PARTY, code), code)))


def _number(connection: Connection, kind: str, name: str) -> int:
    c = t.counted.c
    return int(connection.execute(select(c.number).where(c.kind == kind, c.name == name)).scalar() or 0)


def _soon_met(connection: Connection, question: Question, most: int) -> bool:
    """Whether going through all dispatches meets enough that fit before those of the rarest party are gathered.

    Events stand for their dispatches, and whole months for the days asked for: it need not be exact.
    """
    if not question.states:
        return True
    everything, gathered = _number(connection, WHOLE, EVENTS), _number(connection, PARTY, question.states[0])
    if len(question.states) > 1:
        fitting = _number(connection, PAIR, listing.of_parties(sorted(question.states)))
    else:
        gathered *= _ALONE
        since = question.since and question.since.replace(day=1)
        fitting = turning.number(connection, Question(question.states, since, None, question.types, question.statuses))
        if since:
            everything = turning.number(connection, Question(since=since))
    return fitting > 0 and most * everything < fitting * gathered


def ref_of(dispatch: Dispatch) -> DispatchRef:
    """What a report says of its dispatch."""
    return DispatchRef(
        dispatch.id, dispatch.source, dispatch.title, dispatch.outlet, dispatch.language, dispatch.published
    )


def reports(connection: Connection, question: Question, after: int, most: int) -> tuple[tuple[int, Report], ...]:
    """The next current reports behind a row number, each with its own, in the order in which they were read."""
    c = t.reports.c
    states = _rarest_first(connection, question.states)
    statement = asked_of(select(c.seq), t.reports, question).where(~c.superseded)
    if states:
        statement = _taking_part(statement, states).where(t.report_participants.c.report > after)
        statement = statement.order_by(t.report_participants.c.report)
    else:
        statement = statement.where(c.seq > after).order_by(c.seq)
    seqs = connection.execute(statement.limit(most)).scalars().all()
    found = dict[int, str]()
    for some in portions(seqs):
        found |= {row.seq: row.record for row in connection.execute(select(c.seq, c.record).where(c.seq.in_(some)))}
    return tuple((seq, msgspec.json.decode(found[seq], type=Report)) for seq in seqs)


def _taking_part(statement: Select[Any], states: Sequence[str]) -> Select[Any]:
    """Reports in which all of these take part: those of the first, in their order, are asked for the others."""
    first, other = t.report_participants, t.report_participants.alias()
    there = select(other.c.report).where(other.c.report == first.c.report)
    statement = statement.join(first, first.c.report == t.reports.c.seq).where(first.c.code == states[0])
    twice = there.where(other.c.code == states[0], other.c.place < first.c.place)
    return statement.where(~twice.exists(), *(there.where(other.c.code == code).exists() for code in states[1:]))


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
    connection: Connection, statement: Select[Any], since: date | None, after: Place | None, most: int
) -> list[Row[Any]]:
    day, id_ = t.dispatches.c.first_day, t.dispatches.c.id
    found: list[Row[Any]] = []
    if after is None or after[0]:
        dated = statement.where(day.is_not(None))
        if after:
            dated = dated.where(day >= after[0], or_(day > after[0], id_ > after[1]))
        rows = [row for part in _parts(dated, since) for row in connection.execute(part.order_by(day, id_).limit(most))]
        found += sorted(rows, key=lambda row: (row.first_day, row.id))[:most]
    if len(found) < most:
        undated = statement.where(day.is_(None))
        if after and not after[0]:
            undated = undated.where(id_ > after[1])
        found += connection.execute(undated.order_by(id_).limit(most - len(found))).all()
    return found


def _parts(dated: Select[Any], since: date | None) -> list[Select[Any]]:
    """Those since a day begin with its month, but for the few that are not known to the month."""
    if since is None:
        return [dated]
    begins = t.dispatches.c.first_day >= since.replace(day=1).isoformat()
    return [dated.where(~periods.LONG, begins), dated.where(periods.LONG)]
