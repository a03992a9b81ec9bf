"""Which names can be one person's at all: found by the sound of a word, so that few pairs are compared word by word.

Every word of the shorter of two matching names has a partner in the longer one, which sounds the same or is its
initial (`people.same_person`). So a name is looked up by that of its words under which fewest others stand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from jellyfish import metaphone

from legation.merging.name_folding import fold_name, joined_foldings


class _Word(NamedTuple):
    """The keys under which a word's partners stand: those of its sound, and those that are its initial."""

    sound: str
    initial: str


class NameBlocks:
    """Numbers that stand for names, found by names that may match. Longer names (in folded words) must come first."""

    def __init__(self) -> None:
        self._standing: defaultdict[str, set[int]] = defaultdict(set)

    def add(self, number: int, name: str) -> None:
        """Puts a number under a name."""
        for key in _keys(name):
            self._standing[key].add(number)

    def near(self, name: str) -> set[int]:
        """The numbers under names that may match this one; all others cannot."""
        found = set(self._standing.get(_whole(fold_name(name)), ()))
        for words in _searched(name):
            found |= min((self._partners(word) for word in words), key=len)
        return found

    def _partners(self, word: _Word) -> set[int]:
        sounding, initials = self._standing.get(word.sound), self._standing.get(word.initial)
        return (sounding or set()) | initials if initials else sounding or set()


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    yield fold_name(name)
    yield from joined_foldings(name)


def _whole(words: tuple[str, ...]) -> str:
    """The key of a name as a whole: names of initials only match when they are equal."""
    return "= " + " ".join(words)


@lru_cache(maxsize=65536)
def _keys(name: str) -> frozenset[str]:
    """All keys under which a name stands."""
    words = {word for spelling in _spellings(name) for word in spelling}
    single = (_initial(word) for word in words if len(word) == 1)
    return frozenset((_whole(fold_name(name)), *map(_sound, words), *single))


@lru_cache(maxsize=65536)
def _searched(name: str) -> tuple[tuple[_Word, ...], ...]:
    """The words longer than an initial of each spelling that has any: names agree in one at least."""
    found = (
        tuple(_Word(_sound(word), _initial(word)) for word in spelling if len(word) > 1)
        for spelling in _spellings(name)
    )
    return tuple(dict.fromkeys(words for words in found if words))


def _sound(word: str) -> str:
    return f"~ {metaphone(word)}"


def _initial(word: str) -> str:
    return f". {word[0]}"
