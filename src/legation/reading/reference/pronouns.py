"""Pronouns: whom "il", "elles", "les associations, elles" stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from legation.reading.arguments import SUBJECT, Grammar
from legation.reading.mentions import Mention
from legation.reading.people import People
from legation.reading.reference.agreement import Agreement
from legation.reading.reference.bodies import Bodies
from legation.reading.reference.surroundings import codes_of, emphasised
from legation.reading.view import View

_POINTED = 2
"""Sentences back in which the words for a party still tell its gender."""


class Pronouns(Bodies):
    """Finds whom pronouns stand for."""

    def __init__(self, grammar: Grammar, people: People, home: str | None, states: Collection[str]) -> None:
        super().__init__(grammar, people, home, states)
        self._agreement = Agreement(grammar)
        self._beside: tuple[str, ...] = ()

    def may_mean(self, pointing: Mention, codes: Collection[str], view: View) -> bool:
        """Whether a pronoun of this gender may stand for a party: not when all words for it have the other gender."""
        before = [m for m in self.history if m.sentence < view.index and self._recalled(m, pointing)]
        before += [m for m in view.mentions if m.end <= pointing.start and m is not pointing]
        named = [m for m in before if m.codes == tuple(codes)]
        return not named or any(self._agreement.agree(pointing, m) for m in named)

    def _recalled(self, mention: Mention, pointing: Mention) -> bool:
        """Whether a pronoun may still take up words: those for a state only from nearby, a person's from anywhere."""
        return mention.kind in {"person", "office"} or pointing.sentence - mention.sentence <= _POINTED

    def _taken_up(self, mention: Mention, view: View) -> bool:
        """ "Les associations, elles, …": who stands before the pronoun, a party or not, is meant and nobody else."""
        word = emphasised(mention, view)
        if word is not None and self._grammar.is_verb(word):  # "L'Inde s'est, elle, proposée"
            word = next((a.token for a in self._grammar.subjects(word.head)), None)
        while word is not None and not self._grammar.is_noun(word) and view.mention_at(word) is None:
            word = word.head if word.dep_ in self._grammar.labels["noun_modifier"] else None
        if word is None:
            return False
        before = view.mention_at(word)
        if before is not None and before.kind not in {"adjective", "city"}:
            self._copy(before, mention)
        mention.needs = None
        return True

    def _it(self, mention: Mention, current: Mention | None, main: Mention | None, view: View) -> None:
        """ "il": the main subject before it, else whoever came first; outside a quotation nobody inside it."""
        source = main if main is not None and main.codes and main.start < mention.start else (current or self.subject)
        source = self._governing(mention, view) or source
        if source is not None and source.sentence == view.index:
            apart = view.quoted_at(source.start) and not view.quoted_at(mention.start)
            source = (self.subject or self.speaker) if apart else source  # "« Notre armée… », a-t-il dit"
            if not apart and source is not None and self._aside(mention, view):
                source = self.speaker or self.subject
        if source is not None and not self._agreement.agree(mention, source):
            others = [m for m in self._others(mention, view) if self._agreement.agree(mention, m)]
            source = next((m for m in others if m.gender), others[0] if others else source)
        if source is not None and source.start < mention.start and len(source.codes) <= 1:
            self._copy(source, mention)

    def _governing(self, mention: Mention, view: View) -> Mention | None:
        """ "…; Riga a indiqué qu'elle refuserait": the subject of the nearest clause around that a pronoun may mean."""
        inside = view.tokens_of(mention)
        node = inside[0].head if inside else None
        while node is not None and node.head != node:
            node = node.head
            for argument in self._grammar.arguments(node) if self._grammar.is_verb(node) else ():
                found = view.mention_at(argument.token) if argument.slot == SUBJECT else None
                if found is None or len(found.codes) != 1 or found.end > mention.start:
                    continue
                if self._agreement.agree(mention, found):
                    return found
        return None

    def _others(self, mention: Mention, view: View) -> Iterator[Mention]:
        """Whom a pronoun may stand for when not for the subject: the nearest before it, then the last subject, then
        whoever else the sentence before named.
        """
        before = [m for m in view.mentions if m.end <= mention.start]
        last = [m for m in self.history if m.sentence == view.index - 1]
        main = [m for m in (self.subject, self.speaker) if m is not None and m.start < mention.start]
        for other in (*reversed(before), *main, *reversed(last)):
            if len(other.codes) == 1 and other.kind not in {"adjective", "city"} and not other.placed:
                yield other

    def _aside(self, mention: Mention, view: View) -> bool:
        """ "Le Chili signera, a-t-il précisé": who says so behind a comma is not whom the sentence tells of."""
        inside = view.tokens_of(mention)
        if not inside or view.doc is None or mention.text.lower() not in self._words["inverted"]:
            return False
        first = inside[0].i
        behind = any(token.text == "," for token in view.doc[max(0, first - 2) : first])
        return behind and not view.quoted_at(mention.start)

    def _they(self, mention: Mention, source: Mention | None, view: View) -> None:
        """ "ils": several parties ("X et Y… Ils…"), else several people of one ("les forces russes… elles")."""
        people = source is not None and source.several and source.kind in {"institution", "office"}
        if source is not None and people and len(source.codes) == 1:
            mention.codes, mention.sector = source.codes, source.sector
        elif source is not None and len(source.codes) > 1:
            mention.codes = source.codes
        else:
            beside = self._beside if source is self.subject else codes_of(view.coordinated(source)) if source else ()
            mention.codes = beside if len(beside) > 1 else self._memory.last_group(2)
