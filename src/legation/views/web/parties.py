"""States and organisations in addresses: by code, name or demonym, in one order."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from legation.views.asking import near_codes, party_code

_NEAR = 5

NEWEST = 25
"""Reports that are looked at of a spelling that more dispatches have, those read last."""


class UnknownPartyError(Exception):
    """No state or organisation is called so; `near` are the codes of those with names like it, the nearest first."""

    def __init__(self, word: str, near: tuple[str, ...]) -> None:
        super().__init__(word)
        self.word, self.near = word, near


def known_party(word: str) -> str:
    """The code of the state or organisation that is meant.

    Raises:
        UnknownPartyError: none is.
    """
    code = party_code(word)
    if code is None:
        raise UnknownPartyError(word, near_codes(word, _NEAR))
    return code


def in_order(words: Iterable[str]) -> tuple[str, ...]:
    """The codes that are meant, each once, in the order in which pairs are called.

    Raises:
        UnknownPartyError: none is called like one of them.
    """
    return tuple(sorted({known_party(word) for word in words}))


def address_of(codes: tuple[str, ...]) -> str:
    """The page of one state or of a pair."""
    return ("/states/" if len(codes) == 1 else "/pairs/") + "/".join(quote(code, safe="") for code in codes)
