"""Templates of pages: every string is escaped, unseen characters are written out, nothing is loaded from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from legation.views.escaping import visible


@cache
def load_template(room: str) -> Template:
    """The template `page.html.j2` of a room of views, with its `page.css` as the global `style`."""
    folder = files("legation") / "views" / room
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown
    )
    environment.globals["style"] = Markup((folder / "page.css").read_text("utf-8"))  # our own file
    return environment.from_string((folder / "page.html.j2").read_text("utf-8"))


def _shown(value: object) -> object:
    """Unseen characters written out, in every string that is put into the page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
