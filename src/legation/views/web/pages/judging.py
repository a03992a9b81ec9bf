"""What readers judge: pairs of reports, fields of events; and the list of all judgements."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple, cast, get_args

from fastapi import APIRouter, Form, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.event import Event
from legation.judgement import CorrectedField
from legation.ledger import AmbiguousPrefix, Ledger
from legation.report import Report
from legation.views.judging import correct_event, founding_report, judge_pairs
from legation.views.web.corrections import Correction, name_fault
from legation.views.web.judges import remember_name
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.lookups import LONGEST, SeveralError, found
from legation.views.web.pages.event import JudgingFault, event_page
from legation.views.web.pages.review import review_page
from legation.views.web.rendering import render
from legation.views.web.words import Words, load_words

router = APIRouter(include_in_schema=False)
Answer = Literal["same", "different", "later"]
_PAGE = 50
"""Judgements on a page."""


class Asked(NamedTuple):
    """What a form asks to be judged, as it came in.

    A pair: `report` and `other`. A report that does not belong: `report` and `event`. Two events: `event` and
    `same_as`.
    """

    answer: str
    report: str
    other: str
    event: str
    same_as: str
    by: str
    state: str


@router.post("/events/{asked}/corrections")
def correct(
    request: Request,
    ledger: TheLedger,
    asked: str,
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    unknown: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
) -> Response:
    """Corrects a field of an event; what cannot be comes back with its form."""
    event = _the_event(ledger, asked)
    typed = Correction(field, value, bool(unknown), reason, by).checked(event, _words(request, "corrections"))
    if typed.faults:
        return event_page(request, ledger, event, status=422, correction=typed)
    made = correct_event(
        ledger, event, cast(CorrectedField, typed.field), typed.said, typed.reason, by=typed.by.strip()
    )
    return _done(f"/events/{made.after.id[:12]}?said=corrected#notice", typed.by)


@router.post("/judgements")
def judge(
    request: Request,
    ledger: TheLedger,
    answer: Annotated[str, Form()] = "",
    report: Annotated[str, Form()] = "",
    other: Annotated[str, Form()] = "",
    event: Annotated[str, Form()] = "",
    same_as: Annotated[str, Form()] = "",
    by: Annotated[str, Form()] = "",
    state: Annotated[str, Form()] = "",
) -> Response:
    """Judges whether reports tell one event."""
    asked, words = Asked(answer, report, other, event, same_as, by, state), _words(request, "judging")
    if answer not in get_args(Answer):
        raise HTTPException(422, words.wrong_answer)
    if not event:
        return _judge_pair(request, ledger, asked, words)
    told = _the_event(ledger, event)
    if report:
        return _judge_apart(request, ledger, told, asked, words)
    return _judge_events(request, ledger, told, asked, words)


@router.get("/judgements")
def judgements(request: Request, ledger: TheLedger, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """What people judged, the newest first."""
    everything = tuple(reversed(ledger.judgements()))
    last = max(-(-len(everything) // _PAGE), 1)
    page = min(page, last)
    shown = everything[(page - 1) * _PAGE : page * _PAGE]
    held = ledger.standing()
    counting = {one.id for one in held.pairs.values()}
    counting |= {one.id for made in held.corrections.values() for one in made.values()}
    events = ledger.events_of(sorted({end.report for one in shown for end in one.reports}))
    return render(
        request, "judging.html.j2", judgements=shown, counting=counting, lost=frozenset(held.lost), events=events,
        total=len(everything), page=page, last=last, page_address=lambda number: f"?page={number}",
    )  # fmt: skip


def _judge_pair(request: Request, ledger: Ledger, asked: Asked, words: Words) -> Response:
    """Two reports, from the page of doubtful pairs."""
    a, b = (_report(ledger, id_, words) for id_ in (asked.report, asked.other))
    if a.id == b.id:
        raise HTTPException(422, words.wrong_pair)
    if wrong := name_fault(asked.by, _words(request, "corrections")):
        return review_page(request, ledger, state=asked.state, pair=(a.id, b.id), by=asked.by, wrong=wrong)
    answer = cast(Answer, asked.answer)
    judge_pairs(ledger, [(a, b)], answer, by=asked.by.strip())
    state = f"&state={asked.state}" if asked.state.isalnum() and asked.state.isascii() else ""
    return _done(f"/review?said={answer}&last={a.id}.{b.id}{state}", asked.by)


def _judge_apart(request: Request, ledger: Ledger, event: Event, asked: Asked, words: Words) -> Response:
    """A report that does not belong: kept apart from every other one of its event, else those that are left behind
    might follow it.
    """
    reports = ledger.reports_by_id([one.id for one in event.reports])
    report = reports.get(asked.report)
    others = [one for one in reports.values() if one.id != asked.report]
    if report is None or not others or asked.answer != "different":
        raise HTTPException(422, words.wrong_pair)
    if wrong := name_fault(asked.by, _words(request, "corrections")):
        return event_page(request, ledger, event, status=422, judging=JudgingFault("", asked.by, wrong))
    judge_pairs(ledger, [(report, one) for one in others], "different", by=asked.by.strip())
    return _done(f"/events/{event.id[:12]}?said=apart#notice", asked.by)


def _judge_events(request: Request, ledger: Ledger, event: Event, asked: Asked, words: Words) -> Response:
    """Two events that are one: their founding reports are judged the same."""
    other, wrong = _other_event(ledger, asked.same_as, words)
    if other is not None and other.id == event.id:
        wrong = words.wrong_itself
    wrong = wrong or name_fault(asked.by, _words(request, "corrections"))
    if other is None or wrong or asked.answer != "same":
        fault = JudgingFault(asked.same_as, asked.by, wrong or words.wrong_answer)
        return event_page(request, ledger, event, status=422, judging=fault)
    pair = founding_report(ledger, event), founding_report(ledger, other)
    judge_pairs(ledger, [pair], "same", by=asked.by.strip())
    joined = ledger.events_of([pair[0].id]).get(pair[0].id, event.id)
    one = joined == ledger.events_of([pair[1].id]).get(pair[1].id)
    return _done(f"/events/{joined[:12]}?said={'joined' if one else 'not_joined'}#notice", asked.by)


def _other_event(ledger: Ledger, typed: str, words: Words) -> tuple[Event | None, str | None]:
    """The event of an id or of an address of its page, else what is wrong."""
    asked = typed.strip().partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
    try:
        event = ledger.event(asked) if 0 < len(asked) <= LONGEST else None
    except AmbiguousPrefix:
        return None, words.wrong_several.format(value=asked)
    return event, None if event else words.wrong_event.format(value=typed.strip()[:80])


def _the_event(ledger: Ledger, asked: str) -> Event:
    try:
        return found(asked, ledger.event)
    except SeveralError:
        raise HTTPException(404) from None


def _report(ledger: Ledger, id_: str, words: Words) -> Report:
    report = ledger.reports_by_id([id_]).get(id_) if len(id_) <= LONGEST else None
    if report is None:
        raise HTTPException(422, words.wrong_report)
    return report


def _words(request: Request, page: str) -> Words:
    return load_words(language_of(request), page)


def _done(address: str, name: str) -> Response:
    """Leads to the page that shows what came of it."""
    answer = RedirectResponse(address, status_code=303)
    remember_name(answer, name.strip())
    return answer
