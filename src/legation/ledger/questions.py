"""Reading: the questions that views ask, as parameterised SQL over the columns; the records come from their JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from legation.dispatch import Dispatch, from_record
from legation.event import Event
from legation.ledger import listing
from legation.ledger import tables as t
from legation.ledger.json_fields import field, items, words
from legation.ledger.portions import AT_ONCE, portions
from legation.ledger.tallying import CALLED
from legation.merging import Reprint
from legation.merging.commitments import as_of
from legation.report import Report
from legation.when import BEHIND_ALL, iso_bounds

S = TypeVar("S", bound=Select[Any])


class Question(msgspec.Struct, frozen=True):
    """What to look for; an empty field asks nothing.

    All of `states` take part; the type is one of `types`, the status one of `statuses`. `since` and `until` are
    compared with the bounds of the date: an event counts when it can have been on one of those days. Those without a
    year or a date cannot be placed: they count when neither `since` nor `until` is given. `undated=True` lets them
    count always, `undated=False` never.

    The fields from `contexts` on narrow events only: one of the contexts; a place in this state; a person whose name
    holds these words (capital and small letters alike in ASCII); told by this outlet, dispatch (its source) or
    independent source; at least so many independent sources; with a commitment; the part of the list from `offset` on,
    `limit` long; the newest first.
    """

    states: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    undated: bool | None = None
    contexts: tuple[str, ...] = ()
    place: str | None = None
    person: str | None = None
    source: str | None = None
    least_sources: int = 0
    promised: bool = False
    limit: int | None = None
    offset: int = 0
    newest_first: bool = False


class Found(msgspec.Struct, frozen=True):
    """What a full-text search found."""

    dispatches: tuple[Dispatch, ...]
    reports: tuple[Report, ...]


def asked_of(statement: S, table: Table, question: Question) -> S:
    """Narrows to type, status and date; `table` has the columns type, status, first_day and last_day."""
    c = table.c
    if question.types:
        statement = statement.where(c.type.in_(question.types))
    if question.statuses:
        statement = statement.where(c.status.in_(question.statuses))
    return _within(statement, table, question)


def _within(statement: S, table: Table, question: Question) -> S:
    c = table.c
    dated = or_(c.first_day.is_not(None), c.last_day.is_not(None))
    window = dated
    if question.since:
        window = and_(window, or_(c.last_day.is_(None), c.last_day >= question.since.isoformat()))
    if question.until:
        window = and_(window, or_(c.first_day.is_(None), c.first_day <= question.until.isoformat()))
    asked = question.since is not None or question.until is not None
    undated = not asked if question.undated is None else question.undated
    if undated and asked:
        return statement.where(or_(window, ~dated))
    return statement if undated else statement.where(window)


def events(connection: Connection, question: Question) -> Iterator[Event]:
    """The events asked for, by date, those without a known day last; some hundreds of them are in memory at once."""
    statement = _ordered(select(t.events.c.record), question)
    if question.limit is not None:
        # Sorted without their records, which are long.
        part = told_by(_ordered(select(t.events.c.id), question), question).limit(question.limit)
        statement = statement.where(t.events.c.id.in_(part.offset(question.offset)))
    else:
        statement = told_by(statement, question).offset(question.offset)
    day = newest_day(connection)
    for row in connection.execute(statement, execution_options={"yield_per": AT_ONCE}).scalars():
        yield event_on(row, day)


def event_on(record: str, day: date | None) -> Event:
    """An event from its JSON, what came of its promise judged for a day."""
    return as_of(msgspec.json.decode(record, type=Event), day)


def _ordered(statement: S, question: Question) -> S:
    c = t.events.c
    begin = func.coalesce(c.first_day, c.last_day)
    day = begin.desc() if question.newest_first else begin
    return statement.order_by(begin.is_(None), day, func.coalesce(c.date, ""), c.id)


def events_by_id(connection: Connection, ids: Sequence[str], day: date | None) -> dict[str, Event]:
    """The events with these ids in their order, judged for a day; those that are not there are left out."""
    found = dict[str, Event]()
    for some in portions(ids):
        rows = connection.execute(select(t.events.c.id, t.events.c.record).where(t.events.c.id.in_(some)))
        found |= {id_: event_on(record, day) for id_, record in rows}
    return {id_: found[id_] for id_ in ids if id_ in found}


def told_by(statement: S, question: Question) -> S:
    """Narrows a statement over events to those asked for. Context and place stand only in the records' JSON."""
    c = t.events.c
    statement = asked_of(statement, t.events, question)
    pair = sorted(set(question.states))[:2]
    in_pair = bool(question.person) and len(pair) == 2
    if in_pair:  # their list is short and lies together; those who are named so stand all over
        statement = statement.where(
            c.id.in_(select(t.listed.c.event).where(t.listed.c.list == listing.of_parties(pair)))
        )
    for code in sorted(set(question.states) - set(pair if in_pair else ())):
        taking_part = select(t.event_participants.c.event).where(t.event_participants.c.code == code)
        if question.person or question.source:  # whom or what fewer events name: each of these is asked for its parties
            statement = statement.where(taking_part.where(t.event_participants.c.event == c.id).exists())
        else:
            statement = statement.where(c.id.in_(taking_part))
    if question.least_sources:
        statement = statement.where(c.independent_sources >= question.least_sources)
    if question.promised:
        statement = statement.where(c.outcome.is_not(None))
    if question.place:
        statement = statement.where(field(c.record, "place", "code") == question.place)
    if question.contexts:
        contexts = words(c.record, "contexts")
        statement = statement.where(
            select(1).select_from(contexts).where(contexts.c.value.in_(question.contexts)).exists()
        )
    if question.person:
        # The few names that hold the words are looked for among those that were counted, then what has them.
        name = t.counted.c.name
        holds = func.lower(name).contains(_small(question.person), autoescape=True)
        named = select(name).where(t.counted.c.kind == CALLED, holds)
        with_person = select(t.event_namings.c.event).where(t.event_namings.c.person.in_(named))
        statement = statement.where(c.id.in_(with_person))
    if question.source:
        from_there = select(t.dispatches.c.seq).where(
            or_(t.dispatches.c.outlet == question.source, t.dispatches.c.source == question.source)
        )
        roots = items(c.record, "sources")
        root = field(roots.c.value, "name") == question.source
        rests = select(1).select_from(roots).where(root).exists()
        statement = statement.where(or_(c.id.in_(_telling(t.reports.c.dispatch.in_(from_there))), rests))
    return statement


