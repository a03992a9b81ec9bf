"""Pages from templates: every string is escaped, unseen characters are written out."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from legation.views.escaping import visible
from legation.views.web.languages import ASKED, COOKIE, language_of
from legation.views.web.phrases import Phrases, phrases_in
from legation.views.web.words import FRAME, load_words
from legation.views.wording import interface_languages

THEMES = ("auto", "light", "dark")
_THEME = "legation_theme"
_YEAR = 365 * 24 * 3600


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    words: str | None = None,
    **values: object,
) -> HTMLResponse:
    """A page. The template finds its own words as `words`, those of all pages as `frame`, and `say`, which puts records
    in words (`phrases.Phrases`).

    `words` names another file of words than the one called like the template.
    """
    language = language_of(request)
    page = words or template.removesuffix(".html.j2")
    text = _environment().get_template(template).render(
        request=request,
        words=load_words(language, page),
        frame=load_words(language, FRAME),
        say=phrases_in(language),
        ui=phrases_in(language).interface,
        count=phrases_in(language).counted,
        language=language,
        languages=interface_languages(),
        theme=_theme_of(request),
        themes=THEMES,
        signed_in=request.app.state.settings.token is not None,
        here=request.url.path,
        address=lambda **changes: _address(request, changes),
        **values,
    )  # fmt: skip
    answer = HTMLResponse(text, status_code=status)
    _remember(request, answer, language)
    return answer


def prepare() -> None:
    """Compiles all templates, each of which is otherwise compiled when it is first shown."""
    environment = _environment()
    for name in environment.list_templates():
        environment.get_template(name)


def phrases_of(request: Request) -> Phrases:
    """The words of the reader's language, for pages that need them before their template."""
    return phrases_in(language_of(request))


@cache
def static_address(name: str) -> str | None:
    """The address of a file of `static/`, which changes with its content; None when it was not built in."""
    path = files("legation") / "views" / "web" / "static" / name
    if not path.is_file():
        return None
    return f"/static/{name}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("legation.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals["static"] = static_address
    return environment


def _shown(value: object) -> object:
    """Unseen characters written out, in every string that is put into the page."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _address(request: Request, changes: dict[str, str]) -> str:
    """The address of this page with some parts of its query changed."""
    return "?" + request.url.include_query_params(**changes).query


def _theme_of(request: Request) -> str:
    wished = (request.query_params.get("theme"), request.cookies.get(_THEME))
    return next((theme for theme in wished if theme in THEMES), THEMES[0])


def _remember(request: Request, answer: HTMLResponse, language: str) -> None:
    """Keeps what the reader chose in the address."""
    answer.headers["Vary"] = "Cookie, Accept-Language"
    answer.headers["Cache-Control"] = "private, no-cache"
    if request.query_params.get(ASKED) == language:
        answer.set_cookie(COOKIE, language, max_age=_YEAR, samesite="strict", httponly=True)
    if (theme := request.query_params.get("theme")) in THEMES:
        answer.set_cookie(_THEME, str(theme), max_age=_YEAR, samesite="strict")
