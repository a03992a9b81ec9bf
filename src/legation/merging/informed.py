"""Which report of an event knows most, and what most of them say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from legation.merging.telling import Telling
from legation.when import precision, year_known

V = TypeVar("V")


def _knows(telling: Telling) -> int:
    report = telling.report
    date = 0
    if report.date:
        date = 1 + year_known(report.date) + (precision(report.date) == "day")
    return date + bool(report.place) + bool(report.mode) + len(telling.codes) + len(telling.people)


def by_information(tellings: Iterable[Telling]) -> list[Telling]:
    """The tellings from the best informed on: by what they know, then main before background, then confidence."""
    return sorted(tellings, key=lambda t: (-_knows(t), t.report.salience != "main", -t.report.confidence, t.id))


def majority(tellings: Sequence[Telling], value: Callable[[Telling], V | None]) -> V | None:
    """What most tellings say, reprints counted once; among equals, what the first of them says. None is no vote.

    `tellings` must be in the order of `by_information`.
    """
    votes: dict[V, set[str]] = {}
    for telling in tellings:
        said = value(telling)
        if said is not None:
            votes.setdefault(said, set()).add(telling.origin)
    return max(votes, key=lambda said: len(votes[said])) if votes else None  # max keeps the first among equals
