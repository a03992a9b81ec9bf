"""Content words that the two sentences share, names of those taking part left out."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.telling import Telling

_ENOUGH = 4
"""Sentences with fewer content words say nothing by sharing none."""


def observe(a: Telling, b: Telling) -> Observation | None:
    """Half of the shorter sentence's words shared speaks for, a third a little, none at all against."""
    least = min(len(a.words), len(b.words))
    if least == 0:
        return None
    common = a.words & b.words
    share = len(common) / least
    shown = ", ".join(sorted(common, key=lambda word: (-len(word), word))[:4])
    if len(common) > 1 and share >= 0.5:
        return Observation("words", 1.0, f"shared words: {shown}")
    if len(common) > 1 and share >= 0.3:
        return Observation("words", 0.5, f"shared words: {shown}")
    if not common and least >= _ENOUGH:
        return Observation("words", -1.0, "the sentences share no content word")
    return None
