"""Judgements of persons as test cases: does merging alone decide as they did?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from legation.dispatch import Dispatch
from legation.evaluation.figures import Share
from legation.judgement import Judgement
from legation.merging import merge
from legation.merging.corrections import agrees
from legation.merging.standing import Pair, Standing, standing
from legation.report import Report

_DIGITS = 3


class JudgedAlike(msgspec.Struct, frozen=True):
    """How often merging, which is not told of them, decides as the judgements that count.

    `same`: pairs that stand in one event, of those judged the same; `different`: pairs that do not, of those judged
    different; `corrections`: corrected fields that say so already. `otherwise`: ids of the judgements on which merging
    decides otherwise. `lost`: judgements that name a report that was not read.
    """

    same: Share
    different: Share
    corrections: Share
    otherwise: tuple[str, ...]
    lost: int


def hold_against(
    judgements: Iterable[Judgement], dispatches: Iterable[Dispatch], reports: Iterable[Report]
) -> JudgedAlike:
    """Merges the reports without the judgements and compares. Undecided pairs (`later`) are no test cases."""
    told = list(reports)
    held = standing(judgements, told)
    right = _right(held, dispatches, told)

    def share(*kinds: str) -> Share:
        of = [judgement for judgement in right if judgement.kind in kinds]
        return Share(sum(right[judgement] for judgement in of), len(of))

    return JudgedAlike(
        same=share("same"),
        different=share("different"),
        corrections=share("correction"),
        otherwise=tuple(sorted(judgement.id for judgement, alike in right.items() if not alike)),
        lost=len(held.lost),
    )


def _right(held: Standing, dispatches: Iterable[Dispatch], reports: Iterable[Report]) -> dict[Judgement, bool]:
    """Whether merging decides as each judgement that counts."""
    holding = {report.id: event for event in merge(dispatches, reports) for report in event.reports}

    def together(pair: Pair) -> bool:
        return holding[pair[0]].id == holding[pair[1]].id

    right = {held.pairs[pair]: together(pair) == (answer == "same") for pair, answer in held.judged.items()}
    for report, made in held.corrections.items():
        right |= {judgement: agrees(holding[report], field, judgement.value) for field, judgement in made.items()}
    return right


def as_record(found: JudgedAlike) -> dict[str, Any]:
    """The figures as plain values for JSON, shares to three digits, null of nothing."""
    shares = {"same": found.same, "different": found.different, "corrections": found.corrections}
    return {
        name: {
            "share": None if share.value is None else round(share.value, _DIGITS),
            "right": share.count,
            "of": share.of,
        }
        for name, share in shares.items()
    } | {"otherwise": list(found.otherwise), "lost": found.lost}
