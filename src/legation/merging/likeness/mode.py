"""Same mode, another, or one that excludes the other."""

from __future__ import annotations

from legation.merging.kindred import kinships
from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling

_LITTLE = 0.25


def observe(a: Telling, b: Telling) -> Observation | None:
    """A little for when both are of no mode, and against when one is; silent when the types differ."""
    first, second = a.report.mode, b.report.mode
    if a.report.type != b.report.type:
        return None
    if first is None and second is None:
        return Observation("mode", _LITTLE, "both of no mode")
    if first is None or second is None:
        return Observation("mode", -_LITTLE, f"one is {first or second}, the other of no mode")
    if first == second:
        return Observation("mode", 0.5, f"both are {first}")
    first, second = sorted((first, second))
    if (a.report.type, first, second) in kinships().opposed:
        return Observation("mode", EXCLUDED, f"{first} and {second} are two acts")
    return Observation("mode", -1.0, f"{first} here, {second} there")
