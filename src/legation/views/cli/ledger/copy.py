"""`legation ledger copy`: a ledger into an empty one, from file to server, back, or within one kind."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Annotated

import typer

from legation.address import Address
from legation.views.cli.failures import Failure, guarded, say
from legation.views.cli.options import ledger_address

if TYPE_CHECKING:
    from rich.progress import Progress

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
    from legation.ledger import LedgerError, open_ledger  # noqa: PLC0415  loads SQLAlchemy

    if source.is_missing:
        raise Failure(f"{source}: no such ledger; `legation read` makes one")
    try:
        with open_ledger(source, create=False) as old, open_ledger(target) as new, _Bar() as bar:
            copied = old.copy_to(new, bar.advance)
    except LedgerError as error:
        raise Failure(str(error)) from None
    say(f"{target} is a copy of {source}: {copied.rows} rows, compared (SHA-256 {copied.sha256[:16]}…)")


class _Bar:
    """Shows how many rows are copied: on standard error, only where that is a terminal."""

    def __init__(self) -> None:
        self._bar: Progress | None = None

    def __enter__(self) -> _Bar:
        if sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import Progress  # noqa: PLC0415

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("rows", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def advance(self, done: int, total: int) -> None:
        """So many rows of so many are copied."""
        if self._bar:
            self._bar.update(self._task, completed=done, total=total)
