"""What merging does within one block, as functions over records: what runs on the engine when an archive is folded.

Every function takes what one row of a table holds and gives what becomes a column of it. The work is `merging`'s own.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import msgspec

from legation.dispatch import Dispatch, from_record
from legation.merging import blocks as parties
from legation.merging.clusters import cluster
from legation.merging.commitments import as_of as judged_for
from legation.merging.components import components
from legation.merging.fulfilment import Fulfilment, fulfilments, may_settle, open_in
from legation.merging.fulfilment import pairs as pairs_of
from legation.merging.merge import event_of
from legation.merging.reprints import (
    Likeness,
    are_apart,
    compare,
    day_of,
    in_order,
    marks,
    may_be_alike,
    period,
    periods_near,
)
from legation.merging.telling import Telling, prepare
from legation.merging.verdict import Verdict, judge
from legation.report import Report


class Told(msgspec.Struct, frozen=True):
    """A report as tables hold it: its record and the id of the dispatch that its own, if a reprint, goes back to."""

    record: str
    origin: str


@lru_cache(maxsize=8192)
def telling_of(record: str, origin: str) -> Telling:
    """The telling in a row."""
    report = msgspec.json.decode(record, type=Report)
    return prepare(report, {report.dispatch.id: origin})


class Text(msgspec.Struct, frozen=True):
    """Keys and sketch of a text, how many runs it has, and its day."""

    keys: list[int]
    sketch: bytes
    size: int
    day: int | None


def text_of(record: str, text: str) -> Text:
    """What is known of a text without reading it."""
    dispatch = from_record(record, text)
    runs = in_order(dispatch)
    found = marks([runs])[0]
    return Text(sorted(found.keys), found.sketch, len(set(runs)), day_of(dispatch))


def keys_of(text: Text) -> list[str]:
    """Under what a text is found, each key with its period."""
    return [f"{period(text.day)} {key}" for key in text.keys]


def keys_near(text: Text) -> list[str]:
    """Under what those stand that a text is compared with; of one with and one without a day only the former looks."""
    return [f"{where} {key}" for where in periods_near(period(text.day)) for key in text.keys]


def likeness_of(a: Dispatch, b: Dispatch) -> Likeness | None:
    """How alike two texts are."""
    return compare(frozenset(in_order(a)), frozenset(in_order(b)))


def may_be_copies(a: Text, b: Text) -> bool:
    """Whether two texts that share a key are worth reading."""
    return not are_apart(a.day, b.day) and may_be_alike(a.sketch, b.sketch)


def blocks_of(told: Told) -> list[str]:
    """The blocks in which a report is compared."""
    return list(parties.blocks(telling_of(told.record, told.origin)))


def same_in_block(told: Iterable[Told]) -> list[bytes]:
    """The pairs of the reports of a block that tell one event."""
    known = {telling.id: telling for telling in (telling_of(one.record, one.origin) for one in told)}
    verdicts = (judge(known[a], known[b]) for a, b in sorted(parties.candidates(known.values())))
    return [msgspec.msgpack.encode(verdict) for verdict in verdicts if verdict.same]


def sides_of(told: Told) -> list[str]:
    """The pairs of parties among whom a report can promise, announce or settle something."""
    telling = telling_of(told.record, told.origin)
    return pairs_of(telling) if open_in(telling) is not None or may_settle(telling) else []


def settled_among(told: Iterable[Told]) -> list[bytes]:
    """What became of the promises and plans of one pair of parties."""
    found = fulfilments([telling_of(one.record, one.origin) for one in told])
    return [msgspec.msgpack.encode(one) for some in found.values() for one in some]


class Component(msgspec.Struct, frozen=True):
    """Reports that hang together, and what their events rest on."""

    told: list[Told]
    same: list[Verdict]
    settled: list[Fulfilment]
    dispatches: list[tuple[str, str]]


def events_of(found: Component, day: date | None) -> list[bytes]:
    """The events of a component, as lines, with commitments judged for a day."""
    tellings = {telling.id: telling for telling in (telling_of(one.record, one.origin) for one in found.told)}
    dispatches = {one.id: one for one in (from_record(*row) for row in found.dispatches)}
    origins = {t.report.dispatch.id: t.origin for t in tellings.values() if t.report.dispatch.id != t.origin}
    settled: dict[str, list[Fulfilment]] = {}
    for one in sorted(found.settled, key=lambda one: (one.promise, one.deed)):
        settled.setdefault(one.promise, []).append(one)
    lines = []
    for part in components(tellings, [(verdict.a, verdict.b) for verdict in found.same]):
        inside = {i: tellings[i] for i in part}
        for group in cluster(inside, [verdict for verdict in found.same if verdict.a in inside], {}):
            met = [one for i in group.reports for one in settled.get(i, ())]
            lines.append(msgspec.json.encode(judged_for(event_of(group, tellings, dispatches, origins, met), day)))
    return lines
