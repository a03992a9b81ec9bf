"""The people of the ledger with the offices that dispatches give them, each with the words that do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, or_, select

from legation.ledger import tables as t
from legation.ledger.holders import (
    Holder,
    Naming,
    OfficeHeld,
    OfficeReader,
    days_of,
    holders,
    written,
)
from legation.ledger.portions import portions
from legation.ledger.tallying import LAST, PERSON, named, parts_of
from legation.merging import group_people
from legation.merging.people import canonical

_Name = tuple[str, str]
"""The code of a state, and a spelling."""
_LOOKED_AT = 20
"""Namings of one office among which the one to quote is looked for."""


class PersonHolding(msgspec.Struct, frozen=True):
    """A person as the dispatches know them: offices and spellings as written, and the sources that name them.

    `offices` are all wordings, the most frequent first; `held` the offices they stand for, with dates and quotes.
    """

    person: str
    state: str
    offices: tuple[str, ...]
    spellings: tuple[str, ...]
    dispatches: tuple[str, ...]
    held: tuple[OfficeHeld, ...] = ()


class PersonName(msgspec.Struct, frozen=True):
    """A name of the ledger with its spellings; ministers of one name for different things are two people of it.

    `dispatches` counts those that name somebody so, each spelling for itself.
    """

    state: str
    person: str
    spellings: tuple[str, ...]
    dispatches: int


def names(connection: Connection) -> tuple[PersonName, ...]:
    """All names of people, by state and name: what there is to choose from, without offices and words."""
    counted: dict[str, dict[str, int]] = {}
    for (code, person), number in _counted(connection, ()).items():
        counted.setdefault(code, {})[person] = number
    found = []
    for code, spelled in sorted(counted.items()):
        groups = (tuple(sorted(group)) for group in group_people(tuple(sorted(spelled))))
        own = [PersonName(code, canonical(group), group, sum(spelled[one] for one in group)) for group in groups]
        found += sorted(own, key=lambda name: (name.person, name.spellings))
    return tuple(found)


def holdings(
    connection: Connection, wanted: Sequence[PersonName], read_office: OfficeReader, newest: int | None = None
) -> tuple[PersonHolding, ...]:
    """The people of some names, in the order of the names, as `people` tells of them."""
    of_name = {(name.state, spelling): at for at, name in enumerate(wanted) for spelling in name.spellings}
    told: list[list[Naming]] = [[] for _ in wanted]
    for naming in _of_names(connection, sorted(of_name), newest):
        told[of_name[naming.code, naming.person]].append(naming)
    described = ((name.state, namings) for name, namings in zip(wanted, told, strict=True) if namings)
    return _described(connection, described, read_office)


def people(
    connection: Connection, states: Sequence[str], read_office: OfficeReader, newest: int | None = None
) -> tuple[PersonHolding, ...]:
    """The people who take part for these states (for all, if none is given), by state and name.

    `newest`: of a spelling that more dispatches have, only so many reports are looked at, those read last.

    Spellings of one name are one person; a bare surname that fits several stands alone; ministers of one name for
    different things are two.
    """
    told: dict[str, list[Naming]] = {}
    if newest is None:
        found = _read(connection, _namings().where(t.report_participants.c.code.in_(states)) if states else _namings())
    else:
        found = _of_names(connection, sorted(_counted(connection, states)), newest)
    for naming in found:
        told.setdefault(naming.code, []).append(naming)
    return _described(connection, sorted(told.items()), read_office)


def _described(
    connection: Connection, told: Iterable[tuple[str, list[Naming]]], read_office: OfficeReader
) -> tuple[PersonHolding, ...]:
    """The people behind some namings of each party."""
    found = [(code, holder) for code, namings in told for holder in holders(namings, read_office)]
    offices = [office for _, holder in found for office in holder.offices]
    sentences = _sentences(connection, {n.report for office in offices for n in office[:_LOOKED_AT]})
    return tuple(_holding(connection, code, holder, sentences, read_office) for code, holder in found)


def _of_names(connection: Connection, names: Sequence[_Name], newest: int | None) -> Iterator[Naming]:
    """The namings of these names; with `newest`, of one that more dispatches have only so many, those read last."""
    c = t.report_participants.c
    rest: dict[str, list[str]] = {}
    counted = _counted(connection, sorted({code for code, _ in names})) if newest is not None else {}
    for code, person in names:
        if newest is not None and counted.get((code, person), 0) > newest:
            of_one = _namings().where(c.code == code, c.person == person)
            yield from _read(connection, of_one.order_by(c.report.desc(), c.place).limit(newest))
        else:
            rest.setdefault(code, []).append(person)
    for code, persons in rest.items():
        for some in portions(persons):
            yield from _read(connection, _namings().where(c.code == code, c.person.in_(some)))


def _counted(connection: Connection, states: Sequence[str]) -> dict[_Name, int]:
    """The names of these states (of all, if none is given) and how many dispatches have each."""
    c = t.counted.c
    statement = select(c.name, c.number).where(c.kind == PERSON)
    if states:
        starts = [named(code, "") for code in states]
        statement = statement.where(or_(*(and_(c.name >= start, c.name < start + LAST) for start in starts)))
    found: dict[_Name, int] = {}
    for name, number in connection.execute(statement):
        code, person = parts_of(name)
        found[code, person] = number
    return found


def _namings() -> Select[Any]:
    c, d = t.report_participants.c, t.dispatches.c
    days = func.coalesce(d.first_day, d.last_day), func.coalesce(d.last_day, d.first_day)
    return (
        select(c.code, c.person, c.office, d.source, d.seq, *days, c.report)
        .join(t.reports, c.report == t.reports.c.seq)
        .join(t.dispatches, t.reports.c.dispatch == d.seq)
        .where(c.person.is_not(None), ~t.reports.c.superseded)
    )


def _read(connection: Connection, statement: Select[Any]) -> Iterator[Naming]:
    return (Naming(*row) for row in connection.execute(statement))


def _sentences(connection: Connection, reports: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for portion in portions(sorted(reports)):
        rows = connection.execute(select(t.reports.c.seq, t.reports.c.sentence).where(t.reports.c.seq.in_(portion)))
        found |= {row.seq: row.sentence for row in rows}
    return found


def _holding(
    connection: Connection, code: str, holder: Holder, sentences: Mapping[int, str], read_office: OfficeReader
) -> PersonHolding:
    wordings = Counter(naming.office for naming in holder.namings if naming.office)
    return PersonHolding(
        person=holder.person,
        state=code,
        offices=tuple(sorted(wordings, key=lambda office: (-wordings[office], office))),
        spellings=holder.spellings,
        dispatches=tuple(sorted({naming.source for naming in holder.namings})),
        held=tuple(_held(connection, office, sentences, written(office, read_office)) for office in holder.offices),
    )


def _held(connection: Connection, office: Sequence[Naming], sentences: Mapping[int, str], wording: str) -> OfficeHeld:
    def fit(naming: Naming) -> tuple[bool, bool, bool]:
        """Orders what may be quoted: office and holder in one sentence, the office alone, neither."""
        sentence = sentences.get(naming.report, "")
        return (naming.office or "") not in sentence, _last(naming.person) not in sentence, naming.office != wording

    first, last = days_of(office)
    best = min(office[:_LOOKED_AT], key=fit)  # the earliest among equals
    quote = sentences.get(best.report, "")
    if (best.office or "") not in quote:
        text = connection.execute(select(t.dispatches.c.text).where(t.dispatches.c.seq == best.dispatch)).scalar()
        quote = sentence_with(text or "", best.office or "", best.person) or quote
    sources = tuple(sorted({naming.source for naming in office}))
    return OfficeHeld(wording, first, last, sources, quote, best.source)


def _last(name: str) -> str:
    """The last word of a name, under which dispatches go on with a person."""
    return name.rsplit(maxsplit=1)[-1] if name.strip() else ""


def sentence_with(text: str, office: str, person: str) -> str | None:
    """The sentence of a text in which the office stands, where it stands nearest to its holder's name."""
    places = [match.span() for match in re.finditer(re.escape(office), text)] if office else []
    if not places:
        return None
    named = [match.start() for match in re.finditer(re.escape(_last(person)), text)]
    start, end = min(places, key=lambda place: min((abs(at - place[1]) for at in named), default=0))
    before = [match.end() for match in re.finditer(r"[.!?…]\s+|\n", text[:start])]
    after = re.search(r"[.!?…](?=\s)|\n", text[end:])
    return text[before[-1] if before else 0 : end + after.end() if after else len(text)].strip()
