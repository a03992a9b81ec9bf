"""One dispatch reprints the other."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from legation.merging.likeness.observation import Observation
from legation.merging.people import plain
from legation.merging.telling import Telling

_SAME_SENTENCE, _ALIKE = 85.0, 60.0


def observe(a: Telling, b: Telling) -> Observation | None:
    """In a reprint the same sentence tells the same event, and another sentence probably another one."""
    if a.origin != b.origin:
        return None
    likeness = ratio(plain(a.report.sentence.text), plain(b.report.sentence.text))
    same_trigger = plain(a.report.trigger.text) == plain(b.report.trigger.text)
    if likeness >= _SAME_SENTENCE or (same_trigger and likeness >= _ALIKE):
        score = 4.0 if same_trigger else 2.0
        return Observation("reprint", score, f"one dispatch reprints the other, sentences {likeness:.0f} % alike")
    return Observation("reprint", -1.0, f"reprints, but the sentences are only {likeness:.0f} % alike")
