"""`legation ledger backup`: a copy of a ledger, made while it is in use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.views.cli.bar import Steps
from legation.views.cli.failures import guarded, ledger_faults, say
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption


@guarded
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.", show_default=False)],
    ledger: LedgerOption = DEFAULT_LEDGER,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put the copy in the place of a file that has its name.")
    ] = False,
) -> None:
    """Copy a ledger, as it is at one moment, while others read and write."""
    from legation.ledger import open_ledger  # noqa: PLC0415  loads SQLAlchemy

    with ledger_faults(), open_ledger(ledger, create=False) as book, Steps() as progress:
        size = book.backup(file, replace=replace, progress=progress)
    say(f"wrote {file}: {size / 1_000_000:.1f} MB")
