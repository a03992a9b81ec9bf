"""The fields of an event from its reports: what most say, the best informed lending what others lack."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as date_type

import msgspec

from legation.dispatch import Dispatch
from legation.event import VERSION, Commitment, Event, EventReport
from legation.merging.disagreements import disagreements
from legation.merging.informed import by_information, majority
from legation.merging.people import canonical, group_people
from legation.merging.sources import independent_sources
from legation.merging.telling import Telling
from legation.report import Participant, Place, Status
from legation.when import best, known_bounds, overlap, precision

SETTLED: tuple[Status, ...] = ("occurred", "ongoing", "denied")


def event_id(tellings: Iterable[Telling]) -> str:
    """The id of an event: a hash of its founding report's id.

    The founding report is the one published first as far as known, then the one with the smallest id: dispatches
    that come in later are mostly published later, so the id stays while the event grows.
    """
    founding = min(tellings, key=lambda t: (t.published[0] or t.published[1] or date_type.max, t.id))
    return founded_by(founding.id)


def founded_by(report_id: str) -> str:
    """The id of the event that this report founds."""
    return hashlib.sha256(f"event {report_id}".encode()).hexdigest()[:16]


def agreed_status(tellings: Sequence[Telling]) -> Status:
    """What came of it if any report knows, else the plan; among those who know, what most say."""
    settled = [telling for telling in tellings if telling.report.status in SETTLED]
    if not settled and any(telling.report.status == "planned" for telling in tellings):
        return "planned"
    said: Status | None = majority(settled or tellings, _status)
    return said or "occurred"


def _status(telling: Telling) -> Status | None:
    return telling.report.status


def agreed_date(tellings: Sequence[Telling], status: Status) -> str | None:
    """The date most reports can agree on, as exact as any of them knows it.

    Reports of the agreed status come first: what was announced for May and is told for June was in June.
    """
    dated = [telling for telling in tellings if telling.report.date]
    dated.sort(key=lambda telling: telling.report.status != status)  # stable: the best informed stay in front
    if not dated:
        return None
    dates = [str(telling.report.date) for telling in dated]

    def backing(date: str) -> tuple[bool, int, bool]:
        agreeing = {t.origin for t, other in zip(dated, dates, strict=True) if overlap(date, other)}
        own = any(t.report.status == status for t, other in zip(dated, dates, strict=True) if other == date)
        return own, len(agreeing), precision(date) == "day"

    agreed = max(dates, key=backing)
    for date in sorted(dates, key=lambda date: -dates.count(date)):
        if overlap(agreed, date):
            agreed = best(agreed, date)
    return agreed


def _place(tellings: Sequence[Telling]) -> Place | None:
    code = majority(tellings, lambda telling: telling.report.place.code if telling.report.place else None)
    places = [t.report.place for t in tellings if t.report.place and t.report.place.code == code]
    name = majority(tellings, lambda t: t.report.place.name if t.report.place and t.report.place.code == code else None)
    return next((place for place in places if place.name == name), None)


def _roles(tellings: Sequence[Telling]) -> dict[str, str]:
    """For each party, actor or recipient: as most reports have it."""
    codes = sorted({code for telling in tellings for code in telling.codes})
    roles = {}
    for code in codes:
        role = majority(
            tellings,
            lambda t, code=code: "actor" if code in t.actors else "recipient" if code in t.recipients else None,  # type: ignore[misc]
        )
        roles[code] = role or "actor"
    return roles


def _participants(tellings: Sequence[Telling], code: str) -> list[Participant]:
    """Those who take part for one party: its persons, spellings joined; else the party itself, once per sector."""
    told = [p for t in tellings for p in (*t.report.actors, *t.report.recipients) if p.code == code]
    names = tuple(p.person for p in told if p.person)
    found: list[Participant] = []
    for group in group_people(names):
        of_person = [p for p in told if p.person in group]
        office = next((p.office for p in of_person if p.office), None)
        first = next(p for p in of_person if p.office == office) if office else of_person[0]
        name = canonical(tuple(name for name in names if name in group))
        found.append(msgspec.structs.replace(first, person=name, office=office))
    covered = {participant.sector for participant in found}
    for participant in told:
        if participant.person is None and participant.sector not in covered:
            covered.add(participant.sector)
            found.append(participant)
    return found


def form_event(
    tellings: Iterable[Telling],
    dispatches: Mapping[str, Dispatch],
    originals: Mapping[str, str],
    commitment: Commitment | None = None,
) -> Event:
    """The event that these tellings tell; the order they come in does not matter."""
    known = by_information(tellings)
    status = agreed_status(known)
    date = agreed_date(known, status)
    first_day, last_day = known_bounds(date)
    kind = majority(known, lambda telling: telling.report.type) or known[0].report.type
    of_kind = [telling for telling in known if telling.report.type == kind]
    mode = majority(of_kind, lambda telling: telling.report.mode)
    measure = next((t for t in of_kind if t.report.mode == mode), of_kind[0]).report
    roles = _roles(known)
    sides: dict[str, list[Participant]] = {"actor": [], "recipient": []}
    for code, role in roles.items():
        sides[role] += _participants(known, code)
    contexts: dict[str, int] = {}
    for telling in known:
        for context in telling.report.contexts:
            contexts[context] = contexts.get(context, 0) + 1
    reports = sorted((telling.report for telling in known), key=lambda report: report.id)
    sources = independent_sources(reports, dispatches, originals)
    return Event(
        version=VERSION,
        id=event_id(known),
        type=kind,
        mode=mode,
        contexts=tuple(sorted(contexts, key=lambda context: -contexts[context])),
        status=status,
        scope="international" if any(r.scope == "international" for r in reports) else "domestic",
        quad=measure.quad,
        intensity=measure.intensity,
        actors=tuple(sides["actor"]),
        recipients=tuple(sides["recipient"]),
        date=date,
        place=_place(known),
        date_bounds=(first_day.isoformat() if first_day else None, last_day.isoformat() if last_day else None),
        people=tuple(dict.fromkeys(p.person for side in sides.values() for p in side if p.person)),
        reports=tuple(
            EventReport(r.id, r.dispatch, r.status, r.date, r.trigger, r.sentence, r.attribution) for r in reports
        ),
        dispatches=len({report.dispatch.id for report in reports}),
        independent_sources=len(sources),
        sources=sources,
        disagreements=disagreements(known, date),
        commitment=commitment,
        judgements=(),
    )
