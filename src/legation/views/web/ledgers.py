"""The ledger that is served, for pages and calls: `def page(ledger: TheLedger)`."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends
from starlette.requests import Request

from legation.ledger import Ledger


def ledger_of(request: Request) -> Ledger:
    """The ledger of the application that got this request."""
    return cast(Ledger, request.app.state.ledger)


TheLedger = Annotated[Ledger, Depends(ledger_of)]
