"""What stands behind a list of events, counted in SQL: marks of a chart, promises, agreements, disputes, people.

Only the few events that are shown are decoded.
"""

from __future__ import annotations

from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Select, distinct, func, select, true

from legation.event import Event
from legation.ledger import asked, listing, tallying, turning
from legation.ledger import tables as t
from legation.ledger.json_fields import field, items
from legation.ledger.listing import AGREED, DISPUTED
from legation.ledger.promised import Promises, promises
from legation.ledger.questions import Question
from legation.ledger.surveys import MonthCount, outlined
from legation.ledger.tallying import LAST

_NAMINGS = 2000
"""Different wordings of name and office that are looked at: those in most events."""
SOURCES_OF = PEOPLE_OF = 200
"""Events of a narrowed list whose sources are counted, and of any whose people are: the newest."""
MANY = 1000
"""Events of a list of which a chart draws only half of the marks it has room for."""


class Mark(msgspec.Struct, frozen=True):
    """One event as a chart needs it; `first` and `last` are the bounds of its date, ISO days."""

    id: str
    type: str
    mode: str | None
    status: str
    quad: str
    intensity: float
    date: str | None
    first: str
    last: str


class Naming(msgspec.Struct, frozen=True):
    """A person as written, for whom, in which office as written, and in how many events so."""

    code: str
    person: str
    office: str | None
    events: int


class SourceCount(msgspec.Struct, frozen=True):
    """An independent source and in how many events it says so."""

    name: str
    events: int


class Some(msgspec.Struct, frozen=True):
    """The newest few events of a kind, and how many there are."""

    number: int
    newest: tuple[Event, ...]


class Relations(msgspec.Struct, frozen=True):
    """All of it. `marks` are of the events that most sources tell; `drawable` says how many could be drawn.

    `sources` and `people` are counted in all events, or in the newest so many (`sources_of`, `people_of`).
    """

    events: int
    drawable: int
    marks: tuple[Mark, ...]
    months: tuple[MonthCount, ...]
    agreements: Some
    disputes: Some
    promises: Promises
    people: tuple[Naming, ...]
    people_of: int | None
    sources: tuple[SourceCount, ...]
    sources_of: int | None


def relations(connection: Connection, question: Question, *, marks: int, few: int) -> Relations:
    """What stands behind the whole list that a question asks for; at most so many marks, and a few of each kind.

    Of a long list half of the marks are taken: it cannot be drawn whole, and drawing takes time by the mark.
    """
    whole = turning.whole(question)
    number, drawable, months = outlined(connection, whole)
    return Relations(
        events=number,
        drawable=drawable,
        marks=_marks(connection, whole, marks if number <= MANY else marks // 2),
        months=months,
        agreements=Some(*turning.of_kind(connection, whole, AGREED, few)),
        disputes=disputes(connection, whole, few),
        promises=promises(connection, whole, few),
        people=_people(connection, whole),
        people_of=PEOPLE_OF if number > PEOPLE_OF and whole.states else None,
        sources=_sources(connection, whole, 2 * few),
        sources_of=SOURCES_OF if number > SOURCES_OF and not turning.is_whole(whole) else None,
    )


def disputes(connection: Connection, question: Question, most: int) -> Some:
    """The events on which dispatches differ."""
    return Some(*turning.of_kind(connection, question, DISPUTED, most))


def _marks(connection: Connection, question: Question, most: int) -> tuple[Mark, ...]:
    marks = (Mark(*row) for row in turning.most_told(connection, question, most))
    return tuple(sorted(marks, key=lambda mark: (mark.first, mark.last, mark.id)))


def _people(connection: Connection, question: Question) -> tuple[Naming, ...]:
    """Who takes part for the states asked for, as written."""
    if not question.states:
        return ()
    c, number = t.event_namings.c, func.count().label("number")
    rows = asked.rows(connection, question)
    newest = rows.narrow(select(rows.id.label("event"))).order_by(rows.begin.desc(), rows.id).limit(PEOPLE_OF)
    there = newest.subquery()
    # Joined: a database that is given the events as a condition goes through all namings of a party instead.
    statement = select(c.code, c.person, c.office, number).join(there, there.c.event == c.event)
    statement = statement.where(c.code.in_(question.states)).group_by(c.code, c.person, c.office)
    found = connection.execute(statement.order_by(number.desc(), c.code, c.person, c.office).limit(_NAMINGS))
    return tuple(Naming(code, person, office or None, times) for code, person, office, times in found)


def _sources(connection: Connection, question: Question, most: int) -> tuple[SourceCount, ...]:
    """Those of a whole list as they are kept; of one that is narrowed, those of its newest events."""
    if turning.is_whole(question):
        return _counted_sources(connection, listing.of_parties(sorted(set(question.states))), most)
    rows = asked.rows(connection, question)
    newest = rows.narrow(select(rows.id)).order_by(rows.begin.desc(), rows.id).limit(SOURCES_OF)
    roots = items(t.events.c.record, "sources")
    name, number = field(roots.c.value, "name"), func.count(distinct(t.events.c.id)).label("number")
    statement: Select[Any] = cast(
        Select[Any], select(name.label("name"), number).select_from(t.events).join(roots, true())
    )
    statement = statement.where(t.events.c.id.in_(newest))
    found = connection.execute(statement.group_by("name").order_by(number.desc(), "name").limit(most))
    return tuple(SourceCount(str(row.name), row.number) for row in found)


def _counted_sources(connection: Connection, name: str, most: int) -> tuple[SourceCount, ...]:
    """The sources of a whole list, as they were counted when its events were written."""
    c = t.counted.c
    start = tallying.named(name, "")
    statement = select(c.name, c.number).where(c.kind == tallying.ROOT, c.name >= start, c.name < start + LAST)
    rows = connection.execute(statement.order_by(c.number.desc(), c.name).limit(most))
    return tuple(SourceCount(row.name[len(start) :], row.number) for row in rows)
