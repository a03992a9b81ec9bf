"""A found text to a `Dispatch`: what its head, its foot and its lines tell of its origin is found and marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from legation.dispatch import Credit, Dispatch, Furniture, OwnDate, Span, text_id
from legation.intake import own_date
from legation.intake.addresses import find_addresses, hidden_date
from legation.intake.credits import CreditReader
from legation.intake.dateline import DateLine, Dateline, DatelineReader, PlaceCode
from legation.intake.found import FoundText
from legation.intake.furniture import FurnitureMarker, mark_headlines
from legation.intake.lines import Line, split_lines
from legation.intake.outlets import Outlets, host_of, load_outlets, registrable_domain
from legation.intake.titles import find_title
from legation.intake.written_dates import WrittenDates
from legation.language.credits import CreditWords
from legation.language.furniture import FurnitureWords
from legation.outlets import Outlet

_HEAD, _FOOT = 12, 12  # lines that may hold origins, counted without furniture
_BARE_HEAD, _BARE_FOOT = 4, 6  # lines of which a name alone is a credit
_CLOSING_PARAGRAPHS = 3
_BESIDE_ADDRESS = 4  # words that may stand beside an address in a line of its own
_SHORT_PLACE_LINE = 12  # words; below, a place and a dash may be a headline


class IntakePack(Protocol):
    """What intake needs of a language pack."""

    @property
    def furniture(self) -> FurnitureWords:
        """The words of furniture."""
        ...

    @property
    def credits(self) -> CreditWords:
        """The words of credits and datelines."""
        ...


def no_place(_: str) -> str | None:
    """The place table of a caller who has none."""
    return None


class Composer:
    """Composes the dispatches of one language; holds its compiled words and nothing of any dispatch."""

    def __init__(self, language: str, pack: IntakePack, place_code: PlaceCode = no_place) -> None:
        self.language = language
        self.place_code = place_code
        self.outlets: Outlets = load_outlets()
        self.dates = WrittenDates(pack.credits)
        self.credits = CreditReader(pack.credits, self.outlets)
        self.datelines = DatelineReader(pack.credits, self.dates, self.credits)
        self.marker = FurnitureMarker(pack.furniture)

    def compose(self, found: FoundText) -> Dispatch:
        """The dispatch of this text. The same text and data give the same dispatch."""
        draft = _Draft(found, self)
        draft.read_dateline()
        draft.read_origins()
        draft.read_paragraph_ends()
        title = draft.find_title()
        for index, reason in mark_headlines(draft.lines, draft.marks, title).items():
            if index != draft.title_line:
                draft.mark(index, reason)
        address = found.url or (draft.address.text if draft.address else None)
        outlet, credits = draft.origin(address)
        return Dispatch(
            id=text_id(found.text), text=found.text, source=found.source, language=self.language, title=title,
            outlet=outlet, own_date=draft.own_date(address), credits=credits, furniture=draft.furniture(),
            dateline_place=draft.dateline.place_code if draft.dateline else None,
        )  # fmt: skip


class _Draft:
    """One dispatch while its lines are read."""

    def __init__(self, found: FoundText, composer: Composer) -> None:
        self.found, self.composer = found, composer
        self.lines = split_lines(found.text)
        self.marks = composer.marker.mark_words(self.lines)
        self.dateline: Dateline | None = None
        self.date_lines: list[DateLine] = []
        self.credits: list[Credit] = []
        self.address: Span | None = None
        self.title_line: int | None = None

    def open_lines(self) -> list[int]:
        """The lines that are not marked as a whole."""
        return [index for index in range(len(self.lines)) if not self._is_marked(index)]

    def _is_marked(self, index: int) -> bool:
        line = self.lines[index]
        return any(mark.start <= line.start and mark.end >= line.end for mark in self.marks.get(index, ()))

    def mark(self, index: int, reason: str, start: int | None = None, end: int | None = None) -> None:
        """Marks a line, or a part of it, as furniture."""
        line = self.lines[index]
        mark = Furniture(line.start if start is None else start, line.end if end is None else end, reason)
        self.marks.setdefault(index, []).append(mark)

    def read_dateline(self) -> None:
        """The first dateline among the lines of the head."""
        for index in self.open_lines()[:_HEAD]:
            line = self.lines[index]
            dateline = self.composer.datelines.read_dateline(self.found.text, line, self.composer.place_code)
            if dateline is None or (not dateline.edtf and not dateline.credits and line.words < _SHORT_PLACE_LINE):
                continue
            self.dateline = dateline
            self.credits += dateline.credits
            self.mark(index, "dateline", line.start, dateline.end)
            return

    def read_origins(self) -> None:
        """Date lines, credit lines and addresses in the head and the foot."""
        lines = self.open_lines()
        state = self.dateline.place_code if self.dateline else None
        for position, index in enumerate(lines):
            from_end = len(lines) - 1 - position
            if position >= _HEAD and from_end >= _FOOT:
                continue
            if index in self.marks and self.marks[index][-1].reason == "dateline":
                continue
            line, text = self.lines[index], self.found.text
            date_line = self.composer.datelines.read_date_line(text, line, state)
            if date_line and (position < _HEAD or date_line.end == line.end):
                self.date_lines.append(date_line)
                self.credits += date_line.credits
                self.mark(index, "date line", date_line.start, date_line.end)
                continue
            bare = len(lines) > 2 and (position < _BARE_HEAD or from_end < _BARE_FOOT)
            credits = self.composer.credits.read_line(text, line, bare=bare, state=state)
            if credits is not None:
                self.credits += credits
                self.mark(index, "credit")
            if self._read_address(line) and credits is None:
                self.mark(index, "address")

    def _read_address(self, line: Line) -> bool:
        """Whether the line is an address, with at most a few words beside it; the last such is the dispatch's own."""
        addresses = find_addresses(self.found.text, line.start, line.end)
        if not addresses:
            return False
        beside = line.text
        for address in addresses:
            beside = beside.replace(address.text, " ")
        if len(beside.split()) > _BESIDE_ADDRESS:
            return False
        for address in addresses:
            if not self.composer.outlets.is_platform(address.text):
                self.address = address
        return True

    def read_paragraph_ends(self) -> None:
        """Credits that close one of the last paragraphs."""
        state = self.dateline.place_code if self.dateline else None
        for index in self.open_lines()[-_CLOSING_PARAGRAPHS:]:
            credits, span = self.composer.credits.read_end(self.found.text, self.lines[index], state)
            if span:
                self.credits += credits
                self.mark(index, "credit", span.start, span.end)

    def find_title(self) -> str | None:
        """The title that the file gives, else the one that the text shows."""
        passed_over = set(range(len(self.lines))) - set(self.open_lines())
        passed_over |= {index for index, marks in self.marks.items() if marks[0].start == self.lines[index].start}
        shown = find_title(self.lines, passed_over)
        if shown:
            self.title_line = shown[1]
        return self.found.title or (shown[0] if shown else None)

    def own_date(self, address: str | None) -> OwnDate | None:
        """The dispatch's own date."""
        published = self.composer.dates.published(self.found.published) if self.found.published else None
        dateline = self.dateline
        datelines = [(dateline.edtf, dateline.date)] if dateline and dateline.edtf and dateline.date else []
        return own_date.decide(
            published,
            datelines,
            [(line.edtf, line.date) for line in self.date_lines if not line.update],
            self._address_date(address),
            [(line.edtf, line.date) for line in self.date_lines if line.update],
        )

    def _address_date(self, address: str | None) -> tuple[str, Span | None] | None:
        hidden = hidden_date(address) if address else None
        if not hidden:
            return None
        if self.address is None or self.address.text != address:
            return hidden.edtf, None
        start, end = self.address.start + hidden.start, self.address.start + hidden.end
        return hidden.edtf, Span(self.found.text[start:end], start, end)

    def origin(self, address: str | None) -> tuple[str | None, tuple[Credit, ...]]:
        """The outlet's name, and the credits, each name once: the outlet first, then outlets, then agencies."""
        known = self._own_outlet(address)
        if known is None:
            known = next((Outlet(c.name, "newspaper", c.code) for c in self.credits if c.kind == "outlet"), None)
        credits = list(self.credits)
        if known:
            own = Credit(known.credit_kind, known.name, known.state, self._host_span(address))
            worded = [credit for credit in credits if credit.name == known.name]
            credits = [*(worded or [own]), *(credit for credit in credits if credit.name != known.name)]
        by_name: dict[str, Credit] = {}
        for credit in credits:
            by_name.setdefault(credit.name, credit)
        once = list(by_name.values())
        first = once[:1] if known else []
        rest = once[len(first) :]
        agencies = [credit for credit in rest if credit.kind == "agency"]
        ordered = (*first, *(credit for credit in rest if credit.kind == "outlet"), *agencies)
        return known.name if known else None, ordered

    def _own_outlet(self, address: str | None) -> Outlet | None:
        if self.found.outlet:
            known = self.composer.outlets.named(self.found.outlet)
            return Outlet(self.found.outlet, known.kind if known else "newspaper", known.state if known else None)
        if not address or self.composer.outlets.is_platform(address):
            return None
        known = self.composer.outlets.at(address)
        domain = None if known else registrable_domain(address)
        return known or (Outlet(domain, "newspaper") if domain else None)

    def _host_span(self, address: str | None) -> Span | None:
        """The host in the address, where the address stands in the text."""
        if self.found.outlet or self.address is None or self.address.text != address:
            return None
        offset = address.casefold().find(host_of(address))
        start = self.address.start + max(offset, 0)
        end = start + len(host_of(address))
        return Span(self.found.text[start:end], start, end)

    def furniture(self) -> tuple[Furniture, ...]:
        """The marks in order, none over another."""
        return tuple(_apart(mark for marks in self.marks.values() for mark in marks))


def _apart(marks: Iterable[Furniture]) -> Iterator[Furniture]:
    end = -1
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= end and mark.end > mark.start:
            yield mark
            end = mark.end
