"""From the ledger to the contents of a brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from legation.event import Event
from legation.ledger import Ledger, Question
from legation.merging import Link, root
from legation.merging.sources import same_root
from legation.views.brief.contents import Brief, Counted, Entry
from legation.views.brief.entries import EntryMaker
from legation.views.brief.hurried import hurry
from legation.views.brief.material import Material, day_of, dispatch_lines
from legation.views.brief.monthly import months_of
from legation.views.brief.people import people_of
from legation.views.brief.promises import promise_of
from legation.views.brief.shortening import NAME, cut
from legation.views.wording import Interface, PartyNames, date_words
from legation.when import BEHIND_ALL, is_edtf, known_bounds, precision

_TOLD = ("occurred", "ongoing", "denied")
_OUTCOMES = ("overdue", "open", "cancelled", "kept")
"""The order of promises: what wants attention first."""
_NAMED = 8
"""Outlets and sources named at the head; the others are counted."""


def gather_brief(
    ledger: Ledger,
    codes: Sequence[str],
    *,
    since: date | None = None,
    interface: Interface,
    names: PartyNames,
    language: str,
) -> Brief:
    """The brief of the events in which all of `codes` take part.

    With `since`, events that cannot be dated stay unless everything that tells them came out before.

    Raises:
        LedgerError: the ledger failed.
    """
    material = Material(ledger, _events(ledger, codes, since))
    maker = EntryMaker(material.reports, material.dispatches, material.numbers, interface, names)
    entries = {event.id: maker.entry(number, event) for number, event in enumerate(material.events, 1)}
    in_order = tuple(entries[event.id] for event in material.events)
    promises = {
        event.id: promise
        for event in material.events
        if (promise := promise_of(event, entries[event.id], maker, material, interface))
    }
    return Brief(
        interface=interface,
        language=language,
        parties=tuple(names.name(code) for code in codes),
        since=interface.brief.since.format(date=date_words(since.isoformat(), interface)) if since else None,
        as_of=_as_of(material, interface),
        period=_period(material.events, interface),
        counted=_counted(material, interface),
        months=months_of(material.events, interface),
        hurried=hurry(material.events, entries, promises, ledger.newest_day(), interface),
        promises=tuple(sorted(promises.values(), key=lambda p: _OUTCOMES.index(p.outcome))),
        years=_by_year(in_order),
        undated=tuple(entry for entry in in_order if entry.year is None),
        people=people_of(codes, material.events, material.reports, entries, names),
        disputed=tuple(entry for entry in in_order if entry.dissents),
        dispatches=dispatch_lines(material, interface),
    )


def _events(ledger: Ledger, codes: Sequence[str], since: date | None) -> list[Event]:
    found = ledger.events(Question(states=tuple(codes), since=since, undated=True))
    return sorted((event for event in found if _may_be(event, since)), key=_in_order)


def _may_be(event: Event, since: date | None) -> bool:
    """Whether an undated event can have been since then: something that tells it came out since, or has no date."""
    if since is None or event.date_bounds != (None, None):
        return True
    ends = [known_bounds(report.dispatch.published)[1] for report in event.reports]
    return any(end is None or end >= since for end in ends)


def _in_order(event: Event) -> tuple[str, str, str, str]:
    first, last = event.date_bounds
    told = min(day_of(report.dispatch.published) for report in event.reports)
    return first or last or BEHIND_ALL, told, event.date or "", event.id


def _as_of(material: Material, interface: Interface) -> str:
    days = {event.commitment.as_of for event in material.events if event.commitment and event.commitment.as_of}
    if not days:
        first_days = (known_bounds(dispatch.published)[0] for dispatch in material.dispatches.values())
        days = {day.isoformat() for day in first_days if day}
    if not days:
        return interface.brief.as_of_unknown
    return interface.brief.as_of.format(date=date_words(max(days), interface))


def _period(events: Sequence[Event], interface: Interface) -> str:
    dated = [event for event in events if all(event.date_bounds)]
    dated = [event for event in dated if event.status in _TOLD] or dated
    if not dated:
        return interface.brief.period_unknown
    first = min(dated, key=lambda event: event.date_bounds[0] or "")
    last = max(dated, key=lambda event: event.date_bounds[1] or "")
    start, end = _edge(first, 0, interface), _edge(last, 1, interface)
    return start if start == end else interface.brief.period_from_to.format(start=start, end=end)


def _edge(event: Event, side: int, interface: Interface) -> str:
    """One end of the period: the event's date as it is known, of an interval only its day on that side."""
    if event.date and is_edtf(event.date) and precision(event.date) in ("day", "month", "year"):
        return date_words(event.date, interface)
    return date_words(event.date_bounds[side], interface)


def _counted(material: Material, interface: Interface) -> Counted:
    outlets = Counter(dispatch.outlet for dispatch in material.dispatches.values() if dispatch.outlet)
    sources = _roots(material)
    copies = sum(1 for id_ in material.dispatches if id_ in material.originals)
    statuses: Counter[str] = Counter(event.status for event in material.events)
    return Counted(
        dispatches=interface.count("dispatches", len(material.dispatches)),
        outlets=interface.count("outlets", len(outlets)) if outlets else interface.brief.outlets_none,
        outlet_names=_named(sorted(outlets, key=lambda name: (-outlets[name], name))),
        sources=interface.count("sources", len(sources)),
        source_names=_named([source.name for source in sources]),
        reprints=interface.count("reprints", copies) if copies else None,
        events=interface.count("events", len(material.events)),
        by_status=tuple(
            interface.count(status, number) for status in interface.statuses if (number := statuses[status])
        ),
    )


def _roots(material: Material) -> list[Link]:
    """The independent sources of all events, those behind most reports first: a reprint adds none to its original."""
    found: list[tuple[Link, list[str]]] = []
    for id_, report in sorted(material.reports.items()):
        if material.originals.get(report.dispatch.id) in material.dispatches:
            continue
        link = root(report, material.dispatches.get(report.dispatch.id))
        behind = next((reports for known, reports in found if same_root(link, known)), None)
        if behind is None:
            found.append((link, [id_]))
        else:
            behind.append(id_)
    return [link for link, _ in sorted(found, key=lambda one: (-len(one[1]), one[0].name))]


def _named(names: Sequence[str]) -> tuple[str, ...]:
    more = len(names) - _NAMED
    return (*(cut(name, NAME) for name in names[:_NAMED]), *([f"… (+{more})"] if more > 0 else []))


def _by_year(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    years: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.year is not None:
            years.setdefault(entry.year, []).append(entry)
    return tuple((str(year), tuple(years[year])) for year in sorted(years))
