"""`atom`: a feed of what is new (RFC 4287): the events that were told last, newest first."""

from __future__ import annotations

import heapq
from datetime import date
from typing import BinaryIO
from xml.etree import ElementTree as ET

import msgspec

from legation import __version__
from legation.event import Event
from legation.views.escaping import one_line
from legation.views.exports.headlines import Words, entry_id, load_words, told_by, web_address
from legation.views.exports.material import Material, days_told
from legation.views.exports.registry import Written

NAMESPACE = "http://www.w3.org/2005/Atom"
MOST = 200
"""Entries of a feed; older ones have been seen."""


def write(material: Material, stream: BinaryIO) -> Written:
    """One feed. Events that no dated dispatch tells cannot be new, and are left out, and so are all but the newest."""
    words = load_words(material.language)
    newest: list[tuple[date, str, Event]] = []
    seen = 0
    for event in material.events:
        seen += 1
        if days := days_told(event):
            heapq.heappush(newest, (days[-1], event.id, event))
            if len(newest) > MOST:
                heapq.heappop(newest)
    newest.sort(key=lambda entry: entry[:2], reverse=True)
    feed = _feed(material, newest[0][0] if newest else material.newest or date(1970, 1, 1), words)
    feed.extend(_entry(event, words) for _, _, event in newest)
    ET.indent(feed)
    stream.write(ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")
    return Written(len(newest), "entries", seen - len(newest))


def _feed(material: Material, updated: date, words: Words) -> ET.Element:
    """The feed without its entries. What is asked for makes its id."""
    feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": material.language})
    asked = msgspec.structs.replace(material.question, states=tuple(sorted(material.question.states)))
    _add(feed, "id", entry_id("feed", msgspec.json.encode(asked).decode()).urn)
    _add(feed, "title", ", ".join(["Legation", *map(words.names.name, material.question.states)]))
    _add(feed, "updated", _moment(updated))
    _add(_add(feed, "author"), "name", "Legation")
    _add(feed, "generator", "Legation", version=__version__)
    return feed


def _entry(event: Event, words: Words) -> ET.Element:
    days = days_told(event)
    entry = ET.Element("entry")
    _add(entry, "id", entry_id("event", event.id).urn)
    _add(entry, "title", words.headline(event))
    _add(entry, "updated", _moment(days[-1]))
    _add(entry, "published", _moment(days[0]))
    for name in told_by(event):
        _add(_add(entry, "author"), "name", name)
    for address in dict.fromkeys(web_address(told.dispatch.source) for told in event.reports):
        if address:
            _add(entry, "link", rel="related", href=address)
    _add(entry, "category", term=event.type, label=words.interface.types.get(event.type, event.type))
    _add(entry, "category", term=event.status, label=words.interface.statuses[event.status])
    _add(entry, "content", "\n".join(words.quotes(event)), type="text")
    return entry


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """A child; text stands on one line a quotation, its unseen characters written out."""
    child = ET.SubElement(parent, name, attributes)
    if text is not None:
        child.text = "\n".join(one_line(line) for line in text.split("\n"))
    return child


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
