"""Events in words, for calendars, feeds and files of entities; nothing from a dispatch can act in them."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from legation.event import Event, EventReport
from legation.report import Participant
from legation.views.escaping import one_line
from legation.views.exports.material import by_day
from legation.views.wording import (
    Interface,
    PartyNames,
    event_label,
    load_interface,
    load_party_names,
    outlets,
    quotation,
)

NAMESPACE = UUID("6f0d5a3e-0c53-5a0b-9a67-5c1f3f0b7a52")
"""Under which the ids of calendar and feed entries are made, so that they are the same everywhere."""
_LONGEST = 300
MOST_QUOTES = 10


class Words(NamedTuple):
    """The words of one language."""

    interface: Interface
    names: PartyNames

    def sides(self, event: Event) -> str:
        """Who, and to whom: "Russia → Venezuela", together "Russia, Venezuela"."""
        acting, acted_upon = self._list(event.actors), self._list(event.recipients)
        return f"{acting or '?'} → {acted_upon}" if acted_upon else acting or "?"

    def _list(self, taking_part: tuple[Participant, ...]) -> str:
        return ", ".join(self.names.all(taking_part))

    def headline(self, event: Event) -> str:
        """What, who, and how far it has come: "Talks: Russia, Venezuela (announced)"."""
        said = f"{event_label(event.type, event.mode, self.interface)}{self.interface.colon}{self.sides(event)}"
        if event.status != "occurred":
            said += f" ({self.interface.statuses[event.status]})"
        return one_line(said)

    def quotes(self, event: Event) -> list[str]:
        """Each sentence that tells an event, as it came out first, with its outlet and day; at most `MOST_QUOTES`."""
        first: dict[str, EventReport] = {}
        for told in by_day(event):
            first.setdefault(told.sentence.text, told)
        return [self._quote(told) for told in list(first.values())[:MOST_QUOTES]]

    def _quote(self, told: EventReport) -> str:
        words = one_line(quotation(told.sentence, told.trigger, _LONGEST).text)
        before, after = self.interface.around(words)
        dispatch = told.dispatch
        where = (dispatch.outlet, dispatch.source, dispatch.published)
        return f"{before}{words}{after} — {', '.join(one_line(part) for part in where if part)}"


def load_words(language: str) -> Words:
    """The words of a language of the interface.

    Raises:
        FileNotFoundError: the interface does not speak it.
    """
    return Words(load_interface(language), load_party_names(language))


def told_by(event: Event) -> tuple[str, ...]:
    """The outlets that tell an event, else the sources of its dispatches."""
    sources = [told.dispatch.source for told in event.reports]
    return tuple(one_line(name) for name in outlets(event, sources) or dict.fromkeys(sources))


def web_address(source: str) -> str | None:
    """The source of a dispatch if it is an address that may be followed (http or https), else None."""
    try:
        parts = urlsplit(source)
    except ValueError:
        return None
    harmless = parts.scheme in ("http", "https") and parts.hostname and source.isascii() and source.isprintable()
    return source if harmless and not set(source) & set(" <>\"'\\^`{|}") else None


def entry_id(kind: str, name: str) -> UUID:
    """The id of an entry, the same wherever and whenever it is made."""
    return uuid5(NAMESPACE, f"{kind}:{name}")
