"""Whom a clitic means ("l'a félicité", "lui ont témoigné"): the nearest fitting party told of before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.reading.arguments import OBJECT, Argument, Grammar
from legation.reading.mentions import Mention
from legation.reading.reference import Discourse
from legation.reading.roles.party import PARTY_KINDS, Party, Roles
from legation.reading.triggers import Hit
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

_BACK = 2
"""Sentences back in which the one meant may stand."""


class Clitics:
    """Finds the parties of clitics; holds the grammar of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        none: frozenset[str] = frozenset()
        self._direct = grammar.words.get("object_clitics", none)
        self._dative = grammar.words.get("dative_clitics", none)
        self._second = grammar.words.get("second_person", none)
        self._slots = {OBJECT, grammar.syntax.slots.dative}
        self._plural = grammar.words.get("plural_clitics", none)

    def recipients(
        self, hit: Hit, arguments: Iterable[Argument], view: View, discourse: Discourse, roles: Roles
    ) -> list[Party]:
        """The parties that a clitic among the arguments means; empty without one. Of a verb whose complement is what
        is wished or denied ("Kiev le nie", "l'a acceptée") the clitic is a thing.
        """
        known = roles.codes()
        things = hit.frame.content == "swallow" and not self._grammar.controls_object(hit.token)
        for argument in arguments if known else ():
            if not self._is_clitic(argument) or (things and argument.slot == OBJECT):
                continue
            for mention in self._before(argument.token, view, discourse):
                if not set(mention.codes) & known and self._fits(mention, argument.token):
                    return [Party(c, mention, f"clitic>{argument.token.text}", direct=True) for c in mention.codes]
        return []

    def addressed(self, arguments: Iterable[Argument]) -> bool:
        """ "Moscou vous reproche…": whether a pronoun says that somebody undergoes it, whoever that is."""
        return any(self._is_clitic(a) or a.token.lower_ in self._second for a in arguments if a.slot in self._slots)

    def _is_clitic(self, argument: Argument) -> bool:
        token = argument.token
        if token.pos_ not in self._grammar.syntax.parts["pronoun"]:
            return False
        direct = argument.slot == OBJECT and token.lower_ in self._direct
        return direct or (argument.slot == self._grammar.syntax.slots.dative and token.lower_ in self._dative)

    def _before(self, clitic: Token, view: View, discourse: Discourse) -> list[Mention]:
        """The parties before a clitic, likeliest first: its own sentence backwards, then the sentences before it, each
        from its beginning.
        """
        at = view.start_of(clitic)
        here = [m for m in view.mentions if m.end <= at and self._able(m)]
        earlier = [m for m in discourse.history if m.end <= view.sentence.start and self._able(m)]
        found = here[::-1]
        sentences = sorted({m.sentence for m in earlier}, reverse=True)[:_BACK]
        for sentence in sentences:
            found += [m for m in earlier if m.sentence == sentence]
        return found

    def _able(self, mention: Mention) -> bool:
        return bool(mention.codes) and mention.kind in PARTY_KINDS and not mention.placed

    def _fits(self, mention: Mention, clitic: Token) -> bool:
        return clitic.lower_ in self._plural or not mention.plural
