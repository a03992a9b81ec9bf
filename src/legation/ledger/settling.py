"""What became of promises and plans: kept up to date as reports come in.

A report that promises or announces stands in the windows of its pairs as "due", one that may settle it as "done"; a
changed report is looked at against the other side only. What comes out is what `merging.fulfilments` finds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select

from legation.ledger import tables as t
from legation.ledger import windows
from legation.ledger.portions import portions
from legation.merging.blocks import Window, level
from legation.merging.blocks import window as span_of
from legation.merging.fulfilment import Fulfilment, fulfilled, may_settle, open_in, pairs
from legation.merging.telling import Telling

_DUE, _DONE = "due", "done"
_MEETING = windows.query(
    "settling_windows",
    "mine.side, mine.report, theirs.report",
    "theirs.pair = mine.pair AND theirs.side = CASE mine.side WHEN 'due' THEN 'done' ELSE 'due' END",
)


def forget(connection: Connection, reports: Collection[int]) -> set[int]:
    """Takes away what these reports announced and settled; returns the reports whose promises they settled."""
    held = t.fulfilments.c
    settled: set[int] = set()
    for some in portions(sorted(reports)):
        settled.update(connection.execute(select(held.announced).where(held.told.in_(some))).scalars())
        connection.execute(delete(t.settling_windows).where(t.settling_windows.c.report.in_(some)))
        connection.execute(delete(t.fulfilments).where(or_(held.announced.in_(some), held.told.in_(some))))
    return settled - set(reports)


def place(connection: Connection, tellings: Mapping[int, Telling]) -> None:
    """Notes where these reports can meet what settles them, and what they may settle."""
    rows: list[dict[str, object]] = []
    for seq, telling in tellings.items():
        due = open_in(telling)
        if due is not None:
            rows += _rows(seq, telling, _DUE, due)
        if may_settle(telling):
            rows += _rows(seq, telling, _DONE, span_of(telling))
    if rows:
        connection.execute(insert(t.settling_windows), rows)


def _rows(seq: int, telling: Telling, side: str, span: Window) -> list[dict[str, object]]:
    place = {"side": side, "level": level(span), "low": span.low, "high": span.high, "report": seq}
    return [place | {"pair": pair} for pair in pairs(telling)]


def meeting(connection: Connection, reports: Collection[int]) -> set[tuple[int, int]]:
    """The pairs to be looked at, with at least one of these reports: the announcing first, then the one that may settle
    it.
    """
    found = windows.meeting(connection, _MEETING, reports)
    return {(own, other) if side == _DUE else (other, own) for side, own, other in found}


def settle(connection: Connection, tellings: Mapping[int, Telling], met: Collection[tuple[int, int]]) -> set[int]:
    """Keeps what the second of each pair says of the first; returns the announcing reports that are spoken of."""
    rows: list[dict[str, object]] = []
    spoken_of: set[int] = set()
    for announced, told in sorted(met):
        found = fulfilled(tellings[announced], tellings[told])
        if found is not None:
            spoken_of.add(announced)
            rows.append({"announced": announced, "told": told, "record": msgspec.json.encode(found).decode()})
    if rows:
        connection.execute(insert(t.fulfilments), rows)
    return spoken_of


def of_reports(connection: Connection, reports: Collection[int]) -> dict[str, list[Fulfilment]]:
    """What became of the promises and plans in these reports, by report id."""
    found: dict[str, list[Fulfilment]] = {}
    for some in portions(sorted(reports)):
        rows = select(t.fulfilments.c.record).where(t.fulfilments.c.announced.in_(some))
        for record in connection.execute(rows).scalars():
            one = msgspec.json.decode(record, type=Fulfilment)
            found.setdefault(one.promise, []).append(one)
    return found
