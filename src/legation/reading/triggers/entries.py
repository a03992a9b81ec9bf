"""Entries of the lexicon as the finder looks them up: with their forms, their place, and how much they ask for."""

from __future__ import annotations

from typing import NamedTuple

from legation.language.inflection import Feature
from legation.language.pack import LanguagePack
from legation.language.triggers import Trigger
from legation.language.words import split_words


class VerbEntry(NamedTuple):
    """A verbal entry under one of its forms; `order` is its place in the lexicon."""

    order: int
    entry: Trigger
    features: frozenset[Feature]


class OtherEntry(NamedTuple):
    """An entry that is no verb, with the forms of each of its words; `order` is its place in the lexicon."""

    order: int
    entry: Trigger
    forms: tuple[frozenset[str], ...]


def stand_at(forms: tuple[frozenset[str], ...], lowered: list[str], at: int) -> bool:
    """Whether a group of words, the first two of which stand at a place of a sentence, stands there whole."""
    return at + len(forms) <= len(lowered) and all(lowered[at + k] in forms[k] for k in range(2, len(forms)))


def specificity(entry: Trigger) -> int:
    """How much an entry asks for: of several that fit a word the one that asks for most is meant."""
    return 8 * bool(entry.with_) + 6 * bool(entry.object) + 2 * bool(entry.needs) + 2 * (entry.reflexive is True)


def word_forms(entry: Trigger, pack: LanguagePack) -> tuple[frozenset[str], ...]:
    """The forms of each word of an entry that is no verb."""
    words = [w.lower for w in split_words(entry.words)]
    if entry.kind == "noun":
        return pack.inflection.noun_forms(" ".join(words))
    if entry.kind == "adjective":
        return (frozenset(pack.inflection.agreeing(words[0])), *(frozenset({w}) for w in words[1:]))
    return tuple(frozenset({w}) for w in words)
