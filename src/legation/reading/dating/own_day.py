"""The day a dispatch itself has, and the weekday that day must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from legation import when
from legation.dispatch import Dispatch, OwnDate, Span
from legation.reading.sentences import Sentence
from legation.reading.times import TimeExpression, resolve

UNKNOWN = "XXXX"
_BEGINNING = 2
"""Sentences within which a full day dates a dispatch that has no date of its own."""
_LONGEST_BYLINE = 80
"""Characters of a line that holds little more than a date."""
_LEAD = 6
"""Sentences within which "this Friday 20 October" or a line with a date does so too."""
_FIRST = 2008
"""First of twelve years among which every day of the year falls on every weekday."""


def find_own_day(
    dispatch: Dispatch, expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]
) -> OwnDate | None:
    """The dispatch's own date; without one, the first full day that it names near its beginning."""
    if dispatch.own_date is not None:
        return dispatch.own_date
    for expression in expressions:
        where = next((i for i, s in enumerate(sentences) if s.start <= expression.start < s.end), _LEAD)
        if where >= _LEAD:
            return None
        if expression.kind != "day" or expression.is_span:
            continue
        length = sentences[where].end - sentences[where].start
        whole = None not in (expression.parts.weekday, expression.parts.year)
        byline = length <= _LONGEST_BYLINE and expression.end >= sentences[where].end - 1
        if where >= _BEGINNING and expression.rule.lean != "this" and not (whole or byline):
            continue
        resolved = resolve(expression, anchor=None, previous=None, tense="past")
        if resolved is not None and when.precision(resolved.edtf) == "day":
            return OwnDate(resolved.edtf, "text", Span(expression.text, expression.start, expression.end))
    return None


def stand_in_year(own: str, expressions: Sequence[TimeExpression], sentences: Sequence[Sentence]) -> int | None:
    """A year that stands in for the unknown one of the dispatch's own day, so that weekdays can be counted: one in
    which that day falls on the weekday that the text gives it, or that its first sentence with a weekday tells of as
    news. None when no weekday tells.
    """
    if not own.startswith(f"{UNKNOWN}-") or when.precision(own) != "day":
        return None
    month, day = int(own[5:7]), int(own[8:10])
    plain = [e for e in expressions if e.parts.weekday is not None and not e.is_span]
    named = [e for e in expressions if e.parts.weekday is not None]
    weekday = next((e.parts.weekday for e in named if (e.parts.month, e.parts.day) == (month, day)), None)
    if weekday is None:
        this = (e.parts.weekday for e in expressions if e.rule.op == "weekday" and e.rule.lean == "this")
        weekday = next(this, None) or _latest(_weekdays_of_news(plain, sentences))
    if weekday is None:
        return None
    return next((year for year in range(_FIRST, _FIRST + 12) if _weekday(year, month, day) == weekday), None)


def _weekdays_of_news(plain: Iterable[TimeExpression], sentences: Sequence[Sentence]) -> list[int]:
    """The weekdays that the first sentence naming any tells of."""
    told = [e for e in plain if e.parts.day is None and e.direction is None and e.parts.weekday2 is None]
    if not told:
        return []
    end = next((s.end for s in sentences if s.start <= told[0].start < s.end), told[0].end)
    inside = [e for e in told if e.start < end]
    # an evening's news is dated the day after
    return [(e.parts.weekday or 0) % 7 + 1 if e.rule.part == "late" else e.parts.weekday or 0 for e in inside]


def _latest(weekdays: Sequence[int]) -> int | None:
    """The weekday that the others precede by the fewest days: "arraisonné jeudi, ont fait savoir vendredi"."""
    if not weekdays:
        return None
    return min(dict.fromkeys(weekdays), key=lambda last: sum((last - other) % 7 for other in weekdays))


def _weekday(year: int, month: int, day: int) -> int | None:
    """Monday is 1, as in the language data; None for 29 February in a common year."""
    try:
        return date(year, month, day).isoweekday()
    except ValueError:
        return None
