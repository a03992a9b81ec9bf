"""Records looked up by the id in an address, or the beginning of one."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import Path
from starlette.exceptions import HTTPException

from legation.dispatch import Dispatch
from legation.event import Event
from legation.ledger import Ledger
from legation.report import Report

T = TypeVar("T")
Id = Annotated[str, Path(min_length=1, max_length=64, description="An id, or its beginning.")]


def the_event(ledger: Ledger, id_: str) -> Event:
    """The event with this id, or to which it was forwarded; 404 if there is none."""
    return _there(ledger.event(id_), "event", id_)


def the_report(ledger: Ledger, id_: str) -> Report:
    """The report with this id; 404 if there is none."""
    return _there(ledger.report(id_), "report", id_)


def the_dispatch(ledger: Ledger, id_: str) -> Dispatch:
    """The dispatch with this id; 404 if there is none."""
    return _there(ledger.dispatch(id_), "dispatch", id_)


def _there(found: T | None, what: str, id_: str) -> T:
    if found is None:
        raise HTTPException(404, f"no {what} {id_!r}")
    return found
