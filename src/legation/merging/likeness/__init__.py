"""What speaks for and against two reports telling one event: one module per observation.

Each has `observe(a, b) -> Observation | None`, symmetric in its arguments; None when it has nothing to say. The scores
are our judgement so far; they are to be fitted on annotated stories.
"""

from __future__ import annotations

from legation.merging.likeness import (
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
    words,
)
from legation.merging.likeness.observation import EXCLUDED, Observation

OBSERVERS = (
    one_dispatch.observe,
    kind.observe,
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
)

__all__ = ["EXCLUDED", "OBSERVERS", "Observation"]
