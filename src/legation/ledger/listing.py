"""The lists in which an event stands: that of all events, of each party, pair, place, context and source.

A row of a list has what lists are narrowed and counted by, so that no record need be read for it. Names of lists are
words of ours: "" is that of all, "RUS" that of a party, "RUS VEN" that of a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import combinations

from sqlalchemy import Connection, bindparam, delete, insert

from legation.event import Event
from legation.ledger import tables as t
from legation.when import BEHIND_ALL, bounds

EVERYTHING = ""
PROMISED, DISPUTED, AGREED = "promised", "disputed", "agreed"
KINDS = (PROMISED, DISPUTED, AGREED)
"""Kinds of which each of the lists of all, of a party and of a pair has one of its own."""
COUNTED = (DISPUTED, AGREED)
"""Kinds whose lists of all and of a party are counted while events are written; promises are counted by outcome."""
PLACE, CONTEXT, SOURCE = "place", "context", "source"
BRIEF = 31
"""Days between the first and the last that an event counted by months may have."""


def parties_of(event: Event) -> tuple[str, ...]:
    """The codes of those who take part, in their order."""
    return tuple(sorted({participant.code for participant in (*event.actors, *event.recipients)}))


def of_parties(codes: Iterable[str]) -> str:
    """The name of the list of a party, or of a pair (in the order of its codes)."""
    return " ".join(codes)


def of_kind(kind: str, name: str) -> str:
    """The name of a list that holds those of one kind, or those of a place, context or source."""
    return f"{kind} {name}"


def roots_of(event: Event) -> list[str]:
    """The names of its independent sources."""
    return sorted({source.name for source in event.sources})


def told_by(event: Event) -> list[str]:
    """The outlets of its dispatches, and its independent sources."""
    return sorted({*roots_of(event), *(report.dispatch.outlet for report in event.reports if report.dispatch.outlet)})


def names_of(event: Event) -> list[str]:
    """The lists in which an event stands."""
    codes = parties_of(event)
    whole = [EVERYTHING, *codes, *(of_parties(pair) for pair in combinations(codes, 2))]
    of_kinds = [of_kind(kind, name) for kind in _kinds_of(event) for name in whole]
    return [*whole, *of_kinds, *_single_of(event)]


def counted_of(event: Event) -> list[str]:
    """Of these lists those whose length is kept under their names: of a source, context, place, or counted kind."""
    whole = (EVERYTHING, *parties_of(event))
    of_kinds = [of_kind(kind, name) for kind in _kinds_of(event) if kind in COUNTED for name in whole]
    return [*of_kinds, *_single_of(event)]


def _kinds_of(event: Event) -> list[str]:
    kinds = {PROMISED: event.commitment is not None, DISPUTED: bool(event.disagreements), AGREED: is_agreement(event)}
    return [kind for kind, holds in kinds.items() if holds]


def _single_of(event: Event) -> list[str]:
    found = [of_kind(SOURCE, name) for name in told_by(event)]
    found += [of_kind(CONTEXT, name) for name in sorted(set(event.contexts))]
    return found + ([of_kind(PLACE, event.place.code)] if event.place else [])


def is_agreement(event: Event) -> bool:
    """Whether it is agreed in words, or several sign or back it together: support that is given to nobody."""
    together = event.type == "SUPPORT" and not event.recipients
    return (event.type == "AGREE" or together) and event.status != "denied"


def row_of(event: Event) -> dict[str, object]:
    """What stands of an event in each of its lists."""
    first, last = event.date_bounds
    due = event.commitment.due if event.commitment else None
    start, end = bounds(due) if due else (None, None)
    turn = end or start
    columns = ("type", "mode", "status", "quad", "intensity", "date", "dispatches", "independent_sources")
    return {name: getattr(event, name) for name in columns} | {
        "event": event.id,
        "begin": begin_of(event),
        "first_day": first,
        "last_day": last,
        "outcome": event.commitment.outcome if event.commitment else None,
        "due": due,
        "due_by": end.isoformat() if end else None,
        "due_order": (turn.isoformat() if turn else BEHIND_ALL) if event.commitment else None,
        "brief": is_brief(first, last),
        "place": event.place.code if event.place else None,
        "contexts": between_bars(event.contexts),
        "sources": between_bars(told_by(event)),
    }


def between_bars(names: Iterable[str]) -> str:
    """Names as one string in which each can be looked for as `|name|`."""
    return "".join(f"|{name.replace('|', ' ')}" for name in names) + "|"


def begin_of(event: Event) -> str:
    """By what an event stands in its lists: its first day, else its last one, else nothing."""
    first, last = event.date_bounds
    return first or last or ""


def is_brief(first: str | None, last: str | None) -> bool:
    """Whether both days are known and not more than `BRIEF` days apart."""
    return bool(first and last) and (date.fromisoformat(last) - date.fromisoformat(first)).days <= BRIEF  # type: ignore[arg-type]


def add(connection: Connection, events: Mapping[str, Event]) -> None:
    """Puts events in their lists."""
    rows = [row | {"list": name} for event in events.values() for row in (row_of(event),) for name in names_of(event)]
    if rows:
        connection.execute(insert(t.listed), sorted(rows, key=lambda row: (row["list"], row["begin"], row["event"])))


def take(connection: Connection, events: Mapping[str, Event]) -> None:
    """Takes events, as they were put there, out of their lists."""
    c = t.listed.c
    one = delete(t.listed).where(c.list == bindparam("name"), c.begin == bindparam("day"), c.event == bindparam("id"))
    rows = [
        {"name": name, "day": begin_of(event), "id": event.id} for event in events.values() for name in names_of(event)
    ]
    if rows:
        connection.execute(one, rows)