def _small(text: str) -> str:
    """With small letters in ASCII alone, as both databases do it with columns of ours."""
    return "".join(char.lower() if char.isascii() else char for char in text)


def _telling(which: ColumnElement[bool]) -> Select[Any]:
    """The events that these reports tell."""
    joined = select(t.event_reports.c.event).join(t.reports, t.reports.c.id == t.event_reports.c.report)
    return joined.where(~t.reports.c.superseded, which)


def newest_day(connection: Connection) -> date | None:
    """The newest own date of the dispatches, as `merging.merge.newest_day` has it; commitments are judged for it."""
    day = connection.execute(select(func.max(t.dispatches.c.first_day))).scalar()
    return date.fromisoformat(day) if day else None


def reports(connection: Connection, question: Question, *, superseded: bool = False) -> tuple[Report, ...]:
    """The reports asked for, by date, then dispatch and place in it; those of superseded readings only if wanted."""
    statement = reports_asked(select(t.reports.c.record), question)
    if not superseded:
        statement = statement.where(~t.reports.c.superseded)
    found = [msgspec.json.decode(row, type=Report) for row in connection.execute(statement).scalars()]
    return tuple(sorted(found, key=_by_day))


def reports_asked(statement: S, question: Question, *, one_by_one: bool = False) -> S:
    """Narrows a statement over reports, those of superseded readings too, to states, type, status and date.

    Those of the first state are gathered and asked for the others; `one_by_one` asks each for all, as
    `dispatches_asked` does.
    """
    statement = asked_of(statement, t.reports, question)
    if not question.states:
        return statement
    if one_by_one:
        return statement.where(*(_takes_part(code, t.reports.c.seq).exists() for code in question.states))
    one = t.report_participants.c
    others = (_takes_part(code, one.report).exists() for code in question.states[1:])
    return statement.where(t.reports.c.seq.in_(select(one.report).where(one.code == question.states[0], *others)))


def _takes_part(code: str, report: ColumnElement[int]) -> Select[Any]:
    """Whether a party takes part in a report, by its row number."""
    there = t.report_participants.alias()
    return select(there.c.report).where(there.c.report == report, there.c.code == code)


