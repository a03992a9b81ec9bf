"""Writing events: only what differs is written, and an id that goes away leaves an address."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from legation.event import Event
from legation.ledger import listing, naming, refilling, tallying
from legation.ledger import tables as t
from legation.ledger.portions import portions
from legation.merging import Verdict, founded_by

_Row = tuple[str, str]
"""The record of an event and its joins, as JSON."""


def replace(
    connection: Connection, reports: Collection[str], events: Sequence[Event], joins: Mapping[str, Sequence[Verdict]]
) -> None:
    """Puts `events` in the place of those that hold any of `reports` (ids).

    Every report of `events` must be among `reports`, and so must every current one of the events that go.
    """
    wanted = {event.id: _row(event, joins.get(event.id, ())) for event in events}
    stored = _holding(connection, reports)
    gone = sorted(stored.keys() - wanted.keys())
    _forward(connection, gone, events)
    going = [*gone, *(i for i in sorted(stored.keys() & wanted.keys()) if stored[i] != wanted[i])]
    before = _readable(connection, {i: stored[i][0] for i in going})
    listing.take(connection, before)
    for some in portions(going):
        for table in (t.event_reports, t.event_participants, t.event_namings):
            connection.execute(delete(table).where(table.c.event.in_(some)))
        connection.execute(delete(t.events).where(t.events.c.id.in_(some)))
    changed = [event for event in events if stored.get(event.id) != wanted[event.id]]
    tallying.tally(connection, before.values(), changed)
    if changed:
        _add(connection, changed, wanted)


def _readable(connection: Connection, records: Mapping[str, str]) -> dict[str, Event]:
    """The events of these records. One that another version wrote may not be understood any more: it leaves its lists
    at once, and lists and counts are made anew when all is merged.
    """
    found: dict[str, Event] = {}
    for id_, record in records.items():
        try:
            found[id_] = msgspec.json.decode(record, type=Event)
        except msgspec.MsgspecError:
            connection.execute(delete(t.listed).where(t.listed.c.event == id_))
            refilling.distrust(connection)
    return found


def _add(connection: Connection, changed: Sequence[Event], wanted: Mapping[str, _Row]) -> None:
    connection.execute(insert(t.events), [event_columns(event, *wanted[event.id]) for event in changed])
    told = [{"event": event.id, "report": report.id} for event in changed for report in event.reports]
    connection.execute(insert(t.event_reports), told)
    codes = [{"event": event.id, "code": code} for event in changed for code in listing.parties_of(event)]
    if codes:
        connection.execute(insert(t.event_participants), codes)
    known = {event.id: event for event in changed}
    listing.add(connection, known)
    naming.add(connection, known)


def _row(event: Event, joins: Sequence[Verdict]) -> _Row:
    return msgspec.json.encode(event).decode(), msgspec.json.encode(tuple(joins)).decode()


def _holding(connection: Connection, reports: Collection[str]) -> dict[str, _Row]:
    """The stored events that hold any of these reports."""
    ids: set[str] = set()
    for some in portions(sorted(reports)):
        held = select(t.event_reports.c.event).where(t.event_reports.c.report.in_(some))
        ids.update(connection.execute(held).scalars())
    found: dict[str, _Row] = {}
    for some in portions(sorted(ids)):
        rows = select(t.events.c.id, t.events.c.record, t.events.c.joins).where(t.events.c.id.in_(some))
        found |= {row.id: (row.record, row.joins) for row in connection.execute(rows)}
    return found


def event_columns(event: Event, record: str, joins: str) -> dict[str, object]:
    """The columns of `events` from the records."""
    columns = ("id", "type", "mode", "status", "scope", "quad", "intensity", "date", "dispatches")
    return {name: getattr(event, name) for name in columns} | {
        "first_day": event.date_bounds[0],
        "last_day": event.date_bounds[1],
        "independent_sources": event.independent_sources,
        "outcome": event.commitment.outcome if event.commitment else None,
        "record": record,
        "joins": joins,
    }


def _forward(connection: Connection, gone: Sequence[str], events: Sequence[Event]) -> None:
    """Leaves an address for each id that goes away: the event that now holds its founding report, else any of its.

    An event none of whose reports is left (another version has read the dispatch anew) leaves none, and what was
    forwarded to it leads nowhere any more.
    """
    holder = {report.id: event.id for event in events for report in event.reports}
    for old in gone:
        held = connection.execute(
            select(t.event_reports.c.report).where(t.event_reports.c.event == old).order_by(t.event_reports.c.report)
        ).scalars()
        present = [report for report in held if report in holder]
        founding = [r for r in present if founded_by(r) == old]
        if present:
            new = holder[(founding or present)[0]]
            connection.execute(update(t.forwards).where(t.forwards.c.new == old).values(new=new))
            connection.execute(insert(t.forwards).values(old=old, new=new))
        else:
            connection.execute(delete(t.forwards).where(t.forwards.c.new == old))
    _follow(connection, events)
    for some in portions(sorted(event.id for event in events)):
        connection.execute(delete(t.forwards).where(t.forwards.c.old.in_(some)))


def _follow(connection: Connection, events: Sequence[Event]) -> None:
    """Turns the addresses of ids whose founding report stands in one of these events to it: an event may have split."""
    holder = {founded_by(report.id): event.id for event in events for report in event.reports}
    for some in portions(sorted(holder)):
        for row in connection.execute(select(t.forwards).where(t.forwards.c.old.in_(some))).all():
            if row.new != holder[row.old]:
                connection.execute(update(t.forwards).where(t.forwards.c.old == row.old).values(new=holder[row.old]))
