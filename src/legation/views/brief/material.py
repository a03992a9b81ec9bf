"""What the ledger holds of some events: their reports and dispatches, numbered as they stand in a list of sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import Ledger
from legation.report import Report
from legation.views.brief.contents import DispatchLine
from legation.views.wording import Interface, date_words
from legation.when import BEHIND_ALL, known_bounds


class Material:
    """Events in the order given, their reports and dispatches by id, and the number of each dispatch."""

    def __init__(self, ledger: Ledger, events: Sequence[Event], wanted: Iterable[str] | None = None) -> None:
        """Takes all reports of the events and of the deeds that keep their promises, or those `wanted` (by id)."""
        self.events = list(events)
        if wanted is None:
            wanted = {report.id for event in self.events for report in event.reports}
            # A promise may be kept by a deed that another event tells.
            wanted |= {id_ for event in self.events if event.commitment for id_ in event.commitment.evidence}
        self.reports: dict[str, Report] = ledger.reports_by_id(sorted(set(wanted)))
        self.dispatches: dict[str, Dispatch] = {}
        for id_ in sorted({report.dispatch.id for report in self.reports.values()}):
            if (dispatch := ledger.dispatch(id_)) is not None:
                # The text is not needed, and may be long.
                self.dispatches[id_] = msgspec.structs.replace(dispatch, text="")
        in_order = sorted(self.dispatches.values(), key=lambda d: (day_of(d.published), d.source, d.id))
        self.numbers = {dispatch.id: number for number, dispatch in enumerate(in_order, 1)}
        self.originals = ledger.origins(sorted(self.dispatches))

    def known(self, reports: Iterable[str]) -> list[Report]:
        """Those of the reports (by id) that are there."""
        return [self.reports[id_] for id_ in reports if id_ in self.reports]


def day_of(published: str | None) -> str:
    """The first day that a date allows, else one that sorts behind all."""
    first = known_bounds(published)[0]
    return first.isoformat() if first else BEHIND_ALL


def dispatch_lines(material: Material, interface: Interface) -> tuple[DispatchLine, ...]:
    """The dispatches in the order of their numbers."""
    words = interface.brief
    return tuple(
        DispatchLine(
            number=number,
            title=dispatch.title if dispatch.title != dispatch.source else None,
            outlet=dispatch.outlet,
            date=date_words(dispatch.published, interface) if dispatch.published else words.undated_dispatch,
            source=dispatch.source,
            address=dispatch.source if dispatch.source.startswith(("https://", "http://")) else None,
            reprint_of=_number_of_original(dispatch.id, material.originals, material.numbers),
        )
        for id_, number in sorted(material.numbers.items(), key=lambda item: item[1])
        for dispatch in (material.dispatches[id_],)
    )


def _number_of_original(id_: str, behind: Mapping[str, str], numbers: Mapping[str, int]) -> int | None:
    return numbers.get(behind[id_]) if id_ in behind else None
