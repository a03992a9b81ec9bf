"""Sequences of what is found in events: commitments with the words of both ends, disagreements, people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from legation.event import Disagreement, Event, EventReport
from legation.ledger import OfficeHeld, PersonHolding
from legation.views.escaping import one_line
from legation.views.frames import Column, as_day, bound, codes, frame
from legation.views.python import html
from legation.views.python.marks import Piece
from legation.views.python.results import Results
from legation.views.python.shown import ShownEvent, ShownPerson, as_dict, shown_event, shown_person
from legation.views.wording import (
    due_words,
    earliest,
    event_label,
    load_interface,
    outlets,
    passage,
    who_says,
    words_of,
)

if TYPE_CHECKING:
    import polars as pl

_LANGUAGE = "en"


class Commitments(Results[Event, ShownEvent]):
    """Events with a commitment: what was announced or promised, and what came of it."""

    def __init__(self, events: Iterable[Event], deeds: Mapping[str, EventReport]) -> None:
        super().__init__(event for event in events if event.commitment)
        self._deeds = deeds

    def _shown(self, record: Event) -> ShownEvent:
        return shown_event(record)

    def to_polars(self) -> pl.DataFrame:
        """A row a commitment; `promise` and `told` are the words of the announcement and of the outcome."""
        return frame(self._records, self._columns())

    def to_dicts(self) -> list[dict[str, Any]]:
        """As `legation commitments --format jsonl` writes them."""
        return [
            {"event": event.id}
            | as_dict(event.commitment)
            | {"promise": _quote(self._promise(event)), "told": _quote(self._told(event))}
            for event in self._records
        ]

    def _promise(self, event: Event) -> EventReport | None:
        return earliest(event, event.commitment.announced if event.commitment else (), self._deeds)

    def _told(self, event: Event) -> EventReport | None:
        return earliest(event, event.commitment.evidence if event.commitment else (), self._deeds)

    def _columns(self) -> Mapping[str, Column]:
        return {
            "event": Column("text", lambda e: e.id),
            "type": Column("text", lambda e: e.type),
            "mode": Column("text", lambda e: e.mode),
            "actors": Column("texts", lambda e: codes(e.actors)),
            "recipients": Column("texts", lambda e: codes(e.recipients)),
            "due": Column("text", lambda e: e.commitment.due),
            "due_first": Column("day", lambda e: bound(e.commitment.due, 0)),
            "due_last": Column("day", lambda e: bound(e.commitment.due, 1)),
            "outcome": Column("text", lambda e: e.commitment.outcome),
            "as_of": Column("day", lambda e: as_day(e.commitment.as_of)),
            "promise": Column("text", lambda e: _sentence(self._promise(e))),
            "told": Column("text", lambda e: _sentence(self._told(e))),
        }

    def _repr_html_(self) -> str:
        ui = load_interface(_LANGUAGE)
        rows = (
            (
                html.plain(due_words(one.commitment, ui)), html.plain(ui.outcomes[one.commitment.outcome]),
                html.plain(event_label(one.type, one.mode, ui)), html.plain(html.sides(one)),
                _words(self._promise(one)), _words(self._told(one)), html.plain(one.id[:8]),
            )
            for one in self._records
            if one.commitment
        )  # fmt: skip
        return html.table(("due", "outcome", "what", "who → whom", "promise", "told", "event"), rows, len(self))


class Disputed(NamedTuple):
    """A field of an event on which its reports differ."""

    event: ShownEvent
    disagreement: Disagreement

    def _repr_html_(self) -> str:
        return Disagreements([self.event], self.disagreement.field)._repr_html_()

    def __repr__(self) -> str:
        said = " / ".join(value.value for value in self.disagreement.values)
        return one_line(f"<Disputed {self.event.id[:8]} {self.disagreement.field}: {said}>")


class _Said(NamedTuple):
    """One of the values that the dispatches give."""

    event: Event
    field: str
    value: str
    dispatches: tuple[str, ...]


class Disagreements(Results[Disputed, Disputed]):
    """What the dispatches that tell one event tell differently; each field of an event once."""

    def __init__(self, events: Iterable[Event], field: str | None = None) -> None:
        super().__init__(
            Disputed(shown_event(event), found)
            for event in events
            for found in event.disagreements
            if field in (None, found.field)
        )

    def _shown(self, record: Disputed) -> Disputed:
        return record

    def _said(self) -> list[_Said]:
        return [
            _Said(one.event, one.disagreement.field, value.value, value.dispatches)
            for one in self._records
            for value in one.disagreement.values
        ]

    def to_polars(self) -> pl.DataFrame:
        """A row a value, with the independent sources that say so and words that do."""
        return frame(self._said(), _DISPUTED_COLUMNS)

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dictionary a value, with the columns of `to_polars`."""
        return [{name: column.cell(said) for name, column in _DISPUTED_COLUMNS.items()} for said in self._said()]

    def _repr_html_(self) -> str:
        ui = load_interface(_LANGUAGE)
        names = ui.disagreements
        rows = (
            tuple(map(html.plain, (said.event.date, html.sides(said.event), names.get(said.field, said.field),
                                   said.value, "; ".join(_sources(said)), said.event.id[:8])))
            for said in self._said()
        )  # fmt: skip
        return html.table(("date", "who → whom", "field", "value", "sources", "event"), rows, len(self._said()))


