"""Looking up: one event, report or dispatch by the beginning of its id, several by their row numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, and_, or_, select

from legation.dispatch import Dispatch, from_record
from legation.event import Event
from legation.ledger import tables as t
from legation.ledger.errors import AmbiguousPrefix
from legation.ledger.portions import portions
from legation.ledger.questions import event_on, newest_day
from legation.ledger.tallying import LAST
from legation.merging import Reprint
from legation.report import Report


def one_event(connection: Connection, prefix: str) -> Event | None:
    """The event whose id begins so; an id that went away leads to the event that took its reports."""
    ids = _fitting(connection, t.events, "id", prefix)
    old = _fitting(connection, t.forwards, "old", prefix)
    if old:
        moved = connection.execute(select(t.forwards.c.new).where(t.forwards.c.old.in_(old))).scalars()
        ids = ids | set(moved)
    found = _only(prefix, ids)
    if found is None:
        return None
    row = connection.execute(select(t.events.c.record).where(t.events.c.id == found)).scalar_one()
    return event_on(row, newest_day(connection))


def one_report(connection: Connection, prefix: str) -> Report | None:
    """The report whose id begins so, of a current reading if there is one."""
    found = _only(prefix, _fitting(connection, t.reports, "id", prefix))
    if found is None:
        return None
    statement = select(t.reports.c.record).where(t.reports.c.id == found)
    row = connection.execute(statement.order_by(t.reports.c.superseded, t.reports.c.seq.desc())).scalars().first()
    return msgspec.json.decode(row, type=Report) if row else None


def one_dispatch(connection: Connection, asked: str) -> Dispatch | None:
    """The dispatch from this source (or a copy from there), else the one whose id begins so."""
    from_there = select(t.dispatches.c.id).join(t.readings, t.readings.c.dispatch == t.dispatches.c.seq)
    ids = set(connection.execute(from_there.where(t.readings.c.source == asked)).scalars())
    found = _only(asked, ids or _fitting(connection, t.dispatches, "id", asked))
    if found is None:
        return None
    statement = select(t.readings.c.record, t.dispatches.c.text).join(
        t.dispatches, t.readings.c.dispatch == t.dispatches.c.seq
    )
    row = connection.execute(statement.where(t.readings.c.current, t.dispatches.c.id == found)).one()
    return from_record(row.record, row.text)


def _fitting(connection: Connection, table: Table, column: str, prefix: str) -> set[str]:
    """Ids that begin so, in small letters or as given; one that is equal wins alone."""
    if not prefix:
        return set()
    id_ = table.c[column]
    spans = [and_(id_ >= start, id_ < start + LAST) for start in {prefix, prefix.lower()}]
    statement = select(id_).where(or_(*spans)).distinct()
    found = set(connection.execute(statement.limit(100)).scalars())
    return {prefix} if prefix in found else found


def _only(asked: str, ids: set[str]) -> str | None:
    if len(ids) > 1:
        raise AmbiguousPrefix(asked, tuple(sorted(ids)))
    return next(iter(ids), None)


def by_seq(connection: Connection, found: Sequence[int], what: str) -> tuple[Any, ...]:
    """Dispatches or current reports by their row numbers, in the order given."""
    rows: dict[int, Any] = {}
    for numbers in portions(found):
        if what == "dispatches":
            statement = select(t.dispatches.c.seq, t.readings.c.record, t.dispatches.c.text)
            statement = statement.join(t.readings, t.readings.c.dispatch == t.dispatches.c.seq)
            statement = statement.where(t.readings.c.current, t.dispatches.c.seq.in_(numbers))
            rows |= {row.seq: from_record(row.record, row.text) for row in connection.execute(statement)}
        else:
            wanted = select(t.reports.c.seq, t.reports.c.record)
            wanted = wanted.where(~t.reports.c.superseded, t.reports.c.seq.in_(numbers))
            rows |= {row.seq: msgspec.json.decode(row.record, type=Report) for row in connection.execute(wanted)}
    return tuple(rows[seq] for seq in found if seq in rows)


def events_of(connection: Connection, reports: Sequence[str]) -> dict[str, str]:
    """The ids of the events of these reports, by theirs; one that is in no event yet is left out."""
    found: dict[str, str] = {}
    for some in portions(reports):
        statement = select(t.event_reports.c.report, t.event_reports.c.event)
        found |= {
            row.report: row.event for row in connection.execute(statement.where(t.event_reports.c.report.in_(some)))
        }
    return found


def origins(connection: Connection, dispatches: Sequence[str]) -> dict[str, str]:
    """The ids of the originals behind these dispatches that are reprints, by theirs."""
    copy, original = t.dispatches.alias("copy"), t.dispatches.alias("original")
    statement = (
        select(copy.c.id, original.c.id.label("original"))
        .join(t.compared, t.compared.c.dispatch == copy.c.seq)
        .join(original, original.c.seq == t.compared.c.origin)
        .where(original.c.seq != copy.c.seq)
    )
    found: dict[str, str] = {}
    for some in portions(dispatches):
        found |= {row.id: row.original for row in connection.execute(statement.where(copy.c.id.in_(some)))}
    return found


def reprints_of(connection: Connection, dispatch_id: str, most: int) -> tuple[Reprint, ...]:
    """The reprints of which this dispatch is the original or the copy, and its own text from other sources."""
    c, r = t.dispatches.c, t.readings.c
    mine = select(c.source, r.source.label("copy")).join(t.readings, r.dispatch == c.seq).distinct()
    rows = connection.execute(mine.where(c.id == dispatch_id, r.source != c.source).order_by(r.source).limit(most))
    found = [Reprint(row.source, row.copy, 1.0, "exact", dispatch_id, dispatch_id) for row in rows]
    one, other = t.dispatches.alias("one"), t.dispatches.alias("other")
    statement = (
        select(one.c.source, other.c.source.label("copy_source"), *t.reprints.c)
        .join(one, one.c.id == t.reprints.c.original)
        .join(other, other.c.id == t.reprints.c.copy)
    )
    for column in (t.reprints.c.copy, t.reprints.c.original):
        near = statement.where(column == dispatch_id).order_by(t.reprints.c.likeness.desc(), t.reprints.c.copy)
        for row in connection.execute(near.limit(most)):
            ends = row.source, row.copy_source
            found.append(Reprint(*ends, row.likeness, row.kind, row.original, row.copy))
    return tuple(found)
