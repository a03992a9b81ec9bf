"""Credits at the head and the foot of a dispatch: "Source Prensa Latina", "RFI avec AFP", "(AFP)".

A line is a credit only when every part of it is understood: names that the outlets know, words that stand for nobody
in particular, addresses, or, after a colon, a name that nobody knows yet.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from legation.dispatch import Credit, Span
from legation.intake.folding import Folded, fold, fold_words
from legation.intake.lines import Line
from legation.intake.outlets import Outlets
from legation.intake.written_dates import alternatives
from legation.language.credits import CreditWords
from legation.outlets import Outlet

_MAX_WORDS = 16
_MAX_NAME_WORDS = 6
_MAX_AGENCY_WORDS = 4
_MAX_AUTHOR_WORDS = 4
_MAX_STRANGER_WORDS = 9
_MAX_CHARS = 2_500  # a line with a long address
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?", re.IGNORECASE)
_ACRONYM = re.compile(r"[A-Z]{2,7}")
_EDGES = " \t*_|/()[]<>.,;:-~#·•=+©"
_CLOSING = re.compile(r"[(\[]\s?([^()\[\]]{2,60})\s?[)\]]\s?\.?$")
_LAST_WORDS = re.compile(r"[.!?»\"]\s{1,3}([^.!?»\"]{3,60})\.?$")
_TAIL = 160  # characters of a paragraph's end in which a credit is looked for


Unknown = Literal["nobody", "agency", "named agency", "stranger", "author"]
"""What a name may be that no outlet is known by: two to seven capitals an agency, in the brackets of a dated dateline
also two to four words written like a name; a stranger, who is an outlet when
written like a name and nobody otherwise; an author, who is no credit."""


class Part(msgspec.Struct, frozen=True):
    """A stretch of folded text and where it begins there."""

    text: str
    start: int

    def strip(self) -> Part:
        """Without marks and spaces at both ends."""
        bare = self.text.lstrip(_EDGES)
        return Part(bare.rstrip(_EDGES), self.start + len(self.text) - len(bare))


class CreditReader:
    """Reads the credits of one language."""

    def __init__(self, words: CreditWords, outlets: Outlets) -> None:
        self._outlets = outlets
        self._unnamed = {fold_words(word) for word in words.unnamed}
        self._bylines = {fold_words(word) for word in words.bylines}
        introducers = alternatives((*words.introducers, *words.bylines))
        self._introducer = re.compile(rf"({introducers})(?:(\s?:\s?)|\s?-\s|\s{{1,3}}|(?<=')|$)", re.IGNORECASE)
        joiners = alternatives(words.joiners)
        self._joint = re.compile(rf"\s?[,;/|&+()\[\]]\s?|\s-{{1,2}}\s|\s(?:{joiners})(?:\s|(?<='))", re.IGNORECASE)

    def read_line(self, raw: str, line: Line, *, bare: bool, state: str | None) -> tuple[Credit, ...] | None:
        """The credits of a line that is nothing but a credit; empty when it names nobody; None when it is no credit.

        With `bare` a known name may stand alone. `state` decides between agencies of one name.
        """
        if line.end - line.start > _MAX_CHARS or len(line.text.split()) > _MAX_WORDS:
            return None
        folded = fold(raw, line.start, line.end)
        text = _ADDRESS.sub(lambda match: " " * len(match.group()), folded.text)
        part = Part(text, 0).strip()
        introduced = self._introducer.match(part.text)
        if text != folded.text and not part.text:
            return None  # an address alone is an address
        if introduced:
            return self._introduced(folded, part, introduced, state)
        if not bare:
            return None
        known = self._names(folded, part, state)
        return self._with_agencies(folded, part, state) if known is None else known

    def _with_agencies(self, folded: Folded, part: Part, state: str | None) -> tuple[Credit, ...] | None:
        """The agencies beside a name that nobody knows, an outlet's or an author's: "Lignes d'Afrique, avec AFP"."""
        first, *others = self._pieces(part)
        if not others or not _is_name(first.text, _MAX_NAME_WORDS):
            return None
        named = [self._names(folded, other, state) for other in others]
        agencies = [credit for credits in named if credits for credit in credits if credit.kind == "agency"]
        if not agencies or None in named or len(agencies) != len(others):
            return None
        return tuple(agencies)

    def _introduced(
        self, folded: Folded, part: Part, introduced: re.Match[str], state: str | None
    ) -> tuple[Credit, ...] | None:
        rest = Part(part.text[introduced.end() :], part.start + introduced.end()).strip()
        if not rest.text:
            return ()
        if fold_words(introduced[1]) in self._bylines:
            return self._names(folded, rest, state, "author")
        return self._names(folded, rest, state, "stranger" if introduced[2] else "nobody")

    def read_end(self, raw: str, line: Line, state: str | None) -> tuple[tuple[Credit, ...], Span | None]:
        """The credits that close a paragraph ("… . (AFP)", "… . Avec AFP"), and the stretch they take, if any."""
        start = max(line.start, line.end - _TAIL)
        folded = fold(raw, start, line.end)
        for regex, needs_introducer in ((_CLOSING, False), (_LAST_WORDS, True)):
            match = regex.search(folded.text)
            if not match:
                continue
            part = Part(match[1], match.start(1)).strip()
            introduced = self._introducer.match(part.text)
            if introduced:
                part = Part(part.text[introduced.end() :], part.start + introduced.end()).strip()
            elif needs_introducer:
                continue
            credits = self._names(folded, part, state) if part.text else None
            if credits:
                return credits, folded.span(match.start(1) if needs_introducer else match.start(), match.end())
        return (), None

    def read_part(
        self, folded: Folded, start: int, end: int, state: str | None, unknown: Unknown = "nobody"
    ) -> tuple[Credit, ...] | None:
        """The credits in `folded.text[start:end]`; None where they are not understood."""
        part = Part(folded.text[start:end], start).strip()
        introduced = self._introducer.match(part.text)
        if introduced:
            part = Part(part.text[introduced.end() :], part.start + introduced.end()).strip()
        if not part.text:
            return None
        return self._names(folded, part, state, unknown)

    def _names(
        self, folded: Folded, part: Part, state: str | None, unknown: Unknown = "nobody"
    ) -> tuple[Credit, ...] | None:
        """The credits of names joined by "and", commas and the like, or None where one part is not understood."""
        whole = self._outlets.named(part.text, state)
        pieces = [part] if whole else self._pieces(part)
        credits: list[Credit] = []
        for piece in pieces:
            bare = self._bare(piece)
            outlet, bare_outlet = (self._outlets.named(name.text, state) for name in (piece, bare))
            if outlet:
                credits.append(_credit(folded, piece, outlet))
            elif bare_outlet:
                credits.append(_credit(folded, bare, bare_outlet))
            elif fold_words(piece.text) in self._unnamed:
                continue
            elif _may_be_agency(piece.text, unknown):
                credits.append(_credit(folded, piece, Outlet(piece.text, "agency")))
            elif unknown == "stranger" and len(piece.text.split()) <= _MAX_STRANGER_WORDS:
                if _is_name(piece.text, _MAX_NAME_WORDS):
                    credits.append(_credit(folded, piece, Outlet(piece.text, "newspaper")))
            elif not (unknown == "author" and _is_name(piece.text, _MAX_AUTHOR_WORDS)):
                return None
        return tuple(credits)

    def _pieces(self, part: Part) -> list[Part]:
        pieces, start = [], 0
        for match in self._joint.finditer(part.text):
            pieces.append(Part(part.text[start : match.start()], part.start + start).strip())
            start = match.end()
        pieces.append(Part(part.text[start:], part.start + start).strip())
        return [piece for piece in pieces if piece.text]

    def _bare(self, piece: Part) -> Part:
        """A piece without the introducer of its own that it may have ("Jean Petit (avec AFP)")."""
        introduced = self._introducer.match(piece.text)
        if introduced and introduced.end() < len(piece.text):
            return Part(piece.text[introduced.end() :], piece.start + introduced.end()).strip()
        return piece


def _may_be_agency(text: str, unknown: Unknown) -> bool:
    if unknown == "named agency" and " " in text and _is_name(text, _MAX_AGENCY_WORDS):
        return True
    return unknown in ("agency", "named agency") and _ACRONYM.fullmatch(text) is not None


def _is_name(text: str, most: int) -> bool:
    words = text.split()
    last = words[-1].rpartition("'")[2]  # "Lignes d'Afrique"
    return len(words) <= most and text[0].isupper() and last[:1].isupper()


def _credit(folded: Folded, piece: Part, outlet: Outlet) -> Credit:
    span = folded.span(piece.start, piece.start + len(piece.text))
    return Credit(outlet.credit_kind, outlet.name, outlet.state, span)
