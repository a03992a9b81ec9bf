"""`legation brief`: what a desk officer reads before a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.views.cli.failures import USAGE, Failure, guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption, SinceOption, first_day, known_language, party_codes
from legation.views.cli.writing import STANDARD_OUTPUT, form_of, standard_output, write_whole

DEFAULT_OUT = "brief.html"


@guarded
def brief(
    states: Annotated[
        list[str],
        typer.Argument(
            metavar="STATE [STATE]",
            help="One or two states or organisations (a code or a name).",
            show_default=False,
        ),
    ],
    since: SinceOption = None,
    out: Annotated[
        str, typer.Option("--out", metavar="FILE", help="An .html, .pdf or .md file; - prints Markdown.")
    ] = DEFAULT_OUT,
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="en or fr.")] = "en",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Write the brief of a pair of states, or of one."""
    from legation.views.wording import load_interface, load_party_names  # noqa: PLC0415

    if len(states) > 2:
        raise Failure("brief: one or two states are wanted", USAGE)
    codes = party_codes(states)
    day = first_day(since, "--since")
    known_language(language)
    suffix = form_of(out)
    from legation.views.brief import gather_brief, write_html, write_markdown  # noqa: PLC0415  loads much

    with opened(ledger) as book:
        found = gather_brief(book, codes, since=day, interface=load_interface(language),
                             names=load_party_names(language), language=language)  # fmt: skip
    if suffix == ".pdf":
        from legation.views.brief.pdf import write_pdf  # noqa: PLC0415  loads typst

        write_whole(Path(out), write_pdf(found))
        say(f"wrote {out}")
        return
    text = write_markdown(found) if suffix == ".md" else write_html(found)
    if out == STANDARD_OUTPUT:
        with standard_output() as stream:
            stream.write(text.encode())
        return
    write_whole(Path(out), text)
    say(f"wrote {out}")
