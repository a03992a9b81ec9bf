"""Cutting a text into tokens that can be compared: no case, no accents, one kind of apostrophe and hyphen."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_LONGEST_GAP = 4
"""White space inside an expression: a line break with its indentation, never a blank line."""
_APOSTROPHES = "'’‘ʼ′`´＇"
_HYPHENS = "-‐‑‒–−"


class _Fold(dict[int, "str | None"]):
    """A table for `str.translate` that fills itself: code point → the one character it is compared as, or None."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        folded: str | None
        if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
            folded = char if char in "\n\r\t\v\f" else None
        else:
            folded = (unicodedata.normalize("NFD", char)[0].lower() or char)[0]
        self[code] = folded
        return folded


_TABLE = _Fold({ord(c): "'" for c in _APOSTROPHES} | {ord(c): "-" for c in _HYPHENS})


class Tokens(NamedTuple):
    """The tokens of a text: `words[i]` as compared, standing in the text from `starts[i]` to `ends[i]`."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    joined: list[bool]
    """Whether a token may follow the one before it in one expression."""


def fold(text: str) -> str:
    """The text as it is compared. Combining marks, format and control characters vanish: it may be shorter."""
    return text.translate(_TABLE)


def tokenise(text: str) -> Tokens:
    """Tokens with their places in the text as given (code points, end exclusive)."""
    folded = fold(text)
    places = None if len(folded) == len(text) else _places(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    joined: list[bool] = []
    before = 0
    for match in _TOKEN.finditer(folded):
        start, end = match.span()
        gap = folded[before : min(start, before + _LONGEST_GAP + 1)]
        words.append(match[0])
        joined.append(len(gap) <= _LONGEST_GAP and gap.count("\n") <= 1)
        starts.append(start if places is None else places[start])
        ends.append(end if places is None else _end(text, places[end - 1]))
        before = end
    return Tokens(words, starts, ends, joined)


def _places(text: str) -> list[int]:
    """Where each character of the folded text stands in the text."""
    return [index for index, char in enumerate(text) if _TABLE[ord(char)] is not None]


def _end(text: str, last: int) -> int:
    """The end of a token whose last character stands at `last`, its combining marks taken in."""
    end = last + 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
