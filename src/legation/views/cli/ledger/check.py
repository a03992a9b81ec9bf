"""`legation ledger check`: whether everything in a ledger still fits, and deriving again what can be derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.bar import Steps
from legation.views.cli.failures import FAULTY, guarded, ledger_faults, say
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption
from legation.views.cli.printing import counted, print_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from legation.ledger import Fault, Ledger

EXAMPLES = 3
"""Of each sort of fault so many are named."""


@guarded
def check(
    ledger: LedgerOption = DEFAULT_LEDGER,
    repair: Annotated[
        bool, typer.Option("--repair", help="Derive again what can be derived; texts and records stay as they are.")
    ] = False,
) -> None:
    """Check that everything in a ledger still fits."""
    from legation.ledger import open_ledger  # noqa: PLC0415  loads SQLAlchemy

    with ledger_faults(), open_ledger(ledger, create=False) as book:
        found = _looked(book)
        if repair and found.derived:
            found.tell()
            _repair(book, found)
            found = _looked(book)
        found.tell()
        _close(book, found)
    if found.faults:
        raise typer.Exit(FAULTY)


class Found:
    """Faults by their sorts: how many there are, and the first few."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.numbers: dict[str, int] = {}
        self.faults = self.derived = 0
        self._examples: dict[str, list[str]] = {}
        for fault in faults:
            self.numbers[fault.sort] = self.numbers.get(fault.sort, 0) + 1
            self.faults += not fault.note
            self.derived += fault.derived
            named = self._examples.setdefault(fault.sort, [])
            if len(named) < EXAMPLES:
                named.append(f"{fault.where} ({fault.said})" if fault.said else fault.where)

    def tell(self) -> None:
        """One line for each sort."""
        from legation.ledger import SORTS  # noqa: PLC0415

        for sort, about in SORTS.items():
            if sort not in self.numbers:
                continue
            kind = "note" if about.note else "can be repaired" if about.derived else "cannot be repaired"
            more = self.numbers[sort] - len(self._examples[sort])
            named = "; ".join(self._examples[sort]) + (f"; and {more} more" if more else "")
            print_line(f"{sort} ({self.numbers[sort]}, {kind}): {about.meaning}: {named}")


def _looked(book: Ledger) -> Found:
    with Steps() as progress:
        return Found(book.check(progress))


def _repair(book: Ledger, found: Found) -> None:
    from legation.ledger import LedgerError  # noqa: PLC0415

    say("repairing")
    try:
        book.repair(found.numbers)
    except LedgerError as error:
        say(str(error))  # what is left is told by looking again


def _close(book: Ledger, found: Found) -> None:
    counts = book.counts()
    held = ", ".join(
        (
            counted(counts.dispatches, "dispatch", "dispatches"),
            counted(counts.reports, "report", "reports"),
            counted(counts.events, "event", "events"),
        )
    )
    say(f"{book.address}: {held}: {counted(found.faults, 'fault', 'faults') if found.faults else 'no faults'}")
