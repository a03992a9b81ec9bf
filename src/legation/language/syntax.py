"""Closed-class words of a language and what its parser's labels mean (syntax.toml)."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

import msgspec


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that point to parties named elsewhere in the dispatch."""

    counterpart: frozenset[str]
    number_words: dict[str, int]
    group_nouns: tuple[str, ...]
    country_nouns: frozenset[str]
    capital_nouns: frozenset[str]
    organisation_nouns: tuple[str, ...]
    sole_group: tuple[str, ...]


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions that name slots where the language shows none: base forms of `prepositions`."""

    dative: str
    occasion: str
    between: str
    of: str


class Syntax(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The syntax of one language; the fields mirror syntax.toml, which explains them."""

    model: str
    exclude: tuple[str, ...]
    labels: dict[str, frozenset[str]]
    parts: dict[str, frozenset[str]]
    slots: Slots
    prepositions: dict[str, tuple[str, ...]]
    places: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    abbreviations: dict[str, frozenset[str]]
    reference: Reference

    def bare_pronoun(self, word: str) -> str:
        """A pronoun without the hyphens of inversion: "-t-il" → "il"; any other word as it is."""
        return word.rpartition("-")[2] if word in self.words["inverted"] else word

    def preposition_of(self, words: tuple[str, ...]) -> tuple[str, int] | None:
        """The base preposition that ends a run of lower-case words, and its length in words, or None."""
        for length in range(min(len(words), self._longest), 0, -1):
            base = self._by_words.get(words[-length:])
            if base is not None:
                return base, length
        return None

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], str]:
        return {
            tuple(re.findall(r"[^\s']+'?", form)): base for base, forms in self.prepositions.items() for form in forms
        }

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._by_words), default=1)


def load_syntax(folder: Path) -> Syntax:
    """The syntax of a language folder.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "syntax.toml").read_bytes(), type=Syntax)