class _Held(NamedTuple):
    """A person with one of the offices held, or none."""

    person: PersonHolding
    office: OfficeHeld | None


class People(Results[PersonHolding, ShownPerson]):
    """People with the offices that dispatches give them, by state and name."""

    def _shown(self, record: PersonHolding) -> ShownPerson:
        return shown_person(record)

    def _held(self) -> list[_Held]:
        return [_Held(one, office) for one in self._records for office in (one.held or (None,))]

    def to_polars(self) -> pl.DataFrame:
        """A row an office; who is given none has one row. `first` and `last` are the days on which it is said."""
        return frame(self._held(), _PEOPLE_COLUMNS)

    def to_dicts(self) -> list[dict[str, Any]]:
        """A dictionary a person, the offices in `held`."""
        return [as_dict(person) for person in self._records]

    def _repr_html_(self) -> str:
        rows = (
            (
                *map(html.plain, (one.state, one.person, office.office if office else None,
                                  office.first if office else None, office.last if office else None)),
                html.as_pieces(passage(office.quote, office.office, 150)) if office else (),
            )
            for one, office in self._held()
        )  # fmt: skip
        return html.table(("state", "person", "office", "first", "last", "words"), rows, len(self._held()))


def _sentence(told: EventReport | None) -> str | None:
    return told.sentence.text if told else None


def _quote(told: EventReport | None) -> dict[str, object] | None:
    if told is None:
        return None
    return {"text": told.sentence.text, "source": told.dispatch.source, "published": told.dispatch.published}


def _words(told: EventReport | None) -> tuple[Piece, ...]:
    return html.quoted(told.sentence, told.trigger) if told else ()


def _sources(said: _Said) -> list[str]:
    return [root.name for root in who_says(said.event, said.dispatches)]


def _says(said: _Said) -> EventReport | None:
    return words_of(said.event, said.dispatches)


_DISPUTED_COLUMNS: Mapping[str, Column] = {
    "event": Column("text", lambda s: s.event.id),
    "date": Column("text", lambda s: s.event.date),
    "type": Column("text", lambda s: s.event.type),
    "mode": Column("text", lambda s: s.event.mode),
    "actors": Column("texts", lambda s: codes(s.event.actors)),
    "recipients": Column("texts", lambda s: codes(s.event.recipients)),
    "field": Column("text", lambda s: s.field),
    "value": Column("text", lambda s: s.value),
    "sources": Column("texts", _sources),
    "outlets": Column("texts", lambda s: list(outlets(s.event, s.dispatches))),
    "quote": Column("text", lambda s: _sentence(_says(s))),
}

_PEOPLE_COLUMNS: Mapping[str, Column] = {
    "state": Column("text", lambda h: h.person.state),
    "person": Column("text", lambda h: h.person.person),
    "spellings": Column("texts", lambda h: list(h.person.spellings)),
    "office": Column("text", lambda h: h.office.office if h.office else None),
    "first": Column("day", lambda h: as_day(h.office.first) if h.office else None),
    "last": Column("day", lambda h: as_day(h.office.last) if h.office else None),
    "dispatches": Column("count", lambda h: len(h.office.dispatches if h.office else h.person.dispatches)),
    "quote": Column("text", lambda h: h.office.quote if h.office else None),
    "source": Column("text", lambda h: h.office.source if h.office else None),
}
