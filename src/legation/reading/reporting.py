"""From drafts to reports: the public form, in the dispatch's own offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from legation import __version__, ontology
from legation.dispatch import Dispatch, Span
from legation.language.pack import LanguagePack
from legation.reading.attribution import Saying
from legation.reading.clean import Clean
from legation.reading.confidence import of_group
from legation.reading.dating import Dated
from legation.reading.draft import Draft
from legation.reading.roles import Party
from legation.report import (
    VERSION,
    Attribution,
    DateBasis,
    DispatchRef,
    Participant,
    Place,
    Report,
    Scope,
)

_PRIVATE = {"OPP", "CVL", "BUS", "MED", "JUD", "LEG", "REB"}
"""Sectors whose act that names no other party is taken for home affairs."""


class Reporter:
    """Writes reports; knows the ontology and the names of states."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._ontology = ontology.load()

    def reports(self, text: Clean, drafts: Sequence[Draft]) -> tuple[Report, ...]:
        """The reports of one dispatch, in the order of their triggers."""
        ordered = sorted(drafts, key=lambda d: (d.start, d.type))
        return tuple(self._report(text, draft) for draft in ordered)

    def _report(self, text: Clean, draft: Draft) -> Report:
        dispatch = text.dispatch
        trigger = text.span(draft.start, draft.end)
        actors, recipients = self._participants(text, draft)
        mode = draft.mode
        sentence = draft.view.sentence
        return Report(
            version=VERSION,
            id=_report_id(dispatch, draft, trigger),
            dispatch=DispatchRef(
                dispatch.id, dispatch.source, dispatch.title, dispatch.outlet, dispatch.language, dispatch.published
            ),
            type=draft.type,
            mode=mode,
            contexts=draft.hit.entry.contexts,
            status=draft.verdict.status,
            actors=actors,
            recipients=recipients,
            scope=self._scope(draft),
            salience=draft.salience,
            date=draft.date.edtf if draft.date else None,
            date_basis=_basis(text, draft.date),
            place=self._place(text, draft),
            attribution=tuple(_attributions(text, draft)),
            trigger=trigger,
            mentions=tuple(text.span(d.start, d.end) for d in sorted(draft.others, key=lambda d: d.start)),
            sentence=text.span(sentence.start, sentence.end),
            quad=self._ontology.types[draft.type].quad,
            intensity=self._ontology.intensity(draft.type, mode),
            confidence=of_group([draft.confidence, *(d.confidence for d in draft.others)]),
            why=_why(draft),
            promised=draft.promised,
            postponed=draft.verdict.postponed,
        )

    def _participants(self, text: Clean, draft: Draft) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
        actors = [self._participant(text, p) for p in draft.roles.actors]
        recipients = [self._participant(text, p) for p in draft.roles.recipients]
        if draft.roles.symmetric:
            known = {a.code for a in actors}
            both = (*actors, *(r for r in recipients if r.code not in known))
            return both, both if self._done_to_each_other(draft, len(both)) else ()
        return tuple(actors), tuple(recipients)

    def _done_to_each_other(self, draft: Draft, count: int) -> bool:
        """ "Ils se sont affrontés": each does it and undergoes it; who meets or agrees does so with the other."""
        mutual = bool(draft.hit.entry.reflexive) and self._ontology.types[draft.type].quad.endswith("conflict")
        return mutual and count > 1

    def _participant(self, text: Clean, party: Party) -> Participant:
        found = _participant(text, party)
        organisation = self._pack.organisation_facts.get(found.code)
        return found if organisation is None else msgspec.structs.replace(found, sector=organisation.sector)

    def _scope(self, draft: Draft) -> Scope:
        """Domestic when everyone and everything in the event belongs to one state."""
        codes = draft.codes()
        if len(codes) > 1 or any(code in self._pack.organisation_facts for code in codes):
            return "international"
        others = set(draft.around) - codes
        if any(p.mention.sector in _PRIVATE for p in draft.roles.actors):
            return "domestic"
        return "international" if others else "domestic"

    def _place(self, text: Clean, draft: Draft) -> Place | None:
        where = draft.place
        if where is None or where.code not in self._pack.states:
            return None
        span = text.span(where.mention.start, where.mention.end)
        return Place(where.code, self._pack.states[where.code].name, span.text, span.start, span.end)


def _report_id(dispatch: Dispatch, draft: Draft, trigger: Span) -> str:
    words = f"{__version__}|{dispatch.id}|{draft.type}|{trigger.start}|{trigger.end}|{draft.hit.entry.id}"
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _participant(text: Clean, party: Party) -> Participant:
    mention = party.mention
    span = text.span(mention.start, mention.end)
    person = mention.person
    if len(mention.people) > 1 and party.code in mention.codes:
        position = mention.codes.index(party.code)
        person = mention.people[position] if position < len(mention.people) else None
    return Participant(party.code, mention.sector, person, mention.office, span.text, span.start, span.end)


def _basis(text: Clean, date: Dated | None) -> DateBasis | None:
    if date is None:
        return None
    if date.start is not None and date.end is not None:
        span = text.span(date.start, date.end)
        return DateBasis(span.text, span.start, span.end, date.origin)
    own = text.dispatch.own_date
    if own is not None and own.span is not None:
        return DateBasis(own.span.text, own.span.start, own.span.end, own.basis)
    return None


def _attributions(text: Clean, draft: Draft) -> list[Attribution]:
    found: list[Attribution] = []
    for credit in text.dispatch.credits:
        words = credit.span
        found.append(
            Attribution(
                credit.kind,
                credit.name,
                credit.code,
                words.text if words else credit.name,
                words.start if words else None,
                words.end if words else None,
            )
        )
    known = {a.name for a in found}
    for saying in sorted(draft.sayings, key=_outermost_first):
        if saying.name not in known:
            span = text.span(saying.start, saying.end)
            found.append(Attribution(saying.kind, saying.name, saying.code, span.text, span.start, span.end))
            known.add(saying.name)
    return found


def _outermost_first(saying: Saying) -> tuple[int, int]:
    return ({"outlet": 0, "agency": 1, "document": 2, "speaker": 3}[saying.kind], saying.start)


def _why(draft: Draft) -> dict[str, object]:
    return {
        "entry": draft.hit.entry.id,
        "frame": draft.hit.entry.frame,
        "actors": [_path(p) for p in draft.roles.actors],
        "recipients": [_path(p) for p in draft.roles.recipients],
        "status": draft.verdict.cue,
        "hearsay": draft.verdict.hearsay,
    }


def _path(party: Party) -> dict[str, str]:
    return {"code": party.code, "path": party.path, "words": party.mention.text}
