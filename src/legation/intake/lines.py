r"""The lines of a text, where they stand and what stands next to them.

A line ends at `\n`, `\r\n` or `\r`: files have only the first left, but a record's text is taken as the record
gives it. Offsets leave out surrounding white space.
"""

from __future__ import annotations

import re

import msgspec

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\w[\w'’\-]*")
_COUNTED = 4_000  # characters
_STOPS = ".!?…。؟"
_CLOSERS = "»”\"')]*_ \t\u00a0\u202f"


class Line(msgspec.Struct, frozen=True):
    """A line that holds something: `raw[start:end]` without the white space around it.

    `blank_before` tells whether an empty line (or the start of the text) stands before it, `blank_after`
    likewise. `words` is how many words it has, counted in its first 4,000 characters.
    """

    text: str
    start: int
    end: int
    words: int
    blank_before: bool
    blank_after: bool

    @property
    def ends_sentence(self) -> bool:
        """Whether it closes with a full stop, question or exclamation mark, before any closing quotes."""
        return self.text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS)

    @property
    def opens_upper(self) -> bool:
        """Whether its first letter or digit is a capital or a digit."""
        first = next((char for char in self.text if char.isalnum()), "")
        return first.isupper() or first.isdigit()


def split_lines(text: str) -> list[Line]:
    """All lines of `text` that hold something, in order."""
    found: list[tuple[str, int, int]] = []
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if stripped:
            start = match.start() + len(words) - len(words.lstrip())
            found.append((stripped, start, start + len(stripped)))
    lines = []
    for index, (words, start, end) in enumerate(found):
        before = index == 0 or _breaks(text[found[index - 1][2] : start]) > 1
        after = index == len(found) - 1 or _breaks(text[end : found[index + 1][1]]) > 1
        lines.append(Line(words, start, end, len(_WORD.findall(words[:_COUNTED])), before, after))
    return lines


def _breaks(gap: str) -> int:
    return len(re.findall(r"\r\n|\n|\r", gap))
