"""The people of one dispatch: who is named with which office and state, found again by a bare surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from anyascii import anyascii

from legation.language.words import Word, name_pair
from legation.people import Person as KnownPerson
from legation.reading.mentions import Mention

_LATER = 8
"""Years before and after holding office in which a bare surname still means the holder."""
_PARTICLE = 3
"""Letters of a particle joined to a surname: "al-", "ben-"."""
_MOST_WORDS = 6
"""Words of a full name that are looked up."""
_ORDINAL = re.compile(r"[IVX]+")
"""What follows a ruler's name: "Abdallah II"."""


@dataclass(slots=True)
class Person:
    """One person as the dispatch knows them so far."""

    name: str
    codes: tuple[str, ...] = ()
    sector: str = "GOV"
    office: str | None = None
    role: str | None = None


class WellKnown:
    """Holders of office by surname and by full name; made once for all dispatches."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self.by_surname: dict[str, tuple[KnownPerson, ...]] = {}
        self.by_full_name: dict[str, tuple[KnownPerson, ...]] = {}
        for person in people:
            for name in person.surnames:
                key = surname(name)
                self.by_surname[key] = (*self.by_surname.get(key, ()), person)
            for name in dict.fromkeys(_plain(n) for n in (person.name, *person.spellings)):
                self.by_full_name[name] = (*self.by_full_name.get(name, ()), person)


class People:
    """All people of a dispatch by surname, with well-known holders of office behind them."""

    def __init__(self, known: WellKnown, year: int | None, *, year_known: bool = True) -> None:
        self._by_surname: dict[str, Person] = {}
        self._by_first: dict[str, Person] = {}
        self._known = known.by_surname
        self._by_full_name = known.by_full_name
        self._year = year
        self._year_known = year_known

    def learn(self, mention: Mention) -> None:
        """Takes note of a person that a mention names together with an office or a state."""
        for position, name in enumerate(mention.people):
            key = surname(name)
            codes = mention.codes if len(mention.people) == 1 else mention.codes[position : position + 1]
            person = self._by_surname.get(key)
            if person is None:
                person = self._by_surname[key] = Person(name, codes[:1], mention.sector, mention.office, mention.role)
                particle, joined, rest = key.partition("-")
                if joined and len(particle) <= _PARTICLE:
                    self._by_surname.setdefault(rest, person)  # "Mazhar al-Waïs … M. Waïs"
                if " " in name:
                    self._by_first.setdefault(fold(name.split()[0]), person)
                continue
            if len(name.split()) > len(person.name.split()):
                person.name = name
            if codes and not person.codes:
                person.codes, person.sector = codes[:1], mention.sector
            if mention.office and not person.office:
                person.office, person.role = mention.office, mention.role

    def find(self, name: str, role: str | None = None) -> Person | None:
        """The person a name stands for; one whom the dispatch introduced comes before the well-known. `role` is the
        office by which the dispatch calls them, if any.
        """
        key = surname(name)
        own = self._by_surname.get(key)
        if own is not None and own.codes:
            return own
        holders = self._by_full_name.get(_plain(name), ())
        if " " not in name.strip():  # "le roi Philippe"
            holders = tuple(p for p in holders if role is not None and p.office == role)
        namesakes = tuple(p for p in self._known.get(key, ()) if _may_be(name, p.name))
        known = self._holder(holders, role) or self._holder(namesakes, role)
        if own is None:
            return known or self._by_first.get(key)
        if known is not None:
            own.codes, own.sector, own.role = known.codes, known.sector, own.role or known.role
        return own

    def _holder(self, holders: tuple[KnownPerson, ...], role: str | None) -> Person | None:
        """Who of those of one name is meant: in the office that the dispatch names, in office that year, the latest."""
        if self._year is not None:
            near = tuple(p for p in holders if _begins(p) - _LATER <= self._year <= _ends(p) + _LATER)
            holders = near if self._year_known else near or holders
        holders = tuple(p for p in holders if role is not None and p.office == role) or holders
        if self._year is not None:
            holders = tuple(p for p in holders if _begins(p) <= self._year <= _ends(p)) or holders
        if not holders:
            return None
        one = max(holders, key=_begins)
        return Person(one.name, (one.code,), one.sector, None, one.office)

    def _part_of_longer_name(self, words: Sequence[Word], at: int) -> bool:
        """ "Abbas Araghchi", "Aziz Akhannouch": a first name is no bare surname; and "Xi" needs to stand as a name."""
        following = words[at + 1] if at + 1 < len(words) else None
        joined = following is not None and following.capital and following.start - words[at].end == 1
        first_of_sentence = at == 0 and len(words[at].text) < _SHORT
        return (joined and fold(following.text) not in self._known if following else False) or first_of_sentence

    def mentions(self, words: Sequence[Word], taken: Sequence[Mention]) -> list[Mention]:
        """Bare names among the words that no other mention covers."""
        covered = [(m.start, m.end) for m in taken]
        found: list[Mention] = []
        for i, word in enumerate(words):
            if not word.capital or any(s <= word.start < e for s, e in covered):
                continue
            if (full := self._full_name(words, i)) is not None and not any(
                s < full.end and word.start < e for s, e in covered
            ):
                found.append(full)
                covered.append((full.start, full.end))
                continue
            if (pair := self._pair(word)) is not None:
                found.append(pair)
                continue
            key = fold(word.text)
            own = person = self._by_surname.get(key)
            if person is None and (key not in self._known or self._part_of_longer_name(words, i)):
                continue
            person = self.find(word.text)
            if person is None:
                continue
            first = i
            while (
                first > 0
                and words[first - 1].capital
                and words[first - 1].text.isalpha()
                and i - first < 2
                and not any(s <= words[first - 1].start < e for s, e in covered)
                and first - 1 > 0
                and words[first].start - words[first - 1].end == 1
            ):
                first -= 1
            if own is None and first < i and not _first_name_fits(words[first:i], person.name):
                continue
            found.append(_named(person, words[first], word))
            covered.append((words[first].start, word.end))
        return found

    def _pair(self, word: Word) -> Mention | None:
        """ "la rencontre Trump-Poutine": two people of two states joined by a hyphen."""
        parts = name_pair(word.text)
        if parts is None or fold(word.text) in self._known:
            return None
        if any(fold(part) not in self._by_surname and fold(part) not in self._known for part in parts):
            return None
        people = [person for part in parts if (person := self.find(part)) is not None and len(person.codes) == 1]
        codes = tuple(dict.fromkeys(code for person in people for code in person.codes))
        if len(codes) != len(parts):
            return None
        names = tuple(person.name for person in people)
        return Mention("person", word.start, word.end, word.start, "", codes, people=names)

    def _full_name(self, words: Sequence[Word], at: int) -> Mention | None:
        """A well-known name in full that begins at word `at`: also people whose surname alone would say too little."""
        for length in range(min(_MOST_WORDS, len(words) - at), 1, -1):
            last = words[at + length - 1]
            if not last.capital or any(not w.text[0].isalpha() for w in words[at : at + length]):
                continue
            name = " ".join(w.text for w in words[at : at + length])
            if _plain(name) in self._by_full_name and (person := self.find(name)) is not None:
                return _named(person, words[at], last)
        return None


def _named(person: Person, first: Word, last: Word) -> Mention:
    return Mention(
        "person",
        first.start,
        last.end,
        first.start,
        "",
        person.codes,
        person.sector,
        person=person.name,
        people=(person.name,),
        office=person.office,
        role=person.role,
        needs=None if person.codes else "surname",
    )


_SHORT = 3
_ALIKE = 2
"""Letters that spellings of one name begin with alike."""


def _first_name_fits(words: Sequence[Word], name: str) -> bool:
    """Whether words before a surname belong to the well-known holder's name ("Dan Bennett" is not Naftali)."""
    known = fold(name).split()
    return any(fold(word.text) in known for word in words)


