"""Options that several commands share, and how their values are read."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.address import Address, address_of
from legation.views import asking
from legation.views.cli.failures import USAGE, Failure, usage

if TYPE_CHECKING:
    from legation.intake import Limits

DEFAULT_LEDGER = Address(path=Path("legation.db"))

StatesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[STATE]...",
        help="States or organisations (a code or a name), all of which take part.",
        show_default=False,
    ),
]


def ledger_address(given: str | Address) -> Address:
    """The address of a ledger on the command line.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return address_of(given)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


LedgerOption = Annotated[
    Address,
    typer.Option(
        "--ledger",
        metavar="LEDGER",
        parser=ledger_address,
        help="The ledger to look into: a file, or postgresql://USER@HOST/DATABASE.",
        show_default=True,
    ),
]
FilledLedgerOption = Annotated[
    Address,
    typer.Option(
        "--ledger",
        metavar="LEDGER",
        parser=ledger_address,
        help="The ledger that keeps what is read: a file, or postgresql://USER@HOST/DATABASE; made if it is not there.",
        show_default=True,
    ),
]
MaxSizeOption = Annotated[
    float, typer.Option("--max-size", metavar="MB", help="The most text that one dispatch may have.")
]
MaxTimeOption = Annotated[
    float, typer.Option("--max-time", metavar="SECONDS", help="The most time for each 100 kB of a dispatch.")
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only what can have been on or after this year, month or day."),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", metavar="DATE", help="Only what can have been on or before this year, month or day."),
]
TypesOption = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="A PLOVER type; may be repeated.")
]
StatusesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--status", metavar="STATUS", help="occurred, ongoing, planned, hypothetical or denied; may be repeated."
    ),
]


class ScopeChoice(StrEnum):
    """Which events are reported."""

    international = "international"
    all = "all"


ScopeOption = Annotated[
    ScopeChoice,
    typer.Option("--scope", help="Leave out events in which everything belongs to one state, or keep all."),
]


class TableFormat(StrEnum):
    """How a list is printed."""

    table = "table"
    jsonl = "jsonl"


FormatOption = Annotated[TableFormat, typer.Option("--format", help="A table for people, or JSON lines.")]


class EventsFormat(StrEnum):
    """How events are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def reading_limits(max_size: float, max_time: float | None = None) -> Limits:
    """The bounds of `MaxSizeOption` and `MaxTimeOption`.

    Raises:
        Failure: a value is not possible.
    """
    from legation.intake import Limits  # noqa: PLC0415

    if not 0 < max_size <= 1000:
        raise Failure(f"--max-size: between 0 and 1000 megabytes are possible, not {max_size:g}", USAGE)
    size = Limits(text_bytes=int(max_size * 1_000_000))
    if max_time is None:
        return size
    if not 0 < max_time <= 86_400:
        raise Failure(f"--max-time: between 0 and 86400 seconds are possible, not {max_time:g}", USAGE)
    return Limits(size.text_bytes, max_time)


def first_day(given: str | None, option: str) -> date | None:
    """The first day of a year, month or day.

    Raises:
        Failure: it is none.
    """
    with usage():
        return None if given is None else asking.first_day(given, option)


def last_day(given: str | None, option: str) -> date | None:
    """The last day of a year, month or day.

    Raises:
        Failure: it is none.
    """
    with usage():
        return None if given is None else asking.last_day(given, option)


def party_codes(given: list[str] | None) -> tuple[str, ...]:
    """The codes of states and organisations named on the command line.

    Raises:
        Failure: one of them is unknown; the nearest names are suggested.
    """
    with usage():
        return asking.party_codes(given) if given else ()


def chosen(given: list[str] | None, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Values of an option that may be repeated, whatever their case.

    Raises:
        Failure: one of them is not known.
    """
    with usage():
        return asking.chosen(given or (), known, option)


def wanted_types(given: list[str] | None) -> tuple[str, ...]:
    """The PLOVER types asked for with `--type`.

    Raises:
        Failure: one of them is none.
    """
    from legation import ontology  # noqa: PLC0415

    return chosen(given, tuple(ontology.load().types), "--type")


def wanted_statuses(given: list[str] | None) -> tuple[str, ...]:
    """The statuses asked for with `--status`.

    Raises:
        Failure: one of them is none.
    """
    from typing import get_args  # noqa: PLC0415

    from legation.report import Status  # noqa: PLC0415

    return chosen(given, get_args(Status), "--status")


def known_language(given: str) -> str:
    """A language of the interface.

    Raises:
        Failure: it does not speak it.
    """
    from legation.views.wording import interface_languages  # noqa: PLC0415

    if given not in interface_languages():
        raise Failure(f"--language: unknown {given!r} (there are: {', '.join(interface_languages())})", USAGE)
    return given
