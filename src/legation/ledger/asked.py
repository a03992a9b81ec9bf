"""Which rows answer a question about events: those of the shortest list that holds them all, narrowed by its columns.

What no list has (a person, the address of a dispatch) is looked for among the events themselves.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    RootTransaction,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from legation.ledger import listing
from legation.ledger import tables as t
from legation.ledger.json_fields import days_between, field, holds, items, words
from legation.ledger.questions import Question, asked_of, told_by
from legation.ledger.tallying import LISTED, PAIR, PARTY, Name

S = TypeVar("S", bound=Select[Any])
_ASKING = 20
"""Rows of a list that are gone through while one event is asked for who takes part."""


class Rows(NamedTuple):
    """Where the rows stand: `c` has the columns that lists and events have in common, `id` is the event's."""

    question: Question
    kind: str | None
    list: str | None
    c: Any
    id: Column[Any]
    through_events: bool = False
    places: tuple[tuple[str, str], ...] | None = None
    """Where the events stand in their lists (day and id), if they are known already."""

    def narrow(self, statement: S) -> S:
        """The statement over these columns, narrowed to what is asked."""
        if self.through_events:
            places = told_by(select(_begin(), t.events.c.id), self.question)
            if self.places is not None:
                one = items(_json({"places": [{"begin": begin, "id": id_} for begin, id_ in self.places]}), "places")
                places = select(field(one.c.value, "begin"), field(one.c.value, "id"))
            return statement.where(t.listed.c.list == self.list, tuple_(t.listed.c.begin, self.id).in_(places))
        if self.list is not None:
            return _in_list(statement, self.list, self.question)
        statement = self._told(statement)
        return statement.where(_of_kind(self)) if self.kind else statement

    def _told(self, statement: S) -> S:
        """A statement over events narrowed to those asked for: to their ids, where these are known."""
        if self.places is None:
            return told_by(statement, self.question)
        known = words(_json({"ids": [id_ for _, id_ in self.places]}), "ids")
        return statement.where(t.events.c.id.in_(select(known.c.value)))

    @property
    def brief(self) -> ColumnElement[bool]:
        """Whether an event can be counted by its month."""
        if self.list is not None:
            return t.listed.c.brief
        c = t.events.c
        return days_between(c.first_day, c.last_day) <= listing.BRIEF

    @property
    def begin(self) -> ColumnElement[str]:
        """The day by which events are put in order, empty where there is none."""
        return t.listed.c.begin if self.list is not None else _begin()


def _json(record: dict[str, Any]) -> ColumnElement[str]:
    return literal(msgspec.json.encode(record).decode())


def _begin() -> ColumnElement[str]:
    return func.coalesce(t.events.c.first_day, t.events.c.last_day, "")


_KNOWN: WeakKeyDictionary[RootTransaction, dict[Question, tuple[tuple[str, str], ...]]] = WeakKeyDictionary()
"""The places of events that only the events themselves can tell, for as long as a transaction lasts: a page asks for
the same ones many times over.
"""


def rows(connection: Connection, question: Question, kind: str | None = None) -> Rows:
    """The rows that answer a question; of one of the kinds that have lists of their own, if one is named.

    Only the lists of all, of a party and of a pair have kinds: no other narrowing must be left to the list.
    """
    if question.person or _is_file(connection, question):
        return among_events(question, kind)._replace(places=_places(connection, question))
    name = (
        _base(connection, question) if kind is None else listing.of_kind(kind, listing.of_parties(_parties(question)))
    )
    return Rows(question, kind, name, t.listed.c, t.listed.c.event)


def _is_file(connection: Connection, question: Question) -> bool:
    """Whether the source asked for is the address of a dispatch, which no list has."""
    of_it = select(t.dispatches.c.seq).where(t.dispatches.c.source == question.source).limit(1)
    return question.source is not None and connection.execute(of_it).first() is not None


def _places(connection: Connection, question: Question) -> tuple[tuple[str, str], ...] | None:
    """Where all events asked for stand, looked for once in a transaction; None outside of one."""
    transaction = connection.get_transaction()
    if transaction is None:
        return None
    known, whole = _KNOWN.setdefault(transaction, {}), _whole(question)
    if whole not in known:
        found = connection.execute(told_by(select(_begin(), t.events.c.id), whole))
        known[whole] = tuple((begin, id_) for begin, id_ in found)
    return known[whole]


def among_events(question: Question, kind: str | None = None) -> Rows:
    """The same looked for among the events themselves."""
    return Rows(question, kind, None, t.events.c, t.events.c.id)


def through_events(rows: Rows) -> Rows:
    """The rows of the list of a kind whose events answer what only the events themselves can be asked."""
    return rows._replace(list=listing.of_kind(rows.kind or "", listing.EVERYTHING), c=t.listed.c, id=t.listed.c.event,
                         through_events=True)  # fmt: skip


def _of_kind(rows: Rows) -> ColumnElement[bool]:
    c = t.listed.c
    there = select(c.event).where(c.list == listing.of_kind(rows.kind or "", listing.EVERYTHING))
    return there.where(c.begin == rows.begin, c.event == rows.id).exists()


def _parties(question: Question) -> list[str]:
    return sorted(set(question.states))[:2]


