"""Subjects that stand behind their verb: "« … », avertit Pékin", "ce que réclame Kiev"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.arguments.argument import OBJECT, SUBJECT, Argument
from legation.reading.arguments.subjects import Subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Inverted(Subjects):
    """Finds subjects that the parser took for objects."""

    def inverted(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """ "…, avertit Pékin": behind a quotation or a clause the noun that follows the verb is its subject."""
        if any(a.slot == SUBJECT and not self._quoted(a.token, verb) for a in found) or self.present_participle(verb):
            return found
        first = min(
            [verb.i, *(c.i for c in verb.children if c.dep_ in self.labels["auxiliary"] | self.labels["reflexive"])]
        )
        before = verb.doc[first - 1] if first > 0 else None
        behind_quotation = self._behind_quotation(verb.doc, first)
        spoken = (
            verb.lower_ in self._speech
            and before is not None
            and (before.text == "," or verb.dep_ in self.labels["parataxis"])
        )
        if not behind_quotation and not spoken:
            return found
        behind = [a for a in found if a.slot == OBJECT and a.token.i > verb.i]
        after = next((a for a in behind if self.is_noun(a.token)), next(iter(behind), None))
        if after is None:
            return found
        rest = [a for a in found if a.slot != SUBJECT]
        return [a._replace(slot=SUBJECT, path="inverted") if a is after else a for a in rest]

    def _behind_quotation(self, doc: Doc, first: int) -> bool:
        """Whether a quotation ends right before a word, with or without a comma between."""
        if first > 1 and doc[first - 1].text == ",":
            first -= 1
        return first > 0 and doc[first - 1].text in {"»", '"', "”"}

    def relative_inverted(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """ "où se réunissent les ministres", "que réclame Kiev", "ce que Varsovie conteste": in a relative clause
        without a subject the noun taken for the object is its subject.
        """
        clause = self.labels["relative_clause"] | self.labels["adverbial_clause"] | self.labels["adjective"]
        if verb.dep_ not in clause or not self.finite(verb) or any(a.slot == SUBJECT for a in found):
            return found
        opening = self.words.get("inverting_openings", frozenset())
        first = verb.left_edge.i
        if not any(t.lower_ in opening for t in verb.doc[max(first - 1, 0) : first + 2] if t.i < verb.i):
            return found
        noun = next((a for a in found if a.slot == OBJECT and a.path in self.labels["object"]), None)
        if noun is None or not self.is_noun(noun.token):
            return found
        return [a._replace(slot=SUBJECT, path="inverted") if a is noun else a for a in found]

    def _quoted(self, subject: Token, verb: Token) -> bool:
        """ "« Ils sont partis », s'est indigné le ministre": what stands in a quotation before the verb is not its
        subject.
        """
        between = [t.text for t in verb.doc[subject.i + 1 : verb.i]]
        closings = [k for k, word in enumerate(between) if word in {"»", "”"}]
        return bool(closings) and not any(word in {"«", "“"} for word in between[: closings[0]])
