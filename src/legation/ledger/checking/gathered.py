"""Whether events fit their records, and the reports that tell them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, func, select

from legation.event import Event, EventReport
from legation.ledger import counting, judgements
from legation.ledger import tables as t
from legation.ledger.checking.faults import Fault, Progress
from legation.ledger.checking.pages import ROWS, pages
from legation.ledger.checking.readings import decoded
from legation.ledger.events import event_columns
from legation.merging import Verdict, founded_by
from legation.report import Report


class _Told(NamedTuple):
    """What stands beside some events: their records, their rows of reports and parties, and the reports by id."""

    events: dict[str, Event | None]
    reports: dict[str, set[str]]
    parties: dict[str, set[str]]
    read: dict[str, list[Row[Any]]]


def look(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """The faults of events. While readings wait to be merged, their events may be of earlier ones."""
    whole = waiting(connection) == 0
    number = counting.number_of(connection, t.events)
    done = 0
    for page in pages(connection, t.events, t.events.c.id):
        progress("events", done, number)
        told = _told(connection, page)
        for row in page:
            yield from (Fault("event", f"event {row.id}", said) for said in _wrong(row, told, whole=whole))
        done += len(page)
    progress("events", number, number)
    if whole:
        yield from _alone(connection)
        yield from _found(connection)


def waiting(connection: Connection) -> int:
    """How many readings and judgements the events do not know."""
    after = select(func.count()).select_from(t.readings).where(t.readings.c.seq > counting.merged_up_to(connection))
    return int(connection.execute(after).scalar_one()) + judgements.waiting(connection)


def _told(connection: Connection, page: Sequence[Row[Any]]) -> _Told:
    events = {row.id: decoded(row.record, Event) for row in page}
    found = _Told(events, defaultdict(set), defaultdict(set), defaultdict(list))
    ids = list(events)
    for row in connection.execute(select(t.event_reports).where(t.event_reports.c.event.in_(ids))):
        found.reports[row.event].add(row.report)
    for row in connection.execute(select(t.event_participants).where(t.event_participants.c.event.in_(ids))):
        found.parties[row.event].add(row.code)
    reports = sorted({report.id for event in events.values() if event for report in event.reports})
    columns = t.reports.c.id, t.reports.c.superseded, t.reports.c.record
    for at in range(0, len(reports), ROWS):
        some = select(*columns).where(t.reports.c.id.in_(reports[at : at + ROWS]))
        for row in connection.execute(some):
            found.read[row.id].append(row)
    return found


def _wrong(row: Row[Any], told: _Told, *, whole: bool) -> Iterator[str]:
    event = told.events[row.id]
    if event is None or decoded(row.joins, tuple[Verdict, ...]) is None:
        yield "its record cannot be read"
        return
    wanted = event_columns(event, row.record, row.joins) | {"id": event.id}
    other = [name for name, value in wanted.items() if getattr(row, name) != value]
    if other:
        yield ", ".join(other)
    held = {report.id for report in event.reports}
    if told.reports[row.id] != held:
        yield "its reports are other ones than in its record"
    if told.parties[row.id] != {party.code for party in (*event.actors, *event.recipients)}:
        yield "its parties are other ones than in its record"
    if row.id not in {founded_by(report) for report in held}:
        yield "none of its reports has founded it"
    for shown in event.reports:
        yield from _of_report(shown, told.read.get(shown.id, []), whole=whole)


def _of_report(shown: EventReport, read: Sequence[Row[Any]], *, whole: bool) -> Iterator[str]:
    if not read:
        yield f"its report {shown.id} is not there"
    elif whole and all(row.superseded for row in read):
        yield f"its report {shown.id} does not count any more"
    elif whole:
        report = next((found for row in read if not row.superseded and (found := decoded(row.record, Report))), None)
        if report is not None and _as_shown(report) != shown:
            yield f"it shows its report {shown.id} otherwise than it was read"


def _as_shown(report: Report) -> EventReport:
    return EventReport(**{name: getattr(report, name) for name in EventReport.__struct_fields__})


def _alone(connection: Connection) -> Iterator[Fault]:
    """Current reports that stand in no event, or in more than one."""
    standing = func.count(t.events.c.id)
    statement = (
        select(t.reports.c.id, standing)
        .outerjoin(t.event_reports, t.event_reports.c.report == t.reports.c.id)
        .outerjoin(t.events, t.events.c.id == t.event_reports.c.event)
        .where(~t.reports.c.superseded)
        .group_by(t.reports.c.seq, t.reports.c.id)
        .having(standing != 1)
        .order_by(t.reports.c.seq)
    )
    for report, number in connection.execute(statement, execution_options={"yield_per": ROWS}):
        yield Fault("gathered", f"report {report}", f"in {number} events")


def _found(connection: Connection) -> Iterator[Fault]:
    """Dispatches that merging knows by another reading than the one that counts, or not at all."""
    statement = (
        select(t.dispatches.c.id)
        .join(t.readings, t.readings.c.dispatch == t.dispatches.c.seq)
        .outerjoin(t.compared, t.compared.c.dispatch == t.dispatches.c.seq)
        .where(t.readings.c.current, t.compared.c.reading.is_distinct_from(t.readings.c.seq))
        .order_by(t.dispatches.c.seq)
    )
    for found in connection.execute(statement, execution_options={"yield_per": ROWS}).scalars():
        yield Fault("found", f"dispatch {found}")


def broken(connection: Connection) -> Iterator[str]:
    """The ids of events with a fault, whatever it is."""
    for page in pages(connection, t.events, t.events.c.id):
        told = _told(connection, page)
        for row in page:
            if next(_wrong(row, told, whole=True), None) is not None:
                yield row.id
