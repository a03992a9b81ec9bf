"""`ics`: planned events and open commitments for a calendar, as spans of whole days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO

from legation import __version__
from legation.event import Event
from legation.views.exports.headlines import Words, entry_id, load_words, web_address
from legation.views.exports.material import Material
from legation.views.exports.registry import Written
from legation.views.wording import due_words
from legation.when import known_bounds

if TYPE_CHECKING:
    import icalendar

UNKNOWN_DAY = date(1970, 1, 1)
"""Stamps entries when no dispatch of the ledger has a date."""
_LATEST = date(9999, 12, 30)
"""The last day after which a calendar has another."""
_TENTATIVE = "TENTATIVE"
_STATUS = {"kept": "CONFIRMED", "cancelled": "CANCELLED"}


def write(material: Material, stream: BinaryIO) -> Written:
    """One calendar. Events that are neither planned nor owed, or have no day, are left out."""
    import icalendar  # noqa: PLC0415

    words = load_words(material.language)
    stamp = datetime.combine(material.newest or UNKNOWN_DAY, datetime.min.time(), UTC)
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//legation//{__version__}//{material.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", ", ".join(["Legation", *map(words.names.name, material.question.states)]))
    count = left_out = 0
    for event in material.events:
        span = window(event)
        if span is None:
            left_out += 1
            continue
        calendar.add_component(_entry(event, span, stamp, words))
        count += 1
    stream.write(calendar.to_ical())
    return Written(count, "entries", left_out)


def window(event: Event) -> tuple[date, date] | None:
    """First and last day on which something is due; None for what is over, or cannot be placed.

    A window with one known end stands on that day: the last on which it is due, or the first on which it may be.
    """
    promised = event.commitment
    if promised and promised.outcome == "open":
        first, last = known_bounds(promised.due)
    elif event.status == "planned":
        first, last = (date.fromisoformat(day) if day else None for day in event.date_bounds)
    else:
        return None
    if first is None or last is None:
        first = last = last or first
    return (first, last) if first and last and last <= _LATEST else None


def _entry(event: Event, span: tuple[date, date], stamp: datetime, words: Words) -> icalendar.Event:
    import icalendar  # noqa: PLC0415

    promised = event.commitment
    entry = icalendar.Event()
    entry.add("uid", str(entry_id("event", event.id)))
    entry.add("dtstamp", stamp)
    entry.add("dtstart", span[0])
    entry.add("dtend", span[1] + timedelta(days=1))  # the day after the last, as calendars count
    entry.add("summary", words.headline(event))
    lines = words.quotes(event)
    if promised:
        due = f"{words.interface.brief.due}{words.interface.colon}{due_words(promised, words.interface)}"
        lines.insert(0, f"{due} ({words.interface.outcomes[promised.outcome]})")
    entry.add("description", "\n".join([*lines, event.id]))
    entry.add("categories", [event.type])
    entry.add("transp", "TRANSPARENT")  # it takes nobody's time
    entry.add("status", _STATUS.get(promised.outcome, _TENTATIVE) if promised else _TENTATIVE)
    if event.place:
        entry.add("location", words.names.place(event.place))
    address = next(filter(None, (web_address(told.dispatch.source) for told in event.reports)), None)
    if address:
        entry.add("url", address)
    return entry
