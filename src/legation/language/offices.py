"""Offices that people hold and bodies that stand for a state (offices.toml, institutions.toml)."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A family of offices: head nouns in all forms, what may follow them, the PLOVER sector of the holder.

    `organisation` is the code of the party where the office itself names it ("le pape").
    """

    heads: tuple[str, ...]
    role: str
    sector: str
    complements: tuple[str, ...] = ()
    organisation: str | None = None


class Institution(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that stands for a state when joined with its demonym or "de STATE"; with `alone` also without."""

    forms: tuple[str, ...]
    sector: str
    alone: bool = False


class _Offices(msgspec.Struct, forbid_unknown_fields=True):
    office: tuple[Office, ...]


class _Institutions(msgspec.Struct, forbid_unknown_fields=True):
    institution: tuple[Institution, ...]


def load_offices(folder: Path) -> tuple[Office, ...]:
    """The offices of a language folder.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "offices.toml").read_bytes(), type=_Offices).office


def load_institutions(folder: Path) -> tuple[Institution, ...]:
    """The bodies of a language folder.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "institutions.toml").read_bytes(), type=_Institutions).institution
