"""The title of a bare text: a markdown heading near the top, else the first line when it looks like a title."""

from __future__ import annotations

import re
from collections.abc import Collection

from legation.intake.folding import fold_words
from legation.intake.lines import Line

_HEADING = re.compile(r"#{1,3}\s+(?=\S)")
_EMPHASIS = re.compile(r"^([*_]{1,3})(\S.*\S|\S)\1$")
_MOST_WORDS, _MOST_CHARS = 30, 250
_NO_TITLE_END = (".", ":", ";", ",")
_NEAR_TOP = 10  # lines


def find_title(lines: list[Line], passed_over: Collection[int]) -> tuple[str, int] | None:
    """The title, markdown stripped, and the index of its line. `passed_over` are lines known to be something else."""
    open_lines = [index for index in range(len(lines)) if index not in passed_over]
    for index in open_lines[:_NEAR_TOP]:
        if _HEADING.match(lines[index].text):
            title = strip_markdown(lines[index].text)
            return (title, index) if title and len(title) <= _MOST_CHARS else None
    if len(open_lines) < 2:
        return None
    first, second = lines[open_lines[0]], lines[open_lines[1]]
    title = strip_markdown(first.text)
    wrapped = not first.blank_after and second.text[:1].islower()
    if not title or wrapped or title.endswith(_NO_TITLE_END) or len(title) > _MOST_CHARS:
        return None
    if first.words > _MOST_WORDS or first.words < 2 or not first.opens_upper or title[0] in "-–—•":
        return None
    return title, open_lines[0]


def strip_markdown(text: str) -> str:
    """A heading's or emphasised line's words without the marks around them."""
    text = _HEADING.sub("", text.strip()).strip("# ")
    while match := _EMPHASIS.match(text):
        text = match[2].strip()
    return " ".join(text.split())


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same words."""
    return fold_words(one) == fold_words(other)
