"""Disagreements as a table and as records: each value with the sources behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from legation.event import Event, SaidValue
from legation.views.cli.printing import kind, print_table, short, sides
from legation.views.escaping import one_line
from legation.views.wording import load_interface, outlets, who_says
from legation.views.wording.saying import place_of

_LANGUAGE = "en"
_NAMED = 4
"""Dispatches or outlets named behind one source; the others are counted."""


def print_dissent(events: Sequence[Event]) -> None:
    """A row a value; the event and the field stand in the first row of each."""
    print_table(
        ("event", "date", "what", "who → whom", "differ on", "value", "who says so"), _rows(events), narrow=(0, 1)
    )


def _rows(events: Sequence[Event]) -> Iterator[tuple[str | Text, ...]]:
    names = load_interface(_LANGUAGE).disagreements
    for event in events:
        head = (
            short(event.id), event.date or "–", kind(event.type, event.mode), sides(event.actors, event.recipients)
        )  # fmt: skip
        for found in event.disagreements:
            field = names.get(found.field, found.field)
            for value in found.values:
                yield (*head, field, Text(one_line(value.value), style="bold"), said_by(event, value))
                head, field = ("", "", "", ""), ""


def said_by(event: Event, value: SaidValue) -> str:
    """The independent sources that say so and by whom they are passed on: "AFP (Le Journal, La Copie); Radio"."""
    found = []
    for root in who_says(event, value.dispatches):
        through = outlets(event, root.dispatches) or tuple(place_of(source) for source in root.dispatches)
        through = tuple(name for name in through if name != root.name)
        more = f", … (+{len(through) - _NAMED})" if len(through) > _NAMED else ""
        found.append(f"{root.name} ({', '.join(through[:_NAMED])}{more})" if through else root.name)
    return "; ".join(found)
