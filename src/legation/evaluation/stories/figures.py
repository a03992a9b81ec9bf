"""How well merging does on stories: reprints, reports into events, sources, outcomes, disagreements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

import msgspec

from legation.dispatch import Dispatch
from legation.evaluation.figures import Share
from legation.evaluation.gold import document_name
from legation.evaluation.judging import Judged
from legation.evaluation.stories.clustering import Agreement, bcubed, pairwise
from legation.evaluation.stories.gold import CommitmentGold, EventGold, ReprintGold, StoryGold
from legation.event import Event
from legation.merging import Reprint, merge, merge_explained
from legation.report import Promise, Report

_DIGITS = 3
Told = Mapping[str, str]
"""Names of annotated events by the id of the report that tells them."""


class StoryFigures(msgspec.Struct, frozen=True):
    """All figures; those after `raw` are measured on annotated reports.

    `reprints`: pairs of dispatches that give one text, copies of one original among them. `given`: annotated reports
    brought together, pairwise and by B³; `raw`: the reports that were read. `sources`: events with the right number of
    independent sources; `outcomes`: announced events with the right outcome on the day the gold was written for;
    `disagreements`: fields of events on which dispatches contradict each other.
    """

    reprints: Agreement
    given_pairwise: Agreement
    given: Agreement
    raw_pairwise: Agreement
    raw: Agreement
    sources: Share
    outcomes: Share
    disagreements: Agreement


def measure(
    gold: StoryGold,
    dispatches: Mapping[str, Dispatch],
    annotated: Sequence[tuple[Report, str]],
    judged: Iterable[Judged],
) -> StoryFigures:
    """Merges annotated and read reports and holds both against the gold.

    Args:
        gold: the events and reprints.
        dispatches: by document name.
        annotated: reports made from annotation, with the event each tells (`annotated_reports`).
        judged: what was read, held against the annotation.
    """
    judged = list(judged)
    annotated = as_read(annotated, judged)
    told = {report.id: event for report, event in annotated}
    reports = [report for report, _ in annotated]
    merged = merge_explained(dispatches.values(), reports)
    groups = {one.id: event.id for event in merged.events for one in event.reports}
    items, read = _read(dispatches, judged)
    disagreements = _disagreements(gold, merged.events, told)
    return StoryFigures(
        reprints=_reprints(gold.reprints, merged.reprints),
        given_pairwise=pairwise(told, groups),
        given=bcubed(told, groups),
        raw_pairwise=pairwise(items, read),
        raw=bcubed(items, read),
        sources=_sources(gold, merged.events, told),
        outcomes=_outcomes(gold, dispatches, annotated),
        disagreements=disagreements,
    )


def as_read(annotated: Sequence[tuple[Report, str]], judged: Iterable[Judged]) -> list[tuple[Report, str]]:
    """Annotated reports with what annotation leaves out: what a promise binds to do, and whether a plan was put off, as
    the report that was read has it. A promise that was not read binds to something without a time.
    """
    read = {(match.event.document, match.event.line): match.report for one in judged for match in one.matches}
    found = []
    for report, event in annotated:
        own = read.get((document_name(report.dispatch.source), report.why["line"]))
        promised = own.promised if own is not None else None
        if promised is None and report.type == "AGREE" and (own is None or own.type != "AGREE"):
            promised = Promise(
                None, own.date if own is not None and own.status == "planned" and own.date != report.date else None
            )
        postponed = own is not None and own.postponed
        if report.status != "occurred" or report.type != "AGREE":
            promised = None
        found.append((msgspec.structs.replace(report, promised=promised, postponed=postponed), event))
    return found


def _reprints(gold: Iterable[ReprintGold], found: Iterable[Reprint]) -> Agreement:
    wanted = _alike((document_name(r.original), document_name(r.copy)) for r in gold)
    told = _alike((document_name(r.original), document_name(r.copy)) for r in found)
    right = len(wanted & told)
    return Agreement(right / len(told) if told else 1.0, right / len(wanted) if wanted else 1.0)


def _alike(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """All pairs of texts that are one, through whichever third."""
    groups: dict[str, set[str]] = {}
    for a, b in pairs:
        joined = groups.get(a, {a}) | groups.get(b, {b})
        groups.update(dict.fromkeys(joined, joined))
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def _read(dispatches: Mapping[str, Dispatch], judged: Iterable[Judged]) -> tuple[dict[str, str], dict[str, str]]:
    """Annotated events and found ones by item: a report that was read, or an annotated one that was missed."""
    items, reports = dict[str, str](), list[Report]()
    for one in judged:
        for match in one.matches:
            items[match.report.id] = match.event.event or f"alone {match.report.id}"
        for missed in one.missed:
            items[f"{one.document}:{missed.line}"] = missed.event or f"alone {one.document}:{missed.line}"
        reports += one.reports
    events = merge(dispatches.values(), reports)
    return items, {report.id: event.id for event in events for report in event.reports}


def holders(events: Iterable[Event], told: Told) -> dict[str, Event]:
    """For each annotated event, the found one that holds most of its reports (the smallest id among equals)."""
    counts: dict[str, Counter[str]] = {}
    by_id = {event.id: event for event in events}
    for event in by_id.values():
        for report in event.reports:
            if report.id in told:
                counts.setdefault(told[report.id], Counter())[event.id] += 1
    return {name: by_id[min(c, key=lambda i, c=c: (-c[i], i))] for name, c in counts.items()}  # type: ignore[misc]


def _sources(gold: StoryGold, events: Sequence[Event], told: Told) -> Share:
    held = holders(events, told)
    asked = [(gold.events[name], event) for name, event in held.items() if name in gold.events]
    return Share(sum(event.independent_sources == one.independent_sources for one, event in asked), len(asked))


def outcomes(
    gold: StoryGold, dispatches: Mapping[str, Dispatch], annotated: Sequence[tuple[Report, str]]
) -> list[tuple[EventGold, CommitmentGold, Event | None]]:
    """Each announced event of the gold with the found one that announces it, merged from what was known on the gold's
    day: a plan may stand in an event of its own, with the reports of its outcome as evidence.

    An event of which all reports are borderline is not asked for: whether it is one at all is open.
    """
    told = {name for _, name in annotated}
    asked = {name: one for name, one in gold.events.items() if one.commitment and name in told}
    days = sorted({one.commitment.as_of for one in asked.values() if one.commitment})
    found = []
    for day in days:
        due = {name: one for name, one in asked.items() if one.commitment and one.commitment.as_of == day}
        stories = {name.split("-")[0] for name in due}
        here = [(report, name) for report, name in annotated if name.split("-")[0] in stories]
        known = {report.dispatch.id for report, _ in here}
        events = merge(
            [d for d in dispatches.values() if d.id in known], [r for r, _ in here], as_of=date.fromisoformat(day)
        )
        announcing = [event for event in events if event.commitment is not None]
        held = holders(announcing, {report.id: name for report, name in here})
        found += [(one, one.commitment, held.get(name)) for name, one in sorted(due.items()) if one.commitment]
    return found


def _outcomes(gold: StoryGold, dispatches: Mapping[str, Dispatch], annotated: Sequence[tuple[Report, str]]) -> Share:
    found = outcomes(gold, dispatches, annotated)
    right = sum(
        event is not None and event.commitment is not None and event.commitment.outcome == wanted.outcome
        for _, wanted, event in found
    )
    return Share(right, len(found))


def _disagreements(gold: StoryGold, events: Sequence[Event], told: Told) -> Agreement:
    held = holders(events, told)
    wanted = {(name, d.field) for name, one in gold.events.items() for d in one.disagreements if name in held}
    found = {(name, d.field) for name, event in held.items() for d in event.disagreements}
    right = len(wanted & found)
    return Agreement(right / len(found) if found else 1.0, right / len(wanted) if wanted else 1.0)


def as_record(figures: StoryFigures) -> dict[str, Any]:
    """The figures as plain values for JSON, shares to three digits, null of nothing."""
    record: dict[str, Any] = {}
    for name in figures.__struct_fields__:
        value = getattr(figures, name)
        if isinstance(value, Share):
            share = None if value.value is None else round(value.value, _DIGITS)
            record[name] = {"share": share, "right": value.count, "of": value.of}
        else:
            record[name] = {
                "precision": round(value.precision, _DIGITS),
                "recall": round(value.recall, _DIGITS),
                "f1": round(value.f1, _DIGITS),
            }
    return record
