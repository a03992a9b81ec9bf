"""Counting: how much the ledger holds, and how much of it is merged."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, Select, Table, func, select

from legation.ledger import tables as t
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

    def count(statement: Select[Any]) -> int:
        return int(connection.execute(statement).scalar() or 0)

    return Counts(
        dispatches=number_of(connection, t.dispatches),
        sources=count(select(func.count(func.distinct(t.readings.c.source)))),
        outlets=count(select(func.count(func.distinct(t.dispatches.c.outlet)))),
        reports=count(select(func.count()).select_from(t.reports).where(~t.reports.c.superseded)),
        events=number_of(connection, t.events),
        commitments=count(select(func.count()).select_from(t.events).where(t.events.c.outcome.is_not(None))),
        reprints=number_of(connection, t.reprints),
        stale=count(select(func.count()).select_from(t.readings).where(t.readings.c.seq > merged_up_to(connection)))
        + waiting(connection),
    )


def number_of(connection: Connection, table: Table) -> int:
    """How many rows a table has."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)


def merged_up_to(connection: Connection) -> int:
    """The last reading that the stored events know; 0 when they were merged by other rules, and so must be anew."""
    known = {row.key: row.value for row in connection.execute(select(t.state))}
    return int(known.get("merged", 0)) if known.get("rules") == rules() else 0
