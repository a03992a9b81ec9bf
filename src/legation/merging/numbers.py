"""Numbers before a noun ("17 accords", "seize accords"), for finding out that dispatches give different ones."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import msgspec

from legation.merging.people import plain

_TOKEN = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST_NOUN = 4
_REACH = 2
"""Words after a number among which its noun stands: "17 accords", "17 nouveaux accords"."""


class _Uncounted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]


class _Partial(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: tuple[str, ...]


class _Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, int]
    uncounted: _Uncounted
    partial: _Partial


_NONE = _Numbers({}, _Uncounted(frozenset()), _Partial(()))


@lru_cache(maxsize=16)
def _numbers(language: str) -> _Numbers | None:
    """The number words of a language; None for a language without such a file (only digits are read then)."""
    if not re.fullmatch(r"[a-z]{2,3}", language):
        return None
    path = files("legation").joinpath("data", "languages", language, "numbers.toml")
    if not path.is_file():
        return None
    table = msgspec.toml.decode(path.read_bytes(), type=_Numbers)
    uncounted = frozenset(plain(word) for word in table.uncounted.words)
    phrases = tuple(f" {plain(phrase)} " for phrase in table.partial.phrases)
    return _Numbers(
        {plain(word): value for word, value in table.words.items()}, _Uncounted(uncounted), _Partial(phrases)
    )


def tells_a_part(sentence: str, language: str) -> bool:
    """Whether a sentence says that only a part was done ("une première tranche", "deux sur les trois promises")."""
    table = _numbers(language) or _NONE
    words = f" {plain(sentence)} "
    return any(phrase in words for phrase in table.partial.phrases)


@lru_cache(maxsize=65536)
def counted(sentence: str, language: str) -> dict[str, tuple[int, str]]:
    """What a sentence counts: for each noun (in plain letters) the number before it and the words as written.

    A noun that stands behind two different numbers is left out: nothing can be said about it.
    """
    found = _all_counted(sentence, language)
    return {noun: next(iter(values)) for noun, values in sorted(found.items()) if len({v for v, _ in values}) == 1}


def most_counted(sentence: str, language: str) -> dict[str, int]:
    """The largest number before each noun: "40 000 tonnes, ce qui porte à 120 000 tonnes"."""
    return {noun: max(v for v, _ in values) for noun, values in _all_counted(sentence, language).items()}


def _all_counted(sentence: str, language: str) -> dict[str, set[tuple[int, str]]]:
    table = _numbers(language) or _NONE
    tokens = [(match.group(), plain(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(sentence)]
    found: dict[str, set[tuple[int, str]]] = {}
    for at, (written, word, start, _) in enumerate(tokens):
        value = int(re.sub(r"\D", "", written)[:12]) if written[0].isdecimal() else table.words.get(word)
        if value is None:
            continue
        following = tokens[at + 1 : at + 1 + _REACH]
        if not following or following[0][1] in table.uncounted.words:
            continue
        for _, noun, _, end in following:
            if len(noun) < _LEAST_NOUN or noun in table.words or noun.isdigit() or noun in table.uncounted.words:
                break
            found.setdefault(noun, set()).add((value, sentence[start:end]))
    return found
