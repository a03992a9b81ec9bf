"""Which of the places at hand an act has: cases from the annotated dispatches, weights, what cross-validation says."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_sources import DEVELOP, Gold, offsets
from fit_weights import choosing, folds, total, write
from score import dispatches

from legation.fitted import Fitted
from legation.reading import telling
from legation.reading.draft import Draft
from legation.reading.mentions import Mention
from legation.reading.placing import Option, PlaceWeigher, Scenes, Where
from legation.reading.reader import Reader

RIDGE = 16.0
LEAST = 0.3
"""The least likelihood of some place at all with which the likeliest is given."""
NOWHERE = ""


class Choice(NamedTuple):
    """One act: its places by state, the signs of each, the annotated one."""

    document: str
    places: list[str]
    signs: list[list[str]]
    wanted: str
    by_rule: str

    @property
    def right(self) -> list[bool]:
        """Whether each place is the annotated one."""
        return [place == self.wanted for place in self.places]


class Recorder(PlaceWeigher):
    """A weigher that keeps what it was asked."""

    def __init__(self, fitted: Fitted) -> None:
        super().__init__(fitted)
        self.found: Sequence[Option] = ()

    def choose(self, found: Sequence[Option]) -> Where | None:
        self.found = found
        return super().choose(found)


def choices(reader: Reader, name: str, fitted: Fitted) -> list[Choice]:
    """The acts of a set that are annotated."""
    gold, recorder, tools = Gold(name), Recorder(fitted), reader._tools
    reader._tools = telling.Tools(**{**vars(tools), "places": recorder})
    asked: list[tuple[Draft, Sequence[Option]]] = []
    place = Scenes.place

    def recorded(self: Scenes, draft: Draft, told: Mention | None) -> None:
        place(self, draft, told)
        asked.append((draft, recorder.found))

    Scenes.place = recorded  # type: ignore[method-assign]
    out = []
    for dispatch in dispatches(name):
        asked.clear()
        reader.read(dispatch)
        document = Path(dispatch.source).name
        offset = offsets(dispatch, reader)
        for draft, found in asked:
            sentence = (offset(draft.view.sentence.start), offset(draft.view.sentence.end))
            event = gold.at(document, draft.type, offset(draft.view.start_of(draft.hit.token)), sentence)
            if event is not None:
                out.append(_choice(document, found, event["place"] or NOWHERE))
    Scenes.place = place  # type: ignore[method-assign]
    reader._tools = tools
    return out


def _choice(document: str, found: Sequence[Option], wanted: str) -> Choice:
    places = [NOWHERE if o.where is None else o.where.code for o in found]
    by_rule = next((p for p, o in zip(places, found, strict=True) if "rule" in o.kinds), NOWHERE)
    return Choice(document, places, [sorted(o.signs) for o in found], wanted, by_rule)


def _fitted(cases: list[Choice]) -> dict[str, float]:
    answered = [c for c in cases if any(c.right)]
    return choosing([c.signs for c in answered], [c.right for c in answered], ridge=RIDGE)


def _chosen(case: Choice, weights: dict[str, float], least: float) -> str:
    sums = np.array([total(weights, signs) for signs in case.signs])
    share = np.exp(sums - sums.max())
    share /= share.sum()
    if len(sums) == 1 or 1 - share[0] < least:
        return NOWHERE
    return case.places[1 + int(np.argmax(sums[1:]))]


def fit_placing(reader: Reader) -> None:
    """Fits and writes data/fitted/placing.json; twice, since where what was told before took place is a sign."""
    fitted = Fitted(LEAST, {"rule": 2.0})
    for _ in range(2):
        asked = [c for name in DEVELOP for c in choices(reader, name, fitted)]
        fitted = Fitted(LEAST, _fitted(asked))
    part = folds(c.document for c in asked)
    chosen: list[tuple[Choice, dict[str, float]]] = []
    for fold in range(5):
        weights = _fitted([c for c in asked if part[c.document] != fold])
        chosen += [(case, weights) for case in asked if part[case.document] == fold]
    somewhere = sum(bool(c.wanted) for c in asked)
    print(
        f"  {len(asked)} acts, {somewhere} with a place; at hand for {_share(any(c.right) for c in asked if c.wanted)};"
    )
    print(f"  the rules choose it for {_share(c.by_rule == c.wanted for c in asked if c.wanted)},", end=" ")
    print(f"and a place for {_share(bool(c.by_rule) for c in asked if not c.wanted)} of those without;")
    for least in (0.15, 0.2, LEAST):
        right = _share(_chosen(c, w, least) == c.wanted for c, w in chosen if c.wanted)
        wrong = _share(bool(_chosen(c, w, least)) for c, w in chosen if not c.wanted)
        print(f"  the weights with {least} for {right}, and a place for {wrong} of those without")
    write("placing", fitted)


def _share(values: object) -> str:
    found = list(values)  # type: ignore[call-overload]
    return f"{sum(found) / max(len(found), 1):.3f}"
