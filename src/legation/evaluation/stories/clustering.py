"""How far two ways of grouping the same items agree: pairwise, and B³ (Bagga and Baldwin 1998).

Items that only one side knows are treated as Cai and Strube (2010) propose: what the gold has and the system does not
is a group of its own in the system's answer; what only the system has counts against precision where it was put
together with others, and not at all where it stands alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import TypeVar

import msgspec

I = TypeVar("I", bound=Hashable)  # noqa: E741
G = TypeVar("G", bound=Hashable)


class Agreement(msgspec.Struct, frozen=True):
    """Precision and recall, 0 to 1; both 1 where there is nothing to be wrong about."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairwise(gold: Mapping[I, G], system: Mapping[I, G]) -> Agreement:
    """Of the pairs of items that one side puts together, how many the other does. Only items that both know count."""
    shared = [item for item in gold if item in system]
    wanted = _pairs(Counter(gold[item] for item in shared))
    told = _pairs(Counter(system[item] for item in shared))
    right = _pairs(Counter((gold[item], system[item]) for item in shared))
    return Agreement(right / told if told else 1.0, right / wanted if wanted else 1.0)


def _pairs(sizes: Mapping[Hashable, int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


def bcubed(gold: Mapping[I, G], system: Mapping[I, G]) -> Agreement:
    """B³: for each item, how much of its group is right; averaged over the items."""
    together = Counter((gold[item], system[item]) for item in gold if item in system)
    wanted, told = Counter(gold.values()), Counter(system.values())
    precisions, recalls = [], []
    for item, group in gold.items():
        if item not in system:
            precisions.append(1.0)
            recalls.append(1 / wanted[group])
            continue
        both = together[group, system[item]]
        precisions.append(both / told[system[item]])
        recalls.append(both / wanted[group])
    alone = {group for group, size in told.items() if size == 1}
    precisions += [1 / told[group] for item, group in system.items() if item not in gold and group not in alone]
    return Agreement(_mean(precisions), _mean(recalls))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 1.0
