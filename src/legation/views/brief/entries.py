"""One event of the ledger as an entry of the brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain as flat

from legation.dispatch import Dispatch
from legation.event import Disagreement, Event, SaidValue
from legation.merging import chain_text
from legation.report import Participant, Report
from legation.views.brief.contents import Dissent, Entry, PersonThere, Said, Telling
from legation.views.wording import Interface, PartyNames, date_words, disputed_words, event_label, quotation, who_says
from legation.when import known_bounds

KINDS = {
    "verbal cooperation": "words-with",
    "material cooperation": "deeds-with",
    "verbal conflict": "words-against",
    "material conflict": "deeds-against",
}
"""Short codes of the quad classes, for styling."""
_QUOTED = 3
"""Wordings shown of one event; further dispatches are named by their numbers."""


class EntryMaker:
    """Makes entries; knows the reports and dispatches of the brief and its words."""

    def __init__(
        self,
        reports: Mapping[str, Report],
        dispatches: Mapping[str, Dispatch],
        numbers: Mapping[str, int],
        interface: Interface,
        names: PartyNames,
    ) -> None:
        self._reports, self._dispatches, self._numbers = reports, dispatches, numbers
        self._by_source = {d.source: numbers[i] for i, d in dispatches.items() if i in numbers}
        self._interface, self._names = interface, names

    def entry(self, number: int, event: Event) -> Entry:
        """The entry of an event, its best wording first."""
        interface = self._interface
        told = [self._reports[report.id] for report in event.reports if report.id in self._reports]
        background = all(report.salience == "background" for report in told)
        tellings = self.tellings(told, event.status)
        shown = tellings[: 1 if background else _QUOTED]
        first_day, last_day = event.date_bounds
        named = {n for telling in shown for n in telling.dispatches}
        return Entry(
            number=number,
            id=event.id,
            year=int((first_day or last_day or "")[:4]) if first_day or last_day else None,
            date=date_words(event.date, interface),
            label=event_label(event.type, event.mode, interface),
            kind=KINDS[event.quad],
            quad=interface.quads[event.quad],
            status=event.status,
            status_words=interface.statuses[event.status],
            actors=self._sides(event.actors),
            recipients=self._sides(event.recipients),
            people=tuple(
                PersonThere(one.person, self._names.name(one.code), one.office)
                for one in flat(event.actors, event.recipients)
                if one.person
            ),
            place=self._names.place(event.place) if event.place else None,
            backed=interface.brief.backed.format(
                dispatches=interface.count("dispatches", event.dispatches),
                sources=interface.count("sources", event.independent_sources),
                names="; ".join(source.name for source in event.sources),
            )
            if event.dispatches > 1
            else None,
            sources=event.independent_sources,
            background=background,
            tellings=tuple(shown),
            also=tuple(sorted({n for telling in tellings for n in telling.dispatches} - named)),
            dissents=tuple(self._dissent(event, found) for found in event.disagreements),
        )

    def tellings(self, reports: Sequence[Report], status: str | None = None) -> list[Telling]:
        """The wordings of these reports, the best first; one for equal sentences, reprints being many."""
        groups: dict[str, list[Report]] = {}
        for report in sorted(reports, key=lambda r: self._worth(r, status)):
            groups.setdefault(" ".join(report.sentence.text.split()), []).append(report)
        return [
            Telling(
                quotation(group[0].sentence, group[0].trigger),
                chain_text(group[0], self._dispatches.get(group[0].dispatch.id)),
                tuple(sorted({self._numbers[r.dispatch.id] for r in group if r.dispatch.id in self._numbers})),
                self._first_published(group),
            )
            for group in groups.values()
        ]

    def _worth(self, report: Report, status: str | None) -> tuple[bool, bool, float, int, str]:
        """Orders wordings: those that say what is agreed, of dispatches about it, the surest, the earliest."""
        number = self._numbers.get(report.dispatch.id, 0)
        return report.status != status, report.salience != "main", -report.confidence, number, report.id

    def _sides(self, participants: Sequence[Participant]) -> tuple[str, ...]:
        """Parties by name, with their sector where it is not the government: "Venezuela (opposition)"."""
        found = []
        for one in participants:
            sector = self._interface.sectors.get(one.sector)
            found.append(f"{self._names.name(one.code)} ({sector})" if sector else self._names.name(one.code))
        return tuple(dict.fromkeys(found))

    def _first_published(self, reports: Sequence[Report]) -> str | None:
        dated = {report.dispatch.published for report in reports if report.dispatch.published}
        first = min(dated, key=lambda day: (known_bounds(day)[0] or date.max, day), default=None)
        return date_words(first, self._interface) if first else None

    def _dissent(self, event: Event, found: Disagreement) -> Dissent:
        return Dissent(
            self._interface.disagreements.get(found.field, found.field),
            tuple(self._said(event, found.field, value) for value in found.values),
        )

    def _said(self, event: Event, field: str, value: SaidValue) -> Said:
        words = disputed_words(field, value.value, self._interface, self._names)
        numbers = {self._by_source[source] for source in value.dispatches if source in self._by_source}
        names = tuple(source.name for source in who_says(event, value.dispatches))
        return Said(words, names, tuple(sorted(numbers)))
