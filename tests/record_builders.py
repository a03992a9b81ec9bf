"""Small made-up dispatches and reports for the tests of merging and the ledger."""

from __future__ import annotations

import hashlib
from typing import Any

from legation.dispatch import Credit, Dispatch, OwnDate, Span, text_id
from legation.report import Attribution, DispatchRef, Participant, Place, Promise, Report, Status

QUADS = {
    "CONSULT": ("verbal cooperation", 2.5),
    "AGREE": ("verbal cooperation", 2.5),
    "SUPPORT": ("verbal cooperation", 5.0),
    "AID": ("material cooperation", 10.0),
    "ACCUSE": ("verbal conflict", -3.0),
    "SANCTION": ("material conflict", -6.0),
}
TOWNS = {"VEN": "Caracas", "RUS": "Moscou", "CUB": "La Havane", "FRA": "Paris"}


def make_dispatch(
    text: str,
    source: str | None = None,
    published: str | None = None,
    *,
    outlet: str | None = None,
    credits: tuple[Credit, ...] = (),
    language: str = "fr",
) -> Dispatch:
    identifier = text_id(text)
    return Dispatch(
        id=identifier,
        text=text,
        source=source or f"{identifier[:6]}.txt",
        language=language,
        title=text.split(".", maxsplit=1)[0][:60],
        outlet=outlet,
        own_date=OwnDate(published, "published") if published else None,
        credits=credits,
    )


def make_participant(named: str, text: str) -> Participant:
    """A participant from "RUS", "RUS:Sergueï Lavrov" or "RUS:Sergueï Lavrov:ministre des Affaires étrangères"."""
    code, _, rest = named.partition(":")
    person, _, office = rest.partition(":")
    words = person or code
    start = max(text.find(words), 0)
    said = text[start : start + len(words)]
    return Participant(code, "GOV", person or None, office or None, said, start, start + len(said))


def make_report(
    dispatch: Dispatch,
    type_: str = "CONSULT",
    actors: str = "RUS",
    recipients: str = "VEN",
    *,
    date: str | None = None,
    status: Status = "occurred",
    mode: str | None = None,
    trigger: str | None = None,
    sentence: str | None = None,
    place: str | None = None,
    speakers: tuple[Attribution, ...] = (),
    salience: Any = "main",
    confidence: float = 0.8,
    promised: Promise | None = None,
    postponed: bool = False,
) -> Report:
    """A report; several actors or recipients are separated by ` + `. The sentence must stand in the dispatch."""
    sentence = sentence or dispatch.text
    start = dispatch.text.index(sentence)
    trigger = trigger or sentence.split()[0]
    at = dispatch.text.index(trigger, start)
    key = "|".join(str(x) for x in (dispatch.id, type_, actors, recipients, at, status, date, mode))
    quad, intensity = QUADS.get(type_, ("verbal cooperation", 0.0))
    return Report(
        version=1,
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        dispatch=DispatchRef(
            dispatch.id, dispatch.source, dispatch.title, dispatch.outlet, dispatch.language, dispatch.published
        ),
        type=type_,
        mode=mode,
        contexts=(),
        status=status,
        actors=tuple(make_participant(said, dispatch.text) for said in actors.split(" + ") if said),
        recipients=tuple(make_participant(said, dispatch.text) for said in recipients.split(" + ") if said),
        scope="international",
        salience=salience,
        date=date,
        date_basis=None,
        place=Place(place, TOWNS.get(place, place), dispatch.text[:1], 0, 1) if place else None,
        attribution=speakers,
        trigger=Span(trigger, at, at + len(trigger)),
        mentions=(),
        sentence=Span(sentence, start, start + len(sentence)),
        quad=quad,
        intensity=intensity,
        confidence=confidence,
        why={"entry": "test"},
        promised=promised,
        postponed=postponed,
    )


def speaker(name: str, code: str | None = None, kind: Any = "speaker") -> Attribution:
    return Attribution(kind, name, code, name, None, None)
