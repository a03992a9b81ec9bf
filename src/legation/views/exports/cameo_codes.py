"""CAMEO roots for PLOVER types and modes, read from data/cameo.toml."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import msgspec

from legation import ontology


class Root(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A CAMEO root: its English name and its quad class, 1 to 4."""

    name: str
    quad: int


class RootsOfType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The root of a PLOVER type, and of those modes that CAMEO files elsewhere."""

    root: str
    modes: dict[str, str] = msgspec.field(default_factory=dict)


class CameoCodes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The roots by code, and those of PLOVER types."""

    roots: dict[str, Root]
    types: dict[str, RootsOfType]

    def root(self, type_name: str, mode: str | None) -> str:
        """The code of the root for a type and mode.

        Raises:
            KeyError: no such type.
        """
        found = self.types[type_name]
        return found.modes.get(mode, found.root) if mode else found.root


@cache
def load_cameo() -> CameoCodes:
    """The mapping that ships with the package.

    Raises:
        msgspec.ValidationError: the file has a wrong form.
    """
    return msgspec.toml.decode((files("legation") / "data" / "cameo.toml").read_bytes(), type=CameoCodes)


def problems(codes: CameoCodes) -> Iterator[str]:
    """What is wrong with a mapping, a line each: types and modes of PLOVER without a root, roots that are none."""
    known = ontology.load().types
    for name in sorted(known.keys() ^ codes.types.keys()):
        yield f"{name}: {'has no root' if name in known else 'is no PLOVER type'}"
    for name, found in sorted(codes.types.items()):
        modes = known[name].modes if name in known else {}
        yield from (f"{name}: no mode {mode}" for mode in sorted(found.modes.keys() - modes.keys()))
        for code in sorted({found.root, *found.modes.values()} - codes.roots.keys()):
            yield f"{name}: no root {code}"
    for code, root in sorted(codes.roots.items()):
        if not (len(code) == 2 and code.isdigit() and 1 <= int(code) <= 20):
            yield f"{code}: no CAMEO root (01 to 20)"
        if root.quad not in (1, 2, 3, 4):
            yield f"{code}: quad class {root.quad}, 1 to 4 is wanted"
