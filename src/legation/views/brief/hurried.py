"""The two pages for the hurried: what happened, what is promised, what is disputed, each in a line and a quotation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from legation.event import Event
from legation.views.brief.choosing import HAPPENED, by_urgency, marks, most_telling
from legation.views.brief.contents import Dispute, Dissent, Entry, Headline, Hurried, Pledge, Promise, Telling
from legation.views.brief.shortening import NAME, POINT, SOURCE, cut, parties, short_quotation
from legation.views.wording import Interface

HAPPENED_MOST, PENDING_MOST, SETTLED_MOST, DISPUTED_MOST = 8, 7, 3, 4
"""How many of each kind there are at most."""
_POINTS = 2
_VALUES = 3
_SETTLED = ("kept", "cancelled")


def hurry(
    events: Sequence[Event],
    entries: Mapping[str, Entry],
    promises: Mapping[str, Promise],
    newest: date | None,
    interface: Interface,
) -> Hurried:
    """Chooses by the rule of `choosing` among the events of a brief; entries and promises by the ids of events."""
    background = frozenset(event.id for event in events if entries[event.id].background)
    happened = most_telling(events, background, newest, HAPPENED_MOST)
    pending, settled = by_urgency((e for e in events if e.id in promises), PENDING_MOST, SETTLED_MOST)
    disputed = sorted(
        (event for event in events if entries[event.id].dissents),
        key=lambda e: (-round(marks(e, background=e.id in background, newest=newest), 6), e.id),
    )
    return Hurried(
        tuple(headline(entries[event.id], interface) for event in happened),
        sum(event.status in HAPPENED for event in events) - len(happened),
        tuple(pledge(promises[event.id], interface) for event in (*pending, *settled)),
        len(promises) - len(pending) - len(settled),
        tuple(dispute(entries[event.id], interface) for event in disputed[:DISPUTED_MOST]),
        max(len(disputed) - DISPUTED_MOST, 0),
    )


def headline(entry: Entry, interface: Interface, telling: Telling | None = None, known: str | None = None) -> Headline:
    """An entry in two lines, quoting its best wording, or the one given."""
    told = telling or (entry.tellings[0] if entry.tellings else None)
    quoted = told.quotation if told else None
    return Headline(
        number=entry.number,
        kind=entry.kind,
        status=entry.status,
        status_words=entry.status_words,
        date=cut(entry.date, NAME),
        label=entry.label,
        parties=parties(entry.actors, entry.recipients),
        quotation=short_quotation(*(quoted.before, quoted.trigger, quoted.after) if quoted else ("", "", "")),
        source=cut(told.chain, SOURCE) if told else "",
        dispatches=told.dispatches[:_VALUES] if told else (),
        backed=interface.count("sources", entry.sources),
        known=known,
    )


def pledge(promise: Promise, interface: Interface, known: str | None = None) -> Pledge:
    """A promise in two lines: the words that tell what came of it, else those that announced it."""
    told = promise.told if promise.outcome in _SETTLED else None
    return Pledge(
        headline(promise.entry, interface, told or promise.telling, known),
        cut(promise.due, NAME),
        promise.outcome,
        promise.outcome_words,
    )


def dispute(entry: Entry, interface: Interface, known: str | None = None) -> Dispute:
    """The first points on which an entry's dispatches differ."""
    points = tuple(cut(_point(dissent, interface), POINT) for dissent in entry.dissents[:_POINTS])
    return Dispute(headline(entry, interface, known=known), points)


def _point(dissent: Dissent, interface: Interface) -> str:
    values = []
    for said in dissent.values[:_VALUES]:
        more = len(said.sources) - 1
        who = f" ({cut(said.sources[0], NAME // 2)}{f' +{more}' if more > 0 else ''})" if said.sources else ""
        values.append(cut(said.value, NAME // 2) + who)
    return f"{dissent.field}{interface.colon}{'; '.join(values)}"
