"""What people ask for, made into what the ledger is asked: names into codes, dates into days, words into known values.

Every fault is a ValueError of one line that names the input.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache


def party_codes(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of states and organisations given by code, two-letter code, name, demonym or capital, each once.

    Raises:
        ValueError: one of them is unknown; the nearest names are suggested.
    """
    from legation.language.pack import available  # noqa: PLC0415  loads all that a pack is made of
    from legation.language.states import lookup, suggest  # noqa: PLC0415
    from legation.views.wording.parties import read_names  # noqa: PLC0415

    packs = [read_names(code) for code in available()]
    found = []
    for word in given:
        code = next((code for states, organisations in packs if (code := lookup(word, states, organisations))), None)
        if code is None:
            near = tuple(dict.fromkeys(name for names in packs for name in suggest(word, *names)))
            hint = f": did you mean {' or '.join(near[:3])}?" if near else ""
            raise ValueError(f"unknown state {word!r}{hint}")
        found.append(code)
    return tuple(dict.fromkeys(found))


@cache
def parties_by_form() -> Mapping[str, str]:
    """The code for everything that `party_codes` understands, folded by `language.states.fold`."""
    from legation.language.pack import available  # noqa: PLC0415  loads all that a pack is made of
    from legation.language.states import all_forms  # noqa: PLC0415
    from legation.views.wording.parties import read_names  # noqa: PLC0415

    found: dict[str, str] = {}
    for language in available():
        for form, code in all_forms(*read_names(language)).items():
            found.setdefault(form, code)
    return found


def near_parties(word: str) -> tuple[str, ...]:
    """Names that look like a word that no state or organisation has, at most three: "Venezuela (VEN)"."""
    from legation.language.pack import available  # noqa: PLC0415  loads all that a pack is made of
    from legation.language.states import suggest  # noqa: PLC0415
    from legation.views.wording.parties import read_names  # noqa: PLC0415

    return tuple(dict.fromkeys(name for code in available() for name in suggest(word, *read_names(code))))[:3]


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
    from legation.when import bounds, is_edtf, precision, year_known  # noqa: PLC0415

    if isinstance(given, date):
        return given.date() if isinstance(given, datetime) else given
    said = given.strip() if isinstance(given, str) else ""
    if is_edtf(said) and year_known(said) and precision(said) in ("day", "month", "year"):
        day = bounds(said)[side]
        if day is not None:
            return day
    shown = said if isinstance(given, str) else given
    raise ValueError(f"{name}: not a date: {shown!r} (give 2019, 2019-05 or 2019-05-31)")


def chosen(given: Iterable[str], known: tuple[str, ...], name: str) -> tuple[str, ...]:
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
