"""What speaks for and against two reports telling one event: one module per observation.

Each has `observe(a, b) -> Observation | None`, symmetric in its arguments; None when it has nothing to say. Its scores
are steps on a scale of judgement, the type first; what each step weighs is fitted on annotated stories (`verdict`).
"""

from __future__ import annotations

from legation.merging.likeness import (
    apart,
    dates,
    kind,
    mode,
    one_dispatch,
    parties,
    persons,
    place,
    plan,
    published,
    quantities,
    reprint,
    trigger,
    words,
)
from legation.merging.likeness.observation import EXCLUDED, Observation

OBSERVERS = (
    kind.observe,
    one_dispatch.observe,
    mode.observe,
    parties.observe,
    dates.observe,
    plan.observe,
    published.observe,
    persons.observe,
    place.observe,
    words.observe,
    quantities.observe,
    reprint.observe,
    trigger.observe,
    apart.observe,
)

__all__ = ["EXCLUDED", "OBSERVERS", "Observation"]
