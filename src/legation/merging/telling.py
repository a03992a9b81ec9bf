"""A telling: a report prepared for comparison, with what its dispatch adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from legation.merging.kindred import kinships
from legation.merging.people import plain
from legation.report import Report
from legation.when import known_bounds

_CONTENT = 5
"""Least letters of a word that counts as content: leaves out articles, prepositions and most auxiliaries in any
language written with letters, without a list of them."""

_NAME = 4
"""Letters by which a word is taken for a name of those taking part, or its adjective: "Venezuela", "vénézuélienne"."""

Bounds = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report, ready to be compared.

    `family` is its type's family; `people` the persons named for each code; `when` and `published` the bounds of its
    date and of its dispatch's own; `origin` the id of its dispatch or, for a reprint, of the original; `words` the
    content words of its sentence without the names of those taking part.
    """

    report: Report
    family: str
    actors: frozenset[str]
    recipients: frozenset[str]
    codes: frozenset[str]
    people: Mapping[str, tuple[str, ...]]
    when: Bounds
    published: Bounds
    origin: str
    words: frozenset[str]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id


def prepare(report: Report, originals: Mapping[str, str]) -> Telling:
    """The telling of `report`; `originals` gives the original's id for the id of each reprint."""
    taking_part = (*report.actors, *report.recipients)
    people: dict[str, set[str]] = {}
    names: set[str] = set()
    for participant in taking_part:
        names.update(plain(f"{participant.text} {participant.person or ''}").split())
        if participant.person:
            people.setdefault(participant.code, set()).add(participant.person)
    beginnings = {name[:_NAME] for name in names if len(name) >= _NAME}
    return Telling(
        report=report,
        family=kinships().family(report.type),
        actors=frozenset(p.code for p in report.actors),
        recipients=frozenset(p.code for p in report.recipients),
        codes=frozenset(p.code for p in taking_part),
        people={code: tuple(sorted(persons)) for code, persons in sorted(people.items())},
        when=known_bounds(report.date),
        published=known_bounds(report.dispatch.published),
        origin=originals.get(report.dispatch.id, report.dispatch.id),
        words=frozenset(
            w for w in plain(report.sentence.text).split() if len(w) >= _CONTENT and w[:_NAME] not in beginnings
        ),
    )


def prepare_all(reports: Iterable[Report], originals: Mapping[str, str]) -> list[Telling]:
    """All tellings, one per report id, sorted by id."""
    known = {report.id: report for report in reports}
    return [prepare(known[i], originals) for i in sorted(known)]
