"""Deriving again what can be derived. Texts, records and judgements are never touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select, update

from legation.ledger import tables as t
from legation.ledger.checking import links
from legation.ledger.checking.pages import ROWS, pages
from legation.ledger.portions import portions
from legation.merging import founded_by


def unowned(connection: Connection) -> None:
    """Takes away the derived rows of what is not there."""
    for column, owner in (
        (t.report_participants.c.report, t.reports.c.seq),
        (t.event_reports.c.event, t.events.c.id),
        (t.event_participants.c.event, t.events.c.id),
        (t.judged_dispatches.c.judgement, t.judgements.c.seq),
    ):
        connection.execute(delete(column.table).where(~column.in_(select(owner))))


def judged(connection: Connection) -> None:
    """Notes anew on which dispatches there are judgements."""
    for page in pages(connection, t.judgements, t.judgements.c.seq):
        for row in page:
            judgement = links.sound(row)
            if judgement is None:
                continue
            connection.execute(delete(t.judged_dispatches).where(t.judged_dispatches.c.judgement == row.seq))
            ends = sorted({end.dispatch for end in judgement.reports})
            connection.execute(insert(t.judged_dispatches), [{"judgement": row.seq, "dispatch": end} for end in ends])


def without(connection: Connection, events: Sequence[str]) -> None:
    """Takes away these events; merging anew finds them again."""
    for some in portions(events):
        for table in (t.event_reports, t.event_participants, t.event_namings):
            connection.execute(delete(table).where(table.c.event.in_(some)))
        connection.execute(delete(t.events).where(t.events.c.id.in_(some)))


def marks_forgotten(connection: Connection) -> None:
    """Lets no reading or judgement count as merged."""
    connection.execute(update(t.state).where(t.state.c.key.in_(("merged", "judged"))).values(value="0"))


def stale_forwards(connection: Connection) -> None:
    """Takes away the addresses of ids that are there: merging could not leave theirs again."""
    connection.execute(delete(t.forwards).where(t.forwards.c.old.in_(select(t.events.c.id))))


def forwards(connection: Connection) -> None:
    """Leads addresses that lead nowhere to the event that holds the report which founded the old one, or takes them
    away.
    """
    lost = {row.old for row in links.lost_forwards(connection)}
    if not lost:
        return
    found = dict(_holders(connection, lost))
    for some in portions(sorted(lost)):
        connection.execute(delete(t.forwards).where(t.forwards.c.old.in_(some)))
    if found:
        connection.execute(insert(t.forwards), [{"old": old, "new": new} for old, new in sorted(found.items())])


def _holders(connection: Connection, old: set[str]) -> Iterator[tuple[str, str]]:
    """For ids of events the event in which the report stands that would found it."""
    for row in connection.execute(select(t.event_reports), execution_options={"yield_per": ROWS}):
        founded = founded_by(row.report)
        if founded in old and row.event != founded:
            yield founded, row.event
