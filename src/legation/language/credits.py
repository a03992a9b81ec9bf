"""The words by which intake knows credits, datelines and date lines of a dispatch.

A language's entries stand in `data/languages/<code>/credits.toml`. They serve the head and the foot of a dispatch
only; attribution inside its sentences is reading's matter.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

_DATA = Path(__file__).parent.parent / "data" / "languages"


class CreditWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around origins and dates in one language; all lower case, accents as usually written.

    introducers: before the name of whoever the text comes from ("source", "avec").
    joiners: between two such names.
    unnamed: stand where a name could, and name nobody ("agences", "la rédaction").
    bylines: before the name of an author, at the start of a line.
    date_introducers: before the day a text appeared, at the start of a line.
    update_introducers: before the day it was last changed; believed only where nothing else is.
    date_articles: may stand before a date ("le").
    day_suffixes: what may follow the number of a day ("er" in "1er").
    clock: regular expression for a time of day after a date.
    day_first: whether 03/05 is the third of May. month_first: whether the month may stand before the day in words, too.
    not_places: words that no dateline's place begins with.
    place_particles: small words inside the name of a place.
    months: names and abbreviations, to 1…12. weekdays: the same, to 1 (Monday) … 7.
    """

    introducers: tuple[str, ...]
    joiners: tuple[str, ...]
    unnamed: tuple[str, ...]
    bylines: tuple[str, ...]
    date_introducers: tuple[str, ...]
    update_introducers: tuple[str, ...]
    date_articles: tuple[str, ...]
    day_suffixes: tuple[str, ...]
    clock: str
    day_first: bool
    not_places: tuple[str, ...]
    place_particles: tuple[str, ...]
    months: dict[str, int]
    weekdays: dict[str, int]
    month_first: bool = False

    def __post_init__(self) -> None:
        if set(self.months.values()) != set(range(1, 13)):
            raise ValueError("months must name all of 1 to 12")
        if set(self.weekdays.values()) != set(range(1, 8)):
            raise ValueError("weekdays must name all of 1 to 7")
        try:
            re.compile(self.clock)
        except re.error as error:
            raise ValueError(f"clock: {error}") from error


@cache
def load_credits(code: str) -> CreditWords:
    """The credit words of the language with this ISO 639-1 code.

    Raises:
        FileNotFoundError: the language has none.
        msgspec.ValidationError: the data file has a wrong form.
    """
    return msgspec.toml.decode((_DATA / code / "credits.toml").read_bytes(), type=CreditWords)
