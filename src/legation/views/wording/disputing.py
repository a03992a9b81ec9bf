"""The values on which dispatches differ, in words."""

from __future__ import annotations

import re

from legation.views.wording.dates import date_words
from legation.views.wording.interface import Interface
from legation.views.wording.parties import PartyNames

_PLACE = re.compile(r"(.+) \(([A-Z]{3})\)")


def disputed_words(field: str, value: str, interface: Interface, names: PartyNames) -> str:
    """One of the values of a disagreement: dates, statuses and parties in words, what was counted as it was written."""
    if field == "date":
        return date_words(value, interface)
    if field == "status":
        return interface.statuses.get(value, value)
    if field == "participants":
        return ", ".join(map(names.name, value.split(", ")))
    if field == "place" and (place := _PLACE.fullmatch(value)):
        return names.town_and_state(place[1], place[2])
    return value
