"""Which forms belong to one word: for searching without a parser.

Of the verbs and adjectives of the lexicon all forms are known; of any other word singular and plural are guessed by the
rules of the language. Accents are left out throughout, as searchers leave them out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import msgspec

from legation.language.inflection import Inflection, load_inflection

_LONGEST_ENDING = 3
"""Letters by which singular and plural may differ."""
_SHORTEST = 4
"""Letters of a word whose number is guessed."""
_LETTERS = re.compile(r"[^\W\d_]+")


class _Entry(msgspec.Struct):
    verb: str | None = None
    adjective: str | None = None
    noun: str | None = None


class _Entries(msgspec.Struct):
    trigger: tuple[_Entry, ...] = ()
    support: tuple[_Entry, ...] = ()


class Families:
    """The families of words of one language."""

    def __init__(self, inflection: Inflection, entries: Iterable[_Entry] = ()) -> None:
        """Loads nothing; `entries` are those of a lexicon."""
        self._inflection = inflection
        self._tails = sorted({tail for rule in inflection.plural.rules for tail in _LETTERS.findall(rule[0])} | {""})
        self._of_form: dict[str, set[str]] = {}
        for entry in set(map(msgspec.structs.astuple, entries)):
            for form_set in self._known(*entry):
                for form in form_set:
                    self._of_form.setdefault(form, set()).update(form_set)

    def forms(self, word: str) -> frozenset[str]:
        """All forms of a word, itself among them, without accents and in small letters."""
        plain = unaccented(word)
        known = self._of_form.get(plain, set())
        return frozenset({plain, *known, *self._numbers(plain)})

    def _known(self, verb: str | None, adjective: str | None, noun: str | None) -> Iterable[set[str]]:
        if verb and " " not in verb:
            yield {unaccented(form) for form in self._inflection.verb_forms(verb)}
        if adjective and " " not in adjective:
            yield {unaccented(form) for form in self._inflection.agreeing(adjective)}
        if noun and " " not in noun:
            yield {unaccented(form) for forms in self._inflection.noun_forms(noun) for form in forms}

    def _numbers(self, word: str) -> set[str]:
        """The plural of the word, and the words whose plural it may be."""
        if len(word) < _SHORTEST or not word.isalpha():
            return set()
        stems = (word[: len(word) - cut] for cut in range(_LONGEST_ENDING + 1))
        singulars = {stem + tail for stem in stems for tail in self._tails if len(stem + tail) >= _SHORTEST}
        fitting = {one for one in singulars if unaccented(self._inflection.plural_of(one)) == word}
        return fitting | {unaccented(self._inflection.plural_of(word))}


def load_families(folder: Path) -> Families:
    """The families of words of a language folder: its inflection, and the words of its lexicon.

    Raises:
        msgspec.ValidationError: a file does not fit the form.
    """
    entries: list[_Entry] = []
    for path in (*sorted((folder / "triggers").glob("*.toml")), folder / "support.toml"):
        if path.exists():
            read = msgspec.toml.decode(path.read_bytes(), type=_Entries)
            entries += (*read.trigger, *read.support)
    return Families(load_inflection(folder), entries)


def unaccented(text: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
