"""Signing in with the token of the desk."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.views.web.rendering import render
from legation.views.web.security.tokens import COOKIE, key_of, same

router = APIRouter(include_in_schema=False)
_MONTH = 30 * 24 * 3600


@router.get("/sign-in")
def ask(request: Request) -> Response:
    """The form, or the overview where no token is needed."""
    if request.app.state.settings.token is None:
        return RedirectResponse("/", status_code=303)
    return render(request, "sign_in.html.j2", wrong=False, then="/")


@router.post("/sign-in")
def sign_in(request: Request, token: Annotated[str, Form()] = "", then: Annotated[str, Form()] = "/") -> Response:
    """Gives the cookie to those who know the token, and leads to the page that was wanted."""
    wanted = request.app.state.settings.token
    if wanted is None:
        return RedirectResponse("/", status_code=303)
    if not same(token.strip(), wanted):
        return render(request, "sign_in.html.j2", status=401, wrong=True, then=_own_path(then))
    answer = RedirectResponse(_own_path(then), status_code=303)
    answer.set_cookie(
        COOKIE, key_of(wanted), max_age=_MONTH, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return answer


@router.post("/sign-out")
def sign_out() -> Response:
    """Takes the cookie back."""
    answer = RedirectResponse("/sign-in", status_code=303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer


def _own_path(asked: str) -> str:
    """A path of this host: what a browser may take for another host leads to the overview."""
    plain = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked and asked.isprintable()
    return asked if plain else "/"