def _may_be(name: str, known: str) -> bool:
    """Whether a name with a first name can be the well-known holder's of that surname: "Ronald Johnson" is not Boris.
    Spellings of one first name begin alike ("Sergueï", "Sergey").
    """
    first = [fold(word)[:_ALIKE] for word in name.split()[:-1]]
    begins = {fold(word)[:_ALIKE] for word in known.split()}
    return not first or any(word in begins for word in first)


def fold(text: str) -> str:
    """A name without accents, apostrophes and capitals, for comparison ("N'Guesso" is "Nguesso")."""
    folded: str = anyascii(text).lower().replace("'", "")
    return folded


def surname(name: str) -> str:
    """The folded last word of a name (with a particle it still ends in the same word); of a ruler's the last two."""
    words = name.split()
    ordinal = len(words) > 1 and _ORDINAL.fullmatch(words[-1]) is not None
    return fold(" ".join(words[-2 if ordinal else -1 :]))


def _plain(name: str) -> str:
    """A full name for comparison: folded, hyphens and apostrophes as spaces."""
    return " ".join(re.sub(r"[-'’]", " ", fold(name)).split())


def _begins(person: KnownPerson) -> int:
    return int(person.since[:4]) if person.since and person.since[:4].isdigit() else 0


def _ends(person: KnownPerson) -> int:
    return int(person.until[:4]) if person.until and person.until[:4].isdigit() else 9999
