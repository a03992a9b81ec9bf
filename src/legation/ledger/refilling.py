"""Lists and counts made anew from the events and dispatches: for a ledger that an older version wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, func, insert, select

from legation.event import Event
from legation.ledger import listing, naming, tallying
from legation.ledger import tables as t

FORM = "2"
"""Of the lists and counts; another one makes them anew."""
_LISTS_ONLY = "1"
"""The form of which only the lists are another one (migration 0010)."""
_KEY = "listed"
_AT_ONCE = 500
_MANY = 500_000
"""Tallies and counts that are held in memory."""
_MADE = (t.listed, t.tallies, t.counted, t.event_namings)


def where_due(connection: Connection) -> None:
    """Makes them if they are of another form, or have never been made."""
    known = connection.execute(select(t.state.c.value).where(t.state.c.key == _KEY)).scalar()
    if known == FORM:
        return
    if known == _LISTS_ONLY:
        _list(connection)
    else:
        refill(connection)
    distrust(connection)
    connection.execute(insert(t.state).values(key=_KEY, value=FORM))


def distrust(connection: Connection) -> None:
    """Lets them be made anew, where it is next asked whether that is due."""
    connection.execute(delete(t.state).where(t.state.c.key == _KEY))


def refill(connection: Connection) -> None:
    """Makes them anew, some thousand events in memory at once."""
    for table in _MADE:
        connection.execute(delete(table))
    changes = tallying.Changes()
    for events in _events(connection):
        listing.add(connection, events)
        naming.add(connection, events)
        changes.come(events.values())
        if len(changes) > _MANY:
            changes.write(connection)
    changes.write(connection)
    _count_kept(connection)


def _list(connection: Connection) -> None:
    """Makes the lists alone anew, and counts them: what people are named takes much longer."""
    connection.execute(delete(t.listed))
    connection.execute(delete(t.counted).where(t.counted.c.kind == tallying.LISTED))
    counted = Counter[tallying.Name]()
    for events in _events(connection):
        listing.add(connection, events)
        counted.update((tallying.LISTED, name) for event in events.values() for name in listing.counted_of(event))
    tallying.count(connection, counted)


def _events(connection: Connection) -> Iterator[dict[str, Event]]:
    """All events as they were formed, in portions, by first day: so each list grows at its end."""
    c = t.events.c
    day = func.coalesce(c.first_day, c.last_day, "")
    ids = connection.execute(select(c.id).order_by(day, c.id)).scalars().all()
    for at in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(select(c.id, c.record).where(c.id.in_(ids[at : at + _AT_ONCE])))
        yield {id_: msgspec.json.decode(record, type=Event) for id_, record in rows}


def _count_kept(connection: Connection) -> None:
    """Counts dispatches, their sources and outlets, current reports, and the people they name."""
    d, r, p = t.dispatches.c, t.reports.c, t.report_participants.c
    whole = {
        tallying.DISPATCHES: select(func.count()).select_from(t.dispatches),
        tallying.SOURCES: select(func.count(t.readings.c.source.distinct())),
        tallying.REPORTS: select(func.count()).select_from(t.reports).where(~r.superseded),
    }
    found = {(tallying.WHOLE, name): connection.execute(how).scalar_one() for name, how in whole.items()}
    outlets = select(d.outlet, func.count()).where(d.outlet.is_not(None)).group_by(d.outlet)
    found |= {(tallying.OUTLET, outlet): number for outlet, number in connection.execute(outlets)}
    people = (
        select(p.code, p.person, func.count(r.dispatch.distinct()))
        .join(t.reports, r.seq == p.report)
        .where(p.person.is_not(None), ~r.superseded)
        .group_by(p.code, p.person)
    )
    for code, person, number in connection.execute(people):
        found[tallying.PERSON, tallying.named(code, person)] = number
    for person, number in connection.execute(_called()):
        found[tallying.CALLED, person] = number
    tallying.count(connection, found)


def _called() -> Select[Any]:
    r, p = t.reports.c, t.report_participants.c
    named = select(p.person, func.count(r.dispatch.distinct())).join(t.reports, r.seq == p.report)
    return named.where(p.person.is_not(None), ~r.superseded).group_by(p.person)
