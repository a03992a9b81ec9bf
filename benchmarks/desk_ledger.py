"""A ledger of made-up events, written without merging: the events are known beforehand.

The rows are those that reading and merging leave, but for the keys by which texts are found alike, which only merging
looks at.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import msgspec
from made_up_events import Made, blocks
from many_times import multiply
from sqlalchemy import Connection, event, insert, select

from legation.judgement import Judgement, on_pair
from legation.ledger import Ledger, events, grouping, judgements, open_ledger, refilling, settling, updating
from legation.ledger import tables as t
from legation.ledger.opening import writing
from legation.ledger.portions import portions
from legation.merging.telling import prepare
from legation.report import Report

BASE = 100_000
"""Events that are made up one by one; more are copies of these (`many_times`), in whole hundred thousands."""
JUDGED = 1000
"""Doubtful pairs that somebody has judged, half of them only put off."""
_SAY_EVERY = 50_000


def make(path: Path, number: int, say: Callable[[str], None]) -> None:
    """Makes a ledger with so many events in a file that must not be there yet."""
    start, done = time.perf_counter(), 0
    base = min(number, BASE)
    with open_ledger(path) as ledger, _hurried(ledger):
        for made in blocks(base):
            ledger.keep(made.items)
            with ledger._write() as connection:
                _write(connection, made, random.Random(done))
            done += len(made.events)
            if done % _SAY_EVERY < len(made.events):
                say(f"{done:,} events after {time.perf_counter() - start:.0f} s")
        _judge(ledger)
        if number > base:
            with ledger._write() as connection:
                file = connection.connection.dbapi_connection
                assert isinstance(file, sqlite3.Connection)
                multiply(file, number // base - 1)
                refilling.refill(connection)
            say(f"{number:,} events after {time.perf_counter() - start:.0f} s")


@contextmanager
def _hurried(ledger: Ledger) -> Iterator[None]:
    """No waiting for the disk and no journal while the file is made: what breaks off is thrown away."""

    def hurry(connection: sqlite3.Connection, _: object) -> None:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")

    ledger._engine.dispose()
    event.listen(ledger._engine, "connect", hurry)
    yield
    event.remove(ledger._engine, "connect", hurry)
    with ledger._engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    ledger._engine.dispose()


def _write(connection: Connection, made: Made, rng: random.Random) -> None:
    reports = {report.id: report for _, told in made.items for report in told}
    seqs = _seqs(connection, list(reports))
    tellings = {seqs[id_]: prepare(report, {}) for id_, report in reports.items()}
    _compared(connection)
    grouping._place(connection, tellings)
    settling.place(connection, tellings)
    events.replace(connection, list(reports), made.events, made.joins)
    _pairs(connection, made, seqs, rng)
    last = connection.execute(select(t.readings.c.seq).order_by(t.readings.c.seq.desc()).limit(1)).scalar_one()
    updating._by_these_rules(connection)
    updating._note(connection, "merged", str(last))


def _seqs(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in portions(sorted(ids)):
        found.update(connection.execute(select(t.reports.c.id, t.reports.c.seq).where(t.reports.c.id.in_(some))).all())
    return found


def _compared(connection: Connection) -> None:
    """The texts count as known to merging; one in twenty is a reprint of the one before."""
    known = select(t.compared.c.dispatch).order_by(t.compared.c.dispatch.desc()).limit(1)
    last = connection.execute(known).scalar() or 0
    columns = t.readings.c.dispatch, t.readings.c.seq, t.dispatches.c.id
    joined = select(*columns).join(t.dispatches, t.dispatches.c.seq == t.readings.c.dispatch)
    rows = connection.execute(joined.where(t.readings.c.dispatch > last).order_by(t.readings.c.dispatch)).all()
    copies = [(first, second) for first, second in pairwise(rows) if second.dispatch % 20 == 0]
    behind = {second.dispatch: first.dispatch for first, second in copies}
    connection.execute(insert(t.compared), [
        {"dispatch": row.dispatch, "reading": row.seq, "size": 60, "sketch": b"\0" * 64,
         "origin": behind.get(row.dispatch, row.dispatch)}
        for row in rows
    ])  # fmt: skip
    alike = [{"copy": b.id, "original": a.id, "likeness": 0.9, "kind": "near"} for a, b in copies]
    if alike:
        connection.execute(insert(t.reprints), alike)


def _pairs(connection: Connection, made: Made, seqs: Mapping[str, int], rng: random.Random) -> None:
    """Reports that were found to tell one event, and one event in thirty in doubt with another one."""
    same: list[dict[str, object]] = []
    doubts: list[dict[str, object]] = []
    for verdict in (verdict for joins in made.joins.values() for verdict in joins):
        a, b, said = seqs[verdict.a], seqs[verdict.b], msgspec.json.encode(verdict).decode()
        same += [{"report": a, "other": b, "verdict": said}, {"report": b, "other": a, "verdict": None}]
    for one, other in zip(made.events[::60], made.events[30::60], strict=False):
        a, b, score = seqs[one.reports[0].id], seqs[other.reports[0].id], round(rng.uniform(3, 5), 3)
        doubts += [{"report": a, "other": b, "score": score}, {"report": b, "other": a, "score": score}]
    for table, rows in ((t.same_pairs, same), (t.doubtful_pairs, doubts)):
        if rows:
            connection.execute(insert(table), rows)


def _judge(ledger: Ledger) -> None:
    """Somebody has looked at some of the pairs."""
    pairs = ledger.doubts(most=JUDGED)
    reports = ledger.reports_by_id([id_ for doubt in pairs for id_ in (doubt.a, doubt.b)])
    made = [_judged(number, reports[one.a], reports[one.b]) for number, one in enumerate(pairs)]
    ledger.take_judgements(made)
    with writing(ledger._engine).begin() as connection:
        last = select(t.judgements.c.seq).order_by(t.judgements.c.seq.desc()).limit(1)
        updating._note(connection, judgements.MARK, str(connection.execute(last).scalar() or 0))


def _judged(number: int, a: Report, b: Report) -> Judgement:
    at = f"2021-01-{1 + number // 60 % 28:02d}T12:{number % 60:02d}:00Z"
    return on_pair(a, b, "different" if number % 2 else "later", by="desk", at=at)
