"""The day that a line beside the text gives: "Par A. B. | 17 juil. 2024 08:21", "Fait à Lomé, le 3 mai 2021"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from legation import when
from legation.dispatch import Dispatch, OwnDate
from legation.reading.dating.own_day import UNKNOWN
from legation.reading.times import TimeExpression, resolve

Find = Callable[[str], Sequence[TimeExpression]]
"""The words of time of a line."""

_HEAD, _FOOT = 16, 3
"""Lines at the beginning and at the end among which a byline stands."""
_TEXT = 240
"""Characters of a line from which on it is the text itself, and the head is over."""
_DATELINE = 60
"""Characters at the beginning of the text in which a dateline ends."""
_BESIDE = 4
"""Words that may stand with the day between two marks: "Publié le", "bulletin du"."""
_NEAR = timedelta(days=10)
"""Between a dateline and the day on which it appears."""
_LINE = re.compile(r"\S[^\n\r]*")
_MARKS = re.compile(r"[|/•■–—·,;:()\[\]]|\.\s|\s-\s")
_ADVERB, _ENDS = re.compile(r",\s([^\W\d_])"), ".!?…"
_CLOCK = re.compile(r"^\W*(?:[^\W\d]{1,2}\s)?\d{1,2}\s?(?:h|:|\d)\s?\d{0,2}\b|^\W*$")


def with_day(dispatch: Dispatch, find: Find) -> Dispatch:
    """The dispatch with the day of a byline, where it shows none of its own, or one without a year."""
    own = dispatch.own_date
    if own is not None and not own.edtf.startswith(UNKNOWN):
        return dispatch
    for found in _days(dispatch, find):
        if own is None:
            return msgspec.structs.replace(dispatch, own_date=found)
        dated = _in_year_of(own, found.edtf)
        if dated is not None:
            return msgspec.structs.replace(dispatch, own_date=dated)
    return dispatch


def _in_year_of(own: OwnDate, byline: str) -> OwnDate | None:
    """A day without a year, in the year that puts it next to a byline; None where it lies far from it."""
    last = date.fromisoformat(byline)
    for year in (last.year, last.year - 1):
        candidate = own.edtf.replace(UNKNOWN, str(year))
        if when.precision(candidate) != "day" or not when.is_edtf(candidate):
            return None
        if abs(date.fromisoformat(candidate.rstrip("~?%")) - last) <= _NEAR:
            return OwnDate(candidate, own.basis, own.span)
    return None


def _days(dispatch: Dispatch, find: Find) -> Iterator[OwnDate]:
    """The full days of the bylines above the text, then of those below it."""
    lines = list(_LINE.finditer(dispatch.text))
    head = list(_head(lines))
    foot = [line for line in lines[len(head) :][-_FOOT:] if len(line[0]) < _TEXT]
    for line in (*head, *reversed(foot)):
        words = line[0] if len(line[0]) < _TEXT else line[0][:_DATELINE]
        if not any(c.isdigit() for c in words):
            continue
        for expression in find(words):
            day = _full_day(expression)
            if day is not None and _stands_apart(words, expression):
                start, end = line.start() + expression.start, line.start() + expression.end
                yield OwnDate(day, "text", dispatch.span(start, end))


def _head(lines: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """The lines above the text, and the first of it: a dateline may open that."""
    for line in lines[:_HEAD]:
        yield line
        if len(line[0]) >= _TEXT:
            return


def _full_day(expression: TimeExpression) -> str | None:
    if expression.kind != "day" or expression.is_span or None in (expression.parts.day, expression.parts.year):
        return None
    found = resolve(expression, anchor=None, previous=None, tense="past")
    return found.edtf if found is not None and when.precision(found.edtf) == "day" else None


def _stands_apart(line: str, expression: TimeExpression) -> bool:
    """Whether few words stand between the day and the marks around it."""
    clause = _ADVERB.match(line[expression.end :])
    if clause is not None and clause[1].islower() and (line.rstrip()[-1:] in _ENDS or len(line) == _DATELINE):
        return False  # "Le 2 mars 2020, la Norvège a condamné…" is a sentence
    before, after = _MARKS.split(line[: expression.start])[-1], _MARKS.split(line[expression.end :])[0]
    return len(before.split()) <= _BESIDE and (_CLOCK.match(after) is not None or after.strip() == ".")
