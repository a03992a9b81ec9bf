"""From parsed sentences to drafts: the sentences in order, each with what the dispatch has told before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.dispatch import Dispatch
from legation.language.pack import LanguagePack
from legation.reading.arguments import OBJECT, Grammar
from legation.reading.attribution import AttributionReader, Saying
from legation.reading.clean import Clean
from legation.reading.completing import PATH, Completer, Role, Scene, parties
from legation.reading.content import ContentReader
from legation.reading.dating import Clock
from legation.reading.draft import Draft
from legation.reading.mentions import Mention
from legation.reading.people import People
from legation.reading.reference import Discourse
from legation.reading.roles import Party, RoleFiller, Roles
from legation.reading.sentences import Sentence
from legation.reading.status import StatusReader
from legation.reading.support import SupportFinder
from legation.reading.times import TimeExpression
from legation.reading.triggers import Hit, TriggerFinder
from legation.reading.view import View
from legation.report import Salience

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
_NEAR = 5
"""Words between a verb and an auxiliary or object that still belong to the words of the event."""
_HARM = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"}
_GOOD = {"AID", "RETREAT", "CONCEDE", "COOPERATE"}
_RECENT = 5
"""Drafts back among which the deed that is condemned or welcomed is looked for."""
_OPENING = ("«", "“", '"')
_AROUND = 6
"""Mentions before a one-sided act among which another state makes it international."""
_OFFICIAL = {"GOV", "MIL", "IGO", "LEG", "JUD"}
_SPEECH = _VERBAL - {"CONSULT"}
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
    support: SupportFinder
    completer: Completer


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
        self._place: Draft | None = None
        self._told: list[Draft] = []
        self._dealings: list[tuple[str, ...]] = []
        self._named: Counter[str] = Counter()
        self._order: list[str] = []

    def tell(self, views: Sequence[View]) -> list[Draft]:
        """The drafts of all sentences, in order."""
        drafts: list[Draft] = []
        self._named.update(code for view in views for m in view.mentions if m.kind != "city" for code in m.codes)
        self._order = list(self._named)
        for view in views:
            self._discourse.resolve(view)
            if view.doc is None:
                continue
            sayings = self._tools.attribution.read(view)
            self._listen(view, sayings)
            drafts += self._drafts(view, sayings)
        return drafts

    def _listen(self, view: View, sayings: Sequence[Saying]) -> None:
        speaker = next((s for s in sayings if s.mention is not None and s.mention.codes), None)
        if speaker is not None:
            self._discourse.hear(speaker.mention)
            self._carried = speaker
        for mention in view.mentions:
            if mention.needs == "speaker" and self._discourse.speaker is not None:
                mention.codes = self._discourse.speaker.codes
                mention.person = self._discourse.speaker.person
                mention.people = self._discourse.speaker.people
                mention.sector = self._discourse.speaker.sector

    def _drafts(self, view: View, sayings: Sequence[Saying]) -> list[Draft]:
        assert view.doc is not None
        hits = self._tools.triggers.find(view.doc)
        swallowed = self._tools.content.swallowed(hits)
        alleged = self._tools.content.alleged(hits)
        found = []
        for k, hit in enumerate(hits):
            if k in swallowed and k not in alleged:
                continue
            body = view.mention_at(hit.token)
            if hit.nominal and body is not None and body.kind == "institution":
                continue  # "l'opposition" is a body here, no act
            draft = self._draft(hit, view, sayings, hits, accuser=alleged.get(k))
            if draft is not None:
                found.append(draft)
                self._told.append(draft)
                self._note_dealing(draft)
        return found

    def _draft(
        self, hit: Hit, view: View, sayings: Sequence[Saying], hits: Sequence[Hit], *, accuser: Hit | None
    ) -> Draft | None:
        support, lent = self._tools.support.of(hit)
        roles = self._tools.roles.fill(hit, view, self._discourse, lent)
        expression = self._clock.own(hit, support, hits, view) or self._clock.of_clause(hit, hits, view)
        direction = expression.direction if expression is not None else None
        verdict = self._tools.status.read(hit, support, direction=direction)
        if verdict.purpose and (hit.nominal or hit.entry.type != "CONSULT"):
            return None
        quoted = view.sentence.quoted or view.text.startswith(_OPENING)
        told = self._tools.attribution.of_hit(hit, sayings, self._carried, quoted=quoted)
        self._complete(hit, roles, view, told)
        if not self._worth_telling(hit, roles, view):
            return None
        history = expression is None and any(e.is_span for e in self._clock.of_sentence(view))
        background = verdict.earlier or history or (expression is not None and expression.is_span)
        main = self._tools.status.in_main_clause(hit, support)
        # a deed that is only announced takes its date from its own words; the day of the announcement is none
        inherits = main and not (verdict.status == "planned" and hit.entry.type not in _SPEECH)
        date = self._clock.date(expression, verdict.status, view, background=background, main=inherits, now=verdict.now)
        salience: Salience = "background" if background or not main else "main"
        draft = Draft(
            hit,
            view,
            roles,
            verdict,
            told,
            date,
            roles.place,
            salience,
            view.start_of(hit.token),
            view.end_of(hit.last),
        )
        draft.around = frozenset(
            code for m in (*view.mentions, *self._discourse.history[-_AROUND:]) for code in m.codes if m.kind != "city"
        )
        draft.takes_up = (
            hit.nominal
            and (date is None or date.weak)
            and any(c.lower_ in self._tools.grammar.words["definite"] for c in hit.token.children)
        )
        draft.sequel = self._tools.grammar.preposition(hit.token) in self._tools.grammar.words["sequence_prepositions"]
        first, last = self._words_of(hit)
        draft.start, draft.end = view.start_of(first), view.end_of(last)
        self._situate(draft)
        return draft

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

    def _complete(self, hit: Hit, roles: Roles, view: View, told: Sequence[Saying]) -> None:
        """Fills what the clause leaves open: by who speaks, by whose deed is judged, else by the likeliest party."""
        speaker = next((s.mention for s in told if s.mention is not None and s.mention.codes), None)
        if not roles.actors and hit.entry.type in _VERBAL and speaker is not None:
            roles.actors = [Party(code, speaker, "speaker", direct=False) for code in speaker.codes]
            roles.recipients = [p for p in roles.recipients if p.code not in speaker.codes]
        scene = Scene(
            hit,
            roles,
            view,
            self._discourse,
            told,
            self._told,
            self._dealings,
            self._named,
            self._order,
            self._home,
        )
        if not roles.actors and not (roles.symmetric and roles.recipients):
            roles.actors = self._likeliest(scene, "actor")
        if self._names_somebody_else(hit, view):
            return
        if roles.symmetric and len(roles.codes()) == 1:
            roles.recipients = roles.recipients + self._likeliest(scene, "partner")
        elif hit.frame.recipient and not roles.recipients and not roles.symmetric:
            judged = self._doer_of_judged_deed(hit, roles.codes())
            roles.recipients = [judged] if judged is not None else self._likeliest(scene, "recipient")

    def _likeliest(self, scene: Scene, role: Role) -> list[Party]:
        found = self._tools.completer.best(scene, role)
        return parties(*found) if found is not None else []

    def _names_somebody_else(self, hit: Hit, view: View) -> bool:
        """Whether the other side is named and is no party: "a demandé au FBI", "a contacté M. Fleiss"."""
        for argument in hit.arguments:
            mention = view.mention_at(argument.token)
            named = argument.token.pos_ == "PROPN" and (mention is None or not mention.codes)
            if named and argument.slot in {OBJECT, *self._tools.grammar.words["addressee_slots"]}:
                return True
        return False

    def _doer_of_judged_deed(self, hit: Hit, codes: set[str]) -> Party | None:
        """ "Paris a condamné la saisie": whoever did the last deed told is meant."""
        if hit.entry.type not in {"ACCUSE", "SUPPORT"} or not any(a.slot == OBJECT for a in hit.arguments):
            return None
        wanted = _HARM if hit.entry.type == "ACCUSE" else _GOOD
        for draft in reversed(self._told[-_RECENT:]):
            if draft.type in wanted and len(draft.roles.actors) == 1 and draft.roles.actors[0].code not in codes:
                return draft.roles.actors[0]._replace(path="deed told", direct=False)
        return None

    def _note_dealing(self, draft: Draft) -> None:
        codes = tuple(dict.fromkeys(p.code for p in draft.parties()))
        guessed = any(p.path.startswith(PATH) for p in draft.parties())
        if len(codes) == 2 and not guessed:
            self._dealings.append((min(codes), max(codes)))
            self._discourse.joined(codes)

    def _worth_telling(self, hit: Hit, roles: Roles, view: View) -> bool:
        codes = roles.codes()
        if not codes:
            return False
        if hit.entry.type in _NEEDS_TWO:
            return len(codes) >= 2 or any(code in self._tools.pack.organisation_facts for code in codes)
        if not roles.actors and hit.entry.type in _VERBAL:
            return False
        return len(codes) >= 2 or bool(roles.actors)

    def _situate(self, draft: Draft) -> None:
        """Where: a visit takes place with the host; later events of the same parties stay there."""
        frame = draft.hit.frame
        if draft.place is None and draft.type == "CONSULT" and frame.place and draft.mode == "visit":
            host = next((p for p in draft.roles.recipients), None)
            draft.place = host.mention if host is not None and len(host.mention.codes) == 1 else None
        if draft.place is None and frame.place_of == "recipient" and len(draft.roles.recipients) == 1:
            draft.place = draft.roles.recipients[0].mention
        if draft.place is None:
            draft.place = _only_place(draft)
        if draft.place is not None and draft.type == "CONSULT":
            self._place = draft
        elif (
            draft.place is None
            and self._place is not None
            and draft.type in _VERBAL
            and draft.date is not None
            and self._place.date is not None
            and draft.date.edtf == self._place.date.edtf
        ):
            draft.place = self._place.place


def _only_place(draft: Draft) -> Mention | None:
    """The one place that the sentence names, where nothing there names another."""
    places = [m for m in draft.view.mentions if m.placed and len(m.codes) == 1]
    return places[0] if len({m.codes for m in places}) == 1 else None


def _home(dispatch: Dispatch, pack: LanguagePack) -> str | None:
    """The state that a dispatch writes from: "le gouvernement" of a national agency is its own."""
    codes = [c.code for c in dispatch.credits if c.code in pack.states]
    if dispatch.dateline_place is not None:
        return dispatch.dateline_place
    return codes[0] if len(codes) == 1 else None


def _holder(discourse: Discourse, code: str) -> Mention | None:
    return next((m for m in reversed(discourse.history) if m.codes == (code,)), None)
