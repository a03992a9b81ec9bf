"""What has the words of an act and is none: told to the reader, said not to be said, a state's own affairs.

The triggers go by words and the content by what stands inside what; here the clause as a whole is looked at, once its
parties and its status are known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.language.pack import LanguagePack
from legation.reading.arguments import OBJECT, SUBJECT, Grammar
from legation.reading.completing import PATH
from legation.reading.roles import Roles
from legation.reading.triggers import Hit, TriggerFinder
from legation.reading.verdict import Verdict
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNSAID = {"REJECT", "THREATEN", "AGREE"}
"""Types of words that are no event when they are not said: who does not rule out talks refuses nothing."""
_TOPICS = {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "REJECT"}
"""What talks are about is told by the talks; but a strike or a visit that is talked of has happened."""
_DEEP = 4
_OWN_PEOPLE = ("@own_people",)
_OWN_BODY = ("@own_body",)
_TRAVELLERS = ("@official", "@envoy", "@diplomat", "@ambassador", "@organisation", "@travelling_body")
_POLITICS = ("@domestic_politics",)
_PRESS = ("@media", "@press")
_RESOLVE = ("@resolve",)
_RUBRIC = 5
"""Words, at most, of a line that only names what stands below it."""
NAMED_BY_RULES = (*_OWN_BODY, *_OWN_PEOPLE, *_POLITICS, *_PRESS, *_RESOLVE, "@travelling_body", "@vague_deed")
"""Classes that rules of reading ask for, no entry of the lexicon."""


class NoAct:
    """Tells acts from what only looks like them; holds the grammar of one language."""

    def __init__(self, pack: LanguagePack, grammar: Grammar, finder: TriggerFinder) -> None:
        self._grammar = grammar
        self._finder = finder
        none: frozenset[str] = frozenset()
        self._negation = grammar.words["negation_particles"]
        self._denials = frozenset(pack.status.negation) | grammar.words["negation_particles"]
        self._intentions = grammar.words.get("intention_nouns", none)
        self._own = grammar.words.get("own_possessives", none)
        self._any = grammar.words.get("any_determiners", none)
        self._about = grammar.words.get("about_prepositions", none)
        self._emphasis = grammar.words.get("emphasis_nouns", none)
        self._second = grammar.words.get("second_person", none)
        self._nobody = grammar.words.get("nobody", none)
        self._era = grammar.words.get("era_prepositions", none), grammar.words.get("era_nouns", none)
        self._free = grammar.words.get("free_relatives", none)
        self._periods = grammar.words.get("periods", none)
        self._discussing, self._turning, self._showing, self._naming, self._asking, self._stressing = (
            frozenset(f for verb in grammar.words.get(key, none) for f in pack.inflection.verb_forms(verb))
            for key in (
                "topic_verbs",
                "topic_verbs_about",
                "showing_verbs",
                "naming_verbs",
                "press_verbs",
                "emphasis_verbs",
            )
        )

    def is_none(self, hit: Hit, roles: Roles, verdict: Verdict, view: View) -> bool:
        """Whether a hit with its roles tells no act."""
        if self._shown(hit, view) or self._done_to_nobody(hit):
            return True
        if hit.nominal:
            return (
                self._own_meeting(hit, roles)
                or self._of_no_instance(hit)
                or self._mere_topic(hit)
                or self._rubric(hit, view)
                or self._fills_time(hit, roles)
            )
        return (
            self._told_to_the_reader(hit.token)
            or self._asked_of_the_reader(hit)
            or self._merely_named(hit)
            or self._asked_by_the_press(hit)
            or self._attributive(hit)
            or self._restated(hit)
            or self._said_at_home(hit, roles, view)
            or self._unsaid(hit, verdict)
            or (not hit.deed and self._not_intended(hit.token, verdict))
            or self._strangers_travel(hit, roles, view)
            or self._told_to_own_people(hit, roles)
            or self._felt_by_nobody(hit, roles)
            or self._of_an_era(hit)
        )

    def _told_to_the_reader(self, verb: Token) -> bool:
        """ "contactez-nous", "recevez chaque jour nos articles": an imperative of the second person tells nothing."""
        return "Imp" in verb.morph.get("Mood", []) and "2" in verb.morph.get("Person", [])

    def _asked_of_the_reader(self, hit: Hit) -> bool:
        """ "La regrettez-vous ?", "Pourquoi accusez-vous Paris ?": an interviewer's question tells nothing."""
        doc = hit.token.doc
        return str(doc.text).rstrip().endswith("?") and any(t.lower_.lstrip("-") in self._second for t in doc)

    def _shown(self, hit: Hit, view: View) -> bool:
        """ "montrant que les deux pays coordonnent leurs efforts", "illustre le soutien de": what an act is said to
        show is a view of it. What was done is told nevertheless ("montrent que l'armée a tiré").
        """
        labels, node = self._grammar.labels, hit.token
        if hit.deed:
            return False
        if node.lower_ in self._showing:
            subjects = [a.token for a in hit.arguments if a.slot == SUBJECT]
            return bool(subjects) and all(self._thing(t, view) for t in subjects)
        if any(c.dep_ in labels["auxiliary"] for c in node.children):
            return False
        if self._behind_showing(node):
            return True
        below = labels["clausal_complement"] | labels["object"] | labels["indirect"]
        if "Inf" in node.morph.get("VerbForm", []):  # "témoigne de la volonté de renforcer"
            below = below | labels["participle_clause"] | labels["oblique"]
        for _ in range(_DEEP):
            inside, node = node, node.head
            if node == inside or inside.i < node.i or inside.dep_ not in below:
                return False
            if node.lower_ in self._showing:
                return True
        return False

    def _behind_showing(self, token: Token) -> bool:
        """Whether "montrant que" stands before a word with no comma between: parsers hang such clauses anywhere."""
        for before in reversed(token.doc[: token.i]):
            if before.is_punct:
                return False
            if before.lower_ in self._showing:
                return before.nbor().lower_ in self._grammar.words["that"]
        return False

    def _thing(self, token: Token, view: View) -> bool:
        return token.pos_ == "NOUN" and view.mention_at(token) is None

    def _done_to_nobody(self, hit: Hit) -> bool:
        """ "Personne n'a été blessé", "sans tuer personne"."""
        return hit.deed and any(
            a.token.lower_ in self._nobody
            and not any(c.dep_ in self._grammar.labels["determiner"] for c in a.token.children)
            for a in hit.arguments
        )

    def _merely_named(self, hit: Hit) -> bool:
        """ "face à ce qu'il a qualifié d'agressions": the words for a thing that another act is about; but "…, ce que
        Moscou a qualifié de provocation" answers what was told.
        """
        verb, this = hit.token, hit.token.head
        if verb.lower_ not in self._naming or this.lower_ not in self._free or this.i > verb.i:
            return False
        return this.i > 0 and not verb.doc[this.i - 1].is_punct

    def _attributive(self, hit: Hit) -> bool:
        """ "de fausses informations": an adjective before its noun judges nothing that was said."""
        word = hit.token
        before = word.dep_ in self._grammar.labels["adjective"] and word.i < word.head.i
        return hit.entry.kind == "adjective" and hit.entry.type == "REJECT" and before

    def _asked_by_the_press(self, hit: Hit) -> bool:
        """ "Interrogé sur la suite, le ministre…", "joint par notre rédaction": the press asks; but "interrogé par
        Kiev" names who did.
        """
        verb = hit.token
        if hit.entry.type == "CONSULT":
            agents = self._grammar.words["agent_prepositions"]
            return any(a.slot in agents and self._finder.belongs(a.token, _PRESS) for a in hit.arguments)
        if hit.entry.type != "REQUEST" or verb.lower_ not in self._asking or not self._grammar.passive(verb):
            return False
        return not any(a.slot in {SUBJECT, *self._grammar.words["agent_prepositions"]} for a in hit.arguments)

    def _restated(self, hit: Hit) -> bool:
        """ "a réaffirmé que Cuba est un partenaire prioritaire": what somebody is said to be promises nothing."""
        labels = self._grammar.labels
        if hit.entry.type != "AGREE" or hit.entry.object == _RESOLVE:
            return False
        said = [c for c in hit.token.children if c.dep_ in labels["clausal_complement"] and c.i > hit.token.i]
        return bool(said) and all(
            self._nominal(clause)
            and any(c.dep_ in labels["copula"] for c in clause.children)
            and not self._finder.belongs(clause, _RESOLVE)
            for clause in said
        )

    def _nominal(self, predicate: Token) -> bool:
        return self._grammar.is_noun(predicate) or any(
            c.dep_ in self._grammar.labels["determiner"] for c in predicate.children
        )

    def _said_at_home(self, hit: Hit, roles: Roles, view: View) -> bool:
        """ "la droite réclame", "des élus pressent le président": parties and members of parliament that the text gives
        to no state speak to their own.
        """
        if hit.deed or hit.entry.type == "CONSULT" or not all(p.path.startswith(PATH) for p in roles.actors):
            return False
        speakers = [a.token for a in hit.arguments if a.slot == SUBJECT and self._finder.belongs(a.token, _POLITICS)]
        return any((mention := view.mention_at(token)) is None or not mention.codes for token in speakers)

    def _rubric(self, hit: Hit, view: View) -> bool:
        """ "Aide humanitaire" above an article: a line that names no party and says nothing."""
        if len(view.words) > _RUBRIC or any(self._grammar.is_verb(t) for t in hit.token.doc):
            return False
        return not any(m.codes for m in view.mentions)

    def _fills_time(self, hit: Hit, roles: Roles) -> bool:
        """ "après des années de crise et de sanctions": what fills a time is told of nobody."""
        noun = hit.token
        if noun.dep_ in self._grammar.labels["conjunct"]:
            noun = noun.head
        if hit.entry.type != "SANCTION" or noun.head.lower_ not in self._periods:
            return False
        return all(p.path.startswith(PATH) for p in (*roles.actors, *roles.recipients))

    def _unsaid(self, hit: Hit, verdict: Verdict) -> bool:
        """ "n'exclut pas de participer": not where the negation is the entry's own ("ne lâchera pas Kiev"), nor where
        several fail to agree, which is news.
        """
        if verdict.cue != "negation" or hit.entry.type not in _UNSAID or hit.frame.symmetric:
            return False
        own = f"{hit.entry.words} {hit.entry.with_ or ''}".replace("'", "' ").split()
        return self._denials.isdisjoint(own)

    def _not_intended(self, verb: Token, verdict: Verdict) -> bool:
        """ "n'a pas l'intention de s'excuser", "dément toute volonté de renoncer": nothing is said."""
        noun = verb.head
        if noun.lower_ not in self._intentions or not self._grammar.is_noun(noun) or noun.i > verb.i:
            return False
        return verdict.status == "denied" or any(c.lower_ in self._negation for c in noun.head.children)

    def _own_meeting(self, hit: Hit, roles: Roles) -> bool:
        """ "à l'issue d'une réunion du gouvernement": a body meets by itself, whomever it talks about."""
        if hit.entry.type != "CONSULT" or not hit.frame.symmetric:
            return False
        of = self._grammar.words["of_prepositions"]
        bodies = [a.token for a in hit.arguments if a.slot in of]
        if not any(self._finder.belongs(body, _OWN_BODY) for body in bodies):
            return False
        found = {p.code for p in (*roles.actors, *roles.recipients) if not p.path.startswith((PATH, "speaker"))}
        return len(found) < 2

    def _strangers_travel(self, hit: Hit, roles: Roles, view: View) -> bool:
        """ "une cargaison est arrivée au port", "des touristes ont atterri à Rome": whoever travels is no party."""
        if hit.entry.type != "CONSULT" or hit.entry.kind != "verb" or hit.frame.symmetric or not roles.actors:
            return False
        if not all(p.path.startswith(PATH) for p in roles.actors):
            return False
        subjects = [a.token for a in hit.arguments if a.slot == SUBJECT]
        return any(self._thing(token, view) and not self._finder.belongs(token, _TRAVELLERS) for token in subjects)

    def _told_to_own_people(self, hit: Hit, roles: Roles) -> bool:
        """ "a appelé ses compatriotes au calme", "a demandé à ses ministres": asked at home."""
        if hit.entry.type != "REQUEST" or not all(p.path.startswith(PATH) for p in roles.recipients):
            return False
        addressed = {OBJECT, *self._grammar.words["addressee_slots"]}
        return any(
            a.slot in addressed
            and self._finder.belongs(a.token, _OWN_PEOPLE)
            and any(c.lower_ in self._own for c in a.token.children)
            for a in hit.arguments
        )

    def _felt_by_nobody(self, hit: Hit, roles: Roles) -> bool:
        """ "provoquent un malaise social": a feeling that is nobody's in these words is no state's disapproval."""
        return hit.frame.felt and all(p.path.startswith(PATH) for p in roles.actors)

    def _of_an_era(self, hit: Hit) -> bool:
        """ "s'était rapproché de Moscou sous le régime de": how relations developed is history, nothing happened."""
        prepositions, nouns = self._era
        return hit.entry.status == "ongoing" and any(
            a.slot in prepositions and a.token.lower_ in nouns for a in hit.arguments
        )

    def _of_no_instance(self, hit: Hit) -> bool:
        """ "répondra à toute attaque", "Quelle attaque ?": no deed in particular."""
        asked = str(hit.token.doc.text).rstrip().endswith("?")
        return asked or (hit.deed and any(c.lower_ in self._any for c in hit.token.children))

    def _mere_topic(self, hit: Hit) -> bool:
        """ "ont évoqué la lutte contre le terrorisme et la livraison de blé": what talks are about."""
        if hit.entry.type not in _TOPICS:
            return False
        labels = self._grammar.labels
        node = hit.token
        for _ in range(_DEEP):
            verb = node.head
            if self._grammar.is_verb(verb):
                if node.dep_ in labels["passive_subject"]:
                    return verb.lower_ in self._discussing or self._stresses(verb)
                if node.i < verb.i or node.dep_ in labels["subject"]:
                    return False
                if verb.dep_ in labels["participle_clause"]:
                    return False  # "un accord portant sur la livraison"
                about = verb.lower_ in self._turning and self._grammar.preposition(node) in self._about
                return about or verb.lower_ in self._discussing
            node = verb
        return False

    def _stresses(self, verb: Token) -> bool:
        """ "a été mis en relief": talked of with emphasis."""
        return verb.lower_ in self._stressing and any(c.lower_ in self._emphasis for c in verb.children)
