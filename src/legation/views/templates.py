"""Templates of pages: every string is escaped, unseen characters are written out, nothing is loaded from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from legation.views.escaping import visible


@cache
def load_template(room: str, *, style: str | None = None) -> Template:
    """The template `page.html.j2` of a room of views, with its `page.css`, or another room's, as the global `style`.

    A template imports another by room and name: `brief/parts.html.j2`.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_shown,
        loader=FunctionLoader(_read),
    )  # fmt: skip
    environment.globals["style"] = Markup(_read(f"{style or room}/page.css"))  # our own file
    return environment.get_template(f"{room}/page.html.j2")


def _read(path: str) -> str:
    return files("legation").joinpath("views", *path.split("/")).read_text("utf-8")


def _shown(value: object) -> object:
    """Unseen characters written out, in every string that is put into the page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
