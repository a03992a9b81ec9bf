"""The brief as one self-contained page of HTML: no scripts, nothing loaded from elsewhere, fit for paper."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from legation.views.brief.chart import COLOURS, draw
from legation.views.brief.contents import Brief
from legation.views.brief.entries import KINDS
from legation.views.escaping import visible


def write_html(brief: Brief) -> str:
    """The page. Every string is escaped; of what dispatches say only web addresses become links."""
    chart = draw(brief.months, brief.interface)
    return _template().render(
        brief=brief,
        ui=brief.interface,
        words=brief.interface.brief,
        chart=Markup(chart) if chart else None,  # drawn from numbers and our own words
        colours=COLOURS,
        kinds=KINDS,
    )


@cache
def _template() -> Template:
    folder = files("legation") / "views" / "brief"
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    environment.globals["style"] = Markup((folder / "page.css").read_text("utf-8"))  # our own file
    return environment.from_string((folder / "page.html.j2").read_text("utf-8"))


def _shown(value: object) -> object:
    """Unseen characters written out, in every string that is put into the page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
