"""Datelines ("PARIS, 12 mars 2021 (AFP) -") and date lines ("Publié le 7 février 2025 à 10h").

A dateline opens a paragraph near the top and says where, when and by whom it was written. A date line says when the
text appeared; it stands alone, or before the first words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from legation.dispatch import Credit, Span
from legation.intake.credits import CreditReader, Unknown
from legation.intake.folding import Folded, fold
from legation.intake.lines import Line
from legation.intake.written_dates import WrittenDates, alternatives
from legation.language.credits import CreditWords

PlaceCode = Callable[[str], str | None]

_HEAD = 200  # characters of a line that can hold a dateline
_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
_AGENCY = r"(?:\((?P<paren>[^()]{2,60})\)|\[(?P<bracket>[^\[\]]{2,60})\]|/(?P<slash>[^/\s]{2,30})/)"
_SEPARATOR = r"(?:\s?-{1,2}\s|\s-{1,2}\s?|\s?-{2}\s?|\s?:\s)"
_DASH = re.compile(r"\s?[-|]{1,2}\s")
_OPENERS = "«\"'(["
_DATE_LINE = 30  # words; a longer line is text that a date line opens
_FULL_LINE = 14


class Dateline(msgspec.Struct, frozen=True):
    """What a dateline says; `start` and `end` are all of it, with agency and dash."""

    start: int
    end: int
    place: str | None = None
    place_code: str | None = None
    date: Span | None = None
    edtf: str | None = None
    credits: tuple[Credit, ...] = ()


class DateLine(msgspec.Struct, frozen=True):
    """What a date line says. `update` marks the day of the last change, which is not the day the text appeared."""

    start: int
    end: int
    date: Span
    edtf: str
    update: bool
    credits: tuple[Credit, ...] = ()


class DatelineReader:
    """Reads datelines and date lines of one language."""

    def __init__(self, words: CreditWords, dates: WrittenDates, credits: CreditReader) -> None:
        self._dates, self._credits = dates, credits
        particles = alternatives(words.place_particles)
        word = rf"[{_UPPER}][\w.'\-]*"
        place = rf"(?P<place>{word}(?:[\s/](?:(?:{particles})(?:\s|(?<=')))?{word}){{0,3}})"
        state = rf",\s[{_UPPER}][^,()0-9]{{1,40}}(?=,\s)"
        region = rf"(?:\s?\((?P<region>[{_UPPER}][^()0-9]{{1,40}})\)|,\s{word}(?:\s{word})?|{state})?"
        date = rf"(?P<date>{dates.pattern})(?:\s?{words.clock})?"
        after = rf"(?:\s{{0,2}}{_AGENCY})?(?P<sep>{_SEPARATOR})?"
        agency, sep = _AGENCY, _SEPARATOR
        ignore_date_case = re.compile(rf"{place}{region}\s?[,.:;]?\s{{0,2}}-?\s?(?i:{date})\s?(?P<stop>[,.])?{after}")
        self._forms = (
            ("dated", ignore_date_case),
            ("agency", re.compile(rf"{place}(?:,\s{word})?\s?,?\s?{agency}(?P<sep>{sep}|\s?[.,:])?")),
            ("credit", re.compile(rf"{agency}(?P<sep>{sep})?")),
            ("name", re.compile(rf"(?P<name>[{_UPPER}][^-:.(]{{1,40}}?)(?P<sep>{sep})")),
            ("place", re.compile(rf"{place}(?P<sep>\s?-{{1,2}}\s|\s-{{1,2}}\s?)(?=[{_UPPER}«\"])")),
        )  # fmt: skip
        self._not_places = {word.casefold() for word in (*words.not_places, *words.weekdays, *words.months)}
        self._particles = {word.casefold() for word in words.place_particles}
        appeared = alternatives(word.rstrip(":") for word in words.date_introducers)
        changed = alternatives(word.rstrip(":") for word in words.update_introducers)
        self._introduced = re.compile(
            rf"(?:(?P<appeared>{appeared})|(?P<changed>{changed}))(?:\s?:\s?|\s{{1,3}})"
            rf"(?P<date>{dates.pattern})(?:\s?{words.clock})?",
            re.IGNORECASE,
        )
        self._alone = re.compile(rf"(?P<date>{dates.pattern})(?:\s?{words.clock})?", re.IGNORECASE)

    def read_dateline(self, raw: str, line: Line, place_code: PlaceCode) -> Dateline | None:
        """The dateline that opens this line, or None."""
        lead = len(line.text) - len(line.text.lstrip("*_# "))
        folded = fold(raw, line.start + lead, min(line.end, line.start + lead + _HEAD))
        for name, form in self._forms:
            match = form.match(folded.text)
            found = match and self._judge(name, match, folded, place_code)
            if found:
                return found
        return None

    def _judge(self, form: str, match: re.Match[str], folded: Folded, place_code: PlaceCode) -> Dateline | None:
        """Whether what a form matched is a dateline: one sign alone (a name before a dash) is not enough."""
        part = match.groupdict()
        place = (part.get("place") or "").strip(" .,-")
        if part.get("place") is not None and (len(place) < 2 or self._is_no_place(place)):
            return None
        code = (place_code(place) or (place_code(place.title()) if place.isupper() else None)) if place else None
        which = next((group for group in ("paren", "bracket", "slash", "name") if part.get(group)), None)
        credits: tuple[Credit, ...] = ()
        if which:
            is_state = which != "name" and place_code(part[which].strip()) is not None
            may_be_new = not is_state and which != "name" and (form == "dated" or bool(part.get("sep")))
            start, end = match.span(which)
            unknown: Unknown = "named agency" if form == "dated" else "agency"
            credits = self._credits.read_part(folded, start, end, code, unknown if may_be_new else "nobody") or ()
        edtf = self._dates.edtf(part["date"]) if part.get("date") else None
        rest = folded.text[match.end() :].lstrip()
        opens = not rest or rest[0].isupper() or rest[0] in _OPENERS
        closed = bool(part.get("sep")) or bool(credits)
        known = {
            "dated": edtf is not None and (closed or (opens and part.get("stop") != ",")),
            "agency": bool(credits) and (bool(part.get("sep")) or opens),
            "credit": bool(credits) and bool(rest) and (bool(part.get("sep")) or opens),
            "name": any(credit.kind == "agency" for credit in credits) and bool(rest) and opens,
            "place": code is not None and place_code(rest.split(" ", 1)[0].rstrip(",.:")) is None,
        }
        if not known[form]:
            return None
        start, end = folded.raw(0, len(match.group().rstrip()))
        date = folded.span(*match.span("date")) if edtf else None
        return Dateline(start, end, place or None, code, date, edtf, credits)

    def _is_no_place(self, place: str) -> bool:
        words = place.casefold().split()
        first_two = " ".join(words[:2])
        starts = {words[0], words[0].split("'")[0], first_two}
        return bool(starts & self._not_places) or self._particles.issuperset(words)

    def read_date_line(self, raw: str, line: Line, state: str | None) -> DateLine | None:
        """What this line says of the day the text appeared, or None when it is no date line."""
        folded = fold(raw, line.start, min(line.end, line.start + 400))
        text = folded.text
        lead = len(text) - len(text.lstrip("*_#>|([ -•"))
        found = self._introduced.match(text, lead)
        if not found and line.words <= _FULL_LINE:
            found = self._introduced.search(text)  # "RFI - Publié le 12/03/2021 à 10:15"
            if found and self._credits.read_part(folded, 0, found.start(), state) is None:
                found = None
        if found:
            return self._close_date_line(line, folded, found, state, introduced=True)
        found = self._alone.match(text, lead)
        return self._close_date_line(line, folded, found, state, introduced=False) if found else None

    def _close_date_line(
        self, line: Line, folded: Folded, found: re.Match[str], state: str | None, *, introduced: bool
    ) -> DateLine | None:
        """Decides whether the line ends with its date, goes on with a credit, or opens the text."""
        text, after = folded.text, found.end()
        edtf = self._dates.edtf(found["date"])
        if edtf is None:
            return None
        changed = self._introduced.match(text, after + len(text[after:]) - len(text[after:].lstrip(" |,;.-·•()/")))
        if introduced and changed and changed["changed"]:
            after = changed.end()
        rest = text[after:].strip(" |,;.-·•()[]/*_")
        before = found.start() if introduced else 0
        credits = self._credits.read_part(folded, 0, before, state) or ()
        behind = self._credits.read_part(folded, after, len(text), state) if rest else ()
        whole = behind is not None or (introduced and line.words <= _FULL_LINE and not line.ends_sentence)
        whole = whole and line.end - line.start <= len(text) * 2
        opens = bool(rest) and (rest[0].isupper() or rest[0] in _OPENERS)
        dashed = not edtf.startswith("XXXX") and _DASH.match(text, after) is not None
        if not whole and not (opens and (introduced or dashed)):
            return None
        start, end = (line.start, line.end) if whole else folded.raw(0, len(text[:after].rstrip()))
        update = introduced and bool(found["changed"])
        return DateLine(start, end, folded.span(*found.span("date")), edtf, update, (*credits, *(behind or ())))
