"""By what a promise was kept: deeds that other events tell."""

from __future__ import annotations

from collections.abc import Iterable

from legation.event import Event, EventReport
from legation.ledger import Ledger


def deeds_elsewhere(book: Ledger, events: Iterable[Event]) -> dict[str, EventReport]:
    """The reports of other events by which a promise was kept, by id."""
    found: dict[str, EventReport] = {}
    for event in events:
        own = {report.id for report in event.reports}
        for id_ in event.commitment.evidence if event.commitment else ():
            if id_ not in own and (told := book.report(id_)) is not None:
                found[id_] = EventReport(
                    told.id, told.dispatch, told.status, told.date, told.trigger, told.sentence, told.attribution
                )
    return found
