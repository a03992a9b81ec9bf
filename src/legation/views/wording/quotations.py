"""Quotations: the words of a dispatch around a trigger, cut to a length that can be read."""

from __future__ import annotations

import re

import msgspec

from legation.dispatch import Span

LONGEST = 420
"""Characters of a quoted sentence; longer ones are cut at words on both sides of the trigger."""
_ELLIPSIS = "…"


class Quotation(msgspec.Struct, frozen=True):
    """A sentence in three parts, `trigger` being the words that tell of the event; spaces are single."""

    before: str
    trigger: str
    after: str

    @property
    def text(self) -> str:
        """All of it."""
        return self.before + self.trigger + self.after


def quotation(sentence: Span, trigger: Span, longest: int = LONGEST) -> Quotation:
    """The sentence as a quotation. A trigger that does not lie in it is left unmarked."""
    start, end = trigger.start - sentence.start, trigger.end - sentence.start
    if not 0 <= start < end <= len(sentence.text):
        return Quotation(_head(sentence.text, longest), "", "")
    words = sentence.text[start:end]
    room = max(longest - len(words), 60)
    before, after = sentence.text[:start], sentence.text[end:]
    if len(before) + len(after) > room:
        half = room // 2
        for_before = max(half, room - len(after))
        before = _tail(before, for_before)
        after = _head(after, max(half, room - len(before)))
    return Quotation(_spaced(before).lstrip(), _spaced(words), _spaced(after).rstrip())


def passage(text: str, words: str, longest: int = LONGEST) -> Quotation:
    """A passage as a quotation around some words in it; without them, from its beginning."""
    at = text.find(words) if words else -1
    if at < 0:
        return Quotation(_spaced(_head(text, longest)), "", "")
    return quotation(Span(text, 0, len(text)), Span(words, at, at + len(words)), longest)


def _head(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    cut = text[:longest]
    return (cut[: cut.rfind(" ")] if " " in cut[longest // 2 :] else cut) + " " + _ELLIPSIS


def _tail(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    cut = text[-longest:]
    space = cut.find(" ")
    return _ELLIPSIS + " " + (cut[space + 1 :] if 0 <= space < longest // 2 else cut)


def _spaced(text: str) -> str:
    """Runs of spaces and line ends as one space; no-break spaces stay."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text)
