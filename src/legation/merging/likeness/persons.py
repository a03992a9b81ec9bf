"""Same people on each side."""

from __future__ import annotations

from legation.merging.likeness.observation import Observation
from legation.merging.people import fold_name, same_person
from legation.merging.telling import Telling

_SHARED, _MOST = 1.5, 3.0
_OTHERS, _OTHER_COUNTERPART, _ONE_SURNAME = -2.0, -5.0, -1.5
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
            score += _ONE_SURNAME if _share_surname(a.people[code], b.people[code]) else others
            reasons.append(f"{code}: {sides[0]} against {sides[1]}")
    if not reasons:
        return Observation("people", -0.25, "not both name people") if a.people or b.people else None
    return Observation("people", score, "; ".join(reasons))


def _share_surname(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """ "Enrique Manalo", "Ricky Manalo": a pet name, or a relative."""
    return any(fold_name(x)[-1:] == fold_name(y)[-1:] for x in left for y in right)
