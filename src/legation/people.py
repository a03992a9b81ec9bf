"""Well-known holders of office whom dispatches name without introducing them (data/people/*.toml)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A holder of office. `surnames` are how dispatches call them alone; `office` is a role of offices.toml.

    `since` and `until` are EDTF years of the time in which the person held offices of this kind; None = unknown.
    """

    name: str
    surnames: tuple[str, ...]
    code: str
    sector: str
    office: str | None = None
    since: str | None = None
    until: str | None = None


class _PersonFile(msgspec.Struct, forbid_unknown_fields=True):
    person: tuple[Person, ...] = ()


@cache
def load_people() -> tuple[Person, ...]:
    """All well-known people.

    Raises:
        msgspec.ValidationError: a data file has a wrong form.
    """
    folder = files("legation") / "data" / "people"
    found: list[Person] = []
    if folder.is_dir():
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.name.endswith(".toml"):
                found += msgspec.toml.decode(entry.read_bytes(), type=_PersonFile).person
    return tuple(found)
