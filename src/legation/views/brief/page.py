"""The brief as one self-contained page of HTML: no scripts, nothing loaded from elsewhere, fit for paper."""

from __future__ import annotations

from markupsafe import Markup

from legation.views.brief.chart import COLOURS, draw
from legation.views.brief.contents import Brief
from legation.views.brief.entries import KINDS
from legation.views.templates import load_template


def write_html(brief: Brief) -> str:
    """The page. Every string is escaped; of what dispatches say only web addresses become links."""
    chart = draw(brief.months, brief.interface)
    return load_template("brief").render(
        brief=brief,
        ui=brief.interface,
        words=brief.interface.brief,
        chart=Markup(chart) if chart else None,  # drawn from numbers and our own words
        colours=COLOURS,
        kinds=KINDS,
    )
