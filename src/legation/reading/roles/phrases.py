"""The parties inside a phrase: what its head names, its coordinates, else what stands within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.arguments import ADJECTIVE, CONTENT, CONTROL, OBJECT, POSSESSIVE, SUBJECT, Argument, Grammar
from legation.reading.mentions import Mention
from legation.reading.reference import Discourse
from legation.reading.roles.party import PARTY_KINDS, Party
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 3
"""Phrases within phrases in which a party is still looked for."""


class PhraseReader:
    """Finds the parties of phrases; holds the grammar of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

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
            found = self.inside(argument, view, discourse, argument.token, 0)
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
        found = [t for t in self._conjuncts(token) if t == token or not self._elsewhere(t, token, view)]
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
            subject = self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]
            elsewhere = head.dep_ in subject and head.head.i != token.head.i
            gapped = head.i > token.i and self._elsewhere(head, token, view)
            if between or (not gapped and (other is not members[-1] or not (elsewhere and head.i > token.i))):
                found.append(head)
        return sorted(found, key=lambda t: t.i)

    def _elsewhere(self, joined: Token, token: Token, view: View) -> bool:
        """Whether the parser joined to a word what is no coordinate of it: the place where somebody lives ("des médias
        établis en X et en Y"), the subject of the next clause ("par X et Y a dépêché…").
        """
        mention, first = view.mention_at(joined), view.mention_at(token)
        if mention is None:
            return False
        if mention.placed and not (first is not None and first.placed):
            own = any(c.dep_ in self._grammar.labels["case"] for c in joined.children)
            return own and self._grammar.preposition(joined) != self._grammar.preposition(token)
        labels = self._grammar.labels
        if token.dep_ in labels["subject"] | labels["passive_subject"] or token.head == token:
            return False
        end = max(t.i for t in view.tokens_of(mention)) + 1
        following = token.doc[end] if end < len(token.doc) else None
        if following is not None and self._gapped(following):
            return True
        helping = labels["auxiliary"] | labels["passive_auxiliary"]
        if following is None or not self._grammar.finite(following):
            return False
        verb = following.head if following.dep_ in helping else following
        return not any(c.dep_ in labels["subject"] | labels["passive_subject"] for c in verb.children)

    def _gapped(self, following: Token) -> bool:
        """ "a envoyé des médecins et le Koweït un hôpital": a name with an object of its own right behind it."""
        counted = following.dep_ in self._grammar.labels["determiner"]
        return counted and following.head.i > following.i and self._grammar.preposition(following.head) is None

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
        elif mention.kind not in PARTY_KINDS:
            return []
        addressed = CONTROL in argument.path  # "reproche à la France de livrer"
        if mention.placed and not host and (symmetric or (argument.path.count(">") > 1 and not addressed)):
            return []
        return [Party(code, mention, f"{argument.slot}:{argument.path}", direct=True) for code in mention.codes]

    def _possessor(self, token: Token, argument: Argument, view: View, discourse: Discourse) -> list[Party]:
        owner = self._owner_before(token, view) or discourse.subject
        if token.lower_ in self._grammar.words["possessive_first"]:
            owner = discourse.first_person(view, view.start_of(token))
        if owner is None or not owner.codes:
            return []
        plural = token.lower_ in self._grammar.words["possessive_plural"]
        codes = owner.codes
        people = owner.several or owner.sector == "CVL"  # "Les autorités maliennes préparent leur départ"
        if plural and len(codes) == 1 and len(discourse.pair) == 2 and not people:
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

    def inside(self, argument: Argument, view: View, discourse: Discourse, top: Token, depth: int) -> list[Party]:
        """Parties inside a phrase: "la position marocaine", "les efforts du président", "les frappes menées par X"."""
        if depth > _DEEPEST:
            return []
        words, labels = self._grammar.words, self._grammar.labels
        by_agent: list[Party] = []
        by_adjective: list[Party] = []
        by_of: list[Party] = []
        deeper: list[Token] = []
        for child in top.children:
            mention = view.mention_at(child)
            base = self._grammar.preposition(child) if self._grammar.is_noun(child) or child.pos_ == "PRON" else None
            path = f"{argument.slot}:{argument.path}>{child.dep_}"
            if mention is not None and mention.codes and base in words["agent_prepositions"]:
                by_agent += self._named(mention, path)
            elif mention is not None and mention.codes and mention.kind == "adjective":
                by_adjective += [Party(code, mention, path, direct=False) for code in mention.codes]
            elif mention is not None and mention.codes and mention.kind in PARTY_KINDS and self._owns(child, top, base):
                for token in self._with_conjuncts(child, view):
                    other = view.mention_at(token)
                    by_of += self._named(other, path) if other is not None else []
            elif base in words["of_prepositions"] or child.dep_ in labels["conjunct"]:
                deeper.append(child)
            else:
                by_of += self._by_agent_or_owner(child, argument, view, discourse)
        named = top.lower_ in words.get("region_nouns", frozenset()) and all(p.mention.kind == "state" for p in by_of)
        found = by_agent or (by_of if named else []) or by_adjective or by_of
        for child in deeper:
            found = found or self.inside(argument, view, discourse, child, depth + 1)
        return found

    def _named(self, mention: Mention, path: str) -> list[Party]:
        kinds = PARTY_KINDS | {"adjective"}
        return [Party(code, mention, path, direct=False) for code in mention.codes if mention.kind in kinds]

    def _owns(self, child: Token, top: Token, base: str | None) -> bool:
        """Whether a party inside a phrase is whose the phrase is: "de X", "entre X et Y", a name right behind."""
        joined = self._grammar.words["of_prepositions"] | self._grammar.words["between_prepositions"]
        close = self._grammar.labels["apposition"] | self._grammar.labels["flat"]
        before = child.dep_ in self._grammar.labels["premodifier"]
        return base in joined or before or (child.dep_ in close and child.i == top.i + 1)

    def _by_agent_or_owner(self, child: Token, argument: Argument, view: View, discourse: Discourse) -> list[Party]:
        words = self._grammar.words
        if child.dep_ in self._grammar.labels["participle_clause"]:
            agents = (a for a in self._grammar.arguments(child) if a.slot == SUBJECT and a.path == "agent")
            return [party for a in agents for party in self._of_token(a.token, a, view, discourse)]
        aside = child.head.lower_ in words.get("own_turn_nouns", frozenset())  # "les rebelles, de leur côté"
        owner = not aside and child.lower_ in words["possessive_singular"] | words["possessive_plural"]
        if owner and child.dep_ in self._grammar.labels["determiner"] and argument.slot == SUBJECT:
            return self._possessor(child, argument, view, discourse)
        return []
