"""Whom an open side of an event means: cases from the annotated dispatches, weights, what cross-validation says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from fit_sources import DEVELOP, Gold, offsets
from fit_weights import folds, regression, total, write
from score import dispatches

from legation.fitted import Fitted
from legation.reading import telling
from legation.reading.completing import Candidate, Completer, Role, Scene, candidates, keys
from legation.reading.reader import Reader

RIDGE = 40.0
LEAST = 0.2
"""Likelihood from which on somebody is taken."""


class Choice(NamedTuple):
    """One open side: the keys of each candidate's signs, and whether each is right."""

    document: str
    role: Role
    signs: list[list[str]]
    right: list[bool]
    wanted: bool


class Recorder(Completer):
    """A completer that keeps what it was asked."""

    def __init__(self, reader: Reader, fitted: Fitted) -> None:
        super().__init__(reader._tools.grammar, fitted)
        self.asked: list[tuple[Scene, Role, list[Candidate], list[list[str]], list[str]]] = []

    def ranked(self, scene: Scene, role: Role) -> list[tuple[Candidate, float]]:
        found = candidates(scene, role, self._grammar)
        signs = [list(keys(c.signs, scene, role, self._grammar)) for c in found]
        self.asked.append((scene, role, found, signs, sorted(scene.roles.codes())))
        return super().ranked(scene, role)


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


def fit_completing(reader: Reader) -> None:
    """Fits and writes data/fitted/completing.json."""
    fitted = Fitted(2.0, {})
    for _ in range(2):
        asked = [c for name in DEVELOP for c in choices(reader, name, fitted)]
        rows = [signs for c in asked for signs in c.signs]
        right = [r for c in asked for r in c.right]
        fitted = Fitted(LEAST, regression(rows, right, ridge=RIDGE))
    part = folds(c.document for c in asked)
    tally: Counter[tuple[float, str]] = Counter()
    for fold in range(5):
        train = [c for c in asked if part[c.document] != fold]
        weights = regression([s for c in train for s in c.signs], [r for c in train for r in c.right], ridge=RIDGE)
        for choice in (c for c in asked if part[c.document] == fold):
            scored = [total(weights, signs) for signs in choice.signs]
            best = int(np.argmax(scored)) if scored else -1
            value = 1 / (1 + np.exp(-scored[best])) if scored else 0.0
            for least in (0.1, 0.2, 0.3, 0.4):
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
