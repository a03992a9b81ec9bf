"""Same place."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.people import plain
from legation.merging.telling import Telling


def observe(a: Telling, b: Telling) -> Observation | None:
    """One town speaks for, one country a little, another country against; silent when one does not know."""
    first, second = a.report.place, b.report.place
    if first is None or second is None:
        return None
    names = sorted((first.name, second.name))
    if first.code != second.code:
        return Observation("place", -2.0, f"{names[0]} against {names[1]}")
    if plain(first.name) == plain(second.name):
        return Observation("place", 1.0, f"both in {names[0]}")
    return Observation("place", 0.5, f"both in {first.code}: {names[0]}, {names[1]}")
