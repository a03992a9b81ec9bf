"""Joins the tellings of one dispatch that are of one event."""

from __future__ import annotations

import math
from collections.abc import Sequence

from legation import when
from legation.fitted import Fitted, logistic
from legation.reading.draft import Draft
from legation.reading.gathering.leading import led
from legation.reading.gathering.signs import signs

_LATEST = 3
"""Tellings of a group, beside its first, that another is compared with."""


class Gatherer:
    """Joins tellings; holds the weights of what speaks for and against one event."""

    def __init__(self, fitted: Fitted) -> None:
        self._fitted = fitted
        self._least = fitted.least

    def gather(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of one dispatch with those of one event joined; the clearest telling leads."""
        groups: list[list[Draft]] = []
        for draft in drafts:
            home = self._home(groups, draft)
            if home is None:
                groups.append([draft])
            else:
                home.append(draft)
        return [led(group) for group in groups]

    def _home(self, groups: Sequence[list[Draft]], draft: Draft) -> list[Draft] | None:
        """The group that a draft most likely belongs to, if it likely belongs to one at all."""
        best, home = self._least, None
        for group in groups:
            if not all(can_be_one(told, draft) for told in group):
                continue
            told = [group[0], *group[1:][-_LATEST:]]
            likely = sum(self.likelihood(one, draft) for one in told) / len(told)
            if likely >= best:
                best, home = likely, group
        return home

    def likelihood(self, one: Draft, other: Draft) -> float:
        """How likely two tellings are of one event, 0 to 1; the first stands before the second."""
        total = math.fsum(self._fitted.known(signs(one, other)))
        return logistic(total)


def can_be_one(one: Draft, other: Draft) -> bool:
    """Whether nothing contradicts that two tellings are of one event."""
    return (
        one.type == other.type
        and _parties_agree(one, other)
        and _dates_agree(one, other)
        and _people_agree(one, other)
        and (one.verdict.status == "denied") == (other.verdict.status == "denied")
    )


def _parties_agree(one: Draft, other: Draft) -> bool:
    a, b = one.codes(), other.codes()
    if not a or not b or not (a <= b or b <= a):
        return False
    if one.type == "AGREE" and _mutual(one) != _mutual(other):
        return False
    if one.roles.symmetric != other.roles.symmetric:
        return one.type != "SUPPORT"
    if one.roles.symmetric:
        return True
    (actors, recipients), (their_actors, their_recipients) = one.sides(), other.sides()
    return not (actors & their_recipients or their_actors & recipients)


def _mutual(draft: Draft) -> bool:
    """Whether several agree with each other, where one alone could promise."""
    return len({p.code for p in draft.roles.actors}) > 1


def _dates_agree(one: Draft, other: Draft) -> bool:
    if one.date is None or other.date is None or one.date.weak or other.date.weak:
        return True
    return when.overlap(one.date.edtf, other.date.edtf)


def _people_agree(one: Draft, other: Draft) -> bool:
    """Other people meet at other meetings."""
    if one.type != "CONSULT":
        return True
    people, theirs = one.persons(), other.persons()
    return not people or not theirs or bool(people & theirs)
