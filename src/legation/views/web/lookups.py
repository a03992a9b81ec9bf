"""Records by the beginning of their ids as addresses give them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from starlette.exceptions import HTTPException

from legation.ledger import AmbiguousPrefix

LONGEST = 64
"""Characters of an id in an address."""
MOST = 20
"""Candidates that are listed where the beginning of an id fits several."""

Record = TypeVar("Record")


class SeveralError(Exception):
    """The beginning of an id fits several; `candidates` are their ids, `total` how many there are."""

    def __init__(self, asked: str, candidates: tuple[str, ...], total: int) -> None:
        super().__init__(asked)
        self.asked, self.candidates, self.total = asked, candidates, total


def found(asked: str, look_up: Callable[[str], Record | None]) -> Record:
    """The record whose id begins so.

    Raises:
        HTTPException: 404, none begins so.
        SeveralError: several begin so.
    """
    try:
        record = look_up(asked) if 0 < len(asked) <= LONGEST else None
    except AmbiguousPrefix as error:
        raise SeveralError(asked, error.candidates[:MOST], len(error.candidates)) from error
    if record is None:
        raise HTTPException(404)
    return record
