"""Reports made from annotation, as if reading were without fault: what merging is measured with alone."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

from legation import ontology
from legation.dispatch import Dispatch, Span
from legation.evaluation import standard
from legation.evaluation.gold import Gold, GoldEvent
from legation.evaluation.passages import sentence_at
from legation.report import VERSION, Attribution, DispatchRef, Participant, Place, Report

Sentences = Callable[[Dispatch], Sequence[Span]]
_SECTOR = "GOV"


def annotated_reports(
    gold: Gold, dispatches: dict[str, Dispatch], sentences: Sentences
) -> Iterator[tuple[Report, str]]:
    """The annotated reports of the dispatches that are there (by document name), each with the event it tells.

    A person whose side is not annotated is left out; the source that the annotation names counts as a speaker.
    """
    for name, events in gold.documents.items():
        dispatch = dispatches.get(name)
        if dispatch is None:
            continue
        found = sentences(dispatch)
        for event in events:
            if event.event is not None and not event.borderline:
                yield _report(event, dispatch, found), event.event


def _report(event: GoldEvent, dispatch: Dispatch, sentences: Sequence[Span]) -> Report:
    end = event.trigger_start + len(event.trigger)
    kind = ontology.load().types[event.type]
    return Report(
        version=VERSION,
        id=hashlib.sha256(f"{dispatch.id} {event.line}".encode()).hexdigest()[:16],
        dispatch=DispatchRef(
            dispatch.id, dispatch.source, dispatch.title, dispatch.outlet, dispatch.language, dispatch.published
        ),
        type=event.type,
        mode=event.mode,
        contexts=(),
        status=event.status,
        actors=tuple(_participants(event, event.actors)),
        recipients=tuple(_participants(event, event.recipients)),
        scope="international",
        salience=event.salience or "main",
        date=event.date,
        date_basis=None,
        place=Place(event.place, event.place, "", 0, 0) if event.place else None,
        attribution=_attribution(event),
        trigger=dispatch.span(event.trigger_start, end),
        mentions=tuple(dispatch.span(at, at + 1) for at in event.other_mentions),
        sentence=sentence_at(sentences, dispatch, event.trigger_start, end),
        quad=kind.quad,
        intensity=ontology.load().intensity(event.type, event.mode),
        confidence=1.0,
        why={"entry": "annotated", "line": event.line},
    )


def _participants(event: GoldEvent, codes: Sequence[str | None]) -> Iterator[Participant]:
    own = standard.load()
    for code in sorted(own.codes(codes)):
        people: list[str | None] = [p for p in event.people if own.codes([event.person_codes.get(p)]) == {code}]
        for person in people or [None]:
            yield Participant(code, _SECTOR, person, None, person or "", 0, 0)


def _attribution(event: GoldEvent) -> tuple[Attribution, ...]:
    if not event.attributed_to:
        return ()
    return (Attribution("speaker", event.attributed_to, None, event.attributed_to, None, None),)
