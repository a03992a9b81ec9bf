"""Fits the weights of data/fitted/ on the annotated dispatches of the develop sets, and tells how well they hold.

    python scripts/fit.py [completing|confidence ...]

`completing`: whom an open side of an event means. `confidence`: how likely a report is right. Both are sums of plain
signs (logistic regression with ridge penalty). What is printed is measured by cross-validation over dispatches.
Needs the shared material beside the project, where the scorer and the real articles are.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from fit_sources import Gold, Remembering, offsets, ordinary, single_sentences
from numpy.typing import NDArray
from score import dispatches

from legation.dispatch import Dispatch
from legation.fitted import Fitted, load_fitted
from legation.language.pack import load_pack
from legation.reading import telling
from legation.reading.arguments import Grammar
from legation.reading.completing import Candidate, Completer, Role, Scene, candidates, keys
from legation.reading.confidence import Confidence, signs
from legation.reading.draft import Draft
from legation.reading.parse import load_parser
from legation.reading.reader import Reader

FITTED = Path(__file__).parent.parent / "src/legation/data/fitted"
DEVELOP = ("develop", "real-develop")
LEAST = 0.25
"""Confidence below which a draft is dropped: near the best F1 by cross-validation."""
FEWEST = 4
"""Times a sign must have been seen to get a weight."""


class Choice(NamedTuple):
    """One open side: the keys of each candidate's signs, and whether each is right."""

    document: str
    role: Role
    signs: list[list[str]]
    right: list[bool]
    wanted: bool


class Case(NamedTuple):
    """One report before it is kept or dropped: its signs, and whether it is right."""

    document: str
    signs: list[str]
    right: bool


def regression(rows: Sequence[Iterable[str]], right: Sequence[bool], *, ridge: float) -> dict[str, float]:
    """Logistic regression over signs, by Adam on the full batch."""
    seen = Counter(sign for row in rows for sign in set(row))
    index = {sign: i for i, sign in enumerate(sorted(s for s, n in seen.items() if n >= FEWEST))}
    where = [(r, index[s]) for r, row in enumerate(rows) for s in set(row) if s in index]
    at_row = np.array([r for r, _ in where])
    at_sign = np.array([s for _, s in where])
    target = np.array(right, dtype=float)
    weights: NDArray[np.float64] = np.zeros(len(index))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, 401):
        logits = np.bincount(at_row, weights=weights[at_sign], minlength=len(rows))
        error = 1 / (1 + np.exp(-logits)) - target
        slope = np.bincount(at_sign, weights=error[at_row], minlength=len(index)) + ridge * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return {sign: round(float(weights[i]), 3) for sign, i in index.items() if abs(weights[i]) >= 0.02}


class Recorder(Completer):
    """A completer that keeps what it was asked."""

    def __init__(self, reader: Reader, fitted: Fitted) -> None:
        super().__init__(reader._tools.grammar, fitted)
        self.asked: list[tuple[Scene, Role, list[Candidate], list[list[str]], list[str]]] = []

    def best(self, scene: Scene, role: Role) -> tuple[Candidate, float] | None:
        found = candidates(scene, role, self._grammar)
        signs = [list(keys(c.signs, scene, role, self._grammar)) for c in found]
        self.asked.append((scene, role, found, signs, sorted(scene.roles.codes())))
        return super().best(scene, role)


