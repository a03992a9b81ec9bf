"""Sums of signs fitted on cases: logistic regression for yes or no, conditional logit for a choice among several."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legation.fitted import Fitted

FITTED = Path(__file__).parent.parent / "src/legation/data/fitted"
FEWEST = 4
"""Times a sign must have been seen to get a weight."""
STEPS = 400
"""Steps of the descent; the figures of cross-validation no longer move from 300 on."""
Floats = NDArray[np.float64]


class _Signs:
    """Rows of signs as indexes; signs that are too rare have none."""

    def __init__(self, rows: Sequence[Iterable[str]]) -> None:
        seen = Counter(sign for row in rows for sign in set(row))
        self.index = {sign: i for i, sign in enumerate(sorted(s for s, n in seen.items() if n >= FEWEST))}
        pairs = [(r, self.index[s]) for r, row in enumerate(rows) for s in sorted(set(row)) if s in self.index]
        self.at_row = np.array([r for r, _ in pairs], dtype=np.int64)
        self.at_sign = np.array([s for _, s in pairs], dtype=np.int64)
        self.rows = len(rows)

    def sums(self, weights: Floats) -> Floats:
        """The sum of the weights of each row's signs."""
        return np.bincount(self.at_row, weights=weights[self.at_sign], minlength=self.rows).astype(np.float64)

    def slope(self, error: Floats) -> Floats:
        """What each sign adds to the errors of the rows."""
        return np.bincount(self.at_sign, weights=error[self.at_row], minlength=len(self.index)).astype(np.float64)

    def named(self, weights: Floats) -> dict[str, float]:
        """The weights that count for anything, by sign."""
        return {sign: round(float(weights[i]), 3) for sign, i in self.index.items() if abs(weights[i]) >= 0.02}


class _Descent:
    """Adam on the full batch."""

    def __init__(self, size: int) -> None:
        self.weights: Floats = np.zeros(size)
        self._first, self._second, self._step = np.zeros(size), np.zeros(size), 0

    def step(self, slope: Floats) -> None:
        self._step += 1
        self._first = 0.9 * self._first + 0.1 * slope
        self._second = 0.999 * self._second + 0.001 * slope**2
        size = self._first / (1 - 0.9**self._step)
        self.weights -= 0.05 * size / (np.sqrt(self._second / (1 - 0.999**self._step)) + 1e-8)


def regression(
    rows: Sequence[Iterable[str]],
    right: Sequence[bool],
    *,
    ridge: float,
    sense: Callable[[str], int] = lambda sign: 0,
) -> dict[str, float]:
    """Logistic regression over signs: weights by sign. A sign whose `sense` is 1 gets no weight below zero, one whose
    sense is -1 none above.
    """
    signs, target = _Signs(rows), np.array(right, dtype=float)
    descent = _Descent(len(signs.index))
    senses = np.array([sense(sign) for sign in signs.index])
    for _ in range(STEPS):
        error = 1 / (1 + np.exp(-signs.sums(descent.weights))) - target
        descent.step(signs.slope(error) + ridge * descent.weights)
        descent.weights[(senses * descent.weights) < 0] = 0.0
    return signs.named(descent.weights)


def choosing(
    groups: Sequence[Sequence[Iterable[str]]], right: Sequence[Sequence[bool]], *, ridge: float
) -> dict[str, float]:
    """Conditional logit: weights by which the right one of each group's options comes out on top.

    Where several are right they share. A group without a right one must not be given.
    """
    signs = _Signs([row for group in groups for row in group])
    of = np.array([k for k, group in enumerate(groups) for _ in group], dtype=np.int64)
    target = np.array([value for group in right for value in group], dtype=float)
    target /= np.bincount(of, weights=target)[of]
    descent = _Descent(len(signs.index))
    for _ in range(STEPS):
        sums = signs.sums(descent.weights)
        highest = np.full(len(groups), -np.inf)
        np.maximum.at(highest, of, sums)
        share = np.exp(sums - highest[of])
        share /= np.bincount(of, weights=share)[of]
        descent.step(signs.slope(share - target) + ridge * descent.weights)
    return signs.named(descent.weights)


def total(weights: dict[str, float], signs: Iterable[str]) -> float:
    """The sum of some signs' weights."""
    return sum(weights.get(sign, 0.0) for sign in signs)


def folds(documents: Iterable[str], parts: int = 5) -> dict[str, int]:
    """A fold for each document."""
    return {name: i % parts for i, name in enumerate(sorted(set(documents)))}


def write(name: str, fitted: Fitted) -> None:
    """Writes weights, sorted, one a line."""
    text = json.dumps(
        {"least": fitted.least, "weights": dict(sorted(fitted.weights.items()))}, ensure_ascii=False, indent=0
    )
    (FITTED / f"{name}.json").write_text(text + "\n", encoding="utf-8")
