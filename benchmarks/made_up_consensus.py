"""What the reports of a made-up act come to: the event that they tell, as merging would form it but simpler."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from legation import ontology
from legation.event import Commitment, Disagreement, Event, EventReport, EventSource, Outcome, SaidValue
from legation.merging.consensus import founded_by
from legation.report import Report, Status
from legation.when import bounds


class Act(NamedTuple):
    """What happened, or is announced, between two states."""

    number: int
    day: date
    states: tuple[str, str]
    people: tuple[str | None, ...]
    offices: tuple[str | None, ...]
    type: str
    mode: str | None
    status: Status
    place: str | None
    contexts: tuple[str, ...]
    subject: str


def made_event(act: Act, reports: Sequence[Report]) -> Event:
    """The event of an act: what was announced has come to pass where one report says so."""
    first, founding = reports[0], min(reports, key=lambda report: (report.dispatch.published or "", report.id))
    dates = [report.date for report in reports if report.date]
    day = max(dates, key=len, default=None)
    status: Status = "occurred" if any(report.status == "occurred" for report in reports) else act.status
    low, high = bounds(day) if day else (None, None)
    roots: dict[str, set[str]] = {}
    for report in reports:
        name = report.attribution[0].name if report.attribution else report.dispatch.outlet or ""
        roots.setdefault(name, set()).add(report.dispatch.source)
    sources = tuple(EventSource(name, tuple(sorted(told))) for name, told in sorted(roots.items()))
    kind = ontology.load().types[act.type]
    return Event(
        version=1, id=founded_by(founding.id), type=act.type, mode=act.mode, contexts=act.contexts, status=status,
        scope="international", quad=kind.quad, intensity=first.intensity, actors=first.actors,
        recipients=first.recipients, date=day, place=first.place,
        date_bounds=(low.isoformat() if low else None, high.isoformat() if high else None),
        people=tuple(sorted({who for who in act.people if who})), reports=tuple(_told(report) for report in reports),
        dispatches=len(reports), independent_sources=len(sources), sources=sources,
        disagreements=_disagreements(act, reports), commitment=_commitment(act, reports), judgements=(),
    )  # fmt: skip


def _told(report: Report) -> EventReport:
    return EventReport(
        report.id, report.dispatch, report.status, report.date, report.trigger, report.sentence, report.attribution
    )


def _disagreements(act: Act, reports: Sequence[Report]) -> tuple[Disagreement, ...]:
    """One event in five that several tell is told in two ways."""
    if len(reports) < 2 or act.number % 5:
        return ()
    two = (SaidValue(name, (report.dispatch.source,)) for name, report in zip(act.states, reports, strict=False))
    return (Disagreement("place", tuple(two)),)


def _commitment(act: Act, reports: Sequence[Report]) -> Commitment | None:
    announced = tuple(sorted(report.id for report in reports if report.status == "planned"))
    if not announced:
        return None
    kept = tuple(sorted(report.id for report in reports if report.status == "occurred"))
    due = max((report.date for report in reports if report.date), key=len, default=None)
    outcome: Outcome = "kept" if kept else "cancelled" if act.number % 9 == 0 else "open"
    return Commitment(due, outcome, None, announced, kept)
