"""Content words that the two sentences share, names of those taking part left out."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.telling import Telling

_ENOUGH = 4
"""Sentences with fewer content words say nothing by sharing none."""
STEM = 6
"""Letters by which words of one root are taken for one: "livraison" and "livraisons"."""


def stems(telling: Telling) -> frozenset[str]:
    """The beginnings of a telling's content words."""
    return frozenset(word[:STEM] for word in telling.words)


def observe(a: Telling, b: Telling) -> Observation | None:
    """Half of the shorter sentence's words shared, or three, speaks for, a third or two a little, none at all against;
    more against when the types differ too.
    """
    left, right = stems(a), stems(b)
    least = min(len(left), len(right))
    if least == 0:
        return None
    common = left & right
    share = len(common) / least
    shown = ", ".join(sorted((w for w in a.words | b.words if w[:STEM] in common), key=lambda w: (-len(w), w))[:4])
    if len(common) > 1 and (share >= 0.5 or len(common) > 2):
        return Observation("words", 1.0, f"shared words: {shown}")
    if len(common) > 1 or share >= 0.3:
        return Observation("words", 0.5, f"shared words: {shown}") if common else None
    if not common and a.report.type != b.report.type:
        return Observation("words", -2.0, "of two types, and the sentences share no content word")
    if not common and least >= _ENOUGH:
        return Observation("words", -1.0, "the sentences share no content word")
    return None
