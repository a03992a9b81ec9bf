"""Same event or not: the observations of two reports added up."""

from __future__ import annotations

import msgspec

from legation.merging.likeness import EXCLUDED, OBSERVERS, Observation
from legation.merging.telling import Telling

SAME = 5.0
"""Least score of one event: type and both parties (4) and one thing more, a nearby day, a person, a town."""
OPPOSED = -4.0
"""Sum of what speaks against from which two reports never stand in one event, whatever a third one says."""


class Verdict(msgspec.Struct, frozen=True):
    """Two reports (by id, smaller first) and what was observed.

    `same`: they tell one event. `opposed`: they cannot stand in one event, even through others.
    """

    a: str
    b: str
    score: float
    same: bool
    opposed: bool
    observations: tuple[Observation, ...]


def judge(a: Telling, b: Telling) -> Verdict:
    """The verdict on two tellings; symmetric. Stops at the first observation that excludes."""
    a, b = (a, b) if a.id <= b.id else (b, a)
    found: list[Observation] = []
    for observe in OBSERVERS:
        observation = observe(a, b)
        if observation is None:
            continue
        found.append(observation)
        if observation.score <= EXCLUDED:
            break
    score = round(sum(observation.score for observation in found), 3)
    opposed = sum(observation.score for observation in found if observation.score < 0) <= OPPOSED
    return Verdict(a.id, b.id, score, score >= SAME and not opposed, opposed, tuple(found))
