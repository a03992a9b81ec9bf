"""The brief as PDF: two pages for the hurried, then the annex."""

from __future__ import annotations

import msgspec

from legation.views.brief.chart import COLOURS, draw
from legation.views.brief.contents import Brief
from legation.views.brief.entries import KINDS
from legation.views.brief.setting import set_pdf


def write_pdf(brief: Brief) -> bytes:
    """The file, A4, PDF/UA-1. Signs that the fonts lack are transliterated between ‹ and ›.

    Raises:
        typst.TypstError: the document cannot be set.
    """
    chart = draw(brief.months, brief.interface)
    data = msgspec.to_builtins(brief)
    data |= {"title": brief.title, "kinds": KINDS, "colours": COLOURS, "chart": chart is not None}
    return set_pdf("brief/page.typ", data, chart)
