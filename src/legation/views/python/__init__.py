"""The Python interface: `legation.read`, `legation.open` and what they give. Imported by name from `legation`."""

from __future__ import annotations

from legation.views.python.desk import Added, Desk, Hits, open_desk
from legation.views.python.findings import Commitments, Disagreements, Disputed, People
from legation.views.python.results import Dispatches, Events, Reports
from legation.views.python.shown import Explained, ShownDispatch, ShownEvent, ShownPerson, ShownReport
from legation.views.python.texts import ReadReports, read, read_many

__all__ = [
    "Added",
    "Commitments",
    "Desk",
    "Disagreements",
    "Dispatches",
    "Disputed",
    "Events",
    "Explained",
    "Hits",
    "People",
    "ReadReports",
    "Reports",
    "ShownDispatch",
    "ShownEvent",
    "ShownPerson",
    "ShownReport",
    "open_desk",
    "read",
    "read_many",
]
