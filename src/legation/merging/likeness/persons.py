"""Same people on each side."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.people import same_person
from legation.merging.telling import Telling

_SHARED, _MOST = 1.5, 3.0
_OTHERS, _OTHER_COUNTERPART = -2.0, -5.0
"""Two meetings with other people on one side are two meetings; other acts may have several spokesmen."""


def observe(a: Telling, b: Telling) -> Observation | None:
    """For each party for which both name people: someone in common speaks for, nobody in common against."""
    score, reasons = 0.0, []
    others = _OTHER_COUNTERPART if a.report.type == b.report.type == "CONSULT" else _OTHERS
    for code in sorted(a.people.keys() & b.people.keys()):
        pairs = [(x, y, same_person(x, y)) for x in a.people[code] for y in b.people[code]]
        found = sorted(f"{min(x, y)} = {max(x, y)} ({why})" if x != y else x for x, y, (same, why) in pairs if same)
        if found:
            score = min(score + _SHARED, _MOST)
            reasons.append(f"{code}: {found[0]}")
        else:
            sides = sorted((", ".join(a.people[code]), ", ".join(b.people[code])))
            score += others
            reasons.append(f"{code}: {sides[0]} against {sides[1]}")
    return Observation("people", score, "; ".join(reasons)) if reasons else None
