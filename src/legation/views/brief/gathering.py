"""From the ledger to the contents of a brief."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import Ledger, Question
from legation.merging import Link, originals, root
from legation.merging.sources import same_root
from legation.merging.telling import known_bounds
from legation.report import Report
from legation.views.brief.contents import Brief, Counted, DispatchLine, Entry, Promise
from legation.views.brief.entries import EntryMaker
from legation.views.brief.monthly import months_of
from legation.views.brief.people import people_of
from legation.views.wording import Interface, PartyNames, date_words, due_words
from legation.when import is_edtf, precision

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
    material = _Material(ledger, codes, since)
    maker = EntryMaker(material.reports, material.dispatches, material.numbers, interface, names)
    entries = {event.id: maker.entry(number, event) for number, event in enumerate(material.events, 1)}
    in_order = tuple(entries[event.id] for event in material.events)
    promises = [
        promise
        for event in material.events
        if (promise := _promise(event, entries[event.id], maker, material, interface))
    ]
    return Brief(
        interface=interface,
        language=language,
        parties=tuple(names.name(code) for code in codes),
        since=interface.brief.since.format(date=date_words(since.isoformat(), interface)) if since else None,
        as_of=_as_of(material, interface),
        period=_period(material.events, interface),
        counted=_counted(material, interface),
        months=months_of(material.events, interface),
        promises=tuple(sorted(promises, key=lambda p: _OUTCOMES.index(p.outcome))),
        years=_by_year(in_order),
        undated=tuple(entry for entry in in_order if entry.year is None),
        people=people_of(codes, material.events, material.reports, entries, names),
        disputed=tuple(entry for entry in in_order if entry.dissents),
        dispatches=_dispatch_lines(material, interface),
    )


class _Material:
    """What the ledger holds for a brief: its events in order, their reports and dispatches by id, numbered."""

    def __init__(self, ledger: Ledger, codes: Sequence[str], since: date | None) -> None:
        found = ledger.events(Question(states=tuple(codes), since=since, undated=True))
        self.events = sorted((event for event in found if _may_be(event, since)), key=_in_order)
        wanted = {report.id for event in self.events for report in event.reports}
        # A promise may be kept by a deed that another event tells.
        wanted |= {id_ for event in self.events if event.commitment for id_ in event.commitment.evidence}
        told = {report.id: report for report in ledger.reports(Question(states=tuple(codes[:1])))}
        self.reports: dict[str, Report] = {id_: told[id_] for id_ in wanted & told.keys()}
        for id_ in sorted(wanted - told.keys()):  # reports that name the other party only
            if (report := ledger.report(id_)) is not None:
                self.reports[id_] = report
        self.dispatches: dict[str, Dispatch] = {}
        for id_ in sorted({report.dispatch.id for report in self.reports.values()}):
            if (dispatch := ledger.dispatch(id_)) is not None:
                # The text is not needed, and may be long.
                self.dispatches[id_] = msgspec.structs.replace(dispatch, text="")
        in_order = sorted(self.dispatches.values(), key=lambda d: (_day_of(d.published), d.source, d.id))
        self.numbers = {dispatch.id: number for number, dispatch in enumerate(in_order, 1)}
        # A text that came in whole from a second source is one dispatch: no reprint of itself.
        self.originals = originals(one for one in ledger.reprints() if one.copy_id != one.original_id)


def _may_be(event: Event, since: date | None) -> bool:
    """Whether an undated event can have been since then: something that tells it came out since, or has no date."""
    if since is None or event.date_bounds != (None, None):
        return True
    ends = [known_bounds(report.dispatch.published)[1] for report in event.reports]
    return any(end is None or end >= since for end in ends)


def _in_order(event: Event) -> tuple[str, str, str, str]:
    first, last = event.date_bounds
    told = min(_day_of(report.dispatch.published) for report in event.reports)
    return first or last or "9999-99-99", told, event.date or "", event.id


def _day_of(published: str | None) -> str:
    first = known_bounds(published)[0]
    return first.isoformat() if first else "9999-99-99"


def _promise(
    event: Event, entry: Entry, maker: EntryMaker, material: _Material, interface: Interface
) -> Promise | None:
    commitment = event.commitment
    if commitment is None:
        return None
    words = interface.brief
    end = known_bounds(commitment.due)[1]
    late = end is not None and commitment.as_of is not None and end.isoformat() < commitment.as_of
    outcome_words = {
        "open": words.outcome_open_late if late else words.outcome_open,
        "kept": words.outcome_kept,
        "overdue": words.outcome_overdue,
        "cancelled": words.outcome_cancelled,
    }[commitment.outcome]
    announced = maker.tellings(_known(commitment.announced, material))
    announced = announced or maker.tellings(_known((report.id for report in event.reports), material))
    if not announced:
        return None
    told = maker.tellings(_known(commitment.evidence, material), event.status)
    return Promise(
        entry=entry,
        due=due_words(commitment, interface),
        outcome=commitment.outcome,
        outcome_words=outcome_words,
        telling=announced[0],
        told=told[0] if told else None,
        evidence=tuple(sorted({number for telling in told for number in telling.dispatches})),
    )


def _known(reports: Iterable[str], material: _Material) -> list[Report]:
    return [material.reports[id_] for id_ in reports if id_ in material.reports]


def _as_of(material: _Material, interface: Interface) -> str:
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


def _counted(material: _Material, interface: Interface) -> Counted:
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


def _roots(material: _Material) -> list[Link]:
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
    return (*names[:_NAMED], f"… (+{more})") if more > 0 else tuple(names)


def _by_year(entries: Iterable[Entry]) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    years: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.year is not None:
            years.setdefault(entry.year, []).append(entry)
    return tuple((str(year), tuple(years[year])) for year in sorted(years))


def _dispatch_lines(material: _Material, interface: Interface) -> tuple[DispatchLine, ...]:
    words = interface.brief
    return tuple(
        DispatchLine(
            number=number,
            title=dispatch.title if dispatch.title != dispatch.source else None,
            outlet=dispatch.outlet,
            date=date_words(dispatch.published, interface) if dispatch.published else words.undated_dispatch,
            source=dispatch.source,
            address=dispatch.source if dispatch.source.startswith(("https://", "http://")) else None,
            reprint_of=_number_of_original(dispatch.id, material.originals, material.numbers),
        )
        for id_, number in sorted(material.numbers.items(), key=lambda item: item[1])
        for dispatch in (material.dispatches[id_],)
    )


def _number_of_original(id_: str, behind: Mapping[str, str], numbers: Mapping[str, int]) -> int | None:
    return numbers.get(behind[id_]) if id_ in behind else None
