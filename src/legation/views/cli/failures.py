"""How commands end: one line for people, an exit status for programs.

| status | meaning |
| --- | --- |
| 0 | done |
| 1 | a ledger, an output or what was asked for cannot be used or is not there |
| 2 | wrong usage |
| 3 | done, but some input was skipped |
| 4 | done, and a ledger has faults that are not repaired |
| 130 | stopped with Ctrl-C; what was read is kept |
| 141 | whoever read the output stopped reading |
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import typer

from legation.address import Address, address_of
from legation.reasons import reason_of
from legation.views.cli.bar import Steps
from legation.views.escaping import one_line

if TYPE_CHECKING:
    from legation.ledger import Ledger

UNUSABLE, USAGE, SKIPPED, FAULTY, STOPPED, CUT_OFF = 1, 2, 3, 4, 130, 141
DEBUG = "LEGATION_DEBUG"
_MANY = 5000
"""Readings that take longer to be joined than people wait without a word."""

P = ParamSpec("P")
R = TypeVar("R")


class Failure(Exception):  # noqa: N818  named for what it is to the user
    """Ends a command with one line for the user and an exit status."""

    def __init__(self, message: str, status: int = UNUSABLE) -> None:
        super().__init__(message)
        self.status = status


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Turns whatever ends a command into one line on standard error and an exit status.

    A fault of the program is one line too; with LEGATION_DEBUG set in the environment its traceback is shown.
    """

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            result = command(*args, **kwargs)
            sys.stdout.flush()
            return result
        except KeyboardInterrupt:
            say("stopped")
            raise typer.Exit(STOPPED) from None
        except Failure as failure:
            say(str(failure))
            raise typer.Exit(failure.status) from None
        except BrokenPipeError:
            _let_go_of_output()
            raise typer.Exit(CUT_OFF) from None
        except OSError as error:
            _let_go_of_output()
            where = f"{error.filename}: " if error.filename else "output: "
            say(where + reason_of(error))
            raise typer.Exit(UNUSABLE) from None
        except (typer.Exit, typer.Abort):
            raise
        except Exception as error:
            if DEBUG in os.environ:
                raise
            say(f"a fault of this program, please report it ({type(error).__name__}: {error}); {DEBUG}=1 shows more")
            raise typer.Exit(UNUSABLE) from None

    return run


def say(line: str) -> None:
    """One line on standard error."""
    typer.echo(one_line(line), err=True)


@contextmanager
def usage() -> Iterator[None]:
    """Values that make no sense (a ValueError with one line) are wrong usage."""
    try:
        yield
    except ValueError as error:
        raise Failure(str(error), USAGE) from None


@contextmanager
def ledger_faults() -> Iterator[None]:
    """Whatever fails in a ledger is a `Failure`."""
    from legation.ledger import LedgerError  # noqa: PLC0415  loads SQLAlchemy

    try:
        yield
    except LedgerError as error:
        raise Failure(str(error)) from None


@contextmanager
def opened(place: str | Path | Address, *, create: bool = False, mapped: bool = False) -> Iterator[Ledger]:
    """The ledger at this place, its events up to date, closed at the end; whatever fails in it is a `Failure`.

    `mapped`: as `open_ledger` has it.
    """
    from legation.ledger import open_ledger  # noqa: PLC0415  loads SQLAlchemy

    with usage():
        address = address_of(place)
    if not create and address.is_missing:
        raise Failure(f"{address}: no such ledger; `legation read` makes one")
    updating = partial(_say_updating, address)
    with ledger_faults(), open_ledger(address, create=create, updating=updating, mapped=mapped) as ledger:
        if not create and (stale := ledger.counts().stale):  # a reading was killed, or the program is a newer one
            _join(ledger, stale)
        yield ledger


def _say_updating(address: Address) -> None:
    say(f"{address}: bringing it up to date, once after an update of the program")


def _join(ledger: Ledger, stale: int) -> None:
    """Joins to events what was read but not joined yet; says so where that takes long."""
    if stale > _MANY:
        say(f"{ledger.address}: joining {stale} readings to events, once after an update of the program")
    with Steps() as steps:
        ledger.update_events(lambda done, of: steps("readings joined to events", done, of))


def _let_go_of_output() -> None:
    """Keeps Python from trying to write the rest at exit, and failing again."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return  # no real output, as under a test
