"""Addresses in a text, and the date that an address hides.

Content systems write the day into an address as folders (`/2024/11/08/`, `/2024-11/08/`, `/2021/0312/`), as a date
(`2024-11-08`, `20241108`) or as the digits of the instant of saving (`…241108100223842`: year, month, day, hour,
minute, second, millisecond). Only days that the calendar has, from 1995 to 2049, are believed.
"""

from __future__ import annotations

import re

import msgspec

from legation.dispatch import Span
from legation.intake.written_dates import edtf_day

_FIRST_YEAR, _LAST_YEAR = 1995, 2049
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'«»“”‘’{}|\\^`\[\]]{4,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}*_"
_DAY_FORMS = (
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>[/_\-.])(?P<mo>\d{1,2})(?P=m)(?P<d>\d{1,2})(?!\d)", re.ASCII),
    re.compile(r"/(?P<y>\d{4})-?(?P<mo>\d\d)/(?P<d>\d\d)(?!\d)", re.ASCII),
    re.compile(r"/(?P<y>\d{4})/(?P<mo>\d\d)-?(?P<d>\d\d)(?!\d)", re.ASCII),
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<mo>\d\d)(?P<d>\d\d)(?:\d{6}(?:\d{3})?)?(?!\d)", re.ASCII),
    re.compile(r"(?<!\d)(?P<d>\d\d)(?P<m>[/_\-])(?P<mo>\d\d)(?P=m)(?P<y>\d{4})(?!\d)", re.ASCII),
)
_INSTANT = re.compile(
    r"(?<!\d)\d{0,4}(?P<y>\d\d)(?P<mo>\d\d)(?P<d>\d\d)(?P<h>\d\d)(?P<mi>\d\d)"
    r"(?P<s>\d\d)\d{3}(?!\d)",
    re.ASCII,
)
_MONTH_FORM = re.compile(r"/(?P<y>\d{4})[/\-](?P<mo>\d\d)(?=/|$)", re.ASCII)


class HiddenDate(msgspec.Struct, frozen=True):
    """A date found in an address; `start` and `end` are offsets into the address."""

    edtf: str
    start: int
    end: int


def find_addresses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The addresses in `text[start:end]`, punctuation that closes a sentence left off."""
    found = []
    for match in _ADDRESS.finditer(text, start, len(text) if end is None else end):
        words = match.group()
        while words and words[-1] in _TRAILING and not (words[-1] == ")" and words.count("(") >= words.count(")")):
            words = words[:-1]
        if "." in words:
            found.append(Span(words, match.start(), match.start() + len(words)))
    return found


def hidden_date(address: str) -> HiddenDate | None:
    """The date in the path of an address, the most exact form first; None where there is none to believe."""
    path = _path_start(address)
    for form in _DAY_FORMS:
        for match in form.finditer(address, path):
            edtf = _day(match["y"], match["mo"], match["d"])
            if edtf:
                return HiddenDate(edtf, match.start("d" if match.start("d") < match.start("y") else "y"), _end(match))
    for match in _INSTANT.finditer(address, path):
        hour, minute, second = (int(match[part]) for part in ("h", "mi", "s"))
        edtf = _day("20" + match["y"], match["mo"], match["d"])
        if edtf and hour < 24 and minute < 60 and second < 60:
            return HiddenDate(edtf, match.start("y"), match.end("d"))
    for match in _MONTH_FORM.finditer(address, path):
        edtf = _day(match["y"], match["mo"], None)
        if edtf:
            return HiddenDate(edtf, match.start("y"), match.end("mo"))
    return None


def _path_start(address: str) -> int:
    host = address.find("//") + 2 if "//" in address else 0
    slash = address.find("/", host)
    return len(address) if slash < 0 else slash


def _end(match: re.Match[str]) -> int:
    return max(match.end("y"), match.end("mo"), match.end("d"))


def _day(year: str, month: str, day: str | None) -> str | None:
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    return edtf_day(int(year), int(month), int(day)) if day else edtf_day(int(year), int(month), None)
