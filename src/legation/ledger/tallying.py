"""Numbers that are kept while events are written: how many of which month and kind, of which parties and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from sqlalchemy import Connection, Table, bindparam, delete
from sqlalchemy.dialects import postgresql, sqlite

from legation.event import Event
from legation.ledger import listing
from legation.ledger import tables as t

EVENTS, COMMITMENTS = "events", "commitments"
DISPATCHES, REPORTS, SOURCES = "dispatches", "reports", "sources"
"""Names of what is counted in the whole ledger, under the kind `WHOLE`."""
WHOLE, PARTY, PAIR, OUTLET, PERSON, CALLED, ROOT = "whole", "party", "pair", "outlet", "person", "called", "root"
LISTED = "listed"
"""Kinds: people are counted by party and name, and (`CALLED`) by their name alone; `LISTED` are the lists of a place,
context or source, and of some kinds (`listing.counted_of`).
"""
_BETWEEN = "\t"
LAST = "\U0010ffff"
"""Sorts behind all that names begin with."""
THOUSAND = 1000
"""Tallies sum intensities in thousandths: whole numbers come out the same in whatever order they are added."""
_KEYS = ("list", "first_month", "last_month", "type", "status", "quad", "brief", "outcome")

Key = tuple[object, ...]
Name = tuple[str, str]


def named(*parts: str) -> str:
    """The name of what is counted by several names."""
    return _BETWEEN.join(part.replace(_BETWEEN, " ") for part in parts)


def parts_of(name: str) -> tuple[str, ...]:
    """The several names."""
    return tuple(name.split(_BETWEEN))


_INSERT: dict[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def count(connection: Connection, changes: Mapping[Name, int]) -> None:
    """Adds to what is counted, by kind and name."""
    rows = [{"kind": kind, "name": name, "number": by} for (kind, name), by in sorted(changes.items()) if by]
    _add(connection, t.counted, ("kind", "name"), ("number",), rows)


class Changes:
    """What events that come and go change in tallies and counts."""

    def __init__(self) -> None:
        self._events, self._intensity, self._counted = Counter[Key](), Counter[Key](), Counter[Name]()

    def __len__(self) -> int:
        return len(self._events) + len(self._counted)

    def come(self, events: Iterable[Event], by: int = 1) -> None:
        """Counts events in; with `by=-1`, out."""
        for event in events:
            intensity = by * round(event.intensity * THOUSAND)
            for key in _keys_of(event):
                self._events[key] += by
                self._intensity[key] += intensity
            for name in _names_of(event):
                self._counted[name] += by

    def write(self, connection: Connection) -> None:
        """Writes them, and begins anew."""
        rows = [
            dict(zip(_KEYS, key, strict=True)) | {"events": by, "intensity": self._intensity[key]}
            for key, by in sorted(self._events.items())
            if by or self._intensity[key]
        ]
        _add(connection, t.tallies, _KEYS, ("events", "intensity"), rows)
        count(connection, self._counted)
        for counter in (self._events, self._intensity, self._counted):
            counter.clear()


def tally(connection: Connection, gone: Iterable[Event], come: Iterable[Event]) -> None:
    """Moves the tallies and the counts from events as they were to events as they are."""
    changes = Changes()
    changes.come(gone, -1)
    changes.come(come)
    changes.write(connection)


def _keys_of(event: Event) -> list[Key]:
    """The tallies in which an event counts: that of all and that of each party."""
    first, last = event.date_bounds
    outcome = event.commitment.outcome if event.commitment else ""
    kind = (event.type, event.status, event.quad, listing.is_brief(first, last), outcome)
    names = (listing.EVERYTHING, *listing.parties_of(event))
    return [(name, (first or "")[:7], (last or "")[:7], *kind) for name in names]


def _names_of(event: Event) -> list[Name]:
    codes = listing.parties_of(event)
    pairs = [listing.of_parties(pair) for pair in combinations(codes, 2)]
    found = [(WHOLE, EVENTS), *((PARTY, code) for code in codes), *((PAIR, pair) for pair in pairs)]
    found += [(WHOLE, COMMITMENTS)] if event.commitment else []
    roots = listing.roots_of(event)
    found += [(LISTED, name) for name in listing.counted_of(event)]
    return found + [(ROOT, named(name, root)) for name in (listing.EVERYTHING, *codes, *pairs) for root in roots]


def _add(
    connection: Connection, table: Table, keys: tuple[str, ...], numbers: tuple[str, ...], rows: list[dict[str, object]]
) -> None:
    """Adds numbers to the rows with these keys, which are made where there are none; those that come to 0 go."""
    if not rows:
        return
    fresh = _INSERT[connection.dialect.name](table)
    added = {name: table.c[name] + fresh.excluded[name] for name in numbers}
    connection.execute(fresh.on_conflict_do_update(index_elements=list(keys), set_=added), rows)
    given = [{f"_{name}": value for name, value in row.items()} for row in rows]
    same = [table.c[key] == bindparam(f"_{key}") for key in keys]
    fewer = [row for row, change in zip(given, rows, strict=True) if int(str(change[numbers[0]])) < 0]
    if fewer:
        connection.execute(delete(table).where(*same, table.c[numbers[0]] == 0), fewer)
