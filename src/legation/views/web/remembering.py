"""What was counted in a ledger, kept as long as nothing is added to it: readers come back to the same few pages."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from legation.ledger import (
    Counts,
    Ledger,
    MonthCount,
    Naming,
    PairCount,
    Promises,
    Question,
    Relations,
    Some,
    StateCount,
)
from legation.merging import group_people
from legation.merging.people import canonical

_PAIRS = 12
_FEW = 6
_DOUBTS = 1000
"""Doubtful pairs of reports that are looked at."""
MARKS = 240
"""Events drawn in a timeline."""


class Activity(msgspec.Struct, frozen=True):
    """What the overview counts over the whole ledger; `doubts` are the doubtful pairs that wait, those of
    events among the strongest `_DOUBTS` of reports.
    """

    counts: Counts
    months: tuple[MonthCount, ...]
    states: tuple[StateCount, ...]
    pairs: tuple[PairCount, ...]
    promises: Promises
    disputes: Some
    doubts: int


class Person(msgspec.Struct, frozen=True):
    """A person of one party, and the offices as written, the most frequent first."""

    name: str
    offices: tuple[str, ...]


class Between(msgspec.Struct, frozen=True):
    """What stands behind the list of a pair or a state: `people` by party, `partners` the pairs of a single state."""

    relations: Relations
    people: tuple[tuple[str, tuple[Person, ...]], ...]
    partners: tuple[PairCount, ...]


def activity_of(ledger: Ledger) -> Activity:
    """The activity in the whole ledger.

    Raises:
        LedgerError: the ledger failed.
    """
    return _activity(ledger, ledger.mark())


def between(ledger: Ledger, question: Question) -> Between:
    """What stands behind the events that a question asks for, whatever part of their list.

    Raises:
        LedgerError: the ledger failed.
    """
    return _between(ledger, ledger.mark(), msgspec.structs.replace(question, limit=None, offset=0))


@lru_cache(maxsize=4)
def _activity(ledger: Ledger, version: str) -> Activity:
    return Activity(
        counts=ledger.counts(),
        months=ledger.monthly(),
        states=ledger.busiest_states(),
        pairs=ledger.busiest_pairs(most=_PAIRS),
        promises=ledger.promises(_FEW),
        disputes=ledger.disputes(_FEW),
        doubts=len(ledger.doubts(most=_DOUBTS)),
    )


@lru_cache(maxsize=128)
def _between(ledger: Ledger, version: str, question: Question) -> Between:
    relations = ledger.relations(question, marks=MARKS, few=_FEW)
    people = tuple((code, _persons(relations.people, code)) for code in question.states)
    alone = len(question.states) == 1
    return Between(relations, people, ledger.busiest_pairs(_PAIRS, question.states) if alone else ())


def _persons(namings: tuple[Naming, ...], code: str) -> tuple[Person, ...]:
    """The people of one party, those in most events first; spellings of one name are one person."""
    times: dict[str, int] = {}
    offices: dict[str, list[tuple[int, str]]] = {}
    for one in namings:
        if one.code == code:
            times[one.person] = times.get(one.person, 0) + one.events
            if one.office:
                offices.setdefault(one.person, []).append((-one.events, one.office))
    found = []
    for group in group_people(tuple(sorted(times))):
        held = sorted(office for name in group for office in offices.get(name, ()))
        number = sum(times[name] for name in group)
        found.append((-number, Person(canonical(group), tuple(dict.fromkeys(office for _, office in held)))))
    return tuple(person for _, person in sorted(found, key=lambda one: (one[0], one[1].name)))
