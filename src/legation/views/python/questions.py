"""What the methods of the desk are asked, as the ledger's question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from legation import ontology
from legation.ledger import Question
from legation.report import Status
from legation.views import asking

Day = str | date
Several = str | Iterable[str]


def several(given: Several) -> tuple[str, ...]:
    """One value or several, as several."""
    return (given,) if isinstance(given, str) else tuple(given)


def codes(between: tuple[str, str] | None, states: Several) -> tuple[str, ...]:
    """The codes of all states and organisations that are to take part.

    Raises:
        ValueError: one is unknown, or `between` does not name two.
    """
    if between is not None and (isinstance(between, str) or len(between) != 2):
        raise ValueError(f"between: two states are wanted, such as ('RUS', 'VEN'), not {between!r}")
    wanted = (*(between or ()), *several(states))
    if wrong := [word for word in wanted if not isinstance(word, str)]:
        raise ValueError(f"unknown state {wrong[0]!r}")
    return asking.party_codes(wanted) if wanted else ()


def question(
    between: tuple[str, str] | None,
    states: Several,
    since: Day | None,
    until: Day | None,
    types: Several,
    statuses: Several,
    undated: bool | None,
) -> Question:
    """The question of `Desk.events`, `reports` and `dispatches`.

    Raises:
        ValueError: a value makes no sense.
    """
    return Question(
        codes(between, states),
        None if since is None else asking.first_day(since, "since"),
        None if until is None else asking.last_day(until, "until"),
        asking.chosen(several(types), tuple(ontology.load().types), "types"),
        asking.chosen(several(statuses), get_args(Status), "statuses"),
        undated,
    )
