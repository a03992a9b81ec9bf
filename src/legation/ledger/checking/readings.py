"""Whether what was read is whole: texts, readings, reports, and the columns that were taken from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, delete, insert, update

from legation.dispatch import Dispatch, text_id
from legation.ledger import counting, record
from legation.ledger import tables as t
from legation.ledger.checking import quoting
from legation.ledger.checking.faults import Fault, Progress
from legation.ledger.checking.pages import Kept, kept
from legation.report import Report
from legation.when import iso_bounds

R = TypeVar("R")
_NOT_DERIVED = ("record", "reading", "dispatch", "superseded")


def look(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """The faults of everything that was read."""
    number = counting.number_of(connection, t.dispatches)
    for done, one in enumerate(kept(connection)):
        progress("texts", done, number)
        yield from _of_text(one)
        for row in one.reports:
            yield from _of_report(one, row)
    progress("texts", number, number)


def _named(one: Kept) -> str:
    return f"dispatch {one.dispatch.id}"


def _of_text(one: Kept) -> Iterator[Fault]:
    text, where = one.dispatch.text, _named(one)
    if text_id(text) != one.dispatch.id:
        yield Fault("text", where, "its text has another hash than its id")
    if not one.readings:
        yield Fault("reading", where, "it has no reading")
        return
    for row in one.readings:
        dispatch = decoded(row.record, Dispatch)
        if dispatch is None or dispatch.id != one.dispatch.id:
            yield Fault("reading", f"{where} from {row.source}", "its record cannot be read")
            continue
        for said in quoting.unquoted(quoting.of_dispatch(dispatch), text):
            yield Fault("span", f"{where} from {row.source}", said)
        if row.first_day != iso_bounds(dispatch.published)[0] or row.source != dispatch.source:
            yield Fault("column", f"{where} from {row.source}", "first_day or source")
    counting_ = record.that_counts(one.readings)
    if {row.seq for row in one.readings if row.current} != {counting_.seq}:
        yield Fault("current", where, f"the one from {counting_.source} should count")
    dispatch = decoded(counting_.record, Dispatch)
    if dispatch is not None:
        yield from _differing("column", where, one.dispatch, record.shown(dispatch))


def _of_report(one: Kept, row: Row[Any]) -> Iterator[Fault]:
    where = f"report {row.id}"
    report = decoded(row.record, Report)
    if report is None or report.dispatch.id != one.dispatch.id:
        yield Fault("report", where, "its record cannot be read" if report is None else "it is of another dispatch")
        return
    for said in quoting.unquoted(quoting.of_report(report), one.dispatch.text):
        yield Fault("span", where, said)
    yield from _differing("column", where, row, _derived(report, row))
    if row.superseded != (row.reading != record.that_counts(one.readings).seq if one.readings else True):
        yield Fault("current", where, "it counts and should not" if not row.superseded else "it should count")
    if [dict(party._mapping) for party in one.parties.get(row.seq, ())] != record.taking_part(report, row.seq):
        yield Fault("participants", where)


def decoded(encoded: str, kind: type[R]) -> R | None:
    """The record in this JSON, None where it is none."""
    try:
        return msgspec.json.decode(encoded, type=kind)
    except (msgspec.MsgspecError, UnicodeEncodeError, TypeError):
        return None


def _derived(report: Report, row: Row[Any]) -> dict[str, object]:
    columns = record.report_columns(report, row.reading, row.dispatch, superseded=row.superseded)
    return {name: value for name, value in columns.items() if name not in _NOT_DERIVED}


def _differing(sort: str, where: str, row: Row[Any], wanted: Mapping[str, object]) -> Iterator[Fault]:
    other = [name for name, value in wanted.items() if getattr(row, name) != value]
    if other:
        yield Fault(sort, where, ", ".join(other))


def derive(connection: Connection, one: Kept) -> None:
    """Writes what is derived from the records of one dispatch anew: columns, parties, which reading counts.

    What cannot be decoded is passed over; its records stay as they are.
    """
    if not one.readings:
        return
    for row in one.readings:
        dispatch = decoded(row.record, Dispatch)
        if dispatch is not None and dispatch.id == one.dispatch.id:
            values = {"first_day": iso_bounds(dispatch.published)[0], "source": dispatch.source}
            connection.execute(update(t.readings).where(t.readings.c.seq == row.seq).values(values))
    rows = connection.execute(t.readings.select().where(t.readings.c.dispatch == one.dispatch.seq)).all()
    if all(decoded(row.record, Dispatch) is not None for row in rows):
        record.choose(connection, one.dispatch.seq, record.that_counts(rows))
    for row in one.reports:
        report = decoded(row.record, Report)
        if report is None or report.dispatch.id != one.dispatch.id:
            continue
        connection.execute(update(t.reports).where(t.reports.c.seq == row.seq).values(_derived(report, row)))
        connection.execute(delete(t.report_participants).where(t.report_participants.c.report == row.seq))
        parties = record.taking_part(report, row.seq)
        if parties:
            connection.execute(insert(t.report_participants), parties)


def needing(connection: Connection) -> Iterator[int]:
    """The dispatches (row numbers) with something that can be derived again."""
    for one in kept(connection):
        faults = [*_of_text(one), *(fault for row in one.reports for fault in _of_report(one, row))]
        if any(fault.derived for fault in faults):
            yield one.dispatch.seq
