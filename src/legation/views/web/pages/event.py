"""An event: what is agreed and what is not, each report with its words, why they are one, what people judged of it."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.dispatch import Dispatch
from legation.event import Event, EventReport, SaidValue
from legation.judgement import Judgement
from legation.ledger import Ledger
from legation.report import Report
from legation.views.deeds import deeds_elsewhere
from legation.views.joins import Joins, gather_joins
from legation.views.web.corrections import Correction, current_values, describe_fields
from legation.views.web.judges import known_name
from legation.views.web.languages import language_of
from legation.views.web.ledgers import TheLedger
from legation.views.web.lookups import SeveralError, found
from legation.views.web.phrases import Phrases
from legation.views.web.rendering import phrases_of, render
from legation.views.web.telling import Told, tell, telling_words
from legation.views.web.verdict import ShownVerdict, show_verdict, verdict_words
from legation.views.web.words import Words, load_words
from legation.views.wording import due_words, earliest, outlets, who_says

router = APIRouter(include_in_schema=False)
REPORTS = 10
"""Reports on a page."""
_JOINS = 12
"""Verdicts shown; a much told event has hundreds, of which the strongest say enough."""
_OUTLETS = 6


class Dissent(NamedTuple):
    """A field on which reports differ, in words; `values`: each with who says so, by whom it is passed on."""

    field: str
    values: tuple[tuple[str, str, tuple[str, ...]], ...]


class Promise(NamedTuple):
    """A commitment in words, with the report that announces it and the one that tells what came of it."""

    due: str
    announced: EventReport | None
    told: EventReport | None


class JudgingFault(NamedTuple):
    """What was typed into the form of another event, and why it cannot be."""

    same_as: str
    by: str
    line: str


@router.get("/events/{asked}")
def event(
    request: Request, ledger: TheLedger, asked: str, page: Annotated[int, Query(ge=1, le=100_000)] = 1
) -> Response:
    """The page of an event; an id that went away leads to the event that took its reports."""
    try:
        told = found(asked, ledger.event)
    except SeveralError as several:
        return _candidates(request, ledger, several)
    if not told.id.startswith(asked):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/events/{told.id[:12]}{query}", status_code=307)
    return event_page(request, ledger, told, page=page)


@router.get("/events/{asked}/nearest")
def nearest(request: Request, ledger: TheLedger, asked: str) -> Response:
    """What came nearest to an event and stayed apart: looked for when asked, since it compares with all around it."""
    try:
        told = found(asked, ledger.event)
    except SeveralError as several:
        return _candidates(request, ledger, several)
    joins = gather_joins(ledger, told)
    say, spoken = phrases_of(request), _Words.of(request)
    shown = [tell(one, joins.dispatches.get(one.dispatch.id), say, spoken.telling) for one in _outside(joins)]
    verdict, excluded = (joins.outside.verdict, joins.outside.excluded) if joins.outside else (None, None)
    return render(
        request,
        "nearest.html.j2",
        event=told,
        joins=joins,
        reports=shown,
        verdict=show_verdict(verdict, say, spoken.verdict) if verdict else None,
        excluded=show_verdict(excluded, say, spoken.verdict) if excluded else None,
        telling=spoken.telling,
        weighing=spoken.verdict,
    )


def _candidates(request: Request, ledger: Ledger, several: SeveralError) -> Response:
    events = [one for id_ in several.candidates if (one := ledger.event(id_))]
    return render(request, "candidates.html.j2", status=300, several=several, events=events, dispatches=())


def event_page(
    request: Request,
    ledger: Ledger,
    event: Event,
    *,
    page: int = 1,
    status: int = 200,
    correction: Correction | None = None,
    judging: JudgingFault | None = None,
) -> Response:
    """The page of an event; with what was typed into one of its forms where that cannot be."""
    say, spoken = phrases_of(request), _Words.of(request)
    last = max(-(-len(event.reports) // REPORTS), 1)
    page = min(page, last)
    verdicts = sorted(ledger.joins(event.id), key=lambda one: (-one.score, one.a, one.b))
    first = (page - 1) * REPORTS
    places, name = _places(event), known_name(request)
    return render(
        request,
        "event.html.j2",
        status=status,
        event=event,
        tellings=_told(ledger, [one.id for one in event.reports[first : first + REPORTS]], say, spoken),
        first=first,
        page=page,
        last=last,
        page_address=lambda number: f"?page={number}#reports",
        people=[one for one in (*event.actors, *event.recipients) if one.person],
        dissents=_dissents(event, say),
        promise=_promise(ledger, event, say),
        joins=[_joined(show_verdict(one, say, spoken.verdict), places) for one in verdicts[:_JOINS]],
        joined=len(verdicts),
        judgements=_judgements(ledger, event),
        fields=describe_fields(spoken.form),
        values=current_values(event),
        correction=correction or Correction(by=name),
        judging=judging or JudgingFault("", name, ""),
        said=request.query_params.get("said", ""),
        spoken=spoken,
    )


class _Words(NamedTuple):
    """The words of the page and of the pieces it shares with others."""

    form: Words
    telling: Words
    verdict: Words

    @classmethod
    def of(cls, request: Request) -> _Words:
        """The words in the reader's language."""
        language = language_of(request)
        return cls(load_words(language, "corrections"), telling_words(language), verdict_words(language))


