"""What a dispatch adds to the counts of the ledger: itself, its outlet, its current reports, the people they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection, func, select

from legation.dispatch import Dispatch
from legation.ledger import tables as t
from legation.ledger.portions import portions
from legation.ledger.tallying import CALLED, DISPATCHES, OUTLET, PERSON, REPORTS, SOURCES, WHOLE, Name, named
from legation.report import Report


def of_new(dispatch: Dispatch, reports: Collection[Report]) -> Counter[Name]:
    """What a text adds that the ledger had not seen."""
    people = {
        (one.code, one.person) for report in reports for one in (*report.actors, *report.recipients) if one.person
    }
    return _counter(dispatch.outlet, len(reports), people) + Counter({(WHOLE, DISPATCHES): 1})


def of_current(connection: Connection, seq: int) -> Counter[Name]:
    """What the current reading of a text (by its row number) adds."""
    c = t.report_participants.c
    current = (t.reports.c.dispatch == seq, ~t.reports.c.superseded)
    outlet = connection.execute(select(t.dispatches.c.outlet).where(t.dispatches.c.seq == seq)).scalar()
    number = connection.execute(select(func.count()).select_from(t.reports).where(*current)).scalar_one()
    people = select(c.code, c.person).join(t.reports, t.reports.c.seq == c.report).where(*current)
    rows = connection.execute(people.where(c.person.is_not(None)).distinct())
    return _counter(outlet, number, {(code, person) for code, person in rows})


def _counter(outlet: str | None, reports: int, people: Collection[tuple[str, str]]) -> Counter[Name]:
    found = Counter({(PERSON, named(code, person)): 1 for code, person in people})
    found.update({(CALLED, person) for _, person in people})
    found[WHOLE, REPORTS] += reports
    if outlet is not None:
        found[OUTLET, outlet] += 1
    return found


def of_sources(connection: Connection, sources: Collection[str]) -> Counter[Name]:
    """What sources add from which nothing has been read so far."""
    wanted = set(sources)
    return Counter({(WHOLE, SOURCES): len(wanted) - len(known_sources(connection, wanted))})


def known_sources(connection: Connection, sources: Collection[str]) -> set[str]:
    """Which of these sources a text has been read from."""
    column = t.readings.c.source
    return {
        str(source)
        for some in portions(tuple(sources))
        for source in connection.execute(select(column).where(column.in_(some)).distinct()).scalars()
    }
