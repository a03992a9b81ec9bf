"""Days as the head of a dispatch writes them, to EDTF: "4 juillet", "le 7 février 2025 à 10h", "2020-02", "07/02/2020".

Only absolute dates; the time grammar of sentences belongs to reading. An unknown year is written `XXXX`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from email.utils import parsedate

from legation.intake.folding import fold
from legation.language.credits import CreditWords

_YEAR = r"(?a:(?:19|20)\d\d)"
_ISO = rf"(?a:(?P<iso_year>{_YEAR})(?P<iso_mark>[-/.])(?P<iso_month>\d\d)(?:(?P=iso_mark)(?P<iso_day>\d\d))?(?!\d))"
_ISO_TIME = r"(?a:[T\s]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?"
_NUMERIC = rf"(?a:(?P<first>\d{{1,2}})(?P<mark>[/.\-])(?P<second>\d{{1,2}})(?P=mark)(?P<num_year>{_YEAR})(?!\d))"
_PUBLISHED_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)
_EDTF = re.compile(r"(?:\d{4}|\d{3}X|XXXX)(?:-(?:\d\d|XX)(?:-(?:\d\d|XX))?)?[~?%]?", re.ASCII)
_MAX_PUBLISHED = 100  # characters; a longer `published` field holds no date


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that matches any of these words, the longest first; nothing where there are none."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in listed) or r"(?!)"


def edtf_day(year: int | None, month: int, day: int | None) -> str | None:
    """The EDTF form of a day or month, or None when the calendar has none such."""
    try:
        date(year if year is not None else 2000, month, day if day is not None else 1)  # 2000 has a 29 February
    except ValueError:
        return None
    start = f"{year:04d}-{month:02d}" if year is not None else f"XXXX-{month:02d}"
    return start if day is None else f"{start}-{day:02d}"


class WrittenDates:
    """The dates of one language. `pattern` is the source of a regular expression for folded text (see `fold`)."""

    def __init__(self, words: CreditWords) -> None:
        self._months = {name.casefold(): number for name, number in words.months.items()}
        self._day_first = words.day_first
        month = alternatives(words.months)
        weekday = alternatives(words.weekdays)
        article = alternatives(words.date_articles)
        suffix = alternatives(words.day_suffixes)
        lead = rf"(?:(?:{article})\s{{1,3}})?(?:(?:{weekday})[,.]?\s{{1,3}})?(?:(?:{article})\s{{1,3}})?"
        named = (
            rf"{lead}(?P<day>(?a:\d{{1,2}}))(?:{suffix})?\s{{1,3}}(?P<month>{month})(?!\w)"
            rf"(?:,?\s{{1,3}}(?P<year>{_YEAR})(?!\d))?"
        )
        month_year = rf"(?P<bare_month>{month})\s{{1,3}}(?P<bare_year>{_YEAR})(?!\d)"
        turned = (
            rf"{lead}(?P<led_month>{month})\s{{1,3}}(?P<led_day>(?a:\d{{1,2}}))(?:{suffix})?(?!\d)"
            rf"(?:,?\s{{1,3}}(?P<led_year>{_YEAR})(?!\d))?"
        )
        named = f"{named}|{turned}" if words.month_first else named
        source = rf"(?:{named}|{month_year}|{lead}{_NUMERIC}|{_ISO}{_ISO_TIME})"
        self._regex = re.compile(source, re.IGNORECASE)
        self.pattern = re.sub(r"\?P<(?!iso_mark|mark)\w+>", "?:", source)
        self.clock = words.clock

    def edtf(self, folded: str) -> str | None:
        """The EDTF form of a date that `pattern` matched, or None when there is no such day."""
        match = self._regex.match(folded.strip())
        return self._from_match(match) if match else None

    def published(self, value: str) -> str | None:
        """The EDTF form of a record's `published` field, or None when it holds no date.

        Takes ISO 8601, EDTF days, e-mail dates (RFC 5322) and the language's own way of writing. The day is taken as
        written: no change of time zone.
        """
        value = value.strip()[:_MAX_PUBLISHED]
        if _EDTF.fullmatch(value):
            return value if self._is_real(value.rstrip("~?%")) else None
        iso = _PUBLISHED_ISO.match(value)
        if iso:
            return edtf_day(int(iso[1]), int(iso[2]), int(iso[3])) if int(iso[1]) else None
        mail = parsedate(value)
        if mail and mail[0] >= 1000:
            return edtf_day(mail[0], mail[1], mail[2])
        folded = fold(value, 0, len(value)).text
        match = self._regex.search(folded)
        return self._from_match(match) if match else None

    def _from_match(self, match: re.Match[str]) -> str | None:
        part = match.groupdict()
        if part["month"]:
            year = int(part["year"]) if part["year"] else None
            return edtf_day(year, self._months[part["month"].casefold()], int(part["day"]))
        if part.get("led_month"):
            year = int(part["led_year"]) if part["led_year"] else None
            return edtf_day(year, self._months[part["led_month"].casefold()], int(part["led_day"]))
        if part["bare_month"]:
            return edtf_day(int(part["bare_year"]), self._months[part["bare_month"].casefold()], None)
        if part["iso_year"]:
            day = int(part["iso_day"]) if part["iso_day"] else None
            return edtf_day(int(part["iso_year"]), int(part["iso_month"]), day)
        first, second = int(part["first"]), int(part["second"])
        if self._day_first or first > 12:
            first, second = second, first
        return edtf_day(int(part["num_year"]), first, second)

    @staticmethod
    def _is_real(value: str) -> bool:
        numbers = [int(part) if part.isdigit() else None for part in value.split("-")]
        year, month, day = [*numbers, None, None][:3]
        if month is None:
            return len(numbers) < 3 or day is None
        return edtf_day(year or 2000, month, day) is not None
