"""The dictionary of everything that can name a party or an office: built once per language pack.

A name is found by its words, lower-cased; whether capitals are asked for depends on the kind of name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from legation.language.pack import LanguagePack
from legation.language.words import Word, split_words

NameKind = Literal[
    "state",
    "capital",
    "seat",
    "city",
    "organisation",
    "adjective",
    "office",
    "institution",
    "group",
    "counterpart",
    "country",
    "capital_word",
    "person",
    "body",
]


class Name(NamedTuple):
    """One dictionary entry. `codes` is empty for words that name no party by themselves."""

    kind: NameKind
    text: str
    codes: tuple[str, ...] = ()
    sector: str = "GOV"
    role: str | None = None
    alone: bool = False
    size: int = 0
    complements: frozenset[tuple[str, ...]] = frozenset()
    longest_complement: int = 0


class NameIndex:
    """Finds the longest dictionary entry that begins at a word."""

    def __init__(self, names: Iterable[tuple[str, Name]], suffixes: frozenset[str] = frozenset()) -> None:
        self._single: dict[str, list[Name]] = {}
        self._longer: dict[tuple[str, str], list[tuple[tuple[str, ...], Name]]] = {}
        self.surfaces: set[str] = set()
        for surface, name in names:
            words = tuple(w.lower for w in split_words(surface, suffixes=suffixes))
            if len(words) == 1:
                self._single.setdefault(words[0], []).append(name)
            elif words:
                self._longer.setdefault(words[:2], []).append((words, name))  # type: ignore[arg-type]
            self.surfaces.add(surface.lower())
        for entries in self._longer.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def match(self, words: Sequence[Word], at: int) -> tuple[Name, int] | None:
        """The longest entry at word `at`, with its length in words."""
        following = words[at + 1].lower if at + 1 < len(words) else ""
        for pattern, name in self._longer.get((words[at].lower, following), ()):
            end = at + len(pattern)
            if end <= len(words) and all(words[at + k].lower == pattern[k] for k in range(2, len(pattern))):
                written = words[at : at + len(pattern)]
                if _written_right(name, written):
                    return name, len(pattern)
        single = (n for n in self._single.get(words[at].lower, ()) if _written_right(n, words[at : at + 1]))
        first = next(single, None)
        return (first, 1) if first is not None else None


_FREE = {"adjective", "office", "institution", "group", "counterpart", "capital_word"}
_NOUNS = {"country", "body"}
"""Kinds whose words ask for a capital only where the dictionary has one ("l'État", but "le pays" and "le Pays")."""


def _written_right(name: Name, words: Sequence[Word]) -> bool:
    if name.kind in _FREE:
        return words[0].capital or name.kind != "adjective" or not name.text[:1].isupper()
    if name.kind in _NOUNS:
        return words[0].capital or not name.text[:1].isupper()
    first = next((c for c in name.text if c.isalpha()), "")
    if not first.isupper():  # "bande de Gaza": its inner capital decides
        inner = [w for w in name.text.split() if w[:1].isupper()]
        return not inner or any(w.capital for w in words)
    if len(words) == 1 and name.text.isupper() and len(name.text) <= 6:
        return words[0].text == name.text
    return words[0].capital or (len(words[0].lower) <= 2 and len(words) > 1 and words[1].capital)


def build_index(pack: LanguagePack) -> NameIndex:
    """The dictionary of a language pack. Later entries lose to earlier ones of the same words: states before cities."""
    return NameIndex([*_organisations(pack), *_states(pack), *_offices(pack), *_references(pack)], pack.syntax.joined)


def _states(pack: LanguagePack) -> Iterable[tuple[str, Name]]:
    kinds: tuple[tuple[NameKind, str], ...] = (("seat", "seats"), ("capital", "capitals"), ("state", "epithets"))
    for code, names in pack.states.items():
        codes = (acting_state(code, pack),)
        for text in (names.name, *names.names):
            yield text, Name("state", text, codes)
        for kind, field in kinds:
            for text in getattr(names, field):
                yield text, Name(kind, text, codes)
        for text in names.demonyms:
            yield text, Name("adjective", _demonym(text, pack), codes)
    for code, names in pack.states.items():
        for text in names.cities:
            yield text, Name("city", text, (acting_state(code, pack),))


def acting_state(code: str, pack: LanguagePack) -> str:
    """The state that acts where a state or territory is named: an overseas department is France itself."""
    facts = pack.state_facts.get(code)
    return facts.parent if facts is not None and facts.integral and facts.parent is not None else code


def _organisations(pack: LanguagePack) -> Iterable[tuple[str, Name]]:
    for code, names in pack.organisations.items():
        facts = pack.organisation_facts[code]
        codes = facts.members or (code,)
        for text in (names.name, *names.names, *names.seats):
            yield text, Name("organisation", text, codes, facts.sector)
        for text in names.adjectives:
            yield text, Name("adjective", _demonym(text, pack), codes, facts.sector)


def _demonym(text: str, pack: LanguagePack) -> str:
    """A demonym as texts write it; the data have all in lower case."""
    return text.capitalize() if pack.syntax.capital_demonyms else text


def _offices(pack: LanguagePack) -> Iterable[tuple[str, Name]]:
    every = frozenset(_words(c) for office in pack.offices for c in office.complements)
    longest = max(map(len, every), default=0)
    for office in pack.offices:
        own = frozenset(_words(c) for c in office.complements)
        codes = (office.organisation,) if office.organisation else ()
        for head in office.heads:
            yield (
                head,
                Name(
                    "office",
                    head,
                    codes,
                    office.sector,
                    office.role,
                    size=len(_words(head)),
                    complements=own or every,
                    longest_complement=longest,
                ),
            )
    for institution in pack.institutions:
        for form in institution.forms:
            yield (
                form,
                Name(
                    "institution",
                    form,
                    (),
                    institution.sector,
                    institution.forms[0],
                    institution.alone,
                    complements=every,
                    longest_complement=longest,
                ),
            )


def _references(pack: LanguagePack) -> Iterable[tuple[str, Name]]:
    reference = pack.syntax.reference
    yield from _joint(pack)
    for word in reference.counterpart:
        yield word, Name("counterpart", word)
    for word in reference.neighbours:
        yield word, Name("counterpart", word, role="neighbour")
    for number, size in reference.number_words.items():
        for noun in reference.group_nouns:
            for before in ("", *sorted(pack.syntax.words["group_determiners"])):
                yield f"{before} {number} {noun}".strip(), Name("group", noun, size=size)
    for phrase in reference.sole_group:
        yield phrase, Name("group", phrase, size=2)
    for word in reference.country_nouns:
        yield word, Name("country", word)
    for word in reference.organisation_nouns:
        yield word, Name("body", word)
    for word in reference.capital_nouns:
        yield word, Name("capital_word", word)


def _joint(pack: LanguagePack) -> Iterable[tuple[str, Name]]:
    """Names of several states at once ("les trois pays baltes"); a single word in lower case is their demonym."""
    for phrase, codes in pack.syntax.reference.joint.items():
        if phrase.islower() and " " not in phrase:
            yield phrase, Name("adjective", _demonym(phrase, pack), codes)
            continue
        yield phrase, Name("state", phrase, codes)
        for number in (n for n, size in pack.syntax.reference.number_words.items() if size == len(codes)):
            for before in ("", *sorted(pack.syntax.words["group_determiners"])):
                yield f"{before} {number} {phrase}".strip(), Name("state", phrase, codes)


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(w.lower for w in split_words(phrase))
