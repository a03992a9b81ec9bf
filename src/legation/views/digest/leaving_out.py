"""What a digest leaves out, in words."""

from __future__ import annotations

from collections.abc import Iterator

from legation.views.digest.finding import Finds
from legation.views.digest.sifting import LOOKED_AT
from legation.views.wording import Interface


def left_out(finds: Finds, interface: Interface) -> Iterator[str]:
    """One phrase for each kind of thing that is not shown, then a sentence where not everything was looked at."""
    for what, number in (
        ("events_left", finds.events_left),
        ("pledges_left", finds.pledges_left),
        ("disputes_left", finds.disputes_left),
        ("told_again", finds.again),
        ("undated_dispatches", finds.arrivals.undated),
    ):
        if number > 0:
            yield interface.count(what, number)
    if finds.bounded:
        yield interface.digest.more_looked_at.format(n=LOOKED_AT)
