"""Sentences with the triggers of both sides marked."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from legation.dispatch import Span
from legation.views.errors.contents import Marked, Piece


def marked(sentence: Span, wanted: Iterable[tuple[int, int]], came: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    """The sentence in pieces; `wanted` and `came` are stretches of the dispatch, cut to the sentence."""
    sides = [_inside(sentence, wanted), _inside(sentence, came)]
    cuts = sorted({0, len(sentence.text), *(at for side in sides for stretch in side for at in stretch)})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        kind = _kind(*(any(first <= start and end <= last for first, last in side) for side in sides))
        if pieces and pieces[-1].marked == kind:
            pieces[-1] = Piece(pieces[-1].text + sentence.text[start:end], kind)
        else:
            pieces.append(Piece(sentence.text[start:end], kind))
    return tuple(pieces)


def _inside(sentence: Span, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    cut = [(max(s, sentence.start) - sentence.start, min(e, sentence.end) - sentence.start) for s, e in stretches]
    return [(start, end) for start, end in cut if start < end]


def _kind(wanted: bool, came: bool) -> Marked:
    if wanted and came:
        return "both"
    return "wanted" if wanted else "came" if came else ""
