"""What an office as written is: "chef de la diplomatie russe" and "ministre des Affaires étrangères" are one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from legation.language.offices import load_offices
from legation.language.states import StateNames
from legation.language.syntax import load_syntax
from legation.ledger import OfficeSense
from legation.merging.people import plain
from legation.views.wording.parties import read_names

_SAYS = 4
"""Least letters of a word that says what an office is for: leaves out articles and prepositions."""
_MINISTER = "minister"


class _Portfolio(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    names: tuple[str, ...]


class _Portfolios(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    portfolio: tuple[_Portfolio, ...]


@cache
def load_portfolios() -> Mapping[str, str]:
    """The id of a portfolio for each of its names, in plain letters.

    Raises:
        msgspec.ValidationError: the file has a wrong form.
    """
    found = msgspec.toml.decode((files("legation") / "data" / "portfolios.toml").read_bytes(), type=_Portfolios)
    return {name: one.id for one in found.portfolio for name in one.names}


class OfficeWords:
    """Reads offices in the languages that dispatches are read in: an `OfficeReader` for `Ledger.people`."""

    def __init__(self, languages: Iterable[str]) -> None:
        """Loads offices and names of states; languages by their codes (ISO 639-1).

        Raises:
            FileNotFoundError: there is no such language.
        """
        self._roles: dict[str, str] = {}
        self._names: list[Mapping[str, StateNames]] = []
        counterparts: set[str] = set()
        for language in languages:
            with as_file(files("legation") / "data" / "languages" / language) as folder:
                offices, syntax = load_offices(Path(folder)), load_syntax(Path(folder))
            for office in offices:
                self._roles.update((_plain(head), office.role) for head in office.heads)
            counterparts.update(_plain(word) for word in syntax.reference.counterpart)
            self._names.append(read_names(language)[0])
        self._counterparts = frozenset(counterparts)
        self._state_words: dict[str, frozenset[str]] = {}

    def __call__(self, code: str, office: str) -> OfficeSense:
        """What the holder of this office, serving the state or organisation `code`, is."""
        words = _plain(office).split()
        if words and words[0] in self._counterparts:
            return OfficeSense("")  # says what others are, not what one is oneself
        heads = (" ".join(words[:length]) for length in range(len(words), 0, -1))
        head = next((head for head in heads if head in self._roles), None)
        if head is None:
            return OfficeSense(" ".join(words))
        role = self._roles[head]
        return OfficeSense(role, self._subject(words, len(head.split()), code), role == _MINISTER)

    def _subject(self, words: Sequence[str], head: int, code: str) -> frozenset[str]:
        """What the office is for: portfolios by id, else the words behind the head that say so."""
        said = f" {' '.join(words)} "
        portfolios = {portfolio for name, portfolio in load_portfolios().items() if f" {name} " in said}
        left = (w for w in words[head:] if len(w) >= _SAYS and w not in self._of_state(code))
        return frozenset(portfolios or left)

    def _of_state(self, code: str) -> frozenset[str]:
        """Words that name the state, which say nothing of the office."""
        if code not in self._state_words:
            named = [names[code] for names in self._names if code in names]
            said = (name for of in named for name in (of.name, *of.names, *of.demonyms, *of.capitals, *of.seats))
            self._state_words[code] = frozenset(word for name in said for word in _plain(name).split())
        return self._state_words[code]


def _plain(office: str) -> str:
    return plain(office.replace("'", " ").replace("’", " "))


@cache
def load_office_words() -> OfficeWords:
    """The offices of all languages that dispatches are read in."""
    from legation.language.pack import available  # noqa: PLC0415  loads all that a pack is made of

    return OfficeWords(available())
