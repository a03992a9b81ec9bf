"""What two sentences are both about: their content words without names and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from legation.merging.likeness.words import STEM
from legation.merging.name_folding import plain
from legation.merging.numbers import is_number
from legation.merging.telling import Telling
from legation.states import load_organisations, load_states

_CONTENT = 5
"""Least letters of a content word."""
_NAME = 4
"""Letters by which a word is taken for a name of those taking part, or its adjective: "Libye", "libyenne"."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def shared_content(a: Telling, b: Telling) -> list[str]:
    """The content words of `b` whose beginnings stand in `a` too, in plain letters, in order of the alphabet."""
    named = _named(a) | _named(b)
    left = {word[:STEM] for word in _words(a) if word[:_NAME] not in named}
    found = {word[:STEM]: word for word in sorted(_words(b), reverse=True) if word[:_NAME] not in named}
    return sorted(word for stem, word in found.items() if stem in left)


def _named(telling: Telling) -> set[str]:
    """The beginnings of the names of parties and people; the English name of a state begins as most others do."""
    report = telling.report
    texts = [t for p in (*report.actors, *report.recipients) for t in (p.text, p.person or "", _english(p.code))]
    return {word[:_NAME] for text in texts for word in _split(text) if len(word) >= _NAME}


def _english(code: str) -> str:
    state = load_states().get(code) or load_organisations().get(code)
    return state.name if state else ""


def _words(telling: Telling) -> frozenset[str]:
    return _content(telling.report.sentence.text, telling.report.dispatch.language)


@lru_cache(maxsize=65536)
def _content(sentence: str, language: str) -> frozenset[str]:
    words = (word for word in _split(sentence, names=False))
    return frozenset(word for word in words if len(word) >= _CONTENT and not is_number(word, language))


def _split(text: str, *, names: bool = True) -> Iterator[str]:
    """The words in plain letters, with or without capitalised ones; an elided article is a word of its own."""
    found = (match.group() for match in _WORD.finditer(text))
    return (plain(word).replace(" ", "") for word in found if names or not word[:1].isupper())
