"""Dispatches and reports in, events out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from legation.dispatch import Dispatch
from legation.event import Event
from legation.judgement import Judgement
from legation.merging.clusters import Group, gather
from legation.merging.commitments import as_of as judged_for
from legation.merging.commitments import commitment
from legation.merging.consensus import form_event
from legation.merging.corrections import shaped
from legation.merging.fulfilment import Fulfilment, fulfilments
from legation.merging.reprints import Reprint, find_reprints, originals
from legation.merging.standing import NOTHING, Standing, standing
from legation.merging.telling import Telling, prepare_all
from legation.merging.verdict import Verdict
from legation.report import Report
from legation.when import BEHIND_ALL, known_bounds


class Merged(msgspec.Struct, frozen=True):
    """What merging found.

    `joins` holds, for each event of more than one report, the verdicts by which its reports came together, the
    strongest first: every one names what was observed. `as_of` is the day for which commitments were judged.
    """

    events: tuple[Event, ...]
    reprints: tuple[Reprint, ...]
    joins: dict[str, tuple[Verdict, ...]]
    as_of: date | None


def newest_day(dispatches: Iterable[Dispatch]) -> date | None:
    """The newest own date of the dispatches (of a month or year: its first day), or None when none has a year."""
    days = [known_bounds(dispatch.published)[0] for dispatch in dispatches]
    return max((day for day in days if day), default=None)


def event_of(
    group: Group,
    tellings: Mapping[str, Telling],
    dispatches: Mapping[str, Dispatch],
    origins: Mapping[str, str],
    fulfilments: Sequence[Fulfilment] = (),
    held: Standing = NOTHING,
) -> Event:
    """The event of a group, its commitment not yet judged for any day.

    It rests on the group's tellings, their dispatches and the originals of those, on the deeds that keep what it
    promises (`fulfilments`), on what was judged of it (`held`), and on nothing else: so an event needs to be formed
    anew only when one of these has changed. `dispatches` may hold more; one that is missing counts by what its reports
    say of it.
    """
    members = [tellings[i] for i in group.reports]
    own = {telling.report.dispatch.id for telling in members}
    behind = {i: origins[i] for i in own if i in origins}
    known = {i: dispatches[i] for i in sorted(own | set(behind.values())) if i in dispatches}
    return shaped(form_event(members, known, behind, commitment(members, fulfilments)), held)


def merge_explained(
    dispatches: Iterable[Dispatch],
    reports: Iterable[Report],
    *,
    as_of: date | None = None,
    judgements: Iterable[Judgement] = (),
) -> Merged:
    """Merges and keeps the reasons; see `merge`."""
    known = {dispatch.id: dispatch for dispatch in dispatches}
    told = list(reports)
    if as_of is None:
        as_of = newest_day(known.values())
    else:
        late = {d.id for d in known.values() if _later(d.published, as_of)}
        known = {i: dispatch for i, dispatch in known.items() if i not in late}
        told = [r for r in told if r.dispatch.id not in late and not _later(r.dispatch.published, as_of)]
    reprints = find_reprints(known.values())
    behind = originals(reprints)
    tellings = {telling.id: telling for telling in prepare_all(told, behind)}
    held = standing(judgements, told)
    events, joins = [], {}
    kept = fulfilments(tellings.values())
    for group in gather(tellings.values(), held.judged):
        event = event_of(group, tellings, known, behind, [f for i in group.reports for f in kept.get(i, ())], held)
        events.append(judged_for(event, as_of))
        if group.joins:
            joins[event.id] = group.joins
    return Merged(tuple(sorted(events, key=_by_date)), reprints, joins, as_of)


def merge(
    dispatches: Iterable[Dispatch],
    reports: Iterable[Report],
    *,
    as_of: date | None = None,
    judgements: Iterable[Judgement] = (),
) -> tuple[Event, ...]:
    """The events that the reports tell, sorted by date (those without a known day last), then id.

    A pure function of the set of dispatches and reports: their order does not matter. With `as_of` only what was
    published by that day is known (undated dispatches always are) and commitments are judged for it; without, for
    the newest own date among the dispatches. `judgements` holds what persons said of pairs of reports and of fields.

    An event's id comes from its founding report (`consensus.event_id`). When a report published earlier comes in, or
    two events turn out to be one, an id goes away: whoever stores events must then leave a forwarding address from the
    old id to the event that now holds its founding report (the ledger does). A split must be added there: the id
    stays with the part that holds the founding report, the others get ids of their own.
    """
    return merge_explained(dispatches, reports, as_of=as_of, judgements=judgements).events


def explain(event_id: str, dispatches: Iterable[Dispatch], reports: Iterable[Report]) -> tuple[str, ...]:
    """Why the reports of an event were joined, a line for each join and each observation; empty for a single report."""
    verdicts = merge_explained(dispatches, reports).joins.get(event_id, ())
    return tuple(line for verdict in verdicts for line in describe(verdict))


def describe(verdict: Verdict) -> tuple[str, ...]:
    """A verdict in plain lines: the two reports, then what was observed."""
    answer = "same event" if verdict.same else "different events"
    head = f"{verdict.a} and {verdict.b}: {answer} ({verdict.score:+.1f})"
    return (head, *(f"  {o.name} {o.score:+.1f}: {o.reason}" for o in verdict.observations))


def _later(published: str | None, day: date) -> bool:
    first = known_bounds(published)[0]
    return first is not None and first > day


def _by_date(event: Event) -> tuple[str, str, str]:
    first, last = event.date_bounds
    return (first or last or BEHIND_ALL, event.date or "", event.id)
