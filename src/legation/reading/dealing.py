"""What a dispatch as a whole deals with: how much of it names several states, and how much of it tells acts of them.

A recipe, a portrait or a table of trade holds words of acts too, here and there; a dispatch about states holds them all
along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legation.reading.triggers import Hit
from legation.reading.view import View

_NAMING = ((0.5, "most"), (0.3, "many"), (0.15, "some"), (0.0, "few"))
"""By the least share of a dispatch's sentences that name several states: how much it deals with them."""
BRIEF = 6
"""Sentences of a text that is too short to tell what it deals with."""
_SHARES = (0.05, 0.1, 0.2, 0.35, 0.5, 0.7)
_COUNTS = (1, 2, 4, 8, 16)


@dataclass(frozen=True, slots=True)
class Dealing:
    """What one dispatch deals with. `states` says how much of it names several; `acting` is the step of the share of
    its sentences that tell an act where two are named, `acts` that of the number of its acts, "brief" for a text too
    short to tell; `types` counts the acts of each type.
    """

    states: str = "few"
    acting: str = "brief"
    acts: str = "brief"
    types: Mapping[str, int] = field(default_factory=dict)
    brief: bool = False


def dealing(views: Sequence[View], hits: Mapping[int, Sequence[Hit]]) -> Dealing:
    """What a dispatch deals with. `hits` are its triggers by the position of their sentence."""
    codes = [{code for m in v.mentions if m.kind != "city" for code in m.codes} for v in views]
    length = max(len(views), 1)
    several = sum(len(here) > 1 for here in codes) / length
    states = next(name for least, name in _NAMING if several >= least)
    types = Counter(hit.entry.type or "" for found in hits.values() for hit in found)
    if len(views) <= BRIEF:
        return Dealing(states, types=types, brief=True)
    acting = sum(
        bool(hits.get(view.index)) and len(codes[i] | codes[max(i - 1, 0)]) > 1 for i, view in enumerate(views)
    )
    return Dealing(states, step(acting / length, _SHARES), step(types.total(), _COUNTS), types)


def step(value: float, steps: Sequence[float]) -> str:
    """The first of rising steps that a value does not pass, in words; "more" beyond the last."""
    return next((f"to {most}" for most in steps if value <= most), "more")
