"""How sure a report is: a product of plain observations, to be calibrated on annotated text."""

from __future__ import annotations

from legation.reading.draft import Draft

_BASE = 0.86
_FACTORS = {
    "indirect party": 0.9,
    "party from reference": 0.85,
    "one-sided": 0.8,
    "hearsay": 0.7,
    "entry without object": 0.95,
    "pronoun": 0.9,
}
"""What each observation leaves of the confidence; set by hand, calibrated in the evaluation."""
_REPEATED = 1.08
"""A second mention in the dispatch raises it by this much."""


def confidence(draft: Draft) -> float:
    """The confidence of a draft, between 0.05 and 0.98, two decimals."""
    value = _BASE
    parties = draft.parties()
    if any(not p.direct and p.path not in {"pair", "speaker"} for p in parties):
        value *= _FACTORS["indirect party"]
    if any(p.path in {"pair", "speaker"} for p in parties):
        value *= _FACTORS["party from reference"]
    if any(p.mention.kind == "pronoun" for p in parties):
        value *= _FACTORS["pronoun"]
    if len(draft.codes()) < 2:
        value *= _FACTORS["one-sided"]
    if draft.verdict.hearsay:
        value *= _FACTORS["hearsay"]
    if draft.hit.entry.verb and not draft.hit.entry.object:
        value *= _FACTORS["entry without object"]
    if draft.others:
        value *= _REPEATED
    return round(min(max(value, 0.05), 0.98), 2)
