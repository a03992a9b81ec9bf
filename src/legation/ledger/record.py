"""Writing: readings are only ever added; which of them counts is settled anew for each text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select, update

from legation.dispatch import Dispatch, record_of
from legation.ledger import kept, server_search, tallying
from legation.ledger import tables as t
from legation.ledger.loading import add, add_numbered
from legation.report import Report
from legation.when import BEHIND_ALL, iso_bounds

_PORTION = 500
"""Dispatches written together: few enough for one IN (…), many enough that the statements do not weigh."""


class Kept(msgspec.Struct, frozen=True):
    """What became of the dispatches given to `keep`.

    `new`: texts the ledger had not seen. `known`: readings it had already, by the same version and from the same
    source. `copies`: the same text from another source. `reread`: known texts read by another version.
    """

    new: int = 0
    known: int = 0
    copies: int = 0
    reread: int = 0


def keep(connection: Connection, items: Iterable[tuple[Dispatch, Sequence[Report]]], program: str) -> Kept:
    """Adds readings within the caller's transaction."""
    counts = {"new": 0, "known": 0, "copies": 0, "reread": 0}
    version = _program(connection, program)
    portion: dict[str, tuple[Dispatch, Sequence[Report]]] = {}
    for dispatch, reports in items:
        # One text twice in a portion would have to be compared with rows that are not written yet.
        if dispatch.id in portion or len(portion) == _PORTION:
            _keep_portion(connection, portion, version, counts)
            portion = {}
        portion[dispatch.id] = (dispatch, reports)
    _keep_portion(connection, portion, version, counts)
    return Kept(**counts)


def _program(connection: Connection, name: str) -> int:
    found = connection.execute(select(t.programs.c.seq).where(t.programs.c.name == name)).scalar()
    return int(found) if found is not None else add_numbered(connection, t.programs, [{"name": name}])[0]


def _keep_portion(
    connection: Connection,
    portion: Mapping[str, tuple[Dispatch, Sequence[Report]]],
    version: int,
    counts: dict[str, int],
) -> None:
    """Adds readings of different texts and counts what became of them."""
    present = select(t.dispatches.c.id, t.dispatches.c.seq).where(t.dispatches.c.id.in_(portion))
    at = {row.id: int(row.seq) for row in connection.execute(present)}
    before: dict[int, set[tuple[int, str]]] = {seq: set() for seq in at.values()}
    columns = t.readings.c.dispatch, t.readings.c.program, t.readings.c.source
    for row in connection.execute(select(*columns).where(t.readings.c.dispatch.in_(before))):
        before[row.dispatch].add((row.program, row.source))
    fresh = [dispatch for i, (dispatch, _) in portion.items() if i not in at]
    seqs = add_numbered(connection, t.dispatches, [{"id": d.id, "text": d.text} | shown(d) for d in fresh])
    at |= {dispatch.id: seq for dispatch, seq in zip(fresh, seqs, strict=True)}
    adding = []
    for i, (dispatch, reports) in portion.items():
        earlier = before.get(at[i])
        if earlier is None:
            counts["new"] += 1
        elif (version, dispatch.source) in earlier:
            counts["known"] += 1
            continue
        else:
            counts["copies" if version in {program for program, _ in earlier} else "reread"] += 1
        adding.append((dispatch, {report.id: report for report in reports}.values(), earlier is None))
    server_search.add(connection, "dispatches", [(at[dispatch.id], dispatch.text) for dispatch in fresh])
    changes = kept.of_sources(connection, [dispatch.source for dispatch, _, _ in adding])
    for dispatch, told_there, only in adding:
        changes.update(kept.of_new(dispatch, list(told_there)) if only else {})
    readings = add_numbered(connection, t.readings, [_reading(d, at[d.id], version, only) for d, _, only in adding])
    told = [
        (report, report_columns(report, reading, at[dispatch.id], superseded=not only))
        for (dispatch, reports, only), reading in zip(adding, readings, strict=True)
        for report in reports
    ]
    numbers = add_numbered(connection, t.reports, [row for _, row in told])
    said = [(seq, report.sentence.text) for (report, _), seq in zip(told, numbers, strict=True)]
    server_search.add(connection, "reports", said)
    rows = [row for (report, _), seq in zip(told, numbers, strict=True) for row in taking_part(report, seq)]
    add(connection, t.report_participants, rows)
    for dispatch, _, only in adding:
        if not only:
            counted = kept.of_current(connection, at[dispatch.id])
            settle(connection, at[dispatch.id])
            changes.update(kept.of_current(connection, at[dispatch.id]))
            changes.subtract(counted)
    tallying.count(connection, changes)


