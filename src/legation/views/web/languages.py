"""The language of a reader: asked for in the address, kept in a cookie, wished by the browser, or the default."""

from __future__ import annotations

from starlette.requests import Request

from legation.views.wording import interface_languages

COOKIE = "legation_language"
ASKED = "lang"


def language_of(request: Request) -> str:
    """The code of a language that the interface speaks; the default is that of the settings."""
    spoken = interface_languages()
    wished = [request.query_params.get(ASKED), request.cookies.get(COOKIE), *_accepted(request)]
    return next((code for code in wished if code in spoken), request.app.state.settings.language)


def _accepted(request: Request) -> list[str]:
    """The languages of the Accept-Language header, the most wished first, without their regions."""
    found: list[tuple[float, str]] = []
    for part in request.headers.get("accept-language", "")[:500].split(","):
        name, _, weight = part.partition(";q=")
        try:
            wish = float(weight) if weight else 1.0
        except ValueError:
            continue
        found.append((-wish, name.strip().split("-", maxsplit=1)[0].lower()))
    return [name for wish, name in sorted(found, key=lambda one: one[0]) if wish < 0]
