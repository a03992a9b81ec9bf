"""What became of promises and plans in events told elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from legation.merging.blocks import ALWAYS, LASTING, NEWS, Window
from legation.merging.blocks import window as span_of
from legation.merging.fulfilment.fulfilled import DONE, Fulfilment, is_kept, is_off
from legation.merging.fulfilment.plans import comes_to, is_outcome, is_plan
from legation.merging.fulfilment.promises import is_deed, keeps, promises, window
from legation.merging.telling import Telling
from legation.when import bounds, is_edtf

__all__ = [
    "DONE", "Fulfilment", "fulfilled", "fulfilments", "is_kept", "is_off", "is_plan", "may_settle", "open_in", "pairs",
    "promises", "window",
]  # fmt: skip


def open_in(telling: Telling) -> Window | None:
    """The days in which what a telling promises or announces may be done, with time for news of it; None where it does
    neither.
    """
    if not promises(telling) and not is_plan(telling):
        return None
    said = telling.published[0] or telling.when[0] if is_plan(telling) else telling.when[0] or telling.published[0]
    if said is None:
        return ALWAYS
    due = telling.report.date if is_plan(telling) else window(telling)
    end = bounds(due)[1] if due and is_edtf(due) else None
    last = max(said.toordinal(), end.toordinal() if end else 0) + LASTING
    return Window(said.toordinal() - NEWS, last)


def may_settle(telling: Telling) -> bool:
    """Whether a telling may tell what became of a promise or a plan."""
    return is_deed(telling) or is_outcome(telling)


def pairs(telling: Telling) -> list[str]:
    """The unordered pairs of parties by which promises and outcomes are looked up."""
    return [" ".join(pair) for pair in combinations(sorted(telling.codes), 2)]


def fulfilled(announced: Telling, told: Telling) -> Fulfilment | None:
    """What one telling says of a promise or plan in another."""
    if promises(announced):
        return keeps(announced, told)
    return comes_to(announced, told) if is_plan(announced) and is_outcome(told) else None


def fulfilments(tellings: Iterable[Telling]) -> dict[str, list[Fulfilment]]:
    """What became of each promise and plan among the tellings, by the id of its report; outcomes in order of ids."""
    known = sorted(tellings, key=lambda telling: telling.id)
    outcomes: dict[str, list[tuple[Window, Telling]]] = {}
    for telling in known:
        for pair in pairs(telling) if may_settle(telling) else ():
            outcomes.setdefault(pair, []).append((span_of(telling), telling))
    found: dict[str, list[Fulfilment]] = {}
    for telling in known:
        span = open_in(telling)
        if span is None:
            continue
        near = {
            other.id: other
            for pair in pairs(telling)
            for when, other in outcomes.get(pair, ())
            if when.low <= span.high and when.high >= span.low
        }
        met = [one for i in sorted(near) if (one := fulfilled(telling, near[i])) is not None]
        if met:
            found[telling.id] = met
    return found
