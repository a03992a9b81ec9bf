"""People and the offices that dispatches give them: who is one, who are two of one name, and since when it is said.

What an office written so *is* depends on the language it is written in; the ledger knows none. Whoever asks hands in an
`OfficeReader`; without one every wording is an office of its own and nobody is told apart by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec

from legation.merging import group_people
from legation.merging.people import canonical, plain

FOLLOWS = 180
"""Days between the last word of one portfolio and the first of another from which a minister has changed office; two
ministers of one name stay two when they are nearer, or when a day is not known."""


class OfficeSense(NamedTuple):
    """What an office written so is: what one is ("minister", "" for nothing that one holds) and what for, if it says.

    `exclusive`: two people of one name who are this for different things are two, as ministers are.
    """

    role: str
    subject: frozenset[str] = frozenset()
    exclusive: bool = False


OfficeReader = Callable[[str, str], OfficeSense]
"""The sense of an office from the holder's code and the words."""


def as_written(code: str, office: str) -> OfficeSense:
    """The sense of an office when nothing is known of its language."""
    return OfficeSense(plain(office))


class Naming(NamedTuple):
    """One participant of one report: whom it names, as what, and where. `first` and `last` bound the dispatch's day."""

    code: str
    person: str
    office: str | None
    source: str
    dispatch: int
    first: str | None
    last: str | None
    report: int


class OfficeHeld(msgspec.Struct, frozen=True):
    """An office of a person: as most dispatches write it, with the sources that say so.

    `first` and `last` are the first and last day (ISO 8601) on which a dispatch says so, None when none of them has a
    day. `quote` holds the words, `source` the dispatch they are from.
    """

    office: str
    first: str | None
    last: str | None
    dispatches: tuple[str, ...]
    quote: str
    source: str


class Holder(NamedTuple):
    """A person of one party: the name to show, all spellings, all namings, and those of each office."""

    person: str
    spellings: tuple[str, ...]
    namings: tuple[Naming, ...]
    offices: tuple[tuple[Naming, ...], ...]


def holders(namings: Iterable[Naming], read_office: OfficeReader) -> list[Holder]:
    """The people of one party. The order of `namings` does not matter."""
    ordered = sorted(namings, key=lambda n: (n.first or "9999", n.source, n.report, n.person, n.office or ""))
    read_office = cache(read_office)
    groups = group_people(tuple({naming.person for naming in ordered}))
    group_of = {name: number for number, group in enumerate(groups) for name in group}
    of_name: list[list[Naming]] = [[] for _ in groups]
    for naming in ordered:
        of_name[group_of[naming.person]].append(naming)
    found = [_holder(own, read_office) for told in of_name for own in _apart(told, read_office)]
    return sorted(found, key=lambda holder: (holder.person, holder.namings[0].source, holder.spellings))


def _apart(namings: Sequence[Naming], read_office: OfficeReader) -> list[list[Naming]]:
    """The namings of one name as those of one person each: ministers for different things are two."""
    ministers: dict[frozenset[str], list[Naming]] = {}
    others: list[Naming] = []
    for naming in namings:
        portfolio = _portfolio(naming, read_office)
        (ministers.setdefault(portfolio, []) if portfolio else others).append(naming)
    people: list[list[frozenset[str]]] = []
    for portfolio in ministers:  # in the order of their first days
        of_one = (p for p in people if all(_may_be_one(portfolio, other, ministers) for other in p))
        own = next(of_one, None)
        if own is None:
            people.append([portfolio])
        else:
            own.append(portfolio)
    if len(people) < 2:
        return [list(namings)]
    found = [[naming for portfolio in own for naming in ministers[portfolio]] for own in people]
    there = [{naming.dispatch for naming in own} for own in found]
    alone: list[Naming] = []
    for naming in others:  # without a portfolio: whoever the same dispatch names with one, if that is one person
        fitting = [own for own, dispatches in zip(found, there, strict=True) if naming.dispatch in dispatches]
        (fitting[0] if len(fitting) == 1 else alone).append(naming)
    return [*found, alone] if alone else found


def _portfolio(naming: Naming, read_office: OfficeReader) -> frozenset[str]:
    sense = read_office(naming.code, naming.office) if naming.office else None
    return sense.subject if sense and sense.exclusive else frozenset()


def _may_be_one(a: frozenset[str], b: frozenset[str], told: Mapping[frozenset[str], Sequence[Naming]]) -> bool:
    """Whether one person can be minister for both: they are one thing, or one clearly follows the other."""
    if 2 * len(a & b) > min(len(a), len(b)):
        return True
    if any(naming.first is None or naming.last is None for naming in (*told[a], *told[b])):
        return False
    (_, early), (late, _) = sorted((days_of(told[a]), days_of(told[b])), key=lambda days: days[0] or "")
    if early is None or late is None:
        return False
    return (date.fromisoformat(late) - date.fromisoformat(early)).days >= FOLLOWS


def _holder(namings: Sequence[Naming], read_office: OfficeReader) -> Holder:
    names = tuple(naming.person for naming in namings)
    by_office: dict[tuple[str, frozenset[str]], list[Naming]] = {}
    for naming in namings:
        sense = read_office(naming.code, naming.office) if naming.office else OfficeSense("")
        if sense.role:
            by_office.setdefault((sense.role, sense.subject), []).append(naming)
    for role, subject in [office for office in by_office if not office[1]]:
        fuller = [office for office in by_office if office[0] == role and office[1]]
        if len(fuller) == 1:  # "ministre" besides "ministre de la Défense" is no second office
            by_office[fuller[0]] += by_office.pop((role, subject))
    offices = sorted(by_office.values(), key=lambda told: (-len({n.dispatch for n in told}), told[0].office or ""))
    return Holder(
        canonical(names), tuple(sorted(set(names))), tuple(namings), tuple(tuple(told) for told in offices)
    )  # fmt: skip


def days_of(namings: Iterable[Naming]) -> tuple[str | None, str | None]:
    """The first and the last day of the dispatches, as far as they have one."""
    told = list(namings)
    return min((n.first for n in told if n.first), default=None), max((n.last for n in told if n.last), default=None)


def written(namings: Iterable[Naming], read_office: OfficeReader) -> str:
    """The wording of an office that most have, of those that say what for if any does; among equals the first."""
    counts = Counter((naming.code, naming.office or "") for naming in namings)
    says = {said: bool(read_office(*said).subject) for said in counts}
    return min(counts, key=lambda said: (not says[said], -counts[said]))[1]  # the first among equals
