"""What was found about the status of an event."""

from __future__ import annotations

from typing import NamedTuple

from legation.report import Status


class Verdict(NamedTuple):
    """A status and the cue that gave it.

    `hearsay`: only said to be so ("aurait rencontré"); `purpose`: the aim of another act; `earlier`: the past of what
    the dispatch tells (pluperfect, imperfect); `decided`: planned by a decision that is told as made; `lasting`: a
    deed in the present that goes on, where no day is told; `postponed`: put off to another time.
    """

    status: Status
    cue: str
    hearsay: bool = False
    purpose: bool = False
    earlier: bool = False
    now: bool = False
    decided: bool = False
    lasting: bool = False
    postponed: bool = False
