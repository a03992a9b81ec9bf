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
    neighbours: frozenset[str] = frozenset()
    neighbour_adjectives: frozenset[str] = frozenset()
    title_tails: frozenset[str] = frozenset()
    relative_owner: frozenset[str] = frozenset()
    opening_places: frozenset[str] = frozenset()
    interview: tuple[str, ...] = ()
    interview_headings: frozenset[str] = frozenset()
    dialogue: tuple[str, ...] = ()
    outlet_nouns: frozenset[str] = frozenset()
    statement: tuple[str, ...] = ()
    foreign_missions: frozenset[str] = frozenset()
    organisation_offices: frozenset[str] = frozenset()
    own_state_nouns: frozenset[str] = frozenset()
    called_by_role: dict[str, frozenset[str]] = {}
    kinds: dict[str, tuple[str, ...]] = {}
    joint: dict[str, tuple[str, ...]] = {}
    default_bodies: dict[str, tuple[str, ...]] = {}
    known_groups: dict[str, tuple[str, ...]] = {}


class Slots(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions that name slots where the language shows none: base forms of `prepositions`."""

    dative: str
    occasion: str
    between: str
    of: str
    possessor: str | None = None
    against: str | None = None
    place: str | None = None


class Heads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The labels of a parser that hangs nouns on prepositions and predicates on copulas (reading/heads.py).

    `preposition`, `clause_mark`, `copula`, `existential_subject`, `infinitive_mark` are the labels that are given; the
    others are those the parser gives, `copulas` and `infinitive_marks` words.
    """

    preposition_objects: frozenset[str]
    preposition_clauses: frozenset[str]
    prepositions: frozenset[str]
    preposition: str
    clause_mark: str
    predicates: frozenset[str]
    copulas: frozenset[str]
    copula: str
    existential: frozenset[str]
    existential_subject: str
    infinitive_marks: frozenset[str]
    infinitive_mark: str
    auxiliaries: frozenset[str]


class Syntax(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The syntax of one language; the fields mirror syntax.toml, which explains them."""

    models: tuple[str, ...]
    """spaCy models that read the language, the best first; any that is installed serves."""
    exclude: tuple[str, ...]
    labels: dict[str, frozenset[str]]
    parts: dict[str, frozenset[str]]
    slots: Slots
    prepositions: dict[str, tuple[str, ...]]
    places: dict[str, frozenset[str]]
    words: dict[str, frozenset[str]]
    abbreviations: dict[str, frozenset[str]]
    reference: Reference
    extra: str | None = None
    """The optional dependency of this package that installs a model."""
    modifiers_first: bool = False
    """Demonyms and owners stand before an office or body: "the Russian president", "Kenya's army"."""
    capital_demonyms: bool = False
    """Demonyms are written with a capital."""
    heads: Heads | None = None
    stand_ins: dict[str, str] = {}
    """For verb forms that the parser takes for nouns right behind a name: forms it knows for verbs."""

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
    def joined(self) -> frozenset[str]:
        """Endings that are words of their own: "-t-il", "'s"."""
        return self.words["inverted"] | self.words["clitics"]

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
