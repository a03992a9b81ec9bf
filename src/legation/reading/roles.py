"""Who did it to whom: the parties in the slots of a trigger's frame.

A party in the sentence is taken only where the frame has a slot for it; places, currencies, sources and topics fill
no role. What stays empty is decided later, from reference (lessons.md, 4 and 5).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from legation.reading.arguments import ADJECTIVE, CONTENT, OBJECT, POSSESSIVE, SUBJECT, SUPPORT, Argument, Grammar
from legation.reading.mentions import Mention
from legation.reading.reference import Discourse
from legation.reading.support import SUPPORT_RECIPIENT
from legation.reading.triggers import Hit, TriggerFinder
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTY = {
    "state",
    "capital",
    "seat",
    "organisation",
    "office",
    "institution",
    "person",
    "counterpart",
    "group",
    "country",
    "capital_word",
    "pronoun",
    "body",
}
_REACH = 9
"""Words behind a noun among which its phrase is looked for when the parser hung it elsewhere."""
_DEED = "deed"
_PLACE_LIKE = {"state", "capital", "city", "capital_word", "country"}


class Party(NamedTuple):
    """One party in a role; `mention` holds its words, `path` how it was found, `direct` whether it filled the slot
    itself or stands inside what fills it.
    """

    code: str
    mention: Mention
    path: str
    direct: bool


@dataclass(slots=True)
class Roles:
    """The roles of one trigger."""

    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    place: Mention | None = None
    symmetric: bool = False

    def codes(self) -> set[str]:
        """All codes in any role."""
        return {p.code for p in (*self.actors, *self.recipients)}


class RoleFiller:
    """Fills frames; holds the grammar of one language."""

    def __init__(self, grammar: Grammar, finder: TriggerFinder) -> None:
        self._grammar = grammar
        self._finder = finder
        self._acting = tuple(f"@{name}" for name in sorted(grammar.words["acting_classes"]))

    def fill(self, hit: Hit, view: View, discourse: Discourse, support: tuple[Argument, ...]) -> Roles:
        """The roles of a hit. `support` are the arguments lent by a support verb."""
        roles = Roles(symmetric=hit.frame.symmetric)
        arguments = (*hit.arguments, *support)
        used: set[int] = set()
        roles.actors = self._first(hit.frame.actor, arguments, view, discourse, used, hit)
        roles.recipients = self._first((SUPPORT_RECIPIENT, *hit.frame.recipient), arguments, view, discourse, used, hit)
        if not roles.actors and not hit.nominal:
            roles.actors = self._author_of_object(arguments, view, discourse, roles) or self._subject_before(
                hit, arguments, view, roles
            )
        if not roles.recipients and not hit.nominal and OBJECT in hit.frame.recipient:
            roles.recipients = self._object_after(hit, arguments, view, roles)
        if not roles.recipients and hit.nominal:
            roles.recipients = self._phrase_after(hit, view, roles)
        if hit.frame.symmetric:
            self._add_partners(hit, arguments, view, discourse, roles)
        if not roles.recipients and len(roles.codes()) == 1:
            roles.recipients = self._in_content(arguments, view, roles)
        actors = {p.code for p in roles.actors}
        others = [p for p in roles.recipients if p.code not in actors]
        roles.recipients = others
        roles.place = self._place(hit, arguments, view, used)
        return roles

    def _author_of_object(
        self, arguments: Iterable[Argument], view: View, discourse: Discourse, roles: Roles
    ) -> list[Party]:
        """ "les sanctions américaines ont été prolongées": a passive without agent is done by whose the object is."""
        taken = {p.code for p in roles.recipients}
        for argument in arguments:
            if (
                argument.slot == OBJECT
                and self._grammar.is_noun(argument.token)
                and view.mention_at(argument.token) is None
            ):
                found = [p for p in self._inside(argument, view, discourse, argument.token, 0) if p.code not in taken]
                if found:
                    return found
        return []

    def _subject_before(self, hit: Hit, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """Where the parser found no subject, the nearest party before the verb that no preposition governs and no
        other verb parts from it.
        """
        slot_of = "object" if hit.frame.actor[:1] == (OBJECT,) else SUBJECT
        if SUBJECT not in hit.frame.actor or slot_of != SUBJECT or any(a.slot == SUBJECT for a in arguments):
            return []
        if (
            self._grammar.passive(hit.token)
            or hit.token.doc[hit.token.i].dep_ in self._grammar.labels["participle_clause"]
        ):
            return []
        for token in reversed(hit.token.doc[: hit.token.i]):
            if (
                self._grammar.is_verb(token)
                and token.dep_ not in self._grammar.labels["auxiliary"] | self._grammar.labels["copula"]
                and (token.head.i != hit.token.i)
            ):
                return []
            mention = view.mention_at(token)
            if mention is None or not mention.codes or mention.kind not in _PARTY:
                continue
            head = view.head_of(mention)
            if mention.placed or head is None or self._grammar.preposition(head) is not None:
                continue
            known = {p.code for p in roles.recipients}
            return [Party(c, mention, "subject:surface", direct=True) for c in mention.codes if c not in known]
        return []

    def _object_after(self, hit: Hit, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """Where the parser found no object, a party right behind the verb."""
        if any(a.slot == OBJECT for a in arguments) or self._grammar.passive(hit.token):
            return []
        known = {p.code for p in roles.actors}
        for token in hit.last.doc[hit.last.i + 1 : hit.last.i + 4]:
            mention = view.mention_at(token)
            if mention is not None and mention.codes and mention.kind in _PARTY - {"pronoun"} and not mention.placed:
                return [Party(c, mention, "object:surface", direct=True) for c in mention.codes if c not in known]
            if token.lower_ not in self._grammar.words["determiners"]:
                return []
        return []

    def _phrase_after(self, hit: Hit, view: View, roles: Roles) -> list[Party]:
        """Where the parser hung a noun's phrase elsewhere: the next party behind the noun, before any verb, whose
        preposition the frame knows.
        """
        known = {p.code for p in roles.actors}
        slots = set(hit.frame.recipient) - self._grammar.words["of_prepositions"]
        for token in hit.last.doc[hit.last.i + 1 : hit.last.i + _REACH]:
            if self._grammar.is_verb(token):
                return []
            mention = view.mention_at(token)
            head = view.head_of(mention) if mention is not None else None
            if mention is None or head is None or head != token or mention.kind not in _PARTY:
                continue
            if self._grammar.preposition(token) in slots:
                return [Party(c, mention, "surface>after", direct=True) for c in mention.codes if c not in known]
        return []

    def _in_content(self, arguments: Iterable[Argument], view: View, roles: Roles) -> list[Party]:
        """ "a promis de restituer des archives à l'Algérie": the other party stands in the complement."""
        known = roles.codes()
        for argument in arguments:
            if argument.slot not in {CONTENT, OBJECT}:
                continue
            for token in argument.token.subtree:
                mention = view.mention_at(token)
                if (
                    mention is None
                    or mention.kind not in _PARTY | {"adjective"}
                    or mention.placed
                    or mention.kind == "pronoun"
                ):
                    continue
                head = view.head_of(mention)
                if head is not None and mention.kind == "adjective":
                    head = head.head
                if head is None or self._grammar.preposition(head) not in self._grammar.words[
                    "addressing_prepositions"
                ] | {None}:
                    continue
                found = [c for c in mention.codes if c not in known]
                if found and len(mention.codes) == len(found):
                    return [Party(c, mention, f"{argument.slot}:inside", direct=False) for c in found]
        return []

    def _add_partners(
        self, hit: Hit, arguments: Iterable[Argument], view: View, discourse: Discourse, roles: Roles
    ) -> None:
        """Where all take part alike, who stands with "entre" or "avec" is one of them whatever came first."""
        joint = self._grammar.words["with_prepositions"] | self._grammar.words["between_prepositions"]
        known = {p.code for p in (*roles.actors, *roles.recipients)}
        for argument in arguments:
            if argument.slot in joint:
                for party in self.parties(argument, view, discourse, deep=True):
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
                if argument.slot != slot or argument.token.i in used:
                    continue
                doing = slots is hit.frame.actor and slot in {SUBJECT, SUPPORT}
                deep = not doing or self._can_act(argument.token)
                found = self.parties(
                    argument, view, discourse, deep=deep, host=slot in hit.frame.place, symmetric=hit.frame.symmetric
                )
                if found:
                    used.add(argument.token.i)
                    return found
        return []

    def _can_act(self, noun: Token) -> bool:
        """Whether a noun is of a class that acts for a state ("des chars russes", but no "exportations russes")."""
        return self._grammar.is_noun(noun) and self._finder.belongs(noun, self._acting)

    def parties(
        self,
        argument: Argument,
        view: View,
        discourse: Discourse,
        *,
        deep: bool,
        host: bool = False,
        symmetric: bool = False,
    ) -> list[Party]:
        """The parties that fill an argument: what its head names, its coordinates, else what stands inside it."""
        if argument.slot == CONTENT:
            return self._subject_of_content(argument, view, discourse)
        found: list[Party] = []
        for token in self._with_conjuncts(argument.token, view):
            found += self._of_token(token, argument, view, discourse, host=host, symmetric=symmetric)
        if not found and deep:
            found = self._inside(argument, view, discourse, argument.token, 0)
        unique: dict[str, Party] = {}
        for party in found:
            unique.setdefault(party.code, party)
        return list(unique.values())

    def _subject_of_content(self, argument: Argument, view: View, discourse: Discourse) -> list[Party]:
        """ "demande que Kiev retire ses troupes": whom the complement clause is about."""
        labels = self._grammar.labels
        for child in argument.token.children:
            if child.dep_ in labels["subject"] | labels["passive_subject"]:
                inner = Argument(OBJECT, child, f"{argument.path}>{child.dep_}")
                return self.parties(inner, view, discourse, deep=True)
        return []

    def _with_conjuncts(self, token: Token, view: View) -> list[Token]:
        """A token and its coordinates; names in a row are coordinates even where the parser hung them elsewhere."""
        found = self._conjuncts(token)
        mention = view.mention_at(token)
        if mention is None:
            return found
        members = view.coordinated(mention)
        between = self._grammar.preposition(token) in self._grammar.words["between_prepositions"]
        for other in members:
            head = view.head_of(other)
            if head is None or any(t.i == head.i for t in found):
                continue
            # "… et Z a condamné": the last of a row may be the subject of a clause of its own
            elsewhere = head.dep_ in self._grammar.labels["subject"] and head.head.i != token.head.i
            if between or other is not members[-1] or not (elsewhere and head.i > token.i):
                found.append(head)
        return sorted(found, key=lambda t: t.i)

    def _conjuncts(self, token: Token) -> list[Token]:
        found = [token]
        for child in token.children:
            if child.dep_ in self._grammar.labels["conjunct"] and not self._heads_clause(child):
                found += self._conjuncts(child)
        return found

    def _heads_clause(self, token: Token) -> bool:
        labels = self._grammar.labels
        return self._grammar.is_verb(token) or any(
            c.dep_ in labels["subject"] | labels["copula"] for c in token.children
        )

    def _of_token(
        self,
        token: Token,
        argument: Argument,
        view: View,
        discourse: Discourse,
        *,
        host: bool = False,
        symmetric: bool = False,
    ) -> list[Party]:
        if argument.slot == POSSESSIVE:
            return self._possessor(token, argument, view, discourse)
        mention = view.mention_at(token)
        if mention is None or not mention.codes:
            return []
        if mention.kind == "adjective":
            inhabitants = (
                mention.text[:1].isupper()
                and mention.head == view.start_of(token)
                and (
                    self._grammar.is_noun(token) or not self._grammar.is_noun(token.head) or token.head.i < token.i - 1
                )
            )
            if argument.slot != ADJECTIVE and not inhabitants:
                return []
        elif mention.kind == "city":
            if not host:
                return []
        elif mention.kind not in _PARTY:
            return []
        if mention.placed and not host and (symmetric or argument.path.count(">") > 1):
            return []
        return [Party(code, mention, f"{argument.slot}:{argument.path}", direct=True) for code in mention.codes]

    def _possessor(self, token: Token, argument: Argument, view: View, discourse: Discourse) -> list[Party]:
        owner = self._owner_before(token, view) or discourse.subject
        if token.lower_ in self._grammar.words["possessive_first"]:
            owner = discourse.speaker
        if owner is None or not owner.codes:
            return []
        plural = token.lower_ in self._grammar.words["possessive_plural"]
        codes = owner.codes
        if plural and len(codes) == 1 and len(discourse.pair) == 2:
            codes = discourse.pair
        return [Party(code, owner, f"possessive>{token.text}", direct=True) for code in codes]

    def _owner_before(self, token: Token, view: View) -> Mention | None:
        """The subject of the clause that a possessive stands in, else the nearest party before it."""
        verb = token.head
        for _ in range(8):
            if self._grammar.is_verb(verb) or verb.head == verb:
                break
            verb = verb.head
        for argument in self._grammar.subjects(verb):
            mention = view.mention_at(argument.token)
            if mention is not None and mention.codes:
                return mention
        return None

    def _inside(self, argument: Argument, view: View, discourse: Discourse, top: Token, depth: int) -> list[Party]:
        """Parties inside a phrase: "la position marocaine", "les efforts du président", "les frappes menées par X"."""
        if depth > 3:
            return []
        by_agent: list[Party] = []
        by_adjective: list[Party] = []
        by_of: list[Party] = []
        deeper: list[Token] = []
        for child in top.children:
            mention = view.mention_at(child)
            base = self._grammar.preposition(child) if self._grammar.is_noun(child) or child.pos_ == "PRON" else None
            path = f"{argument.slot}:{argument.path}>{child.dep_}"
            if base in self._grammar.words["agent_prepositions"] and mention is not None and mention.kind in _PARTY:
                by_agent += [Party(code, mention, path, direct=False) for code in mention.codes]
            elif mention is not None and mention.codes and mention.kind == "adjective":
                by_adjective += [Party(code, mention, path, direct=False) for code in mention.codes]
            elif (
                mention is not None
                and mention.codes
                and mention.kind in _PARTY
                and (
                    base in self._grammar.words["of_prepositions"] | self._grammar.words["between_prepositions"]
                    or (
                        child.dep_ in self._grammar.labels["apposition"] | self._grammar.labels["flat"]
                        and child.i == top.i + 1
                    )
                )
            ):
                for token in self._with_conjuncts(child, view):
                    other = view.mention_at(token)
                    if other is not None:
                        by_of += [Party(code, other, path, direct=False) for code in other.codes]
            elif child.dep_ in self._grammar.labels["participle_clause"]:
                for inner in self._grammar.arguments(child):
                    if inner.slot == SUBJECT and inner.path == "agent":
                        by_of += self._of_token(inner.token, inner, view, discourse)
            elif base in self._grammar.words["of_prepositions"] or child.dep_ in self._grammar.labels["conjunct"]:
                deeper.append(child)
            elif (
                child.dep_ in self._grammar.labels["determiner"]
                and child.lower_
                in (self._grammar.words["possessive_singular"] | self._grammar.words["possessive_plural"])
                and argument.slot == SUBJECT
            ):
                by_of += self._possessor(child, argument, view, discourse)
        if by_agent or by_adjective or by_of:
            return by_agent or by_adjective or by_of
        for child in deeper:
            found = self._inside(argument, view, discourse, child, depth + 1)
            if found:
                return found
        return []

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
