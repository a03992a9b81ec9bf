"""`csv`: one row an event."""

from __future__ import annotations

from typing import BinaryIO

from legation.event import Event
from legation.views.exports.cells import Cell, TableWriter, joined
from legation.views.exports.material import Material
from legation.views.exports.registry import Written
from legation.views.wording.saying import told_as

COLUMNS = (
    "id", "date", "first_day", "last_day", "type", "mode", "status", "quad", "intensity", "actors", "recipients",
    "people", "place", "dispatches", "independent_sources", "due", "outcome", "trigger", "sentence", "sources",
)  # fmt: skip
"""Columns; several values in one cell are separated by `; `."""


def write(material: Material, stream: BinaryIO) -> Written:
    """A heading and a row an event."""
    table = TableWriter(stream)
    table.write(COLUMNS)
    count = 0
    for event in material.events:
        table.write(event_row(event))
        count += 1
    return Written(count, "events")


def event_row(event: Event) -> tuple[Cell, ...]:
    """The cells of an event, in the order of `COLUMNS`."""
    told = told_as(event)
    commitment = event.commitment
    return (
        event.id,
        event.date,
        *event.date_bounds,
        event.type,
        event.mode,
        event.status,
        event.quad,
        event.intensity,
        joined(one.code for one in event.actors),
        joined(one.code for one in event.recipients),
        joined(event.people),
        event.place.code if event.place else None,
        event.dispatches,
        event.independent_sources,
        commitment.due if commitment else None,
        commitment.outcome if commitment else None,
        told.trigger.text,
        told.sentence.text,
        joined(report.dispatch.source for report in event.reports),
    )
