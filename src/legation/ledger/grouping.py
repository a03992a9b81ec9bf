"""Which reports tell one event: kept up to date as reports come in, and the events formed anew where that changed.

A changed report is judged against those of its blocks whose windows meet its own. Groups grow only along pairs that
are the same, so only the components of such pairs that it touches, or touched before, are gathered again. What comes
out is what `merging.merge` finds among all reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, and_, delete, insert, select

from legation.dispatch import Dispatch, from_record
from legation.ledger import events, reach, settling, windows
from legation.ledger import tables as t
from legation.ledger.judgements import judged_with, standing_of
from legation.ledger.portions import portions
from legation.merging import Verdict
from legation.merging.blocks import blocks, level, window
from legation.merging.clusters import Group, Judged, cluster
from legation.merging.components import components
from legation.merging.merge import event_of
from legation.merging.standing import Standing
from legation.merging.telling import Telling, prepare
from legation.merging.verdict import judge
from legation.report import Report

_MEETING = windows.query("report_windows", "mine.report, theirs.report", "theirs.block = mine.block")


class _Component(NamedTuple):
    tellings: dict[str, Telling]
    same: list[Verdict]


def regroup(connection: Connection, told: Collection[int], around: Collection[int]) -> None:
    """Brings groups and events up to date.

    Args:
        told: dispatches (row numbers) whose reports are other ones than before, or are to be compared anew.
        around: dispatches whose reports are as they were, but whose events rest on something that has changed.
    """
    current, superseded = _reports_of(connection, told)
    touched = set(current) | set(superseded)
    partners = _forget(connection, touched) | settling.forget(connection, touched)
    loaded = _Loaded(connection)
    _place(connection, loaded.tellings(current))
    settling.place(connection, loaded.tellings(current))
    _judge(connection, loaded, current)
    met = settling.meeting(connection, current)
    partners |= settling.settle(connection, loaded.tellings({seq for pair in met for seq in pair}), met)
    beside, _ = _reports_of(connection, (set(around) | judged_with(connection, told)) - set(told))
    # Judgements join what no pair connects: who stood in one event with what changes may stand alone now.
    companions = _companions(connection, {**current, **superseded, **beside}.values())
    with_them = _current(connection, {*beside.values(), *companions})
    members, held = _members(connection, loaded, {*current, *partners, *with_them})
    _form(connection, loaded, members, held, superseded.values())


def _reports_of(connection: Connection, dispatches: Collection[int]) -> tuple[dict[int, str], dict[int, str]]:
    """The reports of these dispatches, current and superseded: ids by row number."""
    current: dict[int, str] = {}
    superseded: dict[int, str] = {}
    columns = t.reports.c.seq, t.reports.c.id, t.reports.c.superseded
    for some in portions(sorted(dispatches)):
        for row in connection.execute(select(*columns).where(t.reports.c.dispatch.in_(some))):
            (superseded if row.superseded else current)[row.seq] = row.id
    return current, superseded


class _Loaded:
    """The tellings of a portion, each read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._tellings: dict[int, Telling] = {}

    def tellings(self, seqs: Collection[int]) -> dict[int, Telling]:
        """The tellings of these reports by row number."""
        origin = t.dispatches.alias()
        statement = (
            select(t.reports.c.seq, t.reports.c.record, origin.c.id)
            .join(t.compared, t.compared.c.dispatch == t.reports.c.dispatch)
            .join(origin, origin.c.seq == t.compared.c.origin)
        )
        for some in portions(sorted(set(seqs) - self._tellings.keys())):
            for seq, record, behind in self._connection.execute(statement.where(t.reports.c.seq.in_(some))):
                self._tellings[seq] = _prepared(record, behind)
        return {seq: self._tellings[seq] for seq in seqs}


@lru_cache(maxsize=8192)
def _prepared(record: str, origin: str) -> Telling:
    """The telling in the record of a report. What came in lately is asked for again and again by what follows it."""
    report = msgspec.json.decode(record, type=Report)
    return prepare(report, {report.dispatch.id: origin})


def _forget(connection: Connection, reports: Collection[int]) -> set[int]:
    """Takes away where these reports stood and what they were paired with; returns the reports of those pairs."""
    for some in portions(sorted(reports)):
        connection.execute(delete(t.report_windows).where(t.report_windows.c.report.in_(some)))
    reach.part(connection, t.doubtful_pairs, reports)
    return reach.part(connection, t.same_pairs, reports)


def _place(connection: Connection, tellings: Mapping[int, Telling]) -> None:
    rows = []
    for seq, telling in tellings.items():
        span = window(telling)
        place = {"level": level(span), "low": span.low, "high": span.high, "report": seq}
        rows += [place | {"block": block} for block in blocks(telling)]
    if rows:
        connection.execute(insert(t.report_windows), rows)


def _judge(connection: Connection, loaded: _Loaded, reports: Collection[int]) -> None:
    """Judges these reports against their candidates and keeps the pairs that are the same, and those in doubt."""
    pairs = _candidates(connection, reports)
    tellings = loaded.tellings({seq for pair in pairs for seq in pair})
    rows: list[dict[str, object]] = []
    doubts: list[dict[str, object]] = []
    for a, b in sorted(pairs):
        if tellings[a].report.dispatch.id == tellings[b].report.dispatch.id:
            continue
        verdict = judge(tellings[a], tellings[b])
        if verdict.same:
            said = msgspec.json.encode(verdict).decode()
            rows += [{"report": a, "other": b, "verdict": said}, {"report": b, "other": a, "verdict": None}]
        elif verdict.answer == "ask":
            doubts += [
                {"report": a, "other": b, "score": verdict.score},
                {"report": b, "other": a, "score": verdict.score},
            ]
    if rows:
        connection.execute(insert(t.same_pairs), rows)
    if doubts:
        connection.execute(insert(t.doubtful_pairs), doubts)