def shown(dispatch: Dispatch) -> dict[str, object]:
    """The columns of `dispatches` that come from the current reading."""
    first_day, last_day = iso_bounds(dispatch.published)
    return {
        "source": dispatch.source,
        "title": dispatch.title,
        "outlet": dispatch.outlet,
        "language": dispatch.language,
        "published": dispatch.published,
        "first_day": first_day,
        "last_day": last_day,
    }


def _reading(dispatch: Dispatch, seq: int, version: int, current: bool) -> dict[str, object]:
    return {
        "dispatch": seq,
        "program": version,
        "source": dispatch.source,
        "first_day": iso_bounds(dispatch.published)[0],
        "record": record_of(dispatch),
        "current": current,
    }


def report_columns(report: Report, reading: int, dispatch: int, *, superseded: bool) -> dict[str, object]:
    """The columns of `reports` from the record of a report."""
    first_day, last_day = iso_bounds(report.date)
    columns = ("id", "type", "mode", "status", "scope", "salience", "date", "quad", "intensity", "confidence")
    return {name: getattr(report, name) for name in columns} | {
        "reading": reading,
        "dispatch": dispatch,
        "superseded": superseded,
        "first_day": first_day,
        "last_day": last_day,
        "sentence": report.sentence.text,
        "record": msgspec.json.encode(report).decode(),
    }


def taking_part(report: Report, seq: int) -> list[dict[str, object]]:
    """The rows of `report_participants`, in their order."""
    roles = [("actor", one) for one in report.actors] + [("recipient", one) for one in report.recipients]
    return [
        {
            "report": seq,
            "place": place,
            "role": role,
            "code": one.code,
            "sector": one.sector,
            "person": one.person,
            "office": one.office,
        }
        for place, (role, one) in enumerate(roles)
    ]


def settle(connection: Connection, seq: int) -> None:
    """Chooses the reading of a text that counts; when it is not the one that did, everything follows it."""
    rows = connection.execute(select(t.readings).where(t.readings.c.dispatch == seq)).all()
    counting = that_counts(rows)
    if not counting.current:
        choose(connection, seq, counting)


def that_counts(rows: Iterable[Row[Any]]) -> Row[Any]:
    """Of the readings of one text the one that counts: by the newest version that read it, of the copy published first.

    Among copies without a date the smallest source: so the order in which copies come in does not matter.
    """
    rows = list(rows)
    newest = max(row.program for row in rows)
    return min((r for r in rows if r.program == newest), key=lambda r: (r.first_day or BEHIND_ALL, r.source))


def choose(connection: Connection, seq: int, counting: Row[Any]) -> None:
    """Lets this reading of a text count: its reports, and what the dispatch shows."""
    connection.execute(
        update(t.readings).where(t.readings.c.dispatch == seq).values(current=t.readings.c.seq == counting.seq)
    )
    connection.execute(
        update(t.reports).where(t.reports.c.dispatch == seq).values(superseded=t.reports.c.reading != counting.seq)
    )
    dispatch = msgspec.json.decode(counting.record, type=Dispatch)
    connection.execute(update(t.dispatches).where(t.dispatches.c.seq == seq).values(shown(dispatch)))
