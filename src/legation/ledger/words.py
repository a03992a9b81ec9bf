"""The words of a text, cut and folded as SQLite's search does it: letters and digits, without accents and capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W_]|[\ue000-\uf8ff])(?:[^\W_]|[\ue000-\uf8ff\u0300-\u036f])*")
_LONGEST = 200
"""Characters of a word that count."""
_PLACES, _LAST_PLACE = 255, 16383
"""How many places of a word PostgreSQL keeps, and the last that it knows."""
_BYTES = 450_000
"""Of the words of one text; PostgreSQL takes a megabyte, in which their stems have their part."""


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    folded: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """The words of a text in their order."""
    for match in _WORD.finditer(text):
        yield Word(_folded(match[0]), match.start(), match.end())


def _folded(word: str) -> str:
    small = word[:_LONGEST].lower()
    return small if small.isascii() else "".join(map(_without_accent, small))


@lru_cache(maxsize=4096)
def _without_accent(char: str) -> str:
    if "\u0300" <= char <= "\u036f":
        return ""
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isascii() else char


def vector(folded: Sequence[str]) -> str:
    """A `tsvector` of these words with their places, of weight A. Words hold no signs that would have to be quoted."""
    places: dict[str, list[int]] = {}
    for number, word in enumerate(folded, 1):
        own = places.setdefault(word, [])
        if (number <= _LAST_PLACE and len(own) < _PLACES) or not own:
            own.append(min(number, _LAST_PLACE))
    return " ".join(f"'{word}':{','.join(f'{at}A' for at in own)}" for word, own in places.items())


def indexed(text: str) -> list[str]:
    """The folded words of a text that are kept for searching: all, but of the very longest texts."""
    found: list[str] = []
    seen: set[str] = set()
    weight = 0
    for word, _, _ in words_in(text):
        weight += 2 if word in seen else 8 + len(word.encode())
        if weight > _BYTES:
            break
        seen.add(word)
        found.append(word)
    return found
