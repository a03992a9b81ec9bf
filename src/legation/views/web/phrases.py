"""What templates say of records, in the reader's language: `say.date(event.date)`, `say.party("RUS")`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from legation import ontology
from legation.dispatch import Dispatch
from legation.event import Commitment, Event, EventReport
from legation.merging import chain_text
from legation.report import Participant, Place, Report
from legation.views.web.words import Words
from legation.views.wording import (
    Interface,
    PartyNames,
    Quotation,
    date_words,
    disputed_words,
    due_words,
    earliest,
    event_label,
    load_interface,
    load_party_names,
    quotation,
    told_as,
)
from legation.views.wording.saying import place_of

SHORT = 12
"""Letters of an id in addresses and on pages."""

KINDS = {
    "verbal cooperation": "words-with",
    "material cooperation": "deeds-with",
    "verbal conflict": "words-against",
    "material conflict": "deeds-against",
}
"""Short codes of the quad classes, for styling."""


class Phrases:
    """Records in the words of one language. Strings hold words of dispatches: templates escape them."""

    def __init__(self, interface: Interface, names: PartyNames) -> None:
        self.interface, self.names = interface, names

    def date(self, edtf: str | None) -> str:
        """An EDTF date in words."""
        return date_words(edtf, self.interface)

    def label(self, event: Event | Report) -> str:
        """What kind of event it is."""
        return event_label(event.type, event.mode, self.interface)

    def kind(self, quad: str) -> str:
        """The class for styling of a quad class."""
        return KINDS.get(quad, "words-with")

    def status(self, status: str) -> str:
        """A status in words."""
        return self.interface.statuses.get(status, status)

    def party(self, code: str) -> str:
        """The name of a state or organisation."""
        return self.names.name(code)

    def side(self, participants: Iterable[Participant]) -> tuple[tuple[str, str], ...]:
        """Codes and names of those who act, or are acted upon, each once; the sector where it is not the government."""
        found: dict[str, str] = {}
        for one in participants:
            sector = self.interface.sectors.get(one.sector)
            name = self.party(one.code)
            found.setdefault(one.code, f"{name} ({sector})" if sector else name)
        return tuple(found.items())

    def place(self, place: Place) -> str:
        """Where, as the dispatch writes it, and the state."""
        return self.names.place(place)

    def quotation(self, report: Report | EventReport) -> Quotation:
        """The sentence of a report in three parts, the words that tell of the event in the middle."""
        return quotation(report.sentence, report.trigger)

    def around(self, words: str) -> tuple[str, str]:
        """The quotation marks to put around words."""
        return self.interface.around(words)

    def chain(self, report: Report, dispatch: Dispatch | None = None) -> str:
        """Who says so: "thanhnien.vn ← AFP ← télévision d'État vénézuélienne"."""
        return chain_text(report, dispatch)

    def source(self, source: str) -> str:
        """Where a dispatch comes from, short: "examples/visite.txt" is "visite.txt"."""
        return place_of(source)

    def counted(self, forms: Sequence[str], number: int) -> str:
        """The form of a word that a number takes, with the number."""
        return forms[0 if number in self.interface.singular else 1].format(n=number)

    def told_as(self, event: Event) -> EventReport:
        """The report whose words stand for the event."""
        return told_as(event)

    def announced_as(self, event: Event) -> EventReport:
        """The report that first announced a commitment; that which stands for the event where it is not there."""
        found = earliest(event, event.commitment.announced, {}) if event.commitment else None
        return found or told_as(event)

    def due(self, commitment: Commitment) -> str:
        """When it is due, in words."""
        return due_words(commitment, self.interface)

    def disputed(self, field: str, value: str) -> str:
        """One of the values that dispatches differ on, in words."""
        return disputed_words(field, value, self.interface, self.names)

    def contexts(self, words: Words) -> tuple[tuple[str, str], ...]:
        """The contexts that events may have, with what these words call them."""
        return tuple((name, words[name]) for name in ontology.load().contexts.names)

    def short(self, identifier: str) -> str:
        """The beginning of an id."""
        return identifier[:SHORT]


@cache
def phrases_in(language: str) -> Phrases:
    """The phrases of a language that the interface speaks."""
    return Phrases(load_interface(language), load_party_names(language))
