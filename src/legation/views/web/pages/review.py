"""Review: doubtful pairs of reports, put to the reader one after the other, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.judgement import Judgement
from legation.ledger import Ledger
from legation.views.asking import party_codes
from legation.views.web.judges import known_name
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.lookups import LONGEST
from legation.views.web.rendering import phrases_of, render
from legation.views.web.telling import Told, tell, telling_words
from legation.views.web.verdict import ShownVerdict, show_verdict, verdict_words
from legation.views.web.words import Words, load_words

router = APIRouter(include_in_schema=False)
_LONGEST_STATE = 200
_LOOKED, _COUNTED = 1000, 200
"""Pairs of reports that are looked at for the next ones, and pairs of events up to which those in doubt are counted."""
ANSWERS = (("same", "s"), ("different", "d"), ("later", "l"))
"""The answers and their keys."""


@router.get("/review")
def review(
    request: Request,
    ledger: TheLedger,
    state: Annotated[str, Query(max_length=_LONGEST_STATE)] = "",
    pair: Annotated[str, Query(max_length=2 * LONGEST + 1)] = "",
) -> Response:
    """The next doubtful pair; or the pair with these two ids, joined by a full stop, to judge it again."""
    ends = tuple(pair.split("."))
    if pair and len(ends) != 2:
        raise HTTPException(404)
    return review_page(request, ledger, state=state, pair=(ends[0], ends[1]) if pair else None)


def review_page(
    request: Request,
    ledger: Ledger,
    *,
    state: str = "",
    pair: tuple[str, str] | None = None,
    by: str | None = None,
    wrong: str | None = None,
) -> Response:
    """The page of a pair; `by` and `wrong` are what was typed as a name, and why it cannot be.

    Raises:
        HTTPException: 404, the pair is not there.
    """
    words = load_words(language_of(request), "review")
    codes, unknown = _codes(state, words)
    waiting = () if unknown else ledger.doubts(codes, most=_LOOKED)
    if pair is None and waiting:
        pair = waiting[0].a, waiting[0].b
    shown = _shown(request, ledger, pair) if pair else _Shown()
    again = _last(ledger, pair) if pair else None
    return render(
        request,
        "review.html.j2",
        status=422 if wrong or unknown else 200,
        pair=pair,
        waiting=min(len(waiting), _COUNTED),
        more=len(waiting) > _COUNTED,
        judged=sum(one.kind != "later" for one in ledger.standing().pairs.values()),
        state=state.strip(),
        unknown=unknown,
        again=again,
        answers=ANSWERS,
        by=known_name(request) if by is None else by,
        wrong=wrong,
        said=request.query_params.get("said", ""),
        before=_plain(request.query_params.get("last", "")),
        **shown._asdict(),
    )


def _codes(state: str, words: Words) -> tuple[tuple[str, ...], str | None]:
    """The code of the state asked for, else what is wrong."""
    if not state.strip():
        return (), None
    try:
        return party_codes([state.strip()]), None
    except ValueError:
        return (), words.unknown_state.format(value=state.strip()[:80])


class _Shown(NamedTuple):
    """A pair in words: both reports, their events by their ids, what speaks for and against."""

    reports: tuple[Told, ...] = ()
    events: Mapping[str, str] = {}
    verdict: ShownVerdict | None = None
    telling: Words | None = None
    weighing: Words | None = None


def _shown(request: Request, ledger: Ledger, pair: tuple[str, str]) -> _Shown:
    """Both reports with their sentences, their events, and what speaks for and against."""
    language, say = language_of(request), phrases_of(request)
    telling, weighing = telling_words(language), verdict_words(language)
    reports = ledger.reports_by_id(list(pair))
    verdict = ledger.verdict(*pair)
    if len(reports) < 2 or verdict is None:
        raise HTTPException(404)
    told = (tell(reports[id_], ledger.dispatch(reports[id_].dispatch.id), say, telling) for id_ in pair)
    return _Shown(tuple(told), ledger.events_of(list(pair)), show_verdict(verdict, say, weighing), telling, weighing)


def _last(ledger: Ledger, pair: tuple[str, str]) -> Judgement | None:
    """What was judged last of a pair."""
    a, b = sorted(pair)
    return ledger.standing().pairs.get((a, b))


def _plain(last: str) -> str:
    """The pair judged before, from the address; "" when it is none."""
    return last if len(last) <= 2 * LONGEST and last.replace(".", "").isalnum() and last.count(".") == 1 else ""
