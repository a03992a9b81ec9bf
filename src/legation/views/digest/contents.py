"""What a digest holds, in words ready to be set. Strings may hold words of dispatches: each writer escapes them."""

from __future__ import annotations

import msgspec

from legation.views.brief.contents import DispatchLine, Dispute, Headline, Pledge
from legation.views.wording import Interface


class Group(msgspec.Struct, frozen=True):
    """New events of one pair of states, the weightiest first."""

    parties: str
    events: tuple[Headline, ...]


class Digest(msgspec.Struct, frozen=True):
    """All of it; `nothing` is the one sentence that stands for the rest when nothing is new.

    `numbered` are the numbers of the entries that stand in the lists of events and commitments: a disagreement about
    one of them refers to it. `left_out` says what is not shown, and why.
    """

    interface: Interface
    language: str
    title: str
    since: str
    as_of: str
    told: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    promises: tuple[Pledge, ...] = ()
    settled: tuple[Pledge, ...] = ()
    overdue: tuple[Pledge, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    numbered: tuple[int, ...] = ()
    left_out: tuple[str, ...] = ()
    dispatches: tuple[DispatchLine, ...] = ()
    nothing: str | None = None
