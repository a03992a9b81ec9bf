"""Who took part, for whom, in which office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from legation.event import Event
from legation.merging import group_people
from legation.merging.people import canonical
from legation.report import Report
from legation.views.brief.contents import Entry, PersonOf
from legation.views.wording import PartyNames


def people_of(
    codes: Sequence[str],
    events: Sequence[Event],
    reports: Mapping[str, Report],
    entries: Mapping[str, Entry],
    names: PartyNames,
) -> tuple[tuple[str, tuple[PersonOf, ...]], ...]:
    """For each party of the brief its people, those in most events first; spellings of one name are one person."""
    found = []
    for code in codes:
        offices: dict[str, Counter[str]] = {}
        seen: dict[str, set[int]] = {}
        for event in events:
            for one in event.reports:
                report = reports.get(one.id)
                for taking_part in (*report.actors, *report.recipients) if report else ():
                    if taking_part.code == code and taking_part.person:
                        seen.setdefault(taking_part.person, set()).add(entries[event.id].number)
                        if taking_part.office:
                            offices.setdefault(taking_part.person, Counter())[taking_part.office] += 1
        people = []
        for group in group_people(tuple(seen)):
            held = sum((offices.get(name, Counter()) for name in group), Counter[str]())
            told = sorted({number for name in group for number in seen[name]})
            in_order = tuple(sorted(held, key=lambda office: (-held[office], office)))
            people.append(PersonOf(canonical(group), in_order, tuple(told)))
        people.sort(key=lambda person: (-len(person.entries), person.entries, person.name))
        found.append((names.name(code), tuple(people)))
    return tuple(found)