def _base(connection: Connection, question: Question) -> str:
    """The list that is likely to be the shortest of those that hold everything asked for."""
    if len(set(question.states)) > 1:
        return listing.of_parties(_parties(question))
    for kind, asked in ((listing.SOURCE, question.source), (listing.PLACE, question.place)):
        name = listing.of_kind(kind, asked or "")
        if asked and not (question.states and _is_long(connection, name, question.states[0])):
            return name
    if question.states:
        return question.states[0]
    if len(question.contexts) == 1:
        return listing.of_kind(listing.CONTEXT, question.contexts[0])
    return listing.of_kind(listing.PROMISED, "") if question.promised else listing.EVERYTHING


def _is_long(connection: Connection, name: str, party: str) -> bool:
    """Whether to go through a list, asking for the party of each event, takes longer than through the party's own."""
    c = t.counted.c
    number = connection.execute(select(c.number).where(c.kind == PARTY, c.name == party)).scalar() or 0
    there = select(t.listed.c.event).where(t.listed.c.list == name).order_by(t.listed.c.begin)
    return connection.execute(there.offset(int(number) // _ASKING).limit(1)).first() is not None


def _in_list(statement: S, name: str, question: Question) -> S:
    c = t.listed.c
    statement = asked_of(statement.where(c.list == name), t.listed, question)
    if question.least_sources:
        statement = statement.where(c.independent_sources >= question.least_sources)
    if question.promised:
        statement = statement.where(c.outcome.is_not(None))
    if question.place:
        statement = statement.where(c.place == question.place)
    if question.contexts:
        statement = statement.where(
            or_(*(c.contexts.contains(f"|{one}|", autoescape=True) for one in question.contexts))
        )
    for code in question.states:
        if code not in _own(name, question):
            taking_part = select(t.event_participants.c.code)
            there = and_(t.event_participants.c.event == c.event, t.event_participants.c.code == code)
            statement = statement.where(taking_part.where(there).exists())
    if question.source and name != listing.of_kind(listing.SOURCE, question.source):
        statement = statement.where(holds(c.sources, listing.between_bars([question.source])))
    return statement


def _own(name: str, question: Question) -> list[str]:
    """The parties whose list this is, or of whose list it holds a kind."""
    parties = _parties(question)
    held = listing.of_parties(parties)
    return parties if name in {held, *(listing.of_kind(kind, held) for kind in listing.KINDS)} else []


def counted(connection: Connection, question: Question, kind: str | None = None) -> int | None:
    """How many events are asked for, or how many of a kind, where it is kept; None where it must be counted.

    Kept are those of a pair, a source, a place or a context; of a kind those of all and of a party.
    """
    name = _kept_as(question) if kind is None else _kept_of(kind, question)
    if name is None or _is_file(connection, question):
        return None
    c = t.counted.c
    return int(connection.execute(select(c.number).where(c.kind == name[0], c.name == name[1])).scalar() or 0)


def _kept_as(question: Question) -> Name | None:
    states, context = tuple(sorted(set(question.states))), question.contexts[0] if question.contexts else None
    asked_for = _whole(question)
    if len(states) == 2 and asked_for == Question(question.states):
        return PAIR, listing.of_parties(states)
    for kind, name, alone in (
        (listing.SOURCE, question.source, Question(source=question.source)),
        (listing.PLACE, question.place, Question(place=question.place)),
        (listing.CONTEXT, context, Question(contexts=question.contexts[:1])),
    ):
        if name and asked_for == alone:
            return LISTED, listing.of_kind(kind, name)
    return None


def _kept_of(kind: str, question: Question) -> Name | None:
    name = listing.of_parties(question.states)
    alone = kind in listing.COUNTED and " " not in name and _whole(question) == Question(question.states)
    return (LISTED, listing.of_kind(kind, name)) if alone else None


def _whole(question: Question) -> Question:
    return msgspec.structs.replace(question, limit=None, offset=0, newest_first=False)


def tallied(question: Question) -> Select[Any] | None:
    """A statement over the tallies of what is asked for, without columns; None where they do not tell it."""
    plain = Question(question.states, question.since, question.until, question.types, question.statuses,
                     question.undated, promised=question.promised)  # fmt: skip
    if _whole(question) != plain or len(set(question.states)) > 1 or not _whole_months(question):
        return None
    c = t.tallies.c
    statement: Select[Any] = select().where(c.list == (question.states[0] if question.states else listing.EVERYTHING))
    if question.types:
        statement = statement.where(c.type.in_(question.types))
    if question.statuses:
        statement = statement.where(c.status.in_(question.statuses))
    if question.promised:
        statement = statement.where(c.outcome != "")
    return _in_months(statement, question)


def _in_months(statement: Select[Any], question: Question) -> Select[Any]:
    c = t.tallies.c
    window = dated = or_(c.first_month != "", c.last_month != "")
    if question.since:
        window = and_(window, or_(c.last_month == "", c.last_month >= question.since.isoformat()[:7]))
    if question.until:
        window = and_(window, or_(c.first_month == "", c.first_month <= question.until.isoformat()[:7]))
    asked = question.since is not None or question.until is not None
    undated = not asked if question.undated is None else question.undated
    if undated:
        return statement.where(or_(window, ~dated)) if asked else statement
    return statement.where(window)


def _whole_months(question: Question) -> bool:
    """Whether the days asked for are the first and the last of a month."""
    since, until = question.since, question.until
    ends = until is None or until == date.max or (until + timedelta(days=1)).day == 1
    return ends and (since is None or since.day == 1)
