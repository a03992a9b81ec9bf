"""From parsed sentences to drafts: the sentences in order, each with what the dispatch has told before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.dispatch import Dispatch
from legation.language.pack import LanguagePack
from legation.reading.arguments import OBJECT, Grammar
from legation.reading.attribution import AttributionReader, Saying
from legation.reading.clean import Clean
from legation.reading.completing import (
    PATH,
    Completer,
    Deed,
    Scene,
    complete,
    deed,
    take_imposers_from_text,
    take_sides_from_text,
)
from legation.reading.confidence import Confidence
from legation.reading.content import ContentReader
from legation.reading.dating import Act, Clock, Dated, DateWeigher
from legation.reading.dealing import Dealing, dealing
from legation.reading.draft import Draft
from legation.reading.no_act import NoAct
from legation.reading.people import People
from legation.reading.placing import PlaceWeigher, Scenes
from legation.reading.promising import PromiseReader
from legation.reading.reference import Discourse
from legation.reading.roles import RoleFiller, Roles
from legation.reading.sentences import Sentence
from legation.reading.status import StatusReader
from legation.reading.support import SupportFinder
from legation.reading.times import TimeExpression
from legation.reading.triggers import Hit, TriggerFinder
from legation.reading.verdict import Verdict
from legation.reading.view import View
from legation.report import Salience

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 5
"""Words between a verb and an auxiliary or object that still belong to the words of the event."""
_OPENING = ("«", "“", '"')
_BEHIND = frozenset({",", "»", "”", '"'})
"""What stands before a verb that tells who has spoken."""
_AROUND = 6
"""Mentions before a one-sided act among which another state makes it international."""
_MEANT = {"CONSULT", "PROTEST"}
"""Types whose purpose clause tells them: who comes "pour rencontrer" meets, who marches "pour protester" protests."""
_BODIES = {"institution", "office"}
_SINCE = "/.."
"""How a date ends that tells since when something lasts."""
_GOING_ON = {"AID", "MOBILIZE"}
"""Types that last since the day they are told of: "ont trouvé refuge depuis avril"."""
_NEEDS_TWO = {"CONSULT", "COOPERATE"}


@dataclass(frozen=True)
class Tools:
    """The stage readers of one language, built once."""

    pack: LanguagePack
    grammar: Grammar
    triggers: TriggerFinder
    roles: RoleFiller
    status: StatusReader
    attribution: AttributionReader
    content: ContentReader
    no_act: NoAct
    promises: PromiseReader
    support: SupportFinder
    completer: Completer
    dates: DateWeigher
    places: PlaceWeigher
    confidence: Confidence
    capitals: Mapping[str, str]
    seats: Mapping[str, str]


class Teller:
    """Tells one dispatch: holds what has been said so far."""

    def __init__(
        self,
        tools: Tools,
        text: Clean,
        people: People,
        times: Sequence[TimeExpression],
        sentences: Sequence[Sentence],
    ) -> None:
        self._tools = tools
        self._home = _home(text.dispatch, tools.pack)
        self._discourse = Discourse(tools.grammar, people, self._home, tools.pack.states)
        self._clock = Clock(text.dispatch, times, sentences, tools.grammar)
        self._carried: Saying | None = None
        self._scenes = Scenes(tools.capitals, tools.seats, tools.places, self._home)
        self._told: list[Draft] = []
        self._deeds: list[Deed] = []
        self._dealings: list[tuple[str, ...]] = []
        self._named: Counter[str] = Counter()
        self._order: list[str] = []
        self._hits: dict[int, list[Hit]] = {}
        self._about = Dealing()

    def tell(self, views: Sequence[View]) -> list[Draft]:
        """The drafts of all sentences, in order."""
        drafts: list[Draft] = []
        self._named.update(code for view in views for m in view.mentions if m.kind != "city" for code in m.codes)
        self._order = list(self._named)
        self._hits = {v.index: self._tools.triggers.find(v.doc) for v in views if v.doc is not None}
        self._about = dealing(views, self._hits)
        self._discourse.open(views)
        self._scenes.over(views)
        for view in views:
            self._clock.enter(view)
            self._discourse.resolve(view)
            if view.doc is None:
                continue
            sayings = self._tools.attribution.read(view)
            self._listen(view, sayings)
            drafts += self._drafts(view, sayings)
        take_sides_from_text(drafts)
        take_imposers_from_text(drafts)
        return drafts

    def _listen(self, view: View, sayings: Sequence[Saying]) -> None:
        speaker = next((s for s in sayings if s.mention is not None and s.mention.codes), None)
        self._discourse.hear(speaker.mention if speaker is not None else None, view)
        self._carried = speaker or self._carried

    def _drafts(self, view: View, sayings: Sequence[Saying]) -> list[Draft]:
        assert view.doc is not None
        hits = self._hits[view.index]
        swallowed = self._tools.content.swallowed(hits)
        alleged = self._tools.content.alleged(hits)
        found = []
        for k, hit in enumerate(hits):
            if k in swallowed and k not in alleged:
                continue
            if self._merely_says(hit, sayings):
                continue
            body = view.mention_at(hit.token)
            if hit.nominal and body is not None and body.kind in _BODIES:
                continue  # "l'opposition" is a body here, no act, and so in "le candidat de l'opposition"
            draft = self._draft(hit, view, sayings, hits, accuser=alleged.get(k))
            if draft is not None:
                inner = [other for k, other in enumerate(hits) if swallowed.get(k) is hit]
                draft.promised = self._tools.promises.promised(draft, inner, self._clock)
                found.append(draft)
                self._told.append(draft)
                self._deeds.append(deed(draft))
                self._note_dealing(draft)
        return found

    def _draft(
        self, hit: Hit, view: View, sayings: Sequence[Saying], hits: Sequence[Hit], *, accuser: Hit | None
    ) -> Draft | None:
        support, lent = self._tools.support.of(hit)
        roles = self._tools.roles.fill(hit, view, self._discourse, lent)
        verdict = self._tools.status.read(hit, support, direction=None)
        speech = not hit.deed and hit.entry.type != "CONSULT"
        expression = self._clock.expression(hit, support, hits, view, verdict, speech=speech)
        if expression is not None and expression.direction is not None:
            verdict = self._tools.status.read(hit, support, direction=expression.direction)
        if verdict.purpose and (hit.nominal or hit.entry.type not in _MEANT):
            return None
        if verdict.cue == "infinitive" and not self._tools.grammar.has_finite(hit.token.doc):
            return None  # "Nous contacter", "Reconnaître la Palestine ?": nobody does it
        quoted = view.sentence.quoted or view.text.startswith(_OPENING)
        told = self._tools.attribution.of_hit(hit, sayings, self._carried, quoted=quoted)
        complete(self._scene(hit, roles, view, told), self._tools.completer)
        if self._to_the_audience(hit, view) or not self._worth_telling(hit, roles):
            return None
        if self._tools.no_act.is_none(hit, roles, verdict, view):
            return None
        background = verdict.earlier or (expression is not None and expression.is_span)
        main = self._tools.status.in_main_clause(hit, support)
        by_rule = self._clock.date(hit, expression, verdict, view, main=main, speech=speech)
        spoken = self._clock.spoken(hit, view)
        codes = frozenset(roles.codes())
        act = Act(hit, view, verdict, codes, main, speech, spoken, expression, by_rule, self._told)
        date = self._tools.dates.date(act, self._clock)
        if not speech and verdict.status == "occurred":
            verdict = self._settled(hit, verdict, date, expression)
        salience: Salience = "background" if background or not main else "main"
        draft = Draft(
            hit,
            view,
            roles,
            verdict,
            told,
            date,
            None,
            salience,
            view.start_of(hit.token),
            view.end_of(hit.last),
        )
        draft.around = frozenset(
            code for m in (*view.mentions, *self._discourse.history[-_AROUND:]) for code in m.codes if m.kind != "city"
        )
        draft.definite = any(c.lower_ in self._tools.grammar.words["definite"] for c in hit.token.children)
        draft.takes_up = hit.nominal and draft.definite and (date is None or date.weak)
        draft.sequel = self._tools.grammar.preposition(hit.token) in self._tools.grammar.words["sequence_prepositions"]
        first, last = self._words_of(hit)
        draft.start, draft.end = view.start_of(first), view.end_of(last)
        self._scenes.place(draft, roles.place)
        draft.about = self._about
        draft.told = any(d.type == draft.type and d.codes() & codes for d in self._told)
        draft.confidence = self._tools.confidence.of(draft)
        return draft if self._tools.confidence.keeps(draft) else None

    def _settled(self, hit: Hit, verdict: Verdict, date: Dated | None, expression: TimeExpression | None) -> Verdict:
        """A verdict once the date is known: a present with a day to come is planned, one without a day goes on, and so
        does one that tells since when.
        """
        if verdict.now and self._clock.is_ahead(date):
            return verdict._replace(status="planned")
        since = date is not None and date.edtf.endswith(_SINCE)
        if since and (verdict.now or hit.entry.type in _GOING_ON):
            return verdict._replace(status="ongoing")
        if verdict.lasting and (expression is None or expression.is_span):
            return verdict._replace(status="ongoing")
        return verdict

    def _words_of(self, hit: Hit) -> tuple[Token, Token]:
        """The words that express an event: the verb with its auxiliaries and the object that decides its meaning."""
        first = min(hit.token, hit.last, key=lambda t: t.i)
        last = max(hit.token, hit.last, key=lambda t: t.i)
        labels = self._tools.grammar.labels
        helping = labels["auxiliary"] | labels["passive_auxiliary"] | labels["copula"] | labels["reflexive"]
        before = [c for c in hit.token.children if c.dep_ in helping and first.i - _NEAR <= c.i < first.i]
        first = min([first, *before], key=lambda t: t.i)
        if hit.entry.object and not hit.nominal:
            objects = [a.token for a in hit.arguments if a.slot == OBJECT and last.i < a.token.i <= last.i + _NEAR]
            last = max([last, *objects], key=lambda t: t.i)
        return first, last

    def _scene(self, hit: Hit, roles: Roles, view: View, told: Sequence[Saying]) -> Scene:
        return Scene(
            hit,
            roles,
            view,
            self._discourse,
            told,
            self._told,
            self._deeds,
            self._dealings,
            self._named,
            self._order,
            self._home,
        )

    def _note_dealing(self, draft: Draft) -> None:
        codes = tuple(dict.fromkeys(p.code for p in draft.parties()))
        guessed = any(p.path.startswith(PATH) for p in draft.parties())
        if len(codes) == 2 and not guessed:
            self._dealings.append((min(codes), max(codes)))
            self._discourse.joined(codes)

    def _merely_says(self, hit: Hit, sayings: Sequence[Saying]) -> bool:
        """ "« … », a soutenu le ministre": behind a quotation or a comma the verb tells who speaks, no support."""
        asserting = self._tools.grammar.words.get("asserting_verbs", frozenset())
        if not any(saying.verb == hit.token.i for saying in sayings) or hit.entry.with_:
            return False
        helping = self._tools.grammar.labels["auxiliary"]
        first = min([hit.token.i, *(c.i for c in hit.token.children if c.dep_ in helping)])
        behind = first > 0 and hit.token.doc[first - 1].text in _BEHIND
        return behind and (hit.deed or hit.entry.verb in asserting)

    def _to_the_audience(self, hit: Hit, view: View) -> bool:
        """ "Je vous remercie" at the end of a statement: whoever listens is no party."""
        objects = (view.mention_at(a.token) for a in hit.arguments if a.slot == OBJECT)
        return any(m is not None and m.needs == "addressee" and not view.quoted_at(m.start) for m in objects)

    def _worth_telling(self, hit: Hit, roles: Roles) -> bool:
        codes = roles.codes()
        if hit.entry.type in _NEEDS_TWO:
            return len(codes) >= 2 or any(code in self._tools.pack.organisation_facts for code in codes)
        return bool(codes) and not (not roles.actors and not hit.deed)


def _home(dispatch: Dispatch, pack: LanguagePack) -> str | None:
    """The state that a dispatch writes from: "le gouvernement" of a national agency is its own."""
    codes = [c.code for c in dispatch.credits if c.code in pack.states]
    if dispatch.dateline_place is not None:
        return dispatch.dateline_place
    return codes[0] if len(codes) == 1 else None
