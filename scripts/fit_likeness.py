"""What each observation of two reports is worth: cases from the annotated stories, weights, cross-validation.

    python scripts/fit_likeness.py

Learns from evaluation/stories/develop, from the annotated reports and from those that were read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fit_weights import FEWEST, folds, regression, total, write
from score_stories import load

from legation.dispatch import Dispatch
from legation.evaluation.stories import as_read
from legation.fitted import Fitted
from legation.language.pack import load_pack
from legation.merging.blocks import candidates
from legation.merging.likeness import EXCLUDED
from legation.merging.reprints import find_reprints, originals
from legation.merging.telling import prepare_all
from legation.merging.verdict import kind_of, observed, rows
from legation.reading.reader import Reader
from legation.report import Report

RIDGE = 4.0
LEAST = 0.65
"""The likelihood from which on two reports are joined: two events made one are worse than one left two. Held back by
stories, .96 of the pairs that come together are right then, .95 at one half."""


class Pair(NamedTuple):
    """Two reports that may tell one event; whether they do."""

    story: str
    signs: list[str]
    same: bool


def pairs(dispatches: Iterable[Dispatch], told: Iterable[tuple[Report, str]]) -> Iterator[Pair]:
    """The pairs that merging judges and nothing excludes. `told`: reports with the event that each tells."""
    told = list(told)
    event = {report.id: name for report, name in told}
    tellings = {t.id: t for t in prepare_all([r for r, _ in told], originals(find_reprints(dispatches)))}
    for a, b in sorted(candidates(tellings.values())):
        found = observed(tellings[a], tellings[b])
        if all(observation.score > EXCLUDED for observation in found):
            signs = list(rows(found, kind_of(tellings[a], tellings[b])))
            yield Pair(event[a].split("-")[0], signs, event[a] == event[b])


def sense(sign: str) -> int:
    """1 for the signs of persons and parties that both tell: nobody would understand that they speak against."""
    return 1 if sign.startswith(("people +", "parties +2")) else 0


def cases() -> list[Pair]:
    """The pairs of the develop stories."""
    found = load("develop", Reader(load_pack("fr")))
    annotated = as_read(found.annotated, found.judged)
    matched = [(m.report, m.event.event) for one in found.judged for m in one.matches if m.event.event]
    return [*pairs(found.dispatches.values(), annotated), *pairs(found.dispatches.values(), matched)]


def main() -> int:
    """Fits and says how well, by stories held back in turn."""
    found = cases()
    fold = folds(pair.story for pair in found)
    right = 0
    for part in sorted(set(fold.values())):
        train = [p for p in found if fold[p.story] != part]
        weights = regression([p.signs for p in train], [p.same for p in train], ridge=RIDGE, sense=sense)
        right += sum((total(weights, p.signs) > 0) == p.same for p in found if fold[p.story] == part)
    print(f"{len(found)} pairs, {sum(p.same for p in found)} the same; {right / len(found):.3f} right when held back")
    weights = regression([p.signs for p in found], [p.same for p in found], ridge=RIDGE, sense=sense)
    seen: dict[str, int] = {}
    for pair in found:
        for sign in pair.signs:
            seen[sign] = seen.get(sign, 0) + 1
    # A step that was seen and weighs nothing is not one that was never seen.
    known = {sign: 0.0 for sign, times in seen.items() if times >= FEWEST and sign.count(" ") < 2}
    write("likeness", Fitted(LEAST, known | weights))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
