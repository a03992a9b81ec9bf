"""Who is named in the reports of events: kept by event, so that the people of a party or pair can be counted."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from legation.event import Event
from legation.ledger import listing
from legation.ledger import tables as t
from legation.ledger.portions import portions


def add(connection: Connection, events: Mapping[str, Event]) -> None:
    """Notes who is named in the current reports of these events for those who take part. What is noted of an event
    goes when the event does.
    """
    holder = {report.id: event for event in events.values() for report in event.reports}
    c = t.report_participants.c
    named = select(t.reports.c.id, c.code, c.person, c.office).join(t.reports, t.reports.c.seq == c.report)
    named = named.where(c.person.is_not(None), ~t.reports.c.superseded)
    found: set[tuple[str, str, str, str]] = set()
    for some in portions(sorted(holder)):
        for id_, code, person, office in connection.execute(named.where(t.reports.c.id.in_(some))):
            event = holder[id_]
            if code in listing.parties_of(event):
                found.add((event.id, code, person, office or ""))
    if found:
        columns = ("event", "code", "person", "office")
        rows = [dict(zip(columns, one, strict=True)) for one in sorted(found)]
        connection.execute(insert(t.event_namings), rows)
