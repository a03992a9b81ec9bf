"""Who judges and when: what the commands that record a judgement share."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import Annotated

import typer

from legation.views.cli.failures import USAGE, Failure

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who judges. Default: your login name.", show_default=False)
]


def name_of(given: str | None) -> str:
    """The name to be recorded.

    Raises:
        Failure: none was given and the system knows none.
    """
    if given is not None:
        name = given
    else:
        try:
            name = getpass.getuser()
        except (OSError, KeyError, ImportError):
            name = ""
    if not name.strip():
        raise Failure("--by: say who judges", USAGE)
    return name.strip()


def now() -> str:
    """The time, UTC, in the form of the judgement record; to the microsecond, so that the last judgement is known."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
