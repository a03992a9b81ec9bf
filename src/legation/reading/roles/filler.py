"""Frames filled: which party does, which undergoes.

A party in the sentence is taken only where the frame has a slot for it; places, currencies, sources and topics fill
no role. What stays empty is decided later, from reference.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.reading.arguments import (
    CONTENT,
    OBJECT,
    SUBJECT,
    SUPPORT,
    SUPPORT_RECIPIENT,
    UNDERGONE,
    Argument,
    Grammar,
)
from legation.reading.mentions import Mention
from legation.reading.reference import Discourse
from legation.reading.roles.company import Company
from legation.reading.roles.left_over import LeftOver
from legation.reading.roles.misread import unless_named
from legation.reading.roles.party import Party, Roles
from legation.reading.roles.phrases import PhraseReader
from legation.reading.roles.pronouns import Clitics
from legation.reading.roles.repairs import Repairs
from legation.reading.triggers import Hit, TriggerFinder
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEED = "deed"
"""The slot of whoever did the deed that the object names: read from the object."""
_PLACE_LIKE = {"state", "capital", "city", "capital_word", "country"}


class RoleFiller:
    """Fills frames; holds the grammar of one language."""

    def __init__(self, grammar: Grammar, finder: TriggerFinder) -> None:
        self._grammar = grammar
        self._finder = finder
        self._phrases = PhraseReader(grammar)
        self._repairs = Repairs(grammar, self._phrases)
        self._company = Company(grammar, self._phrases)
        self._clitics = Clitics(grammar)
        self._left_over = LeftOver(grammar)
        self._circumstances = grammar.words.get("circumstance_nouns", frozenset())
        self._everybody = tuple(f"@{name}" for name in sorted(grammar.words.get("everybody_classes", frozenset())))
        self._acting = tuple(f"@{name}" for name in sorted(grammar.words["acting_classes"]))

    def fill(self, hit: Hit, view: View, discourse: Discourse, support: tuple[Argument, ...]) -> Roles:
        """The roles of a hit. `support` are the arguments lent by a support verb."""
        roles = Roles(symmetric=hit.frame.symmetric)
        arguments = (*hit.arguments, *support)
        used: set[int] = set()
        doing = [a for a in arguments if not a.path.startswith(UNDERGONE)]
        roles.actors = self._first(hit.frame.actor, doing, view, discourse, used, hit)
        everybody = self._everybody_among(hit, arguments, view)
        open_to = [a for a in arguments if a.slot != CONTENT and a not in everybody] if everybody else arguments
        roles.recipients = self._first((SUPPORT_RECIPIENT, *hit.frame.recipient), open_to, view, discourse, used, hit)
        if not roles.actors and not hit.nominal:
            roles.actors = self._repairs.author_of_object(
                arguments, view, discourse, roles
            ) or self._repairs.subject_before(hit, arguments, view, roles)
        roles.actors += self._company.of_subject(hit, arguments, view, discourse, roles)
        if not roles.recipients and not hit.nominal:
            roles.recipients = self._company.of_object(arguments, view) or self._clitics.recipients(
                hit, arguments, view, discourse, roles
            )
        if not roles.recipients and not hit.nominal and OBJECT in hit.frame.recipient:
            roles.recipients = self._repairs.object_after(hit, arguments, view, roles)
        if not roles.recipients and hit.nominal:
            roles.recipients = self._repairs.phrase_after(hit, view, roles)
        if hit.frame.symmetric:
            self._add_partners(hit, arguments, view, discourse, roles)
        roles.unnamed = bool(everybody) and not roles.recipients
        if not roles.recipients and not roles.unnamed and not self._clitics.addressed(arguments):
            roles.recipients = self._around(hit, arguments, view, roles)
        roles.actors = unless_named(roles, discourse)
        actors = {p.code for p in roles.actors}
        roles.recipients = [p for p in roles.recipients if p.code not in actors]
        roles.place = self._place(hit, arguments, view, used)
        return roles

    def _around(self, hit: Hit, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """Who stands in no slot but in the complement, or is left over; what is done to nobody looks for none."""
        if hit.frame.alone:
            return []
        found = self._repairs.in_content(arguments, view, roles) if len(roles.codes()) == 1 else []
        one_sided = not roles.actors or not hit.frame.recipient or hit.frame.symmetric
        return found if found or one_sided else self._left_over.recipients(hit, view, roles)

    def _add_partners(
        self, hit: Hit, arguments: Iterable[Argument], view: View, discourse: Discourse, roles: Roles
    ) -> None:
        """Where all take part alike, who stands with "entre" or "avec" is one of them whatever came first."""
        joint = self._grammar.words["with_prepositions"] | self._grammar.words["between_prepositions"]
        known = {p.code for p in (*roles.actors, *roles.recipients)}
        for argument in arguments:
            if argument.slot in joint:
                for party in self._phrases.parties(argument, view, discourse, deep=True):
                    if party.code not in known:
                        roles.recipients.append(party)
                        known.add(party.code)

    def _first(
        self,
        slots: tuple[str, ...],
        arguments: Iterable[Argument],
        view: View,
        discourse: Discourse,
        used: set[int],
        hit: Hit,
    ) -> list[Party]:
        for slot in slots:
            if slot == _DEED:
                slot = OBJECT  # noqa: PLW2901 - the doer of the deed that the object names
            for argument in arguments:
                if argument.slot != slot or argument.token.i in used or self._mere_circumstance(argument):
                    continue
                doing = slots is hit.frame.actor and slot in {SUBJECT, SUPPORT}
                deep = not doing or self._can_act(argument.token) or self._owned_plan(argument)
                found = self._phrases.parties(
                    argument, view, discourse, deep=deep, host=slot in hit.frame.place, symmetric=hit.frame.symmetric
                )
                if found:
                    used.add(argument.token.i)
                    return found
        return []

    def _mere_circumstance(self, argument: Argument) -> bool:
        """ "dans le cadre des sanctions européennes": who stands below these nouns takes no part."""
        return argument.slot in self._grammar.syntax.places["in"] and argument.token.lower_ in self._circumstances

    def _everybody_among(self, hit: Hit, arguments: Iterable[Argument], view: View) -> list[Argument]:
        """ "a appelé la communauté internationale à faire pression sur Lima": whoever is addressed is no party; "les
        alliés de Lima" may be, and so may "un partenaire loyal".
        """
        return [
            a
            for a in arguments
            if a.slot in hit.frame.recipient
            and self._grammar.is_noun(a.token)
            and self._finder.belongs(a.token, self._everybody)
            and not any(c.lower_ in self._grammar.words["indefinite"] for c in a.token.children)
            and ((mention := view.mention_at(a.token)) is None or mention.needs is not None)
            and not any(view.mention_at(t) is not mention and view.mention_at(t) for t in a.token.children)
        ]

    def _owned_plan(self, argument: Argument) -> bool:
        """ "la décision du Soudan de rouvrir": the infinitive on a noun is done by whose the noun is."""
        return argument.path.partition(">")[0] in self._grammar.labels["participle_clause"]

    def _can_act(self, noun: Token) -> bool:
        """Whether a noun is of a class that acts for a state ("des chars russes", but no "exportations russes")."""
        return self._grammar.is_noun(noun) and self._finder.belongs(noun, self._acting)

    def _place(self, hit: Hit, arguments: Iterable[Argument], view: View, used: set[int]) -> Mention | None:
        """Where it happened, when a phrase of place hangs on the trigger and is no party of it."""
        where = self._grammar.syntax.places["in"]
        for argument in arguments:
            if argument.token.i in used and argument.slot not in hit.frame.place:
                continue
            wanted = argument.slot in where or (argument.slot == OBJECT and OBJECT in hit.frame.place)
            mention = view.mention_at(argument.token)
            if wanted and mention is not None and mention.kind in _PLACE_LIKE and len(mention.codes) == 1:
                return mention
        return None
