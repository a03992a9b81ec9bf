"""From the ledger to the contents of a digest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

import msgspec

from legation.event import Event, EventReport
from legation.ledger import Ledger
from legation.ledger.news import Parties
from legation.views.brief.contents import Dispute, Entry, Headline, Pledge
from legation.views.brief.entries import EntryMaker
from legation.views.brief.hurried import dispute, headline, pledge
from legation.views.brief.material import Material
from legation.views.brief.promises import promise_of
from legation.views.brief.shortening import cut
from legation.views.digest.changes import Changes
from legation.views.digest.contents import Digest, Group
from legation.views.digest.finding import Finder, Finds
from legation.views.digest.leaving_out import left_out
from legation.views.digest.numbering import with_dispatches
from legation.views.lookback import Lookback
from legation.views.wording import Interface, PartyNames, date_words
from legation.when import known_bounds

_REPORTS = 8
"""Reports of an event, and of what announced or settled it, among which the words are chosen."""
_TITLE = 120


def gather_digest(
    ledger: Ledger,
    since: Lookback,
    among: Sequence[Parties] = (),
    *,
    interface: Interface,
    names: PartyNames,
    language: str,
) -> Digest:
    """What the ledger learned since a day, of everything or of the events in which all of one of `among` take part.

    Words for the day count back from the day of the newest dispatch, for which commitments are judged too.

    Raises:
        LedgerError: the ledger failed.
    """
    newest = ledger.newest_day()
    day = since.on(newest)
    empty = _frame(since, day, newest, among, interface, names, language)
    if newest is None or day is None:
        words = interface.digest
        sentence = words.nothing_undated if ledger.counts().dispatches else words.nothing_empty
        return msgspec.structs.replace(empty, since="", as_of="", nothing=sentence)
    finder = Finder(ledger, day, newest, among)
    finds = finder.find()
    if not (finds.entries or finds.disputed):
        days = {"date": date_words(day.isoformat(), interface), "newest": date_words(newest.isoformat(), interface)}
        sentence = interface.digest.nothing.format(**days)
        return msgspec.structs.replace(empty, nothing=sentence)
    return _Writer(ledger, finds, finder.changes, interface, names).fill(empty)


def _frame(
    since: Lookback,
    day: date | None,
    newest: date | None,
    among: Sequence[Parties],
    interface: Interface,
    names: PartyNames,
    language: str,
) -> Digest:
    """A digest with its head only."""
    words = interface.digest
    parties = "; ".join(_parties(codes, names) for codes in among)
    told = words.since_words if since.words else words.since
    return Digest(
        interface=interface,
        language=language,
        title=cut(words.title_of.format(parties=parties), _TITLE) if parties else words.title,
        since=told.format(date=date_words(day.isoformat(), interface), words=since.words) if day else "",
        as_of=interface.brief.as_of.format(date=date_words(newest.isoformat(), interface)) if newest else "",
    )


def _parties(codes: Parties, names: PartyNames) -> str:
    return " – ".join(names.name(code) for code in codes) or "–"


class _Writer:
    """Puts what was found into words."""

    def __init__(self, ledger: Ledger, finds: Finds, changes: Changes, interface: Interface, names: PartyNames) -> None:
        self._finds, self._changes, self._interface, self._names = finds, changes, interface, names
        listed = {event.id: event for event in (*finds.disputed, *finds.entries)}
        in_order = dict.fromkeys(event.id for event in (*finds.entries, *finds.disputed))
        self._events = [listed[id_] for id_ in in_order]
        wanted = [id_ for event in self._events for id_ in self._wanted(event)]
        self._material = material = Material(ledger, self._events, wanted)
        self._maker = EntryMaker(material.reports, material.dispatches, material.numbers, interface, names)
        self._entries = {
            event.id: self._maker.entry(number, event) for number, event in enumerate(self._events, start=1)
        }

    def fill(self, digest: Digest) -> Digest:
        """The digest with all that was found."""
        finds, interface = self._finds, self._interface
        arrived = [interface.count("dispatches", finds.arrivals.dispatches)]
        if finds.arrivals.reprints:
            arrived.append(interface.count("reprints", finds.arrivals.reprints))
        full = msgspec.structs.replace(
            digest,
            told=(", ".join(arrived), interface.count("first_told", finds.first_told)),
            groups=tuple(
                Group(_parties(self._in_order(pair), self._names), tuple(self._headline(event) for event in events))
                for pair, events in finds.groups
            ),
            promises=tuple(self._pledges(finds.promised)),
            settled=tuple(self._pledges(finds.settled, known=True)),
            overdue=tuple(self._pledges(finds.overdue, known=True)),
            disputes=tuple(self._disputes(finds.disputed)),
            numbered=tuple(self._entries[event.id].number for event in finds.entries),
            left_out=tuple(left_out(finds, interface)),
        )
        return with_dispatches(full, self._material, interface)

    def _wanted(self, event: Event) -> Iterator[str]:
        """Ids of the reports among which the words for an event are chosen: those that are new first."""
        promise = event.commitment
        own = sorted(event.reports, key=lambda r: (not self._changes.fresh(r), r.status != event.status, r.id))
        yield from islice((report.id for report in own), _REPORTS)
        if promise:
            announced = [report.id for report in own if report.id in promise.announced]
            settling = [report.id for report in own if report.id in promise.evidence]
            elsewhere = [id_ for id_ in promise.evidence if id_ not in settling]
            for ids in (announced, settling, elsewhere):
                yield from ids[:_REPORTS]

    def _in_order(self, pair: Parties) -> Parties:
        """The two as they are looked up in a list of names."""
        from legation.language.states import fold  # noqa: PLC0415  loads much

        return tuple(sorted(pair, key=lambda code: fold(self._names.name(code))))

    def _headline(self, event: Event) -> Headline:
        return headline(self._entries[event.id], self._interface)

    def _pledges(self, events: Iterable[Event], *, known: bool = False) -> Iterator[Pledge]:
        for event in events:
            entry: Entry = self._entries[event.id]
            promise = promise_of(event, entry, self._maker, self._material, self._interface)
            if promise:
                yield pledge(promise, self._interface, self._first_told(event.reports) if known else None)

    def _disputes(self, events: Iterable[Event]) -> Iterator[Dispute]:
        disputed: Mapping[str, Event] = {event.id: event for event in events}
        for id_, event in disputed.items():
            number = self._entries[id_].number
            entry = self._maker.entry(number, event)  # with its new disagreements only
            yield dispute(entry, self._interface)

    def _first_told(self, reports: Iterable[EventReport]) -> str | None:
        days = [report.dispatch.published for report in reports if known_bounds(report.dispatch.published)[0]]
        first = min(days, key=lambda day: (known_bounds(day)[0] or date.max, day or ""), default=None)
        return self._interface.digest.known.format(date=date_words(first, self._interface)) if first else None
