"""Numbers before a noun ("17 accords", "seize accords"), for finding out that dispatches give different ones."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import msgspec

from legation.merging.people import plain

_TOKEN = re.compile(r"\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?!\d)|\d+[.,]\d+|\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
_FRACTION = re.compile(r"\d+[.,](?:\d{1,2}|\d{4,})")
"""Fractions are left out: nothing counts to 7.5."""
_LEAST_NOUN = 4
_HUNDRED = 100
_FOUR_TWENTY = (4, 20)
_REACH = 2
"""Words after a number among which its noun stands: "17 accords", "17 nouveaux accords"."""


class _Uncounted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: frozenset[str]


class _Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    words: dict[str, int]
    uncounted: _Uncounted
    units: frozenset[str] = frozenset()
    linking: frozenset[str] = frozenset()


_NONE = _Numbers({}, _Uncounted(frozenset()))


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
    return _Numbers(
        {plain(word): value for word, value in table.words.items()},
        _Uncounted(uncounted),
        frozenset(plain(word) for word in table.units),
        frozenset(plain(word) for word in table.linking),
    )


def is_number(word: str, language: str) -> bool:
    """Whether a word in plain letters is a number, in digits or spelt."""
    return word.isdigit() or word in (_numbers(language) or _NONE).words


def is_unit(word: str, language: str) -> bool:
    """Whether a counted noun in plain letters only measures something ("300 tonnes"), so that it does not say what."""
    return word in (_numbers(language) or _NONE).units


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
    at = 0
    while at < len(tokens):
        value, behind = _number(tokens, at, table)
        if value is None or _FRACTION.fullmatch(tokens[at][0]):
            at += 1
            continue
        following = tokens[behind : behind + _REACH]
        if following and following[0][1] in table.linking:  # "une soixantaine de détenus"
            following = tokens[behind + 1 : behind + 1 + _REACH]
        start, at = tokens[at][2], behind
        if not following or following[0][1] in table.uncounted.words:
            continue
        for _, noun, _, end in following:
            if len(noun) < _LEAST_NOUN or noun in table.words or noun.isdigit() or noun in table.uncounted.words:
                break
            found.setdefault(noun, set()).add((value, sentence[start:end]))
    return found


def _number(tokens: Sequence[tuple[str, str, int, int]], at: int, table: _Numbers) -> tuple[int | None, int]:
    """The number that begins at a token, in digits or in words ("cent quarante-quatre"), and the place behind it."""
    if tokens[at][0][0].isdecimal():
        return int(re.sub(r"\D", "", tokens[at][0])[:12]), at + 1
    total: int | None = None
    while at < len(tokens):
        parts = [table.words.get(part) for part in (tokens[at][1],)]
        if parts == [None]:
            parts = [table.words.get(part) for part in tokens[at][1].split()]
        if not parts or None in parts:
            break
        for part in parts:
            assert part is not None
            total = _joined(total, part)
        at += 1
    return total, at


def _joined(total: int | None, part: int) -> int:
    """ "quatre cents" multiplies, "cent quarante" adds, "quatre-vingt" multiplies."""
    if total is None:
        return part
    if part >= _HUNDRED and total < part:
        return total * part
    return total * part if (total, part) == _FOUR_TWENTY else total + part
