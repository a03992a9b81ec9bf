"""The digest as Markdown, for a wiki or a mail."""

from __future__ import annotations

from collections.abc import Iterator

from legation.views.brief.marking import disputes, happened, plain, pledges, source_lines
from legation.views.digest.contents import Digest


def write_markdown(digest: Digest) -> str:
    """The text, CommonMark. Words of dispatches are escaped; none becomes markup, HTML or a link."""
    return "\n".join(_lines(digest)) + "\n"


def _lines(digest: Digest) -> Iterator[str]:
    ui = digest.interface
    words = ui.digest
    yield f"# {plain(digest.title)}"
    head = " ".join(filter(None, (digest.since, digest.as_of)))
    if head:
        yield from ("", f"*{plain(head)}*")
    if digest.nothing:
        yield from ("", plain(digest.nothing))
        return
    yield from ("", f"- **{words.told}**{ui.colon}{plain(' · '.join(digest.told))}")
    left_out = " · ".join(digest.left_out) or words.left_out_none
    yield f"- **{words.left_out}**{ui.colon}{plain(left_out)}"
    yield from ("", f"## {words.events}")
    if not digest.groups:
        yield from ("", words.events_none)
    for group in digest.groups:
        yield from ("", f"### {plain(group.parties)}", "")
        yield from happened(group.events, ui, numbered=True)
    for heading, ones in (
        (words.promises, digest.promises), (words.settled, digest.settled), (words.overdue, digest.overdue),
    ):  # fmt: skip
        if ones:
            yield from ("", f"## {heading}", "", *pledges(ones, ui, numbered=True))
    if digest.disputes:
        yield from ("", f"## {words.disputes}", "")
        yield from disputes(digest.disputes, ui, numbered=True, listed=digest.numbered)
    if digest.dispatches:
        yield from ("", f"## {words.sources_list}", "", *source_lines(digest.dispatches, ui))
    yield from ("", "---", "", f"*{plain(words.footer)}*")
