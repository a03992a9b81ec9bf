"""`legation ledger`: what is done with a ledger as a whole."""

from __future__ import annotations

import typer

from legation.views.cli.ledger.backup import backup
from legation.views.cli.ledger.check import check
from legation.views.cli.ledger.copy import copy

group = typer.Typer(
    name="ledger",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Check, repair or copy a ledger.",
)
for command in (check, backup, copy):
    group.command()(command)
