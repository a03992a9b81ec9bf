"""Text as it is compared: one spelling for what the wild writes in many, with the way back to the raw offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import msgspec

from legation.dispatch import Span

_SPACE_CODES = [code for code in range(0x3001) if chr(code).isspace()]
_ONE_FOR_ONE: dict[str, str] = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "\u2010": "-", "\u2011": "-", "–": "-", "—": "-",
    "\u2012": "-", "\u2015": "-", "−": "-", "“": '"', "”": '"', "„": '"',
}  # fmt: skip
_SAME = str.maketrans(_ONE_FOR_ONE) | dict.fromkeys(_SPACE_CODES, " ")
_SPACES = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([:?!])")
_EDGE_MARKS = " \t*#_>|•·●▪■◆►▶→‣-+=~<>[]\u200b"


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cf") and not char.isspace()


class Folded(msgspec.Struct, frozen=True):
    """`text` folded from a stretch of `source`; `offsets[i]` is where its i-th code point begins there.

    `offsets` has one entry more than `text`: the end of the last character of the source that left a trace.
    """

    source: str
    text: str
    offsets: Sequence[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw offsets of `text[start:end]`.

        Combining marks stay with their letter, unseen characters with the letter before them.
        """
        return self.offsets[start], self.offsets[max(start, end)]

    def span(self, start: int, end: int) -> Span:
        """The raw words of `text[start:end]`."""
        first, last = self.raw(start, end)
        return Span(self.source[first:last], first, last)


def fold(raw: str, start: int, end: int) -> Folded:
    """The stretch `raw[start:end]` in NFC, with straight apostrophes and dashes, plain spaces, no unseen characters.

    Letter case stays. Lengths may differ from the raw text; `Folded.raw` leads back.
    """
    plain = raw[start:end].translate(_SAME)
    if plain.isprintable() and unicodedata.is_normalized("NFC", plain):
        return Folded(raw, plain, range(start, end + 1))
    out: list[str] = []
    offsets: list[int] = []
    position = start
    last_end = start
    while position < end:
        after = position + 1
        while after < end and unicodedata.combining(raw[after]):
            after += 1
        cluster = raw[position:after]
        if not _is_unseen(cluster[0]):
            folded = unicodedata.normalize("NFC", cluster).translate(_SAME)
            out.append(folded)
            offsets.extend([position] * len(folded))
            last_end = after
        position = after
    offsets.append(last_end)
    return Folded(raw, "".join(out), offsets)


def fold_words(text: str) -> str:
    """Text for comparing whole lines with data entries.

    As `fold`, and lower case, single spaces, none before `:` `?` `!`, bullets and markdown marks off both ends.
    """
    text = unicodedata.normalize("NFC", text).translate(_SAME)
    if not text.isprintable():
        text = "".join(char for char in text if not _is_unseen(char))
    text = _SPACES.sub(" ", text).strip(_EDGE_MARKS)
    return _BEFORE_MARK.sub(r"\1", text).casefold()
