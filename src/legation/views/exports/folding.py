"""What becomes of an event in forms that know no status: every row there says that something took place.

What took place or is under way stays. Of what is only announced the PLOVER codebook makes words: an act of cooperation
to come is AGREE, a withdrawal to come is CONCEDE, on the day on which it was announced. What is considered or denied,
and conflict to come, did not take place, and has no row.
"""

from __future__ import annotations

from typing import NamedTuple

from legation import ontology
from legation.event import Event
from legation.views.exports.material import day_announced, only_day

PLANNED = {
    "AGREE": "AGREE",
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "CONCEDE": "CONCEDE",
    "RETREAT": "CONCEDE",
}
"""Types of acts that are only announced, and the types under which the announcement counts."""


class Folded(NamedTuple):
    """An event as something that took place. `first_day` to `last_day` is when, each None where it is not known."""

    type: str
    mode: str | None
    quad: str
    intensity: float
    day: str | None
    first_day: str | None
    last_day: str | None


def folded(event: Event) -> Folded | None:
    """The event as something that took place; None when it did not."""
    if event.status in ("occurred", "ongoing"):
        day = only_day(event.date_bounds)
        return Folded(event.type, event.mode, event.quad, event.intensity, day, *event.date_bounds)
    if event.status != "planned" or event.type not in PLANNED:
        return None
    known, type_, day = ontology.load(), PLANNED[event.type], day_announced(event)
    return Folded(type_, None, known.types[type_].quad, known.intensity(type_, None), day, day, day)
