"""Who judges: the option that the commands share which record a judgement."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.views.cli.failures import usage

ByOption = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who judges. Default: your login name.", show_default=False)
]


def name_of(given: str | None) -> str:
    """The name to be recorded.

    Raises:
        Failure: none was given and the system knows none.
    """
    from legation.views.judging import judge_name  # noqa: PLC0415

    with usage():
        return judge_name(given, "--by")
