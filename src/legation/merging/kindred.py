"""What merging knows of the event types, read from data/kindred.toml."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import msgspec


class _Kindred(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    types: tuple[str, str]
    why: str


class _Opposed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    modes: tuple[str, str]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mutual: frozenset[str]
    keepable: frozenset[str]
    kindred: tuple[_Kindred, ...]
    opposed: tuple[_Opposed, ...]


class Kinships(msgspec.Struct, frozen=True):
    """The relations between types.

    `mutual`: acts without a direction. `keepable`: acts that can be announced and then kept. `pairs`: why two types
    are told one for the other. `families`: for each type with kin, the first type (by name) of all it hangs together
    with. `opposed`: (type, mode, mode) that exclude each other, both ways round.
    """

    mutual: frozenset[str]
    keepable: frozenset[str]
    pairs: dict[frozenset[str], str]
    families: dict[str, str]
    opposed: frozenset[tuple[str, str, str]]

    def family(self, name: str) -> str:
        """The family of a type: the types that may be told for it, by the name of the first."""
        return self.families.get(name, name)


@lru_cache(maxsize=1)
def kinships() -> Kinships:
    """The table in the package."""
    table = msgspec.toml.decode(files("legation").joinpath("data", "kindred.toml").read_bytes(), type=_Table)
    families: dict[str, str] = {}
    for entry in table.kindred:
        merged = {families.get(name, name) for name in entry.types} | set(entry.types)
        members = merged | {name for name, family in families.items() if family in merged}
        families.update(dict.fromkeys(members, min(members)))
    return Kinships(
        mutual=table.mutual,
        keepable=table.keepable,
        pairs={frozenset(entry.types): entry.why for entry in table.kindred},
        families=families,
        opposed=frozenset(
            (entry.type, *modes) for entry in table.opposed for modes in (entry.modes, entry.modes[::-1])
        ),
    )
