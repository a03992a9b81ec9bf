"""Which texts are alike and which original is behind each: kept up to date as dispatches come in.

A new text is compared with those that share a key with it, and only the texts that hang together with it are put in
order again. What comes out is what `merging.find_reprints` finds among all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BigInteger, Connection, and_, bindparam, cast, delete, func, insert, literal, select, update

from legation.dispatch import from_record
from legation.ledger import tables as t
from legation.ledger.json_fields import words
from legation.ledger.loading import add_plain
from legation.ledger.portions import portions
from legation.ledger.reach import part, reached
from legation.merging.reprints import (
    Likeness,
    Marks,
    are_apart,
    chains,
    compare,
    day_of,
    in_order,
    marks,
    may_be_alike,
    period,
    periods_near,
    precedence,
)


class Changes(NamedTuple):
    """Row numbers of dispatches: with another reading than merging knew; with another original; and all that hang
    together with one of them, these included."""

    read: set[int]
    moved: set[int]
    around: set[int]


class _Text(NamedTuple):
    reading: int
    in_order: list[str]
    day: int | None


def bring_up_to_date(connection: Connection, dispatches: Collection[int]) -> Changes:
    """Compares those of these dispatches (row numbers) that are new or whose current reading is another one."""
    known = _compared(connection, dispatches)
    current = _texts(connection, dispatches)
    changed = {seq: text for seq, text in current.items() if known.get(seq) != text.reading}
    earlier = {seq: reading for seq, reading in known.items() if seq in changed}
    around = reached(connection, t.alike, earlier)
    _forget(connection, earlier)
    own = _marks(changed)
    days = {seq: text.day for seq, text in changed.items()}
    pairs = _proposals(connection, own, days)
    _remember(connection, changed, own, earlier)
    _pair(connection, changed, pairs)
    around = reached(connection, t.alike, around | changed.keys())
    return Changes(set(changed), _settle(connection, around), around)


def _marks(texts: Mapping[int, _Text]) -> dict[int, Marks]:
    return dict(zip(texts, marks([text.in_order for text in texts.values()]), strict=True))


def _compared(connection: Connection, dispatches: Collection[int]) -> dict[int, int]:
    """The reading by which merging knows each of these dispatches, where it does."""
    found: dict[int, int] = {}
    for some in portions(sorted(dispatches)):
        rows = select(t.compared.c.dispatch, t.compared.c.reading).where(t.compared.c.dispatch.in_(some))
        found |= {row.dispatch: row.reading for row in connection.execute(rows)}
    return found


def _texts(connection: Connection, dispatches: Collection[int], *, known: bool = False) -> dict[int, _Text]:
    """The texts of dispatches by their current reading, or by the one that merging knows."""
    statement = select(t.readings.c.seq, t.readings.c.dispatch, t.readings.c.record, t.dispatches.c.text)
    statement = statement.join(t.dispatches, t.readings.c.dispatch == t.dispatches.c.seq)
    if known:
        # By the key of `compared` too: by the reading alone SQLite goes through all of it for each portion.
        here = and_(t.compared.c.dispatch == t.readings.c.dispatch, t.compared.c.reading == t.readings.c.seq)
        statement = statement.join(t.compared, here)
    else:
        statement = statement.where(t.readings.c.current)
    found: dict[int, _Text] = {}
    for some in portions(sorted(dispatches)):
        for row in connection.execute(statement.where(t.readings.c.dispatch.in_(some))):
            dispatch = from_record(row.record, row.text)
            found[row.dispatch] = _Text(row.seq, in_order(dispatch), day_of(dispatch))
    return found


def _forget(connection: Connection, dispatches: Collection[int]) -> None:
    """Takes away what was found of these dispatches by the reading that merging knew.

    Their keys are made again from their texts: an index by dispatch would be as large as the keys.
    """
    part(connection, t.alike, dispatches)
    texts = _texts(connection, dispatches, known=True)
    rows = [
        {"_period": period(texts[seq].day), "_key": key, "_dispatch": seq}
        for seq, its in _marks(texts).items()
        for key in sorted(its.keys)
    ]
    if rows:
        k = t.text_keys.c
        one = delete(t.text_keys).where(*(column == bindparam(f"_{column.name}") for column in k))
        connection.execute(one, rows)


def _remember(
    connection: Connection, changed: Mapping[int, _Text], own: Mapping[int, Marks], earlier: Collection[int]
) -> None:
    """Keeps the marks of these texts."""
    rows = [
        {
            "number": seq,
            "reading": text.reading,
            "size": len(set(text.in_order)),
            "sketch": own[seq].sketch,
            "day": text.day,
        }
        for seq, text in changed.items()
    ]
    columns: dict[str, Any] = {name: bindparam(name) for name in ("reading", "size", "sketch", "day")}
    again = [row for row in rows if row["number"] in earlier]
    if again:
        statement = update(t.compared).where(t.compared.c.dispatch == bindparam("number"))
        connection.execute(statement.values(columns), again)
    fresh = [row for row in rows if row["number"] not in earlier]
    if fresh:
        number: dict[str, Any] = {name: bindparam("number") for name in ("dispatch", "origin")}
        connection.execute(insert(t.compared).values(columns | number), fresh)
    keys = sorted((period(changed[seq].day), key, seq) for seq, its in own.items() for key in its.keys)
    if keys:
        add_plain(connection, t.text_keys, ("period", "key", "dispatch"), keys)


def _pair(connection: Connection, changed: Mapping[int, _Text], pairs: Collection[tuple[int, int]]) -> None:
    """Compares these pairs, each with a changed text in it, and keeps those that are alike.

    The other texts are read some at a time: those that share a sentence with many may be thousands.
    """
    own = {seq: frozenset(text.in_order) for seq, text in changed.items()}
    partners: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        known, new = (b, a) if a in own else (a, b)
        partners[known].append(new)
    rows: list[dict[str, object]] = []
    for some in portions(sorted(partners)):
        kept = _texts(connection, [seq for seq in some if seq not in own], known=True)
        texts = own | {seq: frozenset(text.in_order) for seq, text in kept.items()}
        for known in some:
            rows += [row for new in partners[known] for row in _likeness(known, new, texts)]
    if rows:
        connection.execute(insert(t.alike), rows)


def _likeness(a: int, b: int, texts: Mapping[int, frozenset[str]]) -> list[dict[str, object]]:
    """What is kept of a pair: nothing, or its likeness seen from both sides."""
    found = compare(texts[a], texts[b])
    if not found:
        return []
    return [{"dispatch": x, "other": y, "likeness": found[0], "kind": found[1]} for x, y in ((a, b), (b, a))]


def _proposals(
    connection: Connection, own: Mapping[int, Marks], days: Mapping[int, int | None]
) -> list[tuple[int, int]]:
    """The pairs with one of these dispatches that share a key, are near and may be alike, the smaller number first.

    Their keys must not be kept yet: what is kept are the others.
    """
    holders: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for seq in sorted(own):
        here = holders[period(days[seq])]
        for key in own[seq].keys:
            here[key].append(seq)
    pairs = set(_shared(holders))
    pairs.update(
        (min(seq, other), max(seq, other))
        for home, key, other in _looked_up(connection, holders)
        for seq in holders[home][key]
    )
    known = {seq: (its.sketch, days[seq]) for seq, its in own.items()}
    known |= _sketches(connection, {seq for pair in pairs for seq in pair} - own.keys())
    return sorted((a, b) for a, b in pairs if _may_be_alike(known[a], known[b]))


def _shared(holders: Mapping[int, Mapping[int, list[int]]]) -> Iterator[tuple[int, int]]:
    """The pairs of those who share a key, whatever their periods: they are few."""
    together: dict[int, list[int]] = defaultdict(list)
    for keys in holders.values():
        for key, seqs in keys.items():
            together[key] += seqs
    return (pair for seqs in together.values() if len(seqs) > 1 for pair in combinations(sorted(seqs), 2))


def _looked_up(
    connection: Connection, holders: Mapping[int, Mapping[int, list[int]]]
) -> Iterator[tuple[int, int, int]]:
    """The texts kept that share a key with one of those of a period: that period, the key, and the text kept."""
    k = t.text_keys.c
    # Most ledgers have days throughout: a text without one is looked up in all periods.
    every = _periods(connection, up_to=None if 0 in holders else 0)
    for home, keys in holders.items():
        # In their order, which is that of the keys kept: those of one period lie together.
        given = words(literal(msgspec.json.encode({"keys": sorted(keys)}).decode()), "keys")
        sought = select(cast(given.c.value, BigInteger))
        for where in periods_near(home) if home else every:
            if where or 0 in every:
                kept = select(k.key, k.dispatch).where(k.period == where, k.key.in_(sought))
                yield from ((home, key, other) for key, other in connection.execute(kept))


def _periods(connection: Connection, up_to: int | None) -> list[int]:
    """The periods of which there are texts, as far as this one: each found from the one before, not by reading all."""
    p = t.text_keys.c.period
    found = [-1]
    while up_to is None or found[-1] < up_to:
        after = connection.execute(select(func.min(p)).where(p > found[-1])).scalar()
        if after is None or (up_to is not None and after > up_to):
            break
        found.append(after)
    return found[1:]


def _may_be_alike(a: tuple[bytes, int | None], b: tuple[bytes, int | None]) -> bool:
    return not are_apart(a[1], b[1]) and may_be_alike(a[0], b[0])


def _sketches(connection: Connection, dispatches: Collection[int]) -> dict[int, tuple[bytes, int | None]]:
    """The sketches of dispatches, and their days."""
    found: dict[int, tuple[bytes, int | None]] = {}
    c = t.compared.c
    for some in portions(sorted(dispatches)):
        kept = select(c.dispatch, c.sketch, c.day).where(c.dispatch.in_(some))
        found |= {row.dispatch: (row.sketch, row.day) for row in connection.execute(kept)}
    return found


def _settle(connection: Connection, around: Collection[int]) -> set[int]:
    """Puts whole components of alike texts in order; returns the dispatches whose original is another one now."""
    d, c = t.dispatches.c, t.compared.c
    statement = select(d.seq, d.id, d.published, c.size, c.origin, c.day).join(t.compared, c.dispatch == d.seq)
    rows: dict[int, Any] = {}
    for some in portions(sorted(around)):
        rows |= {row.seq: row for row in connection.execute(statement.where(t.dispatches.c.seq.in_(some)))}
    order = {row.id: precedence(row.published, row.size, row.id) for row in rows.values()}
    days = {row.id: row.day for row in rows.values()}
    copies = list(chains(_alike(connection, rows), order, days))
    _write(connection, [row.id for row in rows.values()], copies)
    seq_of = {row.id: seq for seq, row in rows.items()}
    origins = {seq: seq for seq in rows}
    for parent, copy, _ in copies:  # a parent comes before its copies
        origins[seq_of[copy]] = origins[seq_of[parent]]
    moved = {seq: origin for seq, origin in origins.items() if rows[seq].origin != origin}
    if moved:
        origin_is = update(t.compared).where(t.compared.c.dispatch == bindparam("number"))
        values = [{"number": seq, "origin": origin} for seq, origin in sorted(moved.items())]
        connection.execute(origin_is.values(origin=bindparam("origin")), values)
    return set(moved)


def _alike(connection: Connection, rows: Mapping[int, Any]) -> dict[str, dict[str, Likeness]]:
    alike: dict[str, dict[str, Likeness]] = defaultdict(dict)
    for some in portions(sorted(rows)):
        for row in connection.execute(select(t.alike).where(t.alike.c.dispatch.in_(some))):
            alike[rows[row.dispatch].id][rows[row.other].id] = (row.likeness, row.kind)
    return alike


def _write(connection: Connection, ids: Iterable[str], copies: Iterable[tuple[str, str, Likeness]]) -> None:
    for some in portions(sorted(ids)):
        connection.execute(delete(t.reprints).where(t.reprints.c.copy.in_(some)))
    rows = [
        {"copy": copy, "original": original, "likeness": likeness, "kind": kind}
        for original, copy, (likeness, kind) in copies
    ]
    if rows:
        connection.execute(insert(t.reprints), rows)
