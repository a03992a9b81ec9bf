"""Outlets and news agencies by name, with the state of their seat and their kind.

The entries stand in `data/outlets.toml`: intake knows by them whom a dispatch comes from, merging whom it rests on.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

from legation.dispatch import CreditKind

OutletKind = Literal["agency", "newspaper", "broadcaster", "ministry", "aggregator"]


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A news agency or outlet; `state` is the ISO 3166-1 alpha-3 code of its seat, or the code of its organisation.

    A newspaper is anything that publishes texts of its own; an aggregator only passes on what others wrote; a ministry
    is any public body that speaks for itself, of a state or of an organisation.
    """

    name: str
    kind: OutletKind
    state: str | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @property
    def credit_kind(self) -> CreditKind:
        """An agency is credited as such, everyone else as outlet."""
        return "agency" if self.kind == "agency" else "outlet"


class OutletFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The form of `data/outlets.toml`; `platforms` are domains that carry everybody's texts and name no outlet."""

    platforms: tuple[str, ...]
    outlet: tuple[Outlet, ...]


@cache
def load_outlet_file() -> OutletFile:
    """The entries of `data/outlets.toml`, in the order of the file.

    Raises:
        msgspec.ValidationError: the file has a wrong form.
    """
    data = (files("legation") / "data" / "outlets.toml").read_bytes()
    return msgspec.toml.decode(data, type=OutletFile)
