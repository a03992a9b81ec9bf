"""What kind of event it is and what came of it, in words."""

from __future__ import annotations

from legation.event import Commitment
from legation.views.wording.dates import date_words
from legation.views.wording.interface import Interface


def event_label(type_name: str, mode: str | None, interface: Interface) -> str:
    """The kind of an event: its mode where that has a name of its own ("Visit"), else its type ("Talks")."""
    kind = interface.types.get(type_name, type_name)
    return interface.modes.get(type_name, {}).get(mode, kind) if mode else kind


def due_words(commitment: Commitment, interface: Interface) -> str:
    """When it is due."""
    return date_words(commitment.due, interface) if commitment.due else interface.brief.due_unknown
