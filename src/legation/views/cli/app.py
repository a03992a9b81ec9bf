"""The application: its commands and the options that hold for all of them."""

from __future__ import annotations

from typing import Annotated

import typer

from legation import __version__
from legation.views.cli.archive import archive
from legation.views.cli.brief import brief
from legation.views.cli.commitments import commitments
from legation.views.cli.correct import correct
from legation.views.cli.digest import digest
from legation.views.cli.disagreements import disagreements
from legation.views.cli.evaluate import evaluate
from legation.views.cli.events import events
from legation.views.cli.explain import explain
from legation.views.cli.export import export
from legation.views.cli.importing import import_archive
from legation.views.cli.judge import judge
from legation.views.cli.judgements import judgements
from legation.views.cli.ledger import group as ledger_group
from legation.views.cli.people import people
from legation.views.cli.read import read
from legation.views.cli.reprints import reprints
from legation.views.cli.serve import serve
from legation.views.cli.show import show
from legation.views.cli.watch import watch
from legation.views.cli.why import why

app = typer.Typer(
    name="legation",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich's takes half a second to load
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads diplomatic dispatches and keeps the record of what states do with each other.",
)
for command in (
    read,
    watch,
    events,
    brief,
    digest,
    export,
    serve,
    show,
    explain,
    why,
    disagreements,
    commitments,
    people,
    judge,
    correct,
    judgements,
    reprints,
    evaluate,
):
    app.command()(command)
app.add_typer(ledger_group)
app.add_typer(archive, name="archive")
app.command("import")(import_archive)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"legation {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """Runs the command line."""
    app()