def _told(ledger: Ledger, ids: list[str], say: Phrases, spoken: _Words) -> list[Told]:
    reports = ledger.reports_by_id(ids)
    dispatches: dict[str, Dispatch | None] = {}
    for report in reports.values():
        if report.dispatch.id not in dispatches:
            dispatches[report.dispatch.id] = ledger.dispatch(report.dispatch.id)
    there = [reports[id_] for id_ in ids if id_ in reports]
    return [tell(one, dispatches[one.dispatch.id], say, spoken.telling) for one in there]


def _dissents(event: Event, say: Phrases) -> tuple[Dissent, ...]:
    names = say.interface.disagreements
    return tuple(
        Dissent(
            names.get(one.field, one.field), tuple(_said(event, one.field, value, say) for value in one.values)
        )
        for one in event.disagreements
    )  # fmt: skip


def _said(event: Event, field: str, value: SaidValue, say: Phrases) -> tuple[str, str, tuple[str, ...]]:
    shown = say.disputed(field, value.value)
    sources = tuple(root.name for root in who_says(event, value.dispatches))
    through = tuple(name for name in outlets(event, value.dispatches) if name not in sources)[:_OUTLETS]
    return shown, ", ".join(sources or value.dispatches[:_OUTLETS]), through


def _promise(ledger: Ledger, event: Event, say: Phrases) -> Promise | None:
    promised = event.commitment
    if promised is None:
        return None
    deeds = deeds_elsewhere(ledger, [event])
    due = due_words(promised, say.interface)
    return Promise(due, earliest(event, promised.announced, deeds), earliest(event, promised.evidence, deeds))


def _places(event: Event) -> dict[str, tuple[int, str]]:
    """Of each report its number on the pages of the event and its outlet, for verdicts to speak of."""
    return {
        one.id: (number, one.dispatch.outlet or one.dispatch.title or one.dispatch.source)
        for number, one in enumerate(event.reports, 1)
    }


class Joined(NamedTuple):
    """A verdict that joined two reports, each as number on the page and name."""

    shown: ShownVerdict
    ends: tuple[tuple[int, str], ...]


def _joined(shown: ShownVerdict, places: dict[str, tuple[int, str]]) -> Joined:
    return Joined(shown, tuple(places[id_] for id_ in (shown.verdict.a, shown.verdict.b) if id_ in places))


def _outside(joins: Joins) -> list[Report]:
    if joins.outside is None:
        return []
    pair = joins.outside.verdict.a, joins.outside.verdict.b
    return [joins.reports[id_] for id_ in pair if id_ in joins.reports]


def _judgements(ledger: Ledger, event: Event) -> list[Judgement]:
    """The judgements that shaped the event, the newest first."""
    if not event.judgements:
        return []
    return [one for one in reversed(ledger.judgements()) if one.id in event.judgements]
