"""People and their offices, as a table and as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from legation.ledger import OfficeHeld, PersonHolding
from legation.views.cli.printing import kept_spaces, print_table
from legation.views.escaping import one_line
from legation.views.wording import Quotation, passage
from legation.views.wording.saying import place_of

_QUOTED = 150
_SPELLINGS = 5
"""Spellings shown of one person; JSON lines have all."""


def print_people(people: Sequence[PersonHolding]) -> None:
    """A row an office, with the words that give it; those without an office have one row."""
    print_table(("state", "person", "office", "attested", "words"), _rows(people), narrow=(0,))


def _rows(people: Sequence[PersonHolding]) -> Iterator[tuple[str | Text, ...]]:
    for person in people:
        head: tuple[str | Text, ...] = (person.state, _names(person))
        for held in person.held:
            yield (*head, held.office, attested(held), _words(held))
            head = ("", "")
        if not person.held:
            yield (*head, "–", "–", Text(", ".join(place_of(source) for source in person.dispatches[:1])))


def _names(person: PersonHolding) -> Text:
    others = [name for name in person.spellings if name != person.person]
    shown = Text(one_line(person.person), style="bold")
    if others:
        more = f", … (+{len(others) - _SPELLINGS})" if len(others) > _SPELLINGS else ""
        shown.append(kept_spaces(f" (also {', '.join(others[:_SPELLINGS])}{more})"), style="not bold")
    return shown


def attested(held: OfficeHeld) -> str:
    """The days between which dispatches give this office: "2020-02-07 to 2021-03-02"."""
    if held.first is None or held.last is None:
        return "undated"
    return held.first if held.first == held.last else f"{held.first} to {held.last}"


def _words(held: OfficeHeld) -> Text:
    found: Quotation = passage(held.quote, held.office, _QUOTED)
    text = Text(kept_spaces(found.before))
    text.append(one_line(found.trigger), style="bold")
    return text.append(kept_spaces(found.after)).append(kept_spaces(f" — {place_of(held.source)}"))
