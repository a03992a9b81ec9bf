"""A pair of states, or one: the timeline, the list, who takes part, what is agreed, promised and disputed."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.ledger import Ledger, Question
from legation.views.exports import FORMATS
from legation.views.web.activity import draw_months, table_of
from legation.views.web.files import brief_file, export_file
from legation.views.web.filters import PAGE, Filters, TheFilters
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.parties import address_of, in_order
from legation.views.web.remembering import between
from legation.views.web.rendering import render
from legation.views.web.timeline import Period, draw_timeline, window_of
from legation.views.web.words import load_words

router = APIRouter(include_in_schema=False)
BRIEFS = ("html", "pdf", "md")
"""What the brief can be: the first is a page."""


class _Wanted(NamedTuple):
    """The parties of a page; `elsewhere` where it is found when the address does not call them by code, in order."""

    codes: tuple[str, ...]
    elsewhere: Response | None


@router.get("/pairs")
def find(one: str = "", other: str = "") -> Response:
    """Leads to the page of the two parties that a form names; of one, if the other is left empty."""
    words = [word.strip() for word in (one, other) if word.strip()]
    return RedirectResponse(address_of(in_order(words)) if words else "/", status_code=303)


@router.get("/pairs/{one}/{other}")
def pair(request: Request, ledger: TheLedger, filters: TheFilters, one: str, other: str) -> Response:
    """What two parties do with each other."""
    return _page(request, ledger, filters, (one, other))


@router.get("/states/{one}")
def state(request: Request, ledger: TheLedger, filters: TheFilters, one: str) -> Response:
    """What one party does, and is done to."""
    return _page(request, ledger, filters, (one,))


@router.get("/pairs/{one}/{other}/months")
def pair_months(request: Request, ledger: TheLedger, filters: TheFilters, one: str, other: str) -> Response:
    """The events of a pair month by month."""
    return _months(request, ledger, filters, (one, other))


@router.get("/states/{one}/months")
def state_months(request: Request, ledger: TheLedger, filters: TheFilters, one: str) -> Response:
    """The events of one party month by month."""
    return _months(request, ledger, filters, (one,))


@router.get("/pairs/{one}/{other}/brief")
def pair_brief(request: Request, ledger: TheLedger, filters: TheFilters, one: str, other: str) -> Response:
    """The brief of a pair, as a page."""
    return _brief(request, ledger, filters, (one, other))


@router.get("/pairs/{one}/{other}/brief.{ending}")
def pair_brief_file(
    request: Request, ledger: TheLedger, filters: TheFilters, one: str, other: str, ending: str
) -> Response:
    """The brief of a pair, as a file."""
    return _brief(request, ledger, filters, (one, other), ending)


@router.get("/states/{one}/brief")
def state_brief(request: Request, ledger: TheLedger, filters: TheFilters, one: str) -> Response:
    """The brief of one party, as a page."""
    return _brief(request, ledger, filters, (one,))


@router.get("/states/{one}/brief.{ending}")
def state_brief_file(request: Request, ledger: TheLedger, filters: TheFilters, one: str, ending: str) -> Response:
    """The brief of one party, as a file."""
    return _brief(request, ledger, filters, (one,), ending)


@router.get("/pairs/{one}/{other}/export.{name}")
def pair_export(request: Request, ledger: TheLedger, filters: TheFilters, one: str, other: str, name: str) -> Response:
    """The events of a pair in a format for other programs."""
    return _export(request, ledger, filters, (one, other), name)


@router.get("/states/{one}/export.{name}")
def state_export(request: Request, ledger: TheLedger, filters: TheFilters, one: str, name: str) -> Response:
    """The events of one party in a format for other programs."""
    return _export(request, ledger, filters, (one,), name)


def _wanted(request: Request, given: tuple[str, ...], tail: str = "") -> _Wanted:
    codes = in_order(given)
    if codes == given:
        return _Wanted(codes, None)
    query = f"?{request.url.query}" if request.url.query else ""
    return _Wanted(codes, RedirectResponse(address_of(codes) + tail + query, status_code=307))


def _page(request: Request, ledger: Ledger, filters: Filters, given: tuple[str, ...]) -> Response:
    codes, elsewhere = _wanted(request, given)
    if elsewhere is not None:
        return elsewhere
    language = language_of(request)
    words = load_words(language, "relations")
    question = msgspec.structs.replace(filters.question(codes), newest_first=True)
    found = between(ledger, filters.everything(codes))
    there = found.relations
    return render(
        request,
        "relations.html.j2",
        codes=codes,
        path=address_of(codes),
        filters=filters,
        filter_words=load_words(language, "filters"),
        found=found,
        there=there,
        events=ledger.events(question),
        last=-(-there.events // PAGE),
        timeline=draw_timeline(there.marks, there.months, _period(question), words.axis, language),
        window=window_of(there.months),
        drawn=there.marks[::-1],
        exports=tuple(FORMATS),
        briefs=BRIEFS,
        since_query=Filters(since=filters.since).query(),
    )


def _months(request: Request, ledger: Ledger, filters: Filters, given: tuple[str, ...]) -> Response:
    """Made when asked: a drawing takes as long as a page."""
    codes, elsewhere = _wanted(request, given, "/months")
    if elsewhere is not None:
        return elsewhere
    language = language_of(request)
    months = ledger.monthly(filters.everything(codes))
    return render(
        request,
        "months.html.j2",
        words="relations",
        codes=codes,
        back=address_of(codes) + filters.query(),
        months=draw_months(months, language),
        month_rows=table_of(months, language),
    )


def _period(question: Question) -> Period:
    """The days that the timeline shows, if the reader says which."""
    since, until = question.since, question.until
    return Period(since.isoformat() if since else None, until.isoformat() if until else None)


def _brief(
    request: Request, ledger: Ledger, filters: Filters, given: tuple[str, ...], ending: str = BRIEFS[0]
) -> Response:
    codes, elsewhere = _wanted(request, given, "/brief" if ending == BRIEFS[0] else f"/brief.{ending}")
    return elsewhere or brief_file(ledger, filters.everything(codes), ending, language_of(request))


def _export(request: Request, ledger: Ledger, filters: Filters, given: tuple[str, ...], name: str) -> Response:
    codes, elsewhere = _wanted(request, given, f"/export.{name}")
    return elsewhere or export_file(ledger, filters.everything(codes), name, language_of(request))
