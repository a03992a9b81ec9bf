"""Events, reports and dispatches as polars tables: a row each, flat columns with types."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from legation.dispatch import Dispatch
from legation.event import Event
from legation.report import Participant, Report
from legation.views.wording.saying import told_as
from legation.when import known_bounds

if TYPE_CHECKING:
    import polars as pl

T = TypeVar("T")
Cell = Callable[[Any], Any]


class Column(NamedTuple):
    """A column: the name of its polars type (see `_TYPES`) and what stands in it for a record."""

    type: str
    cell: Cell


def events_frame(events: Iterable[Event]) -> pl.DataFrame:
    """A row an event. `quote` is the sentence of its first report with the event's status, `source` where it stands."""
    return frame(events, EVENT_COLUMNS)


def reports_frame(reports: Iterable[Report]) -> pl.DataFrame:
    """A row a report."""
    return frame(reports, REPORT_COLUMNS)


def dispatches_frame(dispatches: Iterable[Dispatch]) -> pl.DataFrame:
    """A row a dispatch, with its text."""
    return frame(dispatches, DISPATCH_COLUMNS)


def frame(records: Iterable[T], columns: Mapping[str, Column]) -> pl.DataFrame:
    """A table with these columns, typed also when there are no rows."""
    import polars as pl  # noqa: PLC0415

    types: Mapping[str, pl.DataType] = {
        "text": pl.String(), "texts": pl.List(pl.String()), "day": pl.Date(), "count": pl.UInt32(),
        "number": pl.Float64(), "truth": pl.Boolean(),
    }  # fmt: skip
    rows = list(records)
    cells = {name: [column.cell(row) for row in rows] for name, column in columns.items()}
    return pl.DataFrame(cells, schema={name: types[column.type] for name, column in columns.items()})


def as_day(iso: str | None) -> date | None:
    """A day from its ISO form."""
    return date.fromisoformat(iso) if iso else None


def bound(edtf: str | None, side: int) -> date | None:
    """The first (0) or last (1) day that a date in EDTF allows."""
    return known_bounds(edtf)[side]


def codes(participants: Iterable[Participant]) -> list[str]:
    """The codes of parties, each once, in order."""
    return list(dict.fromkeys(one.code for one in participants))


def _persons(report: Report) -> list[str]:
    return list(dict.fromkeys(one.person for one in (*report.actors, *report.recipients) if one.person))


EVENT_COLUMNS: Mapping[str, Column] = {
    "id": Column("text", lambda e: e.id),
    "type": Column("text", lambda e: e.type),
    "mode": Column("text", lambda e: e.mode),
    "status": Column("text", lambda e: e.status),
    "date": Column("text", lambda e: e.date),
    "first_day": Column("day", lambda e: as_day(e.date_bounds[0])),
    "last_day": Column("day", lambda e: as_day(e.date_bounds[1])),
    "actors": Column("texts", lambda e: codes(e.actors)),
    "recipients": Column("texts", lambda e: codes(e.recipients)),
    "people": Column("texts", lambda e: list(e.people)),
    "place": Column("text", lambda e: e.place.code if e.place else None),
    "place_name": Column("text", lambda e: e.place.name if e.place else None),
    "contexts": Column("texts", lambda e: list(e.contexts)),
    "quad": Column("text", lambda e: e.quad),
    "intensity": Column("number", lambda e: e.intensity),
    "scope": Column("text", lambda e: e.scope),
    "dispatches": Column("count", lambda e: e.dispatches),
    "independent_sources": Column("count", lambda e: e.independent_sources),
    "sources": Column("texts", lambda e: [source.name for source in e.sources]),
    "disagreements": Column("texts", lambda e: [found.field for found in e.disagreements]),
    "due": Column("text", lambda e: e.commitment.due if e.commitment else None),
    "outcome": Column("text", lambda e: e.commitment.outcome if e.commitment else None),
    "trigger": Column("text", lambda e: told_as(e).trigger.text),
    "quote": Column("text", lambda e: told_as(e).sentence.text),
    "source": Column("text", lambda e: told_as(e).dispatch.source),
}
"""Columns of a table of events; `first_day` and `last_day` are the bounds of `date` (EDTF)."""

REPORT_COLUMNS: Mapping[str, Column] = {
    "id": Column("text", lambda r: r.id),
    "dispatch": Column("text", lambda r: r.dispatch.id),
    "source": Column("text", lambda r: r.dispatch.source),
    "outlet": Column("text", lambda r: r.dispatch.outlet),
    "published": Column("text", lambda r: r.dispatch.published),
    "type": Column("text", lambda r: r.type),
    "mode": Column("text", lambda r: r.mode),
    "status": Column("text", lambda r: r.status),
    "date": Column("text", lambda r: r.date),
    "first_day": Column("day", lambda r: bound(r.date, 0)),
    "last_day": Column("day", lambda r: bound(r.date, 1)),
    "actors": Column("texts", lambda r: codes(r.actors)),
    "recipients": Column("texts", lambda r: codes(r.recipients)),
    "people": Column("texts", _persons),
    "place": Column("text", lambda r: r.place.code if r.place else None),
    "place_name": Column("text", lambda r: r.place.name if r.place else None),
    "contexts": Column("texts", lambda r: list(r.contexts)),
    "quad": Column("text", lambda r: r.quad),
    "intensity": Column("number", lambda r: r.intensity),
    "scope": Column("text", lambda r: r.scope),
    "salience": Column("text", lambda r: r.salience),
    "confidence": Column("number", lambda r: r.confidence),
    "postponed": Column("truth", lambda r: r.postponed),
    "says_so": Column("texts", lambda r: [link.name for link in r.attribution]),
    "trigger": Column("text", lambda r: r.trigger.text),
    "quote": Column("text", lambda r: r.sentence.text),
    "start": Column("count", lambda r: r.sentence.start),
    "end": Column("count", lambda r: r.sentence.end),
}
"""Columns of a table of reports; `start` and `end` are where the quote stands in the text of the dispatch."""

DISPATCH_COLUMNS: Mapping[str, Column] = {
    "id": Column("text", lambda d: d.id),
    "source": Column("text", lambda d: d.source),
    "title": Column("text", lambda d: d.title),
    "outlet": Column("text", lambda d: d.outlet),
    "language": Column("text", lambda d: d.language),
    "published": Column("text", lambda d: d.published),
    "first_day": Column("day", lambda d: bound(d.published, 0)),
    "last_day": Column("day", lambda d: bound(d.published, 1)),
    "text": Column("text", lambda d: d.text),
}
"""Columns of a table of dispatches; `first_day` and `last_day` are the bounds of `published` (EDTF)."""
