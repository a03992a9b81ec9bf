"""Pieces of Markdown that the brief and the digest are made of: escaped words, quotations, short entries, sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from legation.views.brief.contents import OCCURRED, DispatchLine, Dispute, Headline, Pledge
from legation.views.escaping import one_line
from legation.views.wording import Interface, Quotation

_ACTIVE = re.compile(r"([\\`*_\[\]<>#|~!$&{}])")
_AT_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|www)([:.])")


def plain(text: str) -> str:
    """Words that Markdown leaves as they are: one line, active characters escaped, addresses not made links."""
    escaped = _ACTIVE.sub(r"\\\1", one_line(text))
    escaped = _AT_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", escaped)
    return _SCHEME.sub(lambda m: m[1] + ("&#58;" if m[2] == ":" else "&#46;"), escaped)


def quoted(found: Quotation, interface: Interface) -> str:
    """A quotation between its marks, the trigger in bold."""
    opening, closing = interface.around(found.text)
    before, trigger, after = (plain(part) for part in (found.before, found.trigger, found.after))
    left = " " if found.before[-1:].isspace() else ""
    right = " " if found.after[:1].isspace() else ""
    marked = f"**{trigger}**" if trigger else ""
    return f"{opening}{before}{left}{marked}{right}{after}{closing}"


def happened(ones: Sequence[Headline], interface: Interface, *, numbered: bool) -> Iterator[str]:
    """Short entries. `numbered`: with their number and those of their dispatches; else they refer to the annex."""
    for one in ones:
        yield f"- {_head(one, interface, numbered=numbered)}"
        yield from _said(one, interface, numbered=numbered)


def pledges(ones: Sequence[Pledge], interface: Interface, *, numbered: bool) -> Iterator[str]:
    """Commitments, each with when it is due and what came of it."""
    for one in ones:
        number = f"{one.headline.number}\\. " if numbered else ""
        yield (
            f"- **{number}{plain(one.due)}**. {plain(one.outcome_words)} {plain(one.headline.label)}, "
            f"{plain(one.headline.parties)}{'' if numbered else _entry(one.headline, interface)}"
        )
        yield from _said(one.headline, interface, numbered=numbered)


def disputes(
    ones: Sequence[Dispute], interface: Interface, *, numbered: bool, listed: Collection[int] = ()
) -> Iterator[str]:
    """What dispatches differ on; those with a number that is `listed` stand under it already."""
    for one in ones:
        head = _head(one.headline, interface, numbered=numbered and one.headline.number not in listed)
        if numbered and one.headline.number in listed:
            head = _told(one.headline) + f" ({plain(interface.digest.see.format(number=one.headline.number))})"
        yield f"- {head}"
        yield from (f"  - {plain(point)}" for point in one.points)


def source_lines(dispatches: Iterable[DispatchLine], interface: Interface) -> Iterator[str]:
    """The list of dispatches with their numbers."""
    words = interface.brief
    for line in dispatches:
        reprint = f", {words.reprint_of.format(number=f'[{line.reprint_of}]')}" if line.reprint_of else ""
        title = f"*{plain(line.title)}*, " if line.title else ""
        outlet = f"{plain(line.outlet)}, " if line.outlet else ""
        told = f"{title}{outlet}{plain(line.date)}{plain(reprint)}"
        yield f"- \\[{line.number}\\] {told}. {address(line.source)}"


def refs(numbers: Iterable[int]) -> str:
    """Numbers of dispatches in brackets."""
    inside = ", ".join(str(number) for number in numbers)
    return f" \\[{inside}\\]" if inside else ""


def address(source: str) -> str:
    """A source in code style; backticks cannot end it."""
    return f"`{one_line(source).replace('`', chr(0x2BB))}`"


def _head(one: Headline, interface: Interface, *, numbered: bool) -> str:
    return _told(one, f"{one.number}\\. ") if numbered else _told(one) + _entry(one, interface)


def _told(one: Headline, number: str = "") -> str:
    told = f"**{number}{plain(one.date)}. {plain(one.label)}: {plain(one.parties)}**"
    return told if one.status == OCCURRED else told + f" *({one.status_words})*"


def _entry(one: Headline, interface: Interface) -> str:
    return f" ({plain(interface.brief.entry_ref.format(number=one.number))})"


def _said(one: Headline, interface: Interface, *, numbered: bool) -> Iterator[str]:
    if one.quotation.text:
        behind = " · ".join(plain(part) for part in (one.source, one.backed, one.known) if part)
        yield f"  > {quoted(one.quotation, interface)}  "  # two spaces: a line end that is kept
        yield f"  > — {behind}{refs(one.dispatches) if numbered else ''}"
