"""Two reports of one dispatch: reading has told one event once, so they are two."""

from __future__ import annotations

from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling


def observe(a: Telling, b: Telling) -> Observation | None:
    """Excludes two reports of the same dispatch."""
    if a.report.dispatch.id != b.report.dispatch.id:
        return None
    return Observation("one dispatch", EXCLUDED, "one dispatch tells both, apart")
