"""The standard by which reports are compared with annotated events, read from data/evaluation.toml."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec


class Standard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`near` counts characters; `symmetric` are types whose two sides are compared as one; `aliases` are other codes
    that annotations use.
    """

    near: int
    symmetric: frozenset[str]
    aliases: dict[str, str]

    def codes(self, said: Iterable[str | None]) -> frozenset[str]:
        """The codes of parties, each in its one form; what is empty counts as not said."""
        return frozenset(self.aliases.get(code, code) for code in said if code)


@cache
def load() -> Standard:
    """The standard that ships with the package."""
    return msgspec.toml.decode((files("legation") / "data" / "evaluation.toml").read_bytes(), type=Standard)
