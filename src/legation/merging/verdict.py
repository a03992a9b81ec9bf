"""Same event or not: the observations of two reports added up."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from legation.fitted import Fitted, load_fitted
from legation.merging.likeness import EXCLUDED, OBSERVERS, Observation, apart
from legation.merging.telling import Telling

SAME = 5.0
"""The score from which on two reports tell one event: then it is likely enough (`least`, scripts/fit_likeness.py)."""
ASK = 3.0
"""The score from which on a pair that falls short of one event is put to a person: odds of e less than `SAME` wants."""
OPPOSED = -4.0
"""Sum of what speaks against, on the observers' own scale, from which two reports never stand in one event, whatever a
third one says."""
SCALE = 2.0
"""Points of a score for one unit of log-odds."""
_BASE = "base"
_OWN = frozenset({"CONSULT", "AGREE"})
"""Types that are told of so often that what speaks for one event has a weight of its own."""


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

    @property
    def answer(self) -> Literal["same", "different", "ask"]:
        """What the observations come to; `ask` where they do not decide and a person can."""
        if self.same:
            return "same"
        return "ask" if not self.opposed and self.score >= ASK else "different"


def observed(a: Telling, b: Telling) -> list[Observation]:
    """What is observed of two tellings, on the observers' own scale; ends with the first observation that excludes."""
    found: list[Observation] = []
    for observe in OBSERVERS:
        observation = observe(a, b)
        if observation is None:
            continue
        found.append(observation)
        if observation.score <= EXCLUDED:
            break
    return found


def kind_of(a: Telling, b: Telling) -> str:
    """The kind of pair, by which an observation may weigh more or less."""
    if a.report.type != b.report.type:
        return "kindred"
    return a.report.type if a.report.type in _OWN else "other"


def signs(observation: Observation, kind: str) -> tuple[str, str]:
    """The signs under which an observation is weighed: alone, and in pairs of this kind."""
    sign = f"{observation.name} {observation.score:+g}"
    return sign, f"{sign} {kind}"


def rows(observations: Sequence[Observation], kind: str) -> Iterator[str]:
    """All signs of a pair, as the weights are fitted on them."""
    yield _BASE
    for observation in observations:
        if observation.name != apart.NAME:
            yield from signs(observation, kind)


def judge(a: Telling, b: Telling) -> Verdict:
    """The verdict on two tellings; symmetric."""
    a, b = (a, b) if a.id <= b.id else (b, a)
    found = observed(a, b)
    opposed = sum(observation.score for observation in found if observation.score < 0) <= OPPOSED
    weighed = _weighed(found, kind_of(a, b), load_fitted("likeness"))
    score = round(sum(observation.score for observation in weighed), 3)
    return Verdict(a.id, b.id, score, score >= SAME and not opposed, opposed, tuple(weighed))


def _weighed(found: Sequence[Observation], kind: str, fitted: Fitted) -> list[Observation]:
    """The observations with their fitted scores. One that was too rare to be fitted keeps its own, and so does what
    excludes; what any two candidates have for them stands in the first, the type.
    """
    weights = fitted.weights
    start = SAME + SCALE * (weights.get(_BASE, 0.0) - math.log(fitted.least / (1 - fitted.least)))
    scored = []
    for place, observation in enumerate(found):
        sign, of_kind = signs(observation, kind)
        score = observation.score
        if score > EXCLUDED and sign in weights:
            score = SCALE * (weights[sign] + weights.get(of_kind, 0.0))
            score += start if place == 0 else 0.0
        scored.append(msgspec.structs.replace(observation, score=round(score, 2)))
    return scored
