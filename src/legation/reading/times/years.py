"""Completing dates of the calendar: which year's 3 March, which Friday, which summer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from legation.language.times import Direction, Lean, Season, Unit
from legation.reading.times.anchors import Anchor, Pull, pick, sole, written
from legation.reading.times.expression import TimeParts
from legation.when import is_edtf

_SLACK_DAYS = 7
_SEASONS: dict[Season, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of a season, as people (and EDTF's northern seasons) count them: whole months."""
_FIRST_SEASON = 21
"""Spring, where EDTF has a month."""


def _pull(lean: Lean | None, tense: Direction | None) -> Pull:
    if lean in ("last", "next"):
        return lean
    return "near" if lean == "this" or tense is None else tense


def calendar(parts: TimeParts, anchor: Anchor | None, lean: Lean | None, tense: Direction | None) -> str | None:
    """Day, month and year, the year or the month found from the anchor where it tells them.

    A weekday must fit; if it does not, the date stands with `?`.
    """
    if parts.month is None:
        if parts.day is not None:
            return _day_of_month(parts, anchor, lean, tense) if parts.year is None else None
        return None if parts.year is None else written(parts.year)
    if parts.year is not None:
        return _checked(parts.year, parts)
    if anchor is None or anchor.first is None or anchor.last is None:
        return sole(written(None, parts.month, parts.day))
    if parts.day is None:
        return _month(parts.month, anchor, _pull(lean, tense))
    return _day(parts, anchor, _pull(lean, tense))


def _checked(year: int, parts: TimeParts) -> str | None:
    """The date, marked uncertain when its weekday is another."""
    text = sole(written(year, parts.month, parts.day))
    if text is None or parts.day is None or parts.weekday is None:
        return text
    return text if date.fromisoformat(text).isoweekday() == parts.weekday else text + "?"


def _near_years(anchor: Anchor) -> range:
    assert anchor.first is not None and anchor.last is not None
    return range(max(anchor.first.year - 1, 1), min(anchor.last.year + 1, 9998) + 1)


