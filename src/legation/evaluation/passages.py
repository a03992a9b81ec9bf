"""The sentences of a dispatch, in its own offsets, as the reading divides it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from legation.dispatch import Dispatch, Span
from legation.language.syntax import Syntax
from legation.reading.clean import clean
from legation.reading.sentences import find_sentences


def sentences(dispatch: Dispatch, syntax: Syntax) -> tuple[Span, ...]:
    """The sentences of a dispatch, in order; furniture yields none."""
    text = clean(dispatch)
    return tuple(text.span(found.start, found.end) for found in find_sentences(text.text, syntax))


def sentence_at(found: Sequence[Span], dispatch: Dispatch, start: int, end: int) -> Span:
    """The sentence in which the words from `start` to `end` begin; these words themselves where none is.

    Offsets beyond the text are brought back into it.
    """
    position = bisect_right(found, start, key=lambda sentence: sentence.start) - 1
    if position >= 0 and start < found[position].end:
        return found[position]
    length = len(dispatch.text)
    return dispatch.span(min(start, length), min(end, length))
