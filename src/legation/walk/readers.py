"""The readers of the languages that dispatches are read in, each loaded when it is first asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from legation.intake import PlaceCode
from legation.intake.folding import fold_words
from legation.intake.outlets import load_outlets
from legation.walk.steps import DispatchReader

if TYPE_CHECKING:
    from legation.language.pack import LanguagePack
    from legation.language.states import StateNames
    from legation.reading.attribution import Agency

_SHORTEST_NAME = 3
"""Letters of the shortest name by which a text may mean an agency: "AP" and "EP" stand for too much else."""


class _Packs(Mapping[str, "LanguagePack"]):
    """The packs of all languages; what is not looked at is not read."""

    def __init__(self) -> None:
        from legation.language.pack import available  # noqa: PLC0415  reads every data file

        self._codes = available()

    def __getitem__(self, code: str) -> LanguagePack:
        from legation.language.pack import load_pack  # noqa: PLC0415

        if code not in self._codes:
            raise KeyError(code)
        return load_pack(code)

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


class ReaderSet:
    """The readers of all languages that have a pack; each is built when its first dispatch comes."""

    def __init__(self) -> None:
        self._readers: dict[str, DispatchReader] = {}

    @cached_property
    def packs(self) -> Mapping[str, LanguagePack]:
        """The language packs by code, each loaded when it is first asked for."""
        return _Packs()

    @cached_property
    def _states(self) -> list[Mapping[str, StateNames]]:
        """The names of states in each language; a pack that only names a place need not be read as a whole."""
        from legation.language.pack import available, load_states_of  # noqa: PLC0415

        return [load_states_of(code) for code in available()]

    @cached_property
    def _places(self) -> Mapping[str, str]:
        """States by the folded names of their towns and their own; a name that several share is left out."""
        found: dict[str, set[str]] = {}
        for capitals_only in (False, True):
            of_kind: dict[str, set[str]] = {}
            for states in self._states:
                for code, names in states.items():
                    said = (names.name, *names.names, *names.capitals) if capitals_only else names.cities
                    for name in said:
                        of_kind.setdefault(fold_words(name), set()).add(code)
            found |= of_kind
        return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}

    @property
    def place_code(self) -> PlaceCode:
        """The state in which a dateline's place lies; None where nothing or more than one bears the name."""
        places = self._places
        return lambda place: places.get(fold_words(place))

    def reader(self, language: str) -> DispatchReader:
        """The reader of a language; loads its parser."""
        if language not in self._readers:
            from legation.reading.reader import Reader  # noqa: PLC0415  loads spaCy

            self._readers[language] = Reader(self.packs[language], agencies=agencies())
        return self._readers[language]


def agencies() -> dict[str, Agency]:
    """Agencies, broadcasters and newspapers by the lower-case names that texts use for them.

    A name that two share ("APS") is left out, and so is one word that may be just a word ("Libération", "Granma"):
    of newspapers only names of several words, or in capitals.
    """
    from legation.reading.attribution import Agency  # noqa: PLC0415  reading loads much

    named: list[tuple[str, Agency]] = []
    for outlet in load_outlets().all:
        if outlet.kind not in ("agency", "broadcaster", "newspaper"):
            continue
        for name in dict.fromkeys((outlet.name, *outlet.aliases)):
            plain = outlet.kind == "newspaper" and " " not in name and not name.isupper()
            if len(name) >= _SHORTEST_NAME and not plain:
                named.append((name.lower(), Agency(outlet.name, outlet.state)))
    holders = Counter(name for name, _ in set(named))
    return {name: agency for name, agency in named if holders[name] == 1}
