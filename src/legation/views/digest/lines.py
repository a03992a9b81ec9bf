"""The digest as plain lines, for a terminal or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import fill

from legation.views.brief.contents import OCCURRED, DispatchLine, Dispute, Headline, Pledge
from legation.views.digest.contents import Digest
from legation.views.escaping import one_line, visible
from legation.views.wording import Interface

_WIDTH = 100
_INDENT = "    "


def write_lines(digest: Digest, width: int = _WIDTH) -> str:
    """The text, wrapped at so many columns; unseen characters of dispatches are written out."""
    return "\n".join(_lines(digest, max(width, len(_INDENT) * 4))) + "\n"


def _lines(digest: Digest, width: int) -> Iterator[str]:
    if digest.nothing:
        yield one_line(digest.nothing)
        return
    ui, words = digest.interface, digest.interface.digest
    yield _wrapped(digest.title, width)
    yield _wrapped(f"{digest.since} {digest.as_of}", width)
    yield _wrapped(f"{words.told}{ui.colon}{' · '.join(digest.told)}", width)
    yield _wrapped(f"{words.left_out}{ui.colon}{' · '.join(digest.left_out) or words.left_out_none}", width)
    yield from ("", words.events.upper())
    if not digest.groups:
        yield words.events_none
    for group in digest.groups:
        yield from ("", one_line(group.parties))
        for one in group.events:
            yield from (_wrapped(_head(one), width, "  "), *_said(one, ui, width))
    for heading, ones in (
        (words.promises, digest.promises), (words.settled, digest.settled), (words.overdue, digest.overdue),
    ):  # fmt: skip
        if ones:
            yield from ("", heading.upper(), *_pledges(ones, ui, width))
    if digest.disputes:
        yield from ("", words.disputes.upper(), *_disputes(digest, width))
    if digest.dispatches:
        yield from ("", words.sources_list.upper(), *(_source(line, ui, width) for line in digest.dispatches))


def _wrapped(text: str, width: int, indent: str = "") -> str:
    """The text in lines; unseen characters are written out, spaces that no line may end at are kept."""
    return fill(
        visible(re.sub(r"[ \t\r\n]+", " ", text).strip()),
        width,
        initial_indent=indent,
        subsequent_indent=indent and f"{indent}  ",
        break_on_hyphens=False,
    )


def _head(one: Headline, number: str | None = None) -> str:
    status = "" if one.status == OCCURRED else f" ({one.status_words})"
    return f"{number or f'{one.number}.'} {one.date}. {one.label}: {one.parties}{status}"


def _said(one: Headline, ui: Interface, width: int) -> Iterator[str]:
    if one.quotation.text:
        opening, closing = ui.around(one.quotation.text)
        trigger = f"⟦{one.quotation.trigger}⟧" if one.quotation.trigger else ""
        yield _wrapped(f"{opening}{one.quotation.before}{trigger}{one.quotation.after}{closing}", width, _INDENT)
        numbers = f"[{', '.join(map(str, one.dispatches))}]" if one.dispatches else ""
        behind = " · ".join(part for part in (one.source, one.backed, one.known) if part)
        yield _wrapped(f"— {behind} {numbers}", width, _INDENT)


def _pledges(ones: Sequence[Pledge], ui: Interface, width: int) -> Iterator[str]:
    for one in ones:
        head = one.headline
        yield _wrapped(f"{head.number}. {one.due}. {one.outcome_words} {head.label}: {head.parties}", width, "  ")
        yield from _said(head, ui, width)


def _disputes(digest: Digest, width: int) -> Iterator[str]:
    one: Dispute
    for one in digest.disputes:
        number = one.headline.number
        see = f"({digest.interface.digest.see.format(number=number)})" if number in digest.numbered else None
        yield _wrapped(_head(one.headline, see), width, "  ")
        yield from (_wrapped(point, width, _INDENT) for point in one.points)


def _source(line: DispatchLine, ui: Interface, width: int) -> str:
    reprint = ui.brief.reprint_of.format(number=f"[{line.reprint_of}]") if line.reprint_of else None
    told = ", ".join(part for part in (line.title, line.outlet, line.date, reprint) if part)
    return _wrapped(f"[{line.number}] {told}. {line.source}", width, "  ")
