"""The words by which intake knows furniture: lines of a page that are no reporting.

A language's entries stand in `data/languages/<code>/furniture.toml`, grouped by what they are. All comparing is done
on folded lines (`legation.intake.folding.fold_words`): NFC, lower case, straight apostrophes and dashes, one space
between words, no space before `:` `?` `!`, bullets and markdown marks stripped from both ends.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

_DATA = Path(__file__).parent.parent / "data" / "languages"

Closing = Literal["nothing", "headlines", "everything"]


class FurnitureGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lines of one kind.

    `lines` are whole lines; `starts` are beginnings of lines of at most `max_words` words; `patterns` are regular
    expressions searched in each sentence of a line (so that a sentence of reporting beside them survives).
    `closes` tells what follows a line that equals one of `lines`: `headlines` means headlines of other articles,
    to the end of the run of lines without a full stop; `everything` means readers' comments, to the end.
    """

    reason: str
    lines: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    max_words: int = 30
    closes: Closing = "nothing"

    def __post_init__(self) -> None:
        if not (self.lines or self.starts or self.patterns):
            raise ValueError(f"furniture group {self.reason!r} is empty")
        for pattern in self.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"furniture group {self.reason!r}: pattern {pattern!r}: {error}") from error


class FurnitureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All groups of a language, in the order in which they are tried."""

    group: tuple[FurnitureGroup, ...]


@cache
def load_furniture(code: str) -> FurnitureWords:
    """The furniture words of the language with this ISO 639-1 code.

    Raises:
        FileNotFoundError: the language has none.
        msgspec.ValidationError: the data file has a wrong form.
    """
    return msgspec.toml.decode((_DATA / code / "furniture.toml").read_bytes(), type=FurnitureWords)
