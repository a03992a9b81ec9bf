"""Words of a text as the surface readers see them: one split for dictionaries and dispatches alike."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

# A word keeps its inner hyphens ("États-Unis") and, when elided, its apostrophe ("l'", "d'").
_WORD = re.compile(r"(?:[^\W\d_]{1,7}|[A-Z])'(?=\w|$)|\w+(?:[-]\w+)*(?:\.(?=[A-Z]\.)[A-Z])*|[^\w\s]")


@cache
def _with_clitics(clitics: frozenset[str]) -> re.Pattern[str]:
    """Words, where some are joined to the one before by an apostrophe ("Kenya's") and do not elide it."""
    known = "|".join(re.escape(clitic) for clitic in sorted(clitics))
    return re.compile(rf"\w+(?:-\w+)*(?=(?:{known})(?!\w))|(?:{known})(?!\w)|{_WORD.pattern}", re.IGNORECASE)


class Word(NamedTuple):
    """One word or punctuation mark; offsets into the text that was split."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def split_words(
    text: str, start: int = 0, end: int | None = None, *, suffixes: frozenset[str] = frozenset()
) -> tuple[Word, ...]:
    """The words of `text[start:end]`, with offsets into `text`. `suffixes` are endings that are words of their own:
    hyphenated ones (inverted pronouns: "a-t-il"), or with an apostrophe ("'s").
    """
    found = []
    clitics = frozenset(suffix for suffix in suffixes if suffix.startswith("'"))
    pattern = _with_clitics(clitics) if clitics else _WORD
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        cut = _tail(word, suffixes) if suffixes and "-" in word else 0
        if cut:
            found.append(Word(word[:cut], word[:cut].lower(), at, at + cut))
            found.append(Word(word[cut:], word[cut:].lower(), at + cut, match.end()))
        else:
            found.append(Word(word, word.lower(), at, match.end()))
    return tuple(found)


def _tail(word: str, suffixes: frozenset[str]) -> int:
    """Where the longest of the suffixes begins in a word; 0 when it has none, or is nothing else."""
    for cut, char in enumerate(word):
        if char == "-" and word[cut:].lower() in suffixes:
            return cut
    return 0


def name_pair(word: str) -> tuple[str, str] | None:
    """The two names that a hyphen joins ("Trump-Poutine", "Chine-Japon"); None where it joins none."""
    parts = word.split("-")
    paired = len(parts) == 2 and all(part[:1].isupper() for part in parts)
    return (parts[0], parts[1]) if paired else None
