"""`legation ledger copy`: a ledger into an empty one, from file to server, back, or within one kind."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from legation.address import Address
from legation.views.cli.bar import Steps
from legation.views.cli.failures import Failure, guarded, ledger_faults, say
from legation.views.cli.options import ledger_address

_TAKEN = "a file, or postgresql://USER@HOST/DATABASE"


@guarded
def copy(
    source: Annotated[
        Address,
        typer.Argument(metavar="FROM", parser=ledger_address, help=f"The ledger: {_TAKEN}.", show_default=False),
    ],
    target: Annotated[
        Address,
        typer.Argument(
            metavar="TO",
            parser=ledger_address,
            help=f"Where it goes: {_TAKEN}; made if it is not there, else it must be empty.",
            show_default=False,
        ),
    ],
) -> None:
    """Copy a whole ledger into an empty one, of whatever database, and compare the two."""
    from legation.ledger import open_ledger  # noqa: PLC0415  loads SQLAlchemy

    if source.is_missing:
        raise Failure(f"{source}: no such ledger; `legation read` makes one")
    with ledger_faults(), open_ledger(source, create=False) as old, open_ledger(target) as new, Steps() as progress:
        copied = old.copy_to(new, partial(progress, "rows"))
    say(f"{target} is a copy of {source}: {copied.rows} rows, compared (SHA-256 {copied.sha256[:16]}…)")
