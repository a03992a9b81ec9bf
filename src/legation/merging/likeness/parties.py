"""Same parties, in the same roles."""

from __future__ import annotations

from legation.merging.kindred import kinships
from legation.merging.likeness.observation import EXCLUDED, Observation
from legation.merging.telling import Telling

_ONE_WAY = frozenset({"AGREE", "COOPERATE"})
"""Mutual acts that are also told of one side: what one promises is not what all agree."""


def _list(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes)) or "nobody"


def observe(a: Telling, b: Telling) -> Observation | None:
    """Equal sets of parties speak for; parties that only one knows weakly so; others on both sides against.

    One party alone says little. In acts with a direction, and in promises of one to another, swapped roles exclude.
    """
    mutual = kinships().mutual
    promises = a.report.type == b.report.type == "AGREE" and bool(a.recipients) and bool(b.recipients)
    directed = promises or a.report.type not in mutual or b.report.type not in mutual
    swapped = a.actors & b.recipients and b.actors & a.recipients
    if directed and swapped and not (a.actors & b.actors or a.recipients & b.recipients):
        roles = sorted(f"{_list(t.actors)} → {_list(t.recipients)}" for t in (a, b))
        return Observation("parties", EXCLUDED, f"roles are swapped: {roles[0]} against {roles[1]}")
    both = a.codes & b.codes
    if not both:
        return Observation("parties", EXCLUDED, "no party in common")
    if a.codes == b.codes and len(both) > 1 and a.report.type in _ONE_WAY and bool(a.recipients) != bool(b.recipients):
        return Observation(
            "parties", 1.0, f"same parties: {_list(both)}; in one telling alike, in the other one to another"
        )
    if a.codes == b.codes:
        return Observation("parties", 2.0 if len(both) > 1 else 0.5, f"same parties: {_list(both)}")
    if a.codes < b.codes or b.codes < a.codes:
        more = (a.codes | b.codes) - both
        return Observation("parties", 1.0 if len(both) > 1 else 0.0, f"{_list(both)} in both, one adds {_list(more)}")
    return Observation("parties", -2.0, f"only {_list(both)} in both; {_list(a.codes ^ b.codes)} in one")
