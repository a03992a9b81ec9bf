"""The same words for the act."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.people import plain
from legation.merging.telling import Telling

_LEAST, _STEM = 5, 5


def _stems(telling: Telling) -> dict[str, str]:
    return {w[:_STEM]: w for w in plain(telling.report.trigger.text).split() if len(w) >= _LEAST}


def observe(a: Telling, b: Telling) -> Observation | None:
    """A word of the trigger in common speaks for, triggers of other words a little against."""
    left, right = _stems(a), _stems(b)
    if not left or not right:
        return None
    common = sorted(left.keys() & right.keys())
    if common:
        return Observation("trigger", 1.0, f"both say {min(left[common[0]], right[common[0]])}")
    return Observation("trigger", -0.5, "told with other words")
