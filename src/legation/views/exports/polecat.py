"""`polecat`: tab-separated, with the columns of the POLECAT data set, so that what reads the one reads the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from legation import __version__
from legation.event import Event
from legation.report import Participant
from legation.states import load_states
from legation.views.escaping import one_line
from legation.views.exports.cells import TableWriter, joined
from legation.views.exports.folding import Folded, folded
from legation.views.exports.material import Material, day_announced, first_told
from legation.views.exports.registry import Written
from legation.views.wording import PartyNames, load_party_names

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
UNFILLED = frozenset({
    "Actor COW", "Wikipedia Actor ID", "Recipient COW", "Wikipedia Recipient ID", "District", "Province", "Latitude",
    "Longitude", "GeoNames ID", "Feature Type", "Story People", "Story Organizations", "Story Locations",
})  # fmt: skip
"""Columns for which the ledger holds nothing."""
NOTHING = "None"
"""How POLECAT writes that there is no value."""
_NAMES = "en"


def write(material: Material, stream: BinaryIO) -> Written:
    """A heading and a row for each event that took place, or whose announcement counts as one."""
    table, names = TableWriter(stream, "\t"), load_party_names(_NAMES)
    table.write(COLUMNS)
    count = left_out = 0
    for event in material.events:
        told = folded(event)
        if told is None:
            left_out += 1
            continue
        cells = _cells(event, told, names)
        table.write([one_line(cell) if (cell := cells.get(column)) else NOTHING for column in COLUMNS])
        count += 1
    return Written(count, "events", left_out)


def _cells(event: Event, told: Folded, names: PartyNames) -> dict[str, str | None]:
    """The filled columns of an event."""
    first = first_told(event)
    return {
        "Event ID": event.id,
        "Event Date": told.day,
        "Event Type": told.type,
        "Event Mode": told.mode,
        "Intensity": str(told.intensity),
        "Quad Code": told.quad.upper(),
        "Contexts": joined(event.contexts),
        **_side("Actor", event.actors, names),
        **_side("Recipient", event.recipients, names),
        **_place(event, names),
        "Source": first.dispatch.outlet or first.dispatch.source,
        "Publication Date": day_announced(event),
        "Language": first.dispatch.language,
        "Version": f"legation {__version__}",
    }


def _side(side: str, taking_part: Sequence[Participant], names: PartyNames) -> dict[str, str | None]:
    states = load_states()
    return {
        f"{side} Name": joined(one.person or names.name(one.code) for one in taking_part),
        f"{side} Country": joined(one.code for one in taking_part if one.code in states),
        f"Primary {side} Sector": taking_part[0].sector if taking_part else None,
        f"{side} Sectors": joined(one.sector for one in taking_part),
        f"{side} Title": joined(one.office for one in taking_part),
        f"{side} Name Raw": joined(one.text for one in taking_part),
    }


def _place(event: Event, names: PartyNames) -> dict[str, str | None]:
    place = event.place
    if place is None:
        return {}
    city = place.text if place.text in names.towns else None
    return {
        "Placename": names.place(place),
        "City": city,
        "Country": place.code,
        "Raw Placename": place.text,
    }
