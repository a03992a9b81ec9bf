"""Words of a text as the surface readers see them: one split for dictionaries and dispatches alike."""

from __future__ import annotations

import re
from typing import NamedTuple

# A word keeps its inner hyphens ("États-Unis") and, when elided, its apostrophe ("l'", "d'"); "aujourd'hui" is whole.
_WORD = re.compile(
    r"aujourd'hui|quelqu'un|(?:[^\W\d_]{1,7}|[A-Z])'(?=\w|$)|\w+(?:[-]\w+)*(?:\.(?=[A-Z]\.)[A-Z])*|[^\w\s]"
)
_INVERTED = re.compile(r"-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous|tu|ce|là|ci)$")


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


def split_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text[start:end]`, with offsets into `text`. Inverted pronouns ("a-t-il") are words of their own."""
    found = []
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, at = match.group(), match.start()
        tail = _INVERTED.search(word) if "-" in word else None
        if tail and tail.start() > 0:
            cut = tail.start()
            found.append(Word(word[:cut], word[:cut].lower(), at, at + cut))
            found.append(Word(word[cut:], word[cut:].lower(), at + cut, match.end()))
        else:
            found.append(Word(word, word.lower(), at, match.end()))
    return tuple(found)
