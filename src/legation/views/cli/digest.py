"""`legation digest`: what the ledger has learned since a day."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.views.cli.failures import USAGE, Failure, guarded, opened, say, usage
from legation.views.cli.options import DEFAULT_LEDGER, LedgerOption, StatesArgument, known_language, party_codes
from legation.views.cli.writing import PAGES, STANDARD_OUTPUT, form_of, standard_output, write_whole

if TYPE_CHECKING:
    from legation.views.digest import Digest


@guarded
def digest(
    states: StatesArgument = None,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="DAY",
            help="yesterday, today, 7 days, 2 weeks, in any language of the interface, counted back from the newest "
            "dispatch; or a year, month or day.",
        ),
    ] = "yesterday",
    pairs: Annotated[
        list[str] | None,
        typer.Option("--pair", metavar="STATE,STATE", help="Only these two; may be repeated, for a list of pairs."),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="FILE", help="An .html, .pdf or .md file; - prints Markdown. Default: print."),
    ] = None,
    language: Annotated[str, typer.Option("--language", metavar="CODE", help="en or fr.")] = "en",
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Tell what the ledger has learned since a day: events, commitments, disagreements."""
    from legation.views.lookback import lookback  # noqa: PLC0415

    with usage():
        day = lookback(since, "--since")
    among = _among(states, pairs)
    known_language(language)
    suffix = "" if out is None else form_of(out)
    from legation.views.digest import gather_digest  # noqa: PLC0415  loads much
    from legation.views.wording import load_interface, load_party_names  # noqa: PLC0415

    with opened(ledger) as book:
        found = gather_digest(book, day, among, interface=load_interface(language),
                              names=load_party_names(language), language=language)  # fmt: skip
    content = _written(found, suffix)
    if out is None or out == STANDARD_OUTPUT:
        with standard_output() as stream:
            stream.write(content)
        return
    write_whole(Path(out), content)
    say(f"wrote {out}")


def _among(states: list[str] | None, pairs: list[str] | None) -> list[tuple[str, ...]]:
    """Parties all of which take part: those named one by one, and those of each `--pair`."""
    among = [party_codes(states)] if states else []
    for given in pairs or ():
        names = [name for name in given.split(",") if name.strip()]
        codes = party_codes(names)
        if len(names) != 2 or len(codes) != 2:
            raise Failure(f"--pair: two states are wanted, joined by a comma: {given!r}", USAGE)
        among.append(codes)
    return list(dict.fromkeys(among))


def _written(found: Digest, suffix: str) -> bytes:
    from legation.views.digest import write_html, write_lines, write_markdown  # noqa: PLC0415

    if suffix == ".pdf":
        from legation.views.digest.pdf import write_pdf  # noqa: PLC0415  loads typst

        return write_pdf(found)
    if suffix in PAGES:
        return write_html(found).encode()
    if suffix == ".md":
        return write_markdown(found).encode()
    wide = {"width": shutil.get_terminal_size().columns} if sys.stdout.isatty() else {}
    return write_lines(found, **wide).encode()
