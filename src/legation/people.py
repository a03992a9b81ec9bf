"""Well-known holders of office, for surnames that a dispatch never introduces.

The entries stand in `data/people/*.toml`, a file per part of the world; they serve every language, `surnames` holding
the spellings of all of them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One term of office of one person; who held several offices has several entries.

    `name` is the canonical name, `surnames` how dispatches call the person alone, all spellings. `code` is the state
    or organisation served, `sector` a PLOVER sector, `office` the role id of `offices.toml`. `since` and `until` are
    EDTF years of that office; `until` is None while it lasts or where its end is not known. `spellings` are other full
    names; one of a single word ("Philippe") counts only together with the office ("le roi Philippe").
    """

    name: str
    surnames: tuple[str, ...]
    code: str
    sector: str
    office: str
    since: str | None = None
    until: str | None = None
    spellings: tuple[str, ...] = ()


class _People(msgspec.Struct, forbid_unknown_fields=True):
    person: tuple[Person, ...]


@cache
def load_people() -> tuple[Person, ...]:
    """All terms of office, in the order of the files.

    Raises:
        msgspec.ValidationError: a data file has a wrong form.
    """
    folder = files("legation") / "data" / "people"
    entries = sorted((e for e in folder.iterdir() if e.name.endswith(".toml")), key=lambda e: e.name)
    return tuple(p for e in entries for p in msgspec.toml.decode(e.read_bytes(), type=_People).person)
