"""Counting: how much the ledger holds, and how much of it is merged."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, Table, func, select

from legation.ledger import tables as t
from legation.ledger import tallying
from legation.ledger.judgements import waiting
from legation.merging.rules import rules


class Counts(msgspec.Struct, frozen=True):
    """How much there is. `sources` counts every copy of a text; `stale` readings and judgements
    are not merged into events yet.
    """

    dispatches: int
    sources: int
    outlets: int
    reports: int
    events: int
    commitments: int
    reprints: int
    stale: int


def counts(connection: Connection) -> Counts:
    """How much there is."""

    c = t.counted.c
    known = {
        row.name: row.number for row in connection.execute(select(c.name, c.number).where(c.kind == tallying.WHOLE))
    }
    outlets = select(func.count()).select_from(t.counted).where(c.kind == tallying.OUTLET)
    later = select(func.count()).select_from(t.readings).where(t.readings.c.seq > merged_up_to(connection))
    return Counts(
        dispatches=known.get(tallying.DISPATCHES, 0),
        sources=known.get(tallying.SOURCES, 0),
        outlets=connection.execute(outlets).scalar_one(),
        reports=known.get(tallying.REPORTS, 0),
        events=known.get(tallying.EVENTS, 0),
        commitments=known.get(tallying.COMMITMENTS, 0),
        reprints=number_of(connection, t.reprints),
        stale=connection.execute(later).scalar_one() + waiting(connection),
    )


def number_of(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)


def merged_up_to(connection: Connection) -> int:
    """The last reading that the stored events know; 0 when they were merged by other rules, and so must be anew."""
    known = {row.key: row.value for row in connection.execute(select(t.state))}
    return int(known.get("merged", 0)) if known.get("rules") == rules() else 0