def reports_by_id(connection: Connection, ids: Sequence[str]) -> dict[str, Report]:
    """Current reports by their ids; those that are not there are left out."""
    found: dict[str, Report] = {}
    for some in portions(ids):
        statement = select(t.reports.c.record).where(t.reports.c.id.in_(some), ~t.reports.c.superseded)
        read = (msgspec.json.decode(row, type=Report) for row in connection.execute(statement).scalars())
        found |= {report.id: report for report in read}
    return found


def reports_of(connection: Connection, dispatch_id: str) -> tuple[Report, ...]:
    """The current reports of one dispatch, in the order of its text."""
    statement = select(t.reports.c.record).join(t.dispatches, t.reports.c.dispatch == t.dispatches.c.seq)
    rows = connection.execute(statement.where(t.dispatches.c.id == dispatch_id, ~t.reports.c.superseded)).scalars()
    found = [msgspec.json.decode(row, type=Report) for row in rows]
    return tuple(sorted(found, key=lambda report: (report.trigger.start, report.id)))


def _by_day(report: Report) -> tuple[str, str, int, str]:
    first, last = iso_bounds(report.date)
    return (first or last or BEHIND_ALL, report.dispatch.source, report.trigger.start, report.id)


def dispatches(connection: Connection, question: Question | None) -> tuple[Dispatch, ...]:
    """The dispatches, by their own date, then source. `since` and `until` are compared with their own date.

    With states, types or statuses: those with a report that fits.
    """
    statement = select(t.readings.c.record, t.dispatches.c.text).join(
        t.dispatches, t.readings.c.dispatch == t.dispatches.c.seq
    )
    statement = statement.where(t.readings.c.current)
    if question is not None:
        statement = dispatches_asked(statement, question)
    day = func.coalesce(t.dispatches.c.first_day, t.dispatches.c.last_day, BEHIND_ALL)
    rows = connection.execute(statement.order_by(day, t.dispatches.c.source, t.dispatches.c.id))
    return tuple(from_record(row.record, row.text) for row in rows)


def dispatches_asked(statement: S, question: Question, *, one_by_one: bool = False) -> S:
    """Narrows a statement over dispatches to those of a time and with a report that fits.

    `one_by_one` asks each dispatch for such a report, which is sooner when a few are wanted of very many that fit;
    else those that fit are gathered first.
    """
    statement = _within(statement, t.dispatches, question)
    if question.states or question.types or question.statuses:
        plain = msgspec.structs.replace(question, since=None, until=None, undated=None)
        told = select(t.reports.c.dispatch).where(~t.reports.c.superseded)
        if one_by_one:
            told = told.where(t.reports.c.dispatch == t.dispatches.c.seq)
            return statement.where(reports_asked(told, plain, one_by_one=True).exists())
        statement = statement.where(t.dispatches.c.seq.in_(reports_asked(told, plain)))
    return statement


def reprints(connection: Connection) -> tuple[Reprint, ...]:
    """All reprints: those found by likeness, and texts that came in whole from a second source, by original, copy."""
    sources: dict[str, str] = {}
    copies: list[Reprint] = []
    statement = select(t.dispatches.c.id, t.dispatches.c.source, t.readings.c.source.label("copy")).distinct()
    statement = statement.join(t.readings, t.readings.c.dispatch == t.dispatches.c.seq)
    for row in connection.execute(statement):
        sources[row.id] = row.source
        if row.copy != row.source:
            copies.append(Reprint(row.source, row.copy, 1.0, "exact", row.id, row.id))
    for row in connection.execute(select(t.reprints)):
        ends = sources[row.original], sources[row.copy]
        copies.append(Reprint(*ends, row.likeness, row.kind, row.original, row.copy))
    return tuple(sorted(copies, key=lambda reprint: (reprint.original, reprint.copy, reprint.copy_id)))


def dispatch_ids(connection: Connection, sources: Collection[str]) -> dict[str, str]:
    """The ids of dispatches by their current sources; of several texts from one, the one read last."""
    c = t.dispatches.c
    found: dict[str, str] = {}
    for some in portions(tuple(sources)):
        rows = connection.execute(select(c.source, c.id).where(c.source.in_(some)).order_by(c.seq))
        found |= {row.source: row.id for row in rows}
    return found
