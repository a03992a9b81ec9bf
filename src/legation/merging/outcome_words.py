"""Words that say what became of a plan or a promise: `data/languages/<code>/outcomes.toml`, a file per language."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

import msgspec

from legation.merging.name_folding import plain


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    partial: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()
    honoured: tuple[str, ...] = ()
    called_off: tuple[str, ...] = ()


@lru_cache(maxsize=16)
def _words(language: str) -> _Words:
    """The phrases of a language in plain letters; none for a language without such a file."""
    if not re.fullmatch(r"[a-z]{2,3}", language):
        return _Words()
    path = files("legation").joinpath("data", "languages", language, "outcomes.toml")
    if not path.is_file():
        return _Words()
    table = msgspec.toml.decode(path.read_bytes(), type=_Words)
    return _Words(*(tuple(f" {plain(one)} " for one in getattr(table, field)) for field in table.__struct_fields__))


def tells_a_part(sentence: str, language: str) -> bool:
    """Whether a sentence says that only a part was done ("une première tranche", "deux sur les trois promises")."""
    return _says(sentence, _words(language).partial)


def tells_it_was_promised(sentence: str, language: str) -> bool:
    """Whether a sentence says of what it tells that it had been promised ("comme convenu")."""
    return _says(sentence, _words(language).promised)


def tells_it_was_honoured(sentence: str, language: str) -> bool:
    """Whether a sentence says that a promise was kept ("a tenu parole")."""
    return _says(sentence, _words(language).honoured)


def tells_it_was_called_off(sentence: str, language: str) -> bool:
    """Whether a sentence says of what did not come about that it had been planned ("prévue en mars, a été annulée")."""
    return _says(sentence, _words(language).called_off)


def _says(sentence: str, phrases: tuple[str, ...]) -> bool:
    words = f" {plain(sentence)} "
    return any(phrase in words for phrase in phrases)