def _month(month: int, anchor: Anchor, pull: Pull) -> str:
    assert anchor.first is not None and anchor.last is not None
    low, high = (one.year * 12 + one.month - 1 for one in (anchor.first, anchor.last))
    found = pick((year * 12 + month - 1 for year in _near_years(anchor)), low, high, pull, 0)
    return written(None if found is None else found // 12, month)


def _day(parts: TimeParts, anchor: Anchor, pull: Pull) -> str | None:
    assert anchor.first is not None and anchor.last is not None
    dates = _existing((year, parts.month or 0, parts.day or 0) for year in _near_years(anchor))
    if not dates:
        return sole(written(None, parts.month, parts.day))
    fitting = [one for one in dates if parts.weekday in (None, one.isoweekday())]
    if len(fitting) == 1 and parts.weekday is not None:
        return fitting[0].isoformat()
    low, high = anchor.first.toordinal(), anchor.last.toordinal()
    found = pick((one.toordinal() for one in dates), low, high, pull, _SLACK_DAYS)
    if found is None:
        return written(None, parts.month, parts.day)
    return _checked(date.fromordinal(found).year, parts)


def _existing(triples: Iterable[tuple[int, int, int]]) -> list[date]:
    return [date(*triple) for triple in triples if is_edtf(written(*triple))]


def _day_of_month(parts: TimeParts, anchor: Anchor | None, lean: Lean | None, tense: Direction | None) -> str | None:
    """A day without its month ("jeudi 6"): in the anchor's month or next to it, fitting the weekday."""
    if anchor is None or anchor.first is None or anchor.last is None or anchor.month is None or parts.day is None:
        return None
    first = anchor.first.year * 12 + anchor.first.month - 1
    triples = ((index // 12, index % 12 + 1, parts.day) for index in range(first - 1, first + 2) if index >= 12)
    dates = [one for one in _existing(triples) if parts.weekday in (None, one.isoweekday())]
    if parts.weekday is not None and len(dates) == 1:
        return dates[0].isoformat()
    low, high = anchor.first.toordinal(), anchor.last.toordinal()
    found = pick((one.toordinal() for one in dates), low, high, _pull(lean, tense), _SLACK_DAYS)
    return None if found is None else date.fromordinal(found).isoformat()


def weekday(number: int, anchor: Anchor | None, lean: Lean | None, tense: Direction | None) -> str | None:
    """A day of the week (1 is Monday) within a week of the anchor.

    Without "last" or "next" the anchor's own day counts: agencies write "vendredi" on that Friday. Without a tense
    only that one is sure.
    """
    if anchor is None or anchor.exact is None:
        return None
    ahead = (number - anchor.exact.isoweekday()) % 7
    if lean == "last":
        days = ahead - 7
    elif lean == "next":
        days = ahead or 7
    elif lean == "this":
        days = ahead if ahead <= 3 else ahead - 7
        if tense == "future" and days < 0:
            days += 7
        elif tense == "past" and days > 0:
            days -= 7
    elif tense == "past":
        days = ahead - 7 if ahead else 0
    elif tense == "future" or ahead == 0:
        days = ahead
    else:
        return None
    return (anchor.exact + timedelta(days=days)).isoformat()


def weekdays(first: int, last: int, anchor: Anchor | None, lean: Lean | None, tense: Direction | None) -> str | None:
    """From one day of the week to another, never more than six days on."""
    length = timedelta(days=(last - first) % 7)
    ahead = lean == "next" or (lean is None and tense == "future")
    text = weekday(first if ahead else last, anchor, lean, tense)
    if text is None:
        return None
    day = date.fromisoformat(text)
    start = day if ahead else day - length
    return f"{start.isoformat()}/{(start + length).isoformat()}" if length else text


def date_range(parts: TimeParts, anchor: Anchor | None, lean: Lean | None, tense: Direction | None) -> str | None:
    """From … to: the end completed like any date, the beginning from the end."""
    month2 = parts.month2 or (parts.month if parts.day2 is not None else None)
    year2 = parts.year2 or (parts.year if month2 is not None else None)
    end_parts = TimeParts(weekday=parts.weekday2, day=parts.day2, month=month2, year=year2)
    end = calendar(end_parts, anchor, lean, tense)
    if end is None:
        return None
    end = end.rstrip("?")
    pieces = end.split("-")
    end_year = None if pieces[0] == "XXXX" else int(pieces[0])
    month = parts.month or (month2 if parts.day is not None else None)
    if month is None:
        start = None if parts.year is None else written(parts.year)
    else:
        start = sole(written(parts.year or end_year, month, parts.day))
        if start is not None and parts.year is None and end_year is not None and start > end:
            start = sole(written(end_year - 1, month, parts.day)) if month != month2 else None
    if start is None:
        return None
    whole = f"{start}/{end}"
    if start == end or not is_edtf(whole):
        return None
    same_month_backwards = end_year is None and month == month2 and start > end
    return None if same_month_backwards else whole


def season(parts: TimeParts, anchor: Anchor | None, lean: Lean | None, tense: Direction | None) -> str | None:
    """A season as EDTF has it, `2024-22`; a winter has the year in which it begins.

    A winter named by one year only may lie at either end of it and gives that year; "l'hiver 2024-2025" is exact.
    """
    if parts.season is None:
        return None
    first = _SEASONS[parts.season]
    year = parts.year
    if year is not None and parts.season == "winter" and parts.year2 != year + 1:
        return written(year)
    if year is None and anchor is not None and anchor.first is not None and anchor.last is not None:
        low, high = (_season_index(one) for one in (anchor.first, anchor.last))
        years = range(max(anchor.first.year - 2, 1), min(anchor.last.year + 1, 9998) + 1)
        candidates = (one * 4 + first // 3 for one in years)
        found = pick(candidates, low, high, _pull(lean, tense), 0)
        year = None if found is None else (found - first // 3) // 4
    return written(year, _FIRST_SEASON + first // 3 - 1)


def _season_index(day: date) -> int:
    """Seasons counted from the year 0: winter's January and February belong to the year before."""
    index = day.month // 3
    return day.year * 4 + index if index else (day.year - 1) * 4 + 4


def quarter(ordinal: int | None, unit: Unit | None, year: int | None) -> str | None:
    """The so-manieth quarter or half of a year, as its months."""
    length = {"quarter": 3, "semester": 6}.get(unit or "", 0)
    if ordinal is None or not length or not 1 <= ordinal <= 12 // length:
        return None
    last = ordinal * length
    return f"{written(year, last - length + 1)}/{written(year, last)}"