def choices(reader: Reader, name: str, fitted: Fitted) -> list[Choice]:
    """The open sides of a set whose event is annotated."""
    gold = Gold(name)
    recorder = Recorder(reader, fitted)
    tools = reader._tools
    reader._tools = telling.Tools(**{**vars(tools), "completer": recorder})
    out = []
    for dispatch in dispatches(name):
        recorder.asked.clear()
        reader.read(dispatch)
        document = Path(dispatch.source).name
        offset = offsets(dispatch, reader)
        for scene, role, found, weighed, known in recorder.asked:
            view = scene.view
            place = offset(view.start_of(scene.hit.token))
            sentence = (offset(view.sentence.start), offset(view.sentence.end))
            event = gold.at(document, scene.hit.entry.type or "", place, sentence)
            if event is None:
                continue
            sides = {"actor": event["actors"], "recipient": event["recipients"]}
            everyone = {*event["actors"], *event["recipients"]}
            wanted = everyone - set(known) if scene.roles.symmetric else set(sides.get(role, ())) - set(known)
            equal = [set(c.codes) == wanted for c in found]
            right = equal if any(equal) else [bool(wanted) and set(c.codes) <= wanted for c in found]
            out.append(Choice(document, role, weighed, right, bool(wanted)))
    reader._tools = tools
    return out


def folds(documents: Iterable[str], parts: int = 5) -> dict[str, int]:
    """A fold for each document."""
    return {name: i % parts for i, name in enumerate(sorted(set(documents)))}


def fit_completing(reader: Reader) -> None:
    """Fits and writes data/fitted/completing.json."""
    fitted = Fitted(2.0, {})
    for _ in range(2):
        asked = [c for name in DEVELOP for c in choices(reader, name, fitted)]
        rows = [signs for c in asked for signs in c.signs]
        right = [r for c in asked for r in c.right]
        fitted = Fitted(0.3, regression(rows, right, ridge=2.0))
    part = folds(c.document for c in asked)
    tally: Counter[tuple[float, str]] = Counter()
    for fold in range(5):
        train = [c for c in asked if part[c.document] != fold]
        weights = regression([s for c in train for s in c.signs], [r for c in train for r in c.right], ridge=2.0)
        for choice in (c for c in asked if part[c.document] == fold):
            scored = [sum(weights.get(k, 0.0) for k in signs) for signs in choice.signs]
            best = int(np.argmax(scored)) if scored else -1
            value = 1 / (1 + np.exp(-scored[best])) if scored else 0.0
            for least in (0.2, 0.3, 0.4, 0.5):
                taken = value >= least
                verdict = (
                    ("right" if choice.right[best] else "wrong")
                    if taken
                    else ("left open, somebody meant" if choice.wanted else "left open rightly")
                )
                tally[least, verdict] += 1
    print(f"{len(asked)} open sides, {len(rows)} candidates")
    for least, verdict in sorted(tally):
        print(f"  least {least}: {verdict:28} {tally[least, verdict]}")
    write("completing", fitted)


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

    def keeps(self, draft: Draft, *, brief: bool) -> bool:
        return draft.confidence > 0 or brief


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
        weights = regression([c.signs for c in train], [c.right for c in train], ridge=3.0)
        for i, case in enumerate(found):
            if part[case.document] == fold:
                guessed[i] = 1 / (1 + np.exp(-sum(weights.get(s, 0.0) for s in case.signs)))
    print(f"{len(found)} drafts, {sum(right)} right")
    for low in np.arange(0, 1, 0.1):
        inside = [r for g, r in zip(guessed, right, strict=True) if low <= g < low + 0.1]
        print(f"  {low:.1f} to {low + 0.1:.1f}: {len(inside):5} drafts, {sum(inside) / max(len(inside), 1):.2f} right")
    fitted = Fitted(LEAST, regression(rows, right, ridge=3.0))
    write("confidence", fitted)


def write(name: str, fitted: Fitted) -> None:
    """Writes weights, sorted, one a line."""
    text = json.dumps(
        {"least": fitted.least, "weights": dict(sorted(fitted.weights.items()))}, ensure_ascii=False, indent=0
    )
    (FITTED / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> int:
    """Fits what is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=["completing", "confidence"])
    args = parser.parse_args()
    pack = load_pack("fr")
    parsing: Any = Remembering(load_parser(pack.syntax))
    reader = Reader(pack, parser=parsing)
    if "completing" in args.names:
        fit_completing(reader)
    if "confidence" in args.names:
        load_fitted.cache_clear()
        fit_confidence(Reader(pack, parser=parsing))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
