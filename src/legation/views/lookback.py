"""A day named by counting back ("yesterday", "7 jours"), in any language of the interface, or given as a date.

The words count from a day that is given: there is no clock here. They stand in `[lookback]` of `data/interface`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from legation.views.asking import first_day
from legation.views.wording.interface import LookbackWords

_NUMBER = r"(?P<n>[0-9]{1,4})"


class Lookback(msgspec.Struct, frozen=True):
    """A day, or how far back one lies. `words` are those by which it was named, None for a date."""

    day: date | None = None
    words: str | None = None
    days: int = 0
    months: int = 0

    def on(self, newest: date | None) -> date | None:
        """The day, counted back from `newest`; None when that is needed and is not known."""
        if self.day is not None or newest is None:
            return self.day
        try:
            return _months_before(newest, self.months) - timedelta(days=self.days)
        except OverflowError:
            return date.min


def lookback(given: str, name: str) -> Lookback:
    """What "yesterday", "7 days", "2020-02" or "2020-02-07" say, in any language of the interface.

    Raises:
        ValueError: none of these; `name` is what the value was given for.
    """
    from legation.language.states import fold  # noqa: PLC0415
    from legation.views.wording import interface_languages, load_interface  # noqa: PLC0415

    said = " ".join(given.split())
    for code in interface_languages() if not said.startswith("-") else ():  # folded away, and no day lies ahead
        for days, months in _read(fold(said), load_interface(code).lookback):
            return Lookback(words=said, days=days, months=months)
    try:
        return Lookback(day=first_day(given, name))
    except ValueError:
        raise ValueError(
            f"{name}: not a day: {said!r} (give yesterday, 7 days, 2 weeks, or a date as 2019-05-31)"
        ) from None


def _read(folded: str, words: LookbackWords) -> Iterator[tuple[int, int]]:
    """Days and months that these words count back, if they do."""
    from legation.language.states import fold  # noqa: PLC0415

    for days, names in enumerate(words.days):
        if folded in map(fold, names):
            yield days, 0
    number = f"(?:{_NUMBER}|{_any(words.one)})"
    for units, days, months in ((words.day_units, 1, 0), (words.week_units, 7, 0), (words.month_units, 0, 1)):
        for form in (*words.forms, *words.bare):
            pattern = fold(form).replace("{n}", number).replace("{unit}", _any(units))
            if found := re.fullmatch(pattern, folded):
                n = int(found["n"] or 1) if "{n}" in form else 1
                yield n * days, n * months


def _any(words: tuple[str, ...]) -> str:
    from legation.language.states import fold  # noqa: PLC0415

    return f"(?:{'|'.join(re.escape(fold(word)) for word in words)})"


def _months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    if year < date.min.year:
        raise OverflowError
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
