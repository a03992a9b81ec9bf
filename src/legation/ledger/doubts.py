"""Pairs of reports that may tell one event and that merging cannot decide: those to be put to a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from legation.ledger import tables as t
from legation.ledger.lookups import events_of
from legation.merging.standing import Standing


class Doubt(NamedTuple):
    """Two current reports (by id, smaller first) in different events, and how much speaks for one event."""

    a: str
    b: str
    score: float


class _Pair(NamedTuple):
    doubt: Doubt
    events: frozenset[str]


def doubts(connection: Connection, states: Sequence[str], held: Standing, most: int | None = None) -> tuple[Doubt, ...]:
    """The doubtful pairs, the strongest first, those put off for later last; all of `states` take part in one or other.

    Of several pairs that would join the same two events the strongest stands for all. Two events of which a person has
    kept a pair apart are in doubt no more. With `most` only so many of the strongest pairs are looked at.
    """
    pairs = _pairs(connection, states, most)
    kept_apart = [pair for pair, answer in held.judged.items() if answer == "different"]
    event_of = events_of(connection, sorted({i for pair in kept_apart for i in pair}))
    apart = {frozenset((event_of[a], event_of[b])) for a, b in kept_apart if a in event_of and b in event_of}
    strongest: dict[frozenset[str], Doubt] = {}
    for pair in sorted(pairs, key=lambda p: (-p.doubt.score, p.doubt)):
        if pair.events not in apart:
            strongest.setdefault(pair.events, pair.doubt)
    # Sorting is stable: what was put off goes behind the rest, each in its order.
    return tuple(sorted(strongest.values(), key=lambda doubt: (doubt.a, doubt.b) in held.pairs))


def _pairs(connection: Connection, states: Sequence[str], most: int | None) -> list[_Pair]:
    one, other = t.reports.alias("one"), t.reports.alias("other")
    first, second = t.event_reports.alias("first"), t.event_reports.alias("second")
    pairs = t.doubtful_pairs.c
    wanted = select(pairs.report, pairs.other, pairs.score).where(pairs.report < pairs.other)
    people = t.report_participants.c
    for code in states:
        here = select(people.place).where(people.report == pairs.report, people.code == code).exists()
        there = select(people.place).where(people.report == pairs.other, people.code == code).exists()
        wanted = wanted.where(or_(here, there))
    if most is not None:
        wanted = wanted.order_by(pairs.score.desc(), pairs.report, pairs.other).limit(most)
    strongest = wanted.subquery()
    statement = (
        select(one.c.id, other.c.id, strongest.c.score, first.c.event, second.c.event)
        .select_from(strongest)
        .join(one, one.c.seq == strongest.c.report)
        .join(other, other.c.seq == strongest.c.other)
        .join(first, first.c.report == one.c.id)
        .join(second, second.c.report == other.c.id)
        .where(first.c.event != second.c.event, ~one.c.superseded, ~other.c.superseded)
    )
    return [
        _Pair(Doubt(min(a, b), max(a, b), score), frozenset((here, there)))
        for a, b, score, here, there in connection.execute(statement)
    ]
