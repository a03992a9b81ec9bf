"""`legation show`: a dispatch's text, with its reports marked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import Failure, guarded, opened
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from legation.address import Address
    from legation.dispatch import Dispatch
    from legation.report import Report


@guarded
def show(
    dispatch: Annotated[
        str,
        typer.Argument(
            metavar="DISPATCH",
            help="A dispatch of the ledger, by its path or address or the beginning of its id; "
            "or a file of one dispatch, which is then read.",
            show_default=False,
        ),
    ],
    text_only: Annotated[
        bool, typer.Option("--text", help="Print the text exactly as it was read, and nothing else.")
    ] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Show a dispatch, its reports marked, or its exact text."""
    found, reports = _from_ledger(dispatch, ledger, with_reports=not text_only) or _from_file(
        dispatch, ledger, with_reports=not text_only
    )
    if text_only:
        _print_exactly(found.text)
    else:
        from legation.views.cli.marking import print_dispatch  # noqa: PLC0415

        print_dispatch(found, reports)


def _from_ledger(asked: str, place: Address, *, with_reports: bool) -> tuple[Dispatch, Sequence[Report]] | None:
    if place.is_missing and place == DEFAULT_LEDGER:
        return None
    with opened(place) as book:
        found = book.dispatch(asked)
        if found is None:
            return None
        told = [report for report in book.reports() if report.dispatch.id == found.id] if with_reports else []
        return found, told


def _from_file(asked: str, ledger: Address, *, with_reports: bool) -> tuple[Dispatch, Sequence[Report]]:
    from legation.dispatch import Dispatch  # noqa: PLC0415
    from legation.intake import take_in  # noqa: PLC0415
    from legation.walk import ReaderSet  # noqa: PLC0415

    if not Path(asked).is_file():
        raise Failure(f"no dispatch {asked!r} in {ledger}, and no such file")
    languages = ReaderSet()
    taken = list(take_in([asked], packs=languages.packs, place_code=languages.place_code))
    found = [item for item in taken if isinstance(item, Dispatch)]
    if len(found) > 1:
        raise Failure(f"{asked}: holds {len(found)} dispatches; read it and name one of {found[0].source}, …")
    if not found:
        raise Failure(str(taken[0]) if taken else f"{asked}: holds no dispatch")
    return found[0], languages.reader(found[0].language).read(found[0]) if with_reports else ()


def _print_exactly(text: str) -> None:
    """The text, byte for byte what its offsets count; only on a terminal control characters are written out."""
    from legation.views.escaping import visible  # noqa: PLC0415

    if sys.stdout.isatty():
        text = visible(text)
    sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
