"""How well the dispatches of the annotated stories are brought together.

python scripts/score_stories.py [develop] [check]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

from legation import intake
from legation.dispatch import Dispatch
from legation.evaluation import Judged, document_name, judge, load_gold
from legation.evaluation.passages import sentences
from legation.evaluation.stories import StoryFigures, annotated_reports, as_record, load_stories, measure
from legation.language.pack import load_pack
from legation.reading.reader import Reader
from legation.report import Report

STORIES = Path(__file__).parent.parent / "evaluation/stories"
HALVES = ("develop", "check")


class Half(NamedTuple):
    """The dispatches of one half by name, the annotated reports with their events, and what was read."""

    dispatches: dict[str, Dispatch]
    annotated: list[tuple[Report, str]]
    judged: list[Judged]


def load(half: str, reader: Reader) -> Half:
    """Takes in and reads one half of the stories."""
    pack = reader.pack
    gold = load_gold(STORIES / f"{half}.reports.jsonl")
    taken = intake.take_in([str(STORIES / half)], packs={"fr": pack}, place_code=pack.place_code)
    known = {document_name(d.source): d for d in taken if isinstance(d, Dispatch)}
    found = zip(known, reader.read_many(known.values()), strict=True)
    read = {name: [r for r in reports if r.scope == "international"] for name, reports in found}
    annotated = annotated_reports(gold, known, lambda d: sentences(d, pack.syntax))
    return Half(known, list(annotated), list(judge(gold, read)))


def score(half: str, reader: Reader) -> StoryFigures:
    """The figures of one half.

    Raises:
        FileNotFoundError: the gold of this half is not there.
    """
    stories = load_stories(STORIES / f"{half}.reports.jsonl")
    if stories is None:
        raise FileNotFoundError(STORIES / f"{half}.events.jsonl")
    found = load(half, reader)
    return measure(stories, found.dispatches, found.annotated, found.judged)


def main() -> int:
    """Prints the figures of what is named."""
    reader = Reader(load_pack("fr"))
    for half in sys.argv[1:] or HALVES:
        print(half, json.dumps(as_record(score(half, reader))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
