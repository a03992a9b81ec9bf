"""EDTF dates in words, as uncertain as they are."""

from __future__ import annotations

from legation.views.wording.interface import Interface
from legation.when import DateParts, is_edtf, label


def date_words(edtf: str | None, interface: Interface) -> str:
    """A date for people: "7 February 2020", "July, year unknown", "between 6 and 7 February 2020".

    What is no date of ours is printed as it stands; None is said to be unknown.
    """
    words = interface.dates
    if not edtf or edtf == "XXXX":
        return words.none
    if not is_edtf(edtf):
        return edtf
    found = label(edtf)
    if not found.interval:
        return _marked(found.start, interface) if found.start else words.none
    if found.start is None and found.end is not None:
        return words.until.format(end=_inside(found.end, _marked(found.end, interface), interface))
    if found.end is None and found.start is not None:
        return words.since.format(start=_inside(found.start, _marked(found.start, interface), interface))
    assert found.start is not None and found.end is not None  # label() knows no interval open at both ends
    return words.between.format(
        start=_inside(found.start, _beginning(found.start, found.end, interface), interface),
        end=_inside(found.end, _marked(found.end, interface), interface),
    )


def _beginning(start: DateParts, end: DateParts, interface: Interface) -> str:
    """The first day of an interval without what it shares with the last: "6", "30 January", "30 December 2019"."""
    marked = start.approximate or start.uncertain or end.approximate or end.uncertain
    if marked or start.year != end.year or start.precision != end.precision:
        return _marked(start, interface)
    if start.day is not None:
        return _day(start.day, interface) if start.month == end.month else _day_month(start, interface)
    if start.month is not None:
        return interface.dates.months[start.month - 1]
    return _marked(start, interface)


def _marked(parts: DateParts, interface: Interface) -> str:
    said = _point(parts, interface)
    if parts.approximate:
        article = interface.dates.article if parts.day else ""
        said = interface.dates.approximate.format(date=article + said)
    return interface.dates.uncertain.format(date=said) if parts.uncertain else said


def _inside(parts: DateParts, said: str, interface: Interface) -> str:
    """A date as it stands after a preposition: with the article that days take."""
    return interface.dates.article + said if parts.day and not parts.approximate else said


def _point(parts: DateParts, interface: Interface) -> str:
    words = interface.dates
    month = words.months[parts.month - 1] if parts.month else ""
    if parts.year is None:
        month = words.seasons[parts.season - 1] if parts.season else month
        if not month:
            return words.none
        return words.no_year.format(date=_day_month(parts, interface) if parts.day else month)
    if parts.day:
        return words.day.format(day=_day(parts.day, interface), month=month, year=parts.year)
    if month:
        return words.month.format(month=month, year=parts.year)
    if parts.season:
        return words.season.format(season=words.seasons[parts.season - 1], year=parts.year)
    if parts.precision == "decade":
        return words.decade.format(year=parts.year)
    if parts.precision == "century":
        return words.century.format(year=parts.year, last=parts.year + 99)
    return str(parts.year)


def _day_month(parts: DateParts, interface: Interface) -> str:
    assert parts.month is not None and parts.day is not None  # a day without a month is no EDTF
    return interface.dates.day_month.format(
        day=_day(parts.day, interface), month=interface.dates.months[parts.month - 1]
    )


def _day(day: int, interface: Interface) -> str:
    return interface.dates.first if day == 1 else str(day)
