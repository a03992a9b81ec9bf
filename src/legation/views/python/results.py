"""What questions give: immutable sequences that turn into tables, dictionaries and a notebook's display."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from legation.dispatch import Dispatch
from legation.event import Event
from legation.report import Report
from legation.views import frames
from legation.views.python import html
from legation.views.python.shown import (
    ShownDispatch,
    ShownEvent,
    ShownReport,
    as_dict,
    shown_dispatch,
    shown_event,
    shown_report,
)
from legation.views.wording import event_label, load_interface, told_as

if TYPE_CHECKING:
    import polars as pl

R = TypeVar("R")
T = TypeVar("T")
_LANGUAGE = "en"
_FEW = 5


class Results(Sequence[T], Generic[R, T]):
    """An immutable sequence: an element by its number, a part by a slice, in the order of the ledger."""

    def __init__(self, records: Iterable[R]) -> None:
        self._records = tuple(records)

    @abstractmethod
    def _shown(self, record: R) -> T: ...

    @abstractmethod
    def to_polars(self) -> pl.DataFrame:
        """A polars table, typed also when it is empty."""

    @abstractmethod
    def to_dicts(self) -> list[dict[str, Any]]:
        """Dictionaries of plain values."""

    @abstractmethod
    def _repr_html_(self) -> str: ...

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> T | Self:
        if not isinstance(index, slice):
            return self._shown(self._records[index])
        part = copy(self)
        part._records = self._records[index]
        return part

    def __iter__(self) -> Iterator[T]:
        return map(self._shown, self._records)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Results) and self._records == other._records

    def __hash__(self) -> int:
        return hash((type(self), len(self._records)))

    def __repr__(self) -> str:
        lines = [f"<{type(self).__name__}: {len(self)}>", *(f"  {one!r}" for one in self[:_FEW])]
        return "\n".join([*lines, "  …"] if len(self) > _FEW else lines)


class Events(Results[Event, ShownEvent]):
    """Events, by date; those without a known day last."""

    def _shown(self, record: Event) -> ShownEvent:
        return shown_event(record)

    def to_polars(self) -> pl.DataFrame:
        """A row an event: its fields flat, `first_day` and `last_day` as days, lists of codes, one quote."""
        return frames.events_frame(self._records)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The public records, as `legation events --format jsonl` writes them."""
        return [as_dict(event) for event in self._records]

    def _repr_html_(self) -> str:
        ui = load_interface(_LANGUAGE)
        rows = (
            (
                html.plain(one.date), html.plain(f"{event_label(one.type, one.mode, ui)} ({ui.statuses[one.status]})"),
                html.plain(html.sides(one)), html.plain(f"{one.independent_sources} ({one.dispatches})"),
                html.quoted(told_as(one).sentence, told_as(one).trigger), html.plain(one.id[:8]),
            )
            for one in self._records
        )  # fmt: skip
        return html.table(("date", "what", "who → whom", "sources", "words", "id"), rows, len(self))


class Reports(Results[Report, ShownReport]):
    """Reports, each of what one dispatch says of one event."""

    def _shown(self, record: Report) -> ShownReport:
        return shown_report(record)

    def to_polars(self) -> pl.DataFrame:
        """A row a report: its fields flat, `first_day` and `last_day` as days, lists of codes, the sentence."""
        return frames.reports_frame(self._records)

    def to_dicts(self) -> list[dict[str, Any]]:
        """The public records, as `legation read --format jsonl` writes them."""
        return [as_dict(report) for report in self._records]

    def _repr_html_(self) -> str:
        return html.reports(self._records)


class Dispatches(Results[Dispatch, ShownDispatch]):
    """Dispatches, by their own date."""

    def _shown(self, record: Dispatch) -> ShownDispatch:
        return shown_dispatch(record)

    def to_polars(self) -> pl.DataFrame:
        """A row a dispatch, with its text."""
        return frames.dispatches_frame(self._records)

    def to_dicts(self) -> list[dict[str, Any]]:
        """All fields, the text among them."""
        return [as_dict(dispatch) for dispatch in self._records]

    def _repr_html_(self) -> str:
        rows = (tuple(map(html.plain, (d.published, d.outlet, d.title, d.source, d.id[:8]))) for d in self._records)
        return html.table(("published", "outlet", "title", "source", "id"), rows, len(self))
