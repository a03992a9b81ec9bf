"""Judgements in the ledger: only ever added; which of them count is asked anew each time."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import Connection, func, insert, select

from legation.judgement import Judgement, encode
from legation.ledger import tables as t
from legation.ledger.portions import portions
from legation.merging.standing import NOTHING, Standing, in_order, standing
from legation.report import Report

MARK = "judged"
"""The key in `state` of the last judgement that the events know."""


def add(connection: Connection, judgements: Iterable[Judgement]) -> int:
    """Adds those that are not there yet; returns how many they were."""
    given = {judgement.id: judgement for judgement in judgements}
    known: set[str] = set()
    for some in portions(sorted(given)):
        known.update(connection.execute(select(t.judgements.c.id).where(t.judgements.c.id.in_(some))).scalars())
    new = [judgement for judgement in in_order(given.values()) if judgement.id not in known]
    for judgement in new:
        row = {"id": judgement.id, "record": encode(judgement).decode()}
        seq = connection.execute(insert(t.judgements).values(row).returning(t.judgements.c.seq)).scalar_one()
        ends = sorted({end.dispatch for end in judgement.reports})
        connection.execute(insert(t.judged_dispatches), [{"judgement": seq, "dispatch": end} for end in ends])
    return len(new)


def everything(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements, by the time they were made."""
    rows = connection.execute(select(t.judgements.c.record)).scalars()
    return tuple(in_order(msgspec.json.decode(row, type=Judgement) for row in rows))


def last_on(connection: Connection, dispatches: Collection[str]) -> str | None:
    """The latest time at which reports of any of these dispatches (by id) were judged; None when they never were."""
    found: list[str] = []
    statement = select(t.judgements.c.record).join(
        t.judged_dispatches, t.judged_dispatches.c.judgement == t.judgements.c.seq
    )
    for some in portions(sorted(dispatches)):
        rows = connection.execute(statement.where(t.judged_dispatches.c.dispatch.in_(some))).scalars()
        found += [msgspec.json.decode(row, type=Judgement).at for row in rows]
    return max(found, key=lambda at: at.rstrip("Z"), default=None)


def standing_of_all(connection: Connection) -> Standing:
    """What all judgements come to among the current reports."""
    made = everything(connection)
    return standing(made, _reports(connection, {end.dispatch for one in made for end in one.reports}))


def standing_of(connection: Connection, reports: Collection[int]) -> Standing:
    """The judgements that count of which at least one report is among these (row numbers).

    A pair judged the same connects its reports though nothing else may, so the second report of such a pair comes out
    too when only the first is asked for.
    """
    if connection.execute(select(t.judgements.c.seq).limit(1)).first() is None:
        return NOTHING
    rows: dict[int, str] = {}
    statement = (
        select(t.judgements.c.seq, t.judgements.c.record)
        .join(t.judged_dispatches, t.judged_dispatches.c.judgement == t.judgements.c.seq)
        .join(t.dispatches, t.dispatches.c.id == t.judged_dispatches.c.dispatch)
        .join(t.reports, t.reports.c.dispatch == t.dispatches.c.seq)
    )
    for some in portions(sorted(reports)):
        found = connection.execute(statement.where(t.reports.c.seq.in_(some)).distinct())
        rows |= {row.seq: row.record for row in found}
    made = [msgspec.json.decode(record, type=Judgement) for record in rows.values()]
    return standing(made, _reports(connection, {end.dispatch for one in made for end in one.reports}))


def _reports(connection: Connection, dispatches: Collection[str]) -> list[Report]:
    """The current reports of dispatches, by their ids."""
    found: list[Report] = []
    statement = select(t.reports.c.record).join(t.dispatches, t.reports.c.dispatch == t.dispatches.c.seq)
    for some in portions(sorted(dispatches)):
        rows = connection.execute(statement.where(t.dispatches.c.id.in_(some), ~t.reports.c.superseded))
        found += [msgspec.json.decode(row, type=Report) for row in rows.scalars()]
    return found


def waiting(connection: Connection) -> int:
    """How many judgements the events do not know yet."""
    after = select(func.count()).select_from(t.judgements).where(t.judgements.c.seq > _mark(connection))
    return int(connection.execute(after).scalar_one())


def newest(connection: Connection, most: int) -> tuple[int | None, set[int]]:
    """The next judgements that the events do not know, at most so many: the last of them, and the dispatches judged."""
    statement = select(t.judgements.c.seq).where(t.judgements.c.seq > _mark(connection))
    seqs = list(connection.execute(statement.order_by(t.judgements.c.seq).limit(most)).scalars())
    found: set[int] = set()
    dispatches = select(t.dispatches.c.seq).join(
        t.judged_dispatches, t.judged_dispatches.c.dispatch == t.dispatches.c.id
    )
    for some in portions(seqs):
        found.update(connection.execute(dispatches.where(t.judged_dispatches.c.judgement.in_(some))).scalars())
    return (seqs[-1] if seqs else None), found


def judged_with(connection: Connection, dispatches: Collection[int]) -> set[int]:
    """The dispatches (row numbers) on which there is a judgement together with one of these: also one that keeps
    apart shows in both events.
    """
    found: set[int] = set()
    mine, theirs = t.judged_dispatches.alias("mine"), t.judged_dispatches.alias("theirs")
    here, there = t.dispatches.alias("here"), t.dispatches.alias("there")
    statement = (
        select(there.c.seq)
        .join(theirs, theirs.c.dispatch == there.c.id)
        .join(mine, mine.c.judgement == theirs.c.judgement)
        .join(here, here.c.id == mine.c.dispatch)
    )
    for some in portions(sorted(dispatches)):
        found.update(connection.execute(statement.where(here.c.seq.in_(some)).distinct()).scalars())
    return found


def _mark(connection: Connection) -> int:
    return int(connection.execute(select(t.state.c.value).where(t.state.c.key == MARK)).scalar() or 0)
