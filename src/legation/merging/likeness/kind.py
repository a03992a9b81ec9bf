"""Same or kindred type."""

from __future__ import annotations

from legation.merging.kindred import kinships
from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling


def observe(a: Telling, b: Telling) -> Observation | None:
    """The same type speaks for, a kindred one half as much; types of other families exclude each other."""
    first, second = sorted((a.report.type, b.report.type))
    if first == second:
        return Observation("type", 2.0, f"both are {first}")
    if why := kinships().pairs.get(frozenset((first, second))):
        return Observation("type", 1.0, f"{first} and {second}: {why}")
    if a.family == b.family:
        return Observation("type", 0.0, f"{first} and {second} are told for one another through a third type")
    return Observation("type", EXCLUDED, f"{first} is never told as {second}")
