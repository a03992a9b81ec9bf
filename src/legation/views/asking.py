"""What people ask for, made into what the ledger is asked: names into codes, dates into days, words into known values.

Every fault is a ValueError of one line that names the input.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from legation.language.states import OrganisationNames, StateNames

Known = TypeVar("Known", bound=str)


def party_codes(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of states and organisations given by code, two-letter code, name, demonym or capital, each once.

    Raises:
        ValueError: one of them is unknown; the nearest names are suggested.
    """
    return tuple(dict.fromkeys(_known_code(word) for word in given))


def _known_code(word: str) -> str:
    code = party_code(word)
    if code is None:
        near = near_parties(word)
        hint = f": did you mean {' or '.join(near)}?" if near else ""
        raise ValueError(f"unknown state {word!r}{hint}")
    return code


def party_code(word: str) -> str | None:
    """The code of the state or organisation that is meant, None where there is none."""
    from legation.language.states import LONGEST, fold  # noqa: PLC0415

    return parties_by_form().get(fold(word[:LONGEST]))


@cache
def parties_by_form() -> Mapping[str, str]:
    """The code for everything that `party_code` understands, folded by `language.states.fold`."""
    from legation.language.states import all_forms  # noqa: PLC0415

    found: dict[str, str] = {}
    for names in _names():
        for form, code in all_forms(*names).items():
            found.setdefault(form, code)
    return found


def near_parties(word: str) -> tuple[str, ...]:
    """Names that look like a word that no state or organisation has, at most three: "Venezuela (VEN)"."""
    from legation.language.states import suggest  # noqa: PLC0415

    return tuple(dict.fromkeys(name for names in _names() for name in suggest(word, *names)))[:3]


def near_codes(word: str, most: int) -> tuple[str, ...]:
    """The codes of those whose names look like a word that none of them has, the nearest of each language first."""
    from legation.language.states import nearest  # noqa: PLC0415

    return tuple(dict.fromkeys(code for names in _names() for code in nearest(word, *names)))[:most]


def _names() -> list[tuple[Mapping[str, StateNames], Mapping[str, OrganisationNames]]]:
    """What every language calls states and organisations."""
    from legation.language.pack import available  # noqa: PLC0415  loads all that a pack is made of
    from legation.views.wording.parties import read_names  # noqa: PLC0415

    return [read_names(code) for code in available()]


def first_day(given: str | date, name: str) -> date:
    """The first day of a year, month or day; `name` is what the value was given for.

    Raises:
        ValueError: it is none.
    """
    return _day(given, name, 0)


def last_day(given: str | date, name: str) -> date:
    """The last day of a year, month or day; `name` is what the value was given for.

    Raises:
        ValueError: it is none.
    """
    return _day(given, name, 1)


def _day(given: str | date, name: str, side: int) -> date:
    from legation.when import bounds  # noqa: PLC0415

    if isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    said = given.strip() if isinstance(given, str) else ""
    if is_calendar_date(said):
        day = bounds(said)[side]
        if day is not None:
            return day
    shown = said if isinstance(given, str) else given
    raise ValueError(f"{name}: not a date: {shown!r} (give 2019, 2019-05 or 2019-05-31)")


def is_calendar_date(text: str) -> bool:
    """Whether this is a year, a month or a day of the calendar in EDTF, with nothing unknown or uncertain about it."""
    from legation.when import is_edtf, precision, year_known  # noqa: PLC0415

    return is_edtf(text) and year_known(text) and precision(text) in ("day", "month", "year")


def chosen(given: Iterable[str], known: tuple[Known, ...], name: str) -> tuple[Known, ...]:
    """Values out of those known, whatever their case, each once; `name` is what they were given for.

    Raises:
        ValueError: one of them is not known.
    """
    by_fold = {value.casefold(): value for value in known}
    wanted = tuple(given)
    for value in wanted:
        if value.casefold() not in by_fold:
            raise ValueError(f"{name}: unknown {value!r} (there are: {', '.join(known)})")
    return tuple(dict.fromkeys(by_fold[value.casefold()] for value in wanted))
