"""A dispatch's text as the readers see it: composed, one kind of apostrophe and space, furniture blanked.

Every character of the clean text knows where it stands in the dispatch's own text, so that spans found here can be
told in the dispatch's offsets.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from typing import NamedTuple

from legation.dispatch import Dispatch, Span

_SAME_LENGTH = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u02bc": "'",
        "\u2032": "'",
        "\u00b4": "'",
        "`": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u200a": " ",
        "\u3000": " ",
        "\t": " ",
        "\u000b": " ",
        "\u000c": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\u00ad": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "*": " ",
        "#": " ",
        "_": " ",
    }
)


class Clean(NamedTuple):
    """Clean text; `offsets[i]` is where its character i begins in the dispatch, None when both run alike."""

    text: str
    offsets: list[int] | None
    dispatch: Dispatch

    def span(self, start: int, end: int) -> Span:
        """The dispatch's own words for a stretch of the clean text."""
        if self.offsets is None:
            return self.dispatch.span(start, end)
        return self.dispatch.span(self.offsets[start], self.offsets[end])

    def at(self, offset: int) -> int:
        """Where an offset of the dispatch's text stands in the clean text."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def clean(dispatch: Dispatch) -> Clean:
    """The clean text of a dispatch. Furniture becomes spaces, so that no reader sees it."""
    text = dispatch.text
    for mark in dispatch.furniture:
        blank = "".join("\n" if c == "\n" else " " for c in text[mark.start : mark.end])
        text = text[: mark.start] + blank + text[mark.end :]
    text = text.translate(_SAME_LENGTH)
    if not text.replace("\n", "").isprintable():
        text = "".join(" " if _unprintable(c) else c for c in text)
    if unicodedata.is_normalized("NFC", text):
        return Clean(text, None, dispatch)
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        composed = unicodedata.normalize("NFC", text[at:end])
        pieces.append(composed)
        offsets.extend([at] * len(composed))
        at = end
    offsets.append(len(text))
    return Clean("".join(pieces), offsets, dispatch)


def _unprintable(char: str) -> bool:
    return char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"}