def _candidates(connection: Connection, reports: Collection[int]) -> set[tuple[int, int]]:
    """The pairs, with at least one of these reports, of one block and in windows that meet; smaller number first."""
    return {(min(a, b), max(a, b)) for a, b in windows.meeting(connection, _MEETING, reports)}


def _members(connection: Connection, loaded: _Loaded, seeds: Collection[int]) -> tuple[set[int], Standing]:
    """All reports of the components that these are in, and what was judged of them."""
    found = reach.reached(connection, t.same_pairs, seeds)
    while True:
        held = standing_of(connection, found)
        by_hand = {i for pair, answer in held.judged.items() if answer == "same" for i in pair}
        more = _current(connection, by_hand) - found
        if not more:
            return found, held
        found |= reach.reached(connection, t.same_pairs, more)


def _companions(connection: Connection, ids: Iterable[str]) -> set[str]:
    """The ids of all reports that stand in one stored event with any of these."""
    found: set[str] = set()
    mine, theirs = t.event_reports.alias("mine"), t.event_reports.alias("theirs")
    statement = select(theirs.c.report).join(mine, mine.c.event == theirs.c.event)
    for some in portions(sorted(ids)):
        found.update(connection.execute(statement.where(mine.c.report.in_(some)).distinct()).scalars())
    return found


def _current(connection: Connection, ids: Collection[str]) -> set[int]:
    """The row numbers of the current reports with these ids that merging knows."""
    # By the key of `compared` too: by the reading alone SQLite goes through all of it for each portion.
    known = and_(t.compared.c.dispatch == t.reports.c.dispatch, t.compared.c.reading == t.reports.c.reading)
    statement = select(t.reports.c.seq).join(t.compared, known).where(~t.reports.c.superseded)
    found: set[int] = set()
    for some in portions(sorted(ids)):
        found.update(connection.execute(statement.where(t.reports.c.id.in_(some))).scalars())
    return found


def _form(
    connection: Connection, loaded: _Loaded, members: Collection[int], held: Standing, gone: Iterable[str]
) -> None:
    """Gathers whole components of reports and writes their events in the place of those that were."""
    tellings = {telling.id: telling for telling in loaded.tellings(members).values()}
    groups = _gathered(tellings, _verdicts(connection, members), held.judged)
    origins = {tell.report.dispatch.id: tell.origin for tell in tellings.values()}
    origins = {dispatch: origin for dispatch, origin in origins.items() if dispatch != origin}
    dispatches = _dispatches(connection, {t_.report.dispatch.id for t_ in tellings.values()} | set(origins.values()))
    settled = settling.of_reports(connection, members)
    found, joins = [], {}
    for group in groups:
        met = [one for i in group.reports for one in settled.get(i, ())]
        event = event_of(group, tellings, dispatches, origins, met, held=held)
        found.append(event)
        joins[event.id] = group.joins
    events.replace(connection, {*tellings, *gone}, found, joins)


def _gathered(tellings: Mapping[str, Telling], same: Iterable[Verdict], judged: Judged) -> list[Group]:
    verdicts = {(verdict.a, verdict.b): verdict for verdict in same}
    by_hand = [pair for pair, answer in judged.items() if answer == "same"]
    part_of: dict[str, _Component] = {}
    parts: list[_Component] = []
    for ids in components(tellings, [*verdicts, *by_hand]):
        parts.append(_Component({i: tellings[i] for i in ids}, []))
        part_of |= dict.fromkeys(ids, parts[-1])
    for verdict in verdicts.values():
        part_of[verdict.a].same.append(verdict)
    return [group for part in parts for group in cluster(part.tellings, part.same, judged)]


def _verdicts(connection: Connection, reports: Collection[int]) -> list[Verdict]:
    found: list[Verdict] = []
    for some in portions(sorted(reports)):
        kept = select(t.same_pairs.c.verdict).where(
            t.same_pairs.c.report.in_(some), t.same_pairs.c.verdict.is_not(None)
        )
        found += [msgspec.json.decode(row, type=Verdict) for row in connection.execute(kept).scalars()]
    return found


def _dispatches(connection: Connection, ids: Collection[str]) -> dict[str, Dispatch]:
    statement = select(t.dispatches.c.id, t.dispatches.c.text, t.readings.c.record)
    statement = statement.join(t.readings, t.readings.c.dispatch == t.dispatches.c.seq).where(t.readings.c.current)
    found: dict[str, Dispatch] = {}
    for some in portions(sorted(ids)):
        rows = connection.execute(statement.where(t.dispatches.c.id.in_(some)))
        found |= {row.id: from_record(row.record, row.text) for row in rows}
    return found


def verdict_on(connection: Connection, a: str, b: str) -> Verdict | None:
    """What is observed of two current reports, by their ids; None when one of them is not merged."""
    tellings = list(_Loaded(connection).tellings(_current(connection, {a, b})).values())
    return judge(*tellings) if len(tellings) == 2 else None
