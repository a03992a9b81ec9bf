"""Which tellings of a dispatch are of one event: cases from the annotated dispatches, weights, cross-validation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_sources import DEVELOP, Gold, offsets
from fit_weights import folds, regression, total, write
from score import dispatches

from legation.dispatch import Dispatch
from legation.fitted import Fitted
from legation.reading.draft import Draft
from legation.reading.gathering import Gatherer, can_be_one, signs
from legation.reading.reader import Reader

RIDGE = 10.0
LEAST = 0.4
"""The likelihood from which on two tellings are joined. Joining what is not one loses an event, not joining what is one
gives a report twice; a little below one half the five real dispatches, which repeat themselves most, are read as well
as by rules.
"""


class Pair(NamedTuple):
    """Two tellings of one type and compatible parties; whether both are of one annotated event."""

    document: str
    signs: list[str]
    one: bool


class Recorder(Gatherer):
    """A gatherer that keeps what it was given."""

    def __init__(self) -> None:
        super().__init__(Fitted(2.0, {}))
        self.given: list[Draft] = []

    def gather(self, drafts: Sequence[Draft]) -> list[Draft]:
        self.given = list(drafts)
        return []


def pairs(reader: Reader, name: str) -> Iterator[Pair]:
    """The pairs of tellings of a set of which one at least is of an annotated event. A telling that is of none had
    better be joined: the report is one too many.
    """
    gold, recorder, gatherer = Gold(name), Recorder(), reader._gatherer
    reader._gatherer = recorder
    for dispatch in dispatches(name):
        recorder.given = []
        reader.read(dispatch)
        document = Path(dispatch.source).name
        events = [_event(draft, dispatch, document, gold, reader) for draft in recorder.given]
        told = list(zip(recorder.given, events, strict=True))
        for (one, event), (other, their_event) in combinations(told, 2):
            if can_be_one(one, other) and (event is not None or their_event is not None):
                same = event is None or their_event is None or event is their_event
                yield Pair(name + document, signs(one, other), same)
    reader._gatherer = gatherer


def _event(draft: Draft, dispatch: Dispatch, document: str, gold: Gold, reader: Reader) -> dict[str, Any] | None:
    offset = offsets(dispatch, reader)
    sentence = (offset(draft.view.sentence.start), offset(draft.view.sentence.end))
    return gold.at(document, draft.type, offset(draft.start), sentence)


def fit_gathering(reader: Reader) -> None:
    """Fits and writes data/fitted/gathering.json."""
    cases = [pair for name in DEVELOP for pair in pairs(reader, name)]
    part = folds(c.document for c in cases)
    right = {0.3: 0, LEAST: 0, 0.5: 0}
    for fold in range(5):
        train = [c for c in cases if part[c.document] != fold]
        weights = regression([c.signs for c in train], [c.one for c in train], ridge=RIDGE)
        for case in (c for c in cases if part[c.document] == fold):
            likely = 1 / (1 + np.exp(-total(weights, case.signs)))
            for least in right:
                right[least] += (likely >= least) == case.one
    print(f"  {len(cases)} pairs of tellings, {sum(c.one for c in cases) / len(cases):.3f} of one event")
    for least, number in right.items():
        print(f"  told right with {least}: {number / len(cases):.3f}")
    write("gathering", Fitted(LEAST, regression([c.signs for c in cases], [c.one for c in cases], ridge=RIDGE)))
