"""How likely a report is right: cases from all that there is to learn from, weights, what cross-validation says."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_sources import DEVELOP, Gold, offsets, ordinary, single_sentences
from fit_weights import folds, regression, total, write
from score import dispatches

from legation.dispatch import Dispatch
from legation.fitted import Fitted
from legation.reading import telling
from legation.reading.arguments import Grammar
from legation.reading.confidence import Confidence, signs
from legation.reading.draft import Draft
from legation.reading.reader import Reader

RIDGE = 8.0
LEAST = 0.35
"""Confidence below which a draft is dropped: near the best F1 by cross-validation."""


class Case(NamedTuple):
    """One report before it is kept or dropped: its signs, and whether it is right."""

    document: str
    signs: list[str]
    right: bool


def cases(reader: Reader) -> list[Case]:
    """All drafts of the develop sets, of single sentences and of ordinary French, before any is dropped."""
    kept: list[Draft] = []
    tools = reader._tools
    reader._tools = telling.Tools(**{**vars(tools), "confidence": _Open(tools.grammar, Fitted(0.0, {}), kept)})
    out = []
    for name in DEVELOP:
        gold = Gold(name)
        for dispatch in dispatches(name):
            document = Path(dispatch.source).name
            for draft, event in _tellings(reader, dispatch, gold, document, kept):
                out.append(Case(document, list(signs(draft, tools.grammar)), event is not None))
    for document, dispatch, kind in single_sentences():
        kept.clear()
        reader.read(dispatch)
        out += [Case(document, list(signs(d, tools.grammar)), d.type == kind) for d in kept]
    for document, dispatch in ordinary():
        kept.clear()
        reader.read(dispatch)
        out += [Case(document, list(signs(d, tools.grammar)), False) for d in kept if _international(reader, d)]
    reader._tools = tools
    return out


class _Open(Confidence):
    """Lets every draft pass and keeps it."""

    def __init__(self, grammar: Grammar, fitted: Fitted, kept: list[Draft]) -> None:
        super().__init__(grammar, fitted)
        self._kept = kept

    def of(self, draft: Draft) -> float:
        self._kept.append(draft)
        return 1.0

    def keeps(self, draft: Draft) -> bool:
        return draft.confidence > 0


def _tellings(
    reader: Reader, dispatch: Dispatch, gold: Gold, document: str, kept: list[Draft]
) -> Iterable[tuple[Draft, dict[str, Any] | None]]:
    kept.clear()
    reader.read(dispatch)
    offset = offsets(dispatch, reader)
    for draft in list(kept):
        if not _international(reader, draft):
            continue
        sentence = (offset(draft.view.sentence.start), offset(draft.view.sentence.end))
        event = gold.at(document, draft.type, offset(draft.view.start_of(draft.hit.token)), sentence)
        if event is not None and event.get("borderline"):
            continue
        yield draft, event


def _international(reader: Reader, draft: Draft) -> bool:
    return reader._reporter._scope(draft) == "international"


def fit_confidence(reader: Reader) -> None:
    """Fits and writes data/fitted/confidence.json."""
    found = cases(reader)
    rows, right = [c.signs for c in found], [c.right for c in found]
    part = folds(c.document for c in found)
    guessed = np.zeros(len(found))
    for fold in range(5):
        train = [c for c in found if part[c.document] != fold]
        weights = regression([c.signs for c in train], [c.right for c in train], ridge=RIDGE)
        for i, case in enumerate(found):
            if part[case.document] == fold:
                guessed[i] = 1 / (1 + np.exp(-total(weights, case.signs)))
    print(f"{len(found)} drafts, {sum(right)} right")
    for low in np.arange(0, 1, 0.1):
        inside = [r for g, r in zip(guessed, right, strict=True) if low <= g < low + 0.1]
        print(f"  {low:.1f} to {low + 0.1:.1f}: {len(inside):5} drafts, {sum(inside) / max(len(inside), 1):.2f} right")
    fitted = Fitted(LEAST, regression(rows, right, ridge=RIDGE))
    write("confidence", fitted)
