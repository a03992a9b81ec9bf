"""Which of the dates at hand an act has: cases from the annotated dispatches, weights, what cross-validation says."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_sources import DEVELOP, Gold, offsets
from fit_weights import choosing, folds, total, write
from score import dispatches

from legation.fitted import Fitted, load_fitted
from legation.reading import telling
from legation.reading.dating import Act, Clock, Dated, DateWeigher, options
from legation.reading.reader import Reader

RIDGE = 25.0
_MARKS = str.maketrans("", "", "~?%")


class Choice(NamedTuple):
    """One act: the signs of each date it could have, and whether each is the annotated one."""

    document: str
    signs: list[list[str]]
    right: list[bool]
    by_rule: bool


class Recorder(DateWeigher):
    """A weigher that keeps what it was asked."""

    def __init__(self, reader: Reader, fitted: Fitted) -> None:
        super().__init__(reader._tools.grammar, fitted)
        self.asked: list[tuple[Act, list[tuple[str, list[str]]]]] = []

    def date(self, act: Act, clock: Clock) -> Dated | None:
        found = options(act, clock, self._grammar)
        self.asked.append((act, [("" if o.date is None else _bare(o.date.edtf), sorted(o.signs)) for o in found]))
        return self.best(found).date


def _bare(edtf: str | None) -> str:
    return (edtf or "").translate(_MARKS)


def choices(reader: Reader, name: str, fitted: Fitted) -> list[Choice]:
    """The acts of a set that are annotated."""
    gold, recorder, tools = Gold(name), Recorder(reader, fitted), reader._tools
    reader._tools = telling.Tools(**{**vars(tools), "dates": recorder})
    out = []
    for dispatch in dispatches(name):
        recorder.asked.clear()
        reader.read(dispatch)
        document = Path(dispatch.source).name
        offset = offsets(dispatch, reader)
        for act, found in recorder.asked:
            sentence = (offset(act.view.sentence.start), offset(act.view.sentence.end))
            place = offset(act.view.start_of(act.hit.token))
            event = gold.at(document, act.hit.entry.type or "", place, sentence)
            if event is None:
                continue
            wanted = _bare(event["date"])
            rule = any("rule" in signs and date == wanted for date, signs in found)
            out.append(Choice(document, [s for _, s in found], [date == wanted for date, _ in found], rule))
    reader._tools = tools
    return out


def _fitted(cases: list[Choice]) -> dict[str, float]:
    answered = [c for c in cases if any(c.right)]
    return choosing([c.signs for c in answered], [c.right for c in answered], ridge=RIDGE)


def _mean(one: dict[str, float], other: dict[str, float]) -> dict[str, float]:
    return {sign: round((one.get(sign, 0.0) + other.get(sign, 0.0)) / 2, 3) for sign in {*one, *other}}


def fit_dating(reader: Reader) -> None:
    """Fits and writes data/fitted/dating.json; twice, since what was dated before is a sign. Written is the mean
    of these weights and those that were there: one fit alone moves too much from one state of the code to the next.
    """
    fitted = Fitted(0.0, {"rule": 1.0})
    for _ in range(2):
        asked = [c for name in DEVELOP for c in choices(reader, name, fitted)]
        fitted = Fitted(0.0, _fitted(asked))
    part = folds(c.document for c in asked)
    right = 0
    for fold in range(5):
        weights = _fitted([c for c in asked if part[c.document] != fold])
        for case in asked:
            if part[case.document] == fold:
                right += case.right[int(np.argmax([total(weights, s) for s in case.signs]))]
    many = max(len(asked), 1)
    print(f"  {many} acts: the right date is at hand for {sum(any(c.right) for c in asked) / many:.3f},")
    print(f"  the rules choose it for {sum(c.by_rule for c in asked) / many:.3f}, the weights for {right / many:.3f}")
    write("dating", Fitted(0.0, _mean(fitted.weights, load_fitted("dating").weights)))
