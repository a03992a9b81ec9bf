"""All arguments of a verb, a predicate or a noun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation.language.words import name_pair
from legation.reading.arguments.argument import (
    ADJECTIVE,
    BARE,
    CONTENT,
    OBJECT,
    POSSESSIVE,
    SUBJECT,
    SUPPORT_RECIPIENT,
    UNDERGONE,
    Argument,
)
from legation.reading.arguments.displaced import Displaced

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEEPEST = 2
"""Phrases within phrases that are still looked at."""


class Grammar(Displaced):
    """Reads parses of one language."""

    def arguments(self, verb: Token) -> list[Argument]:
        """All arguments of a verb (or predicative adjective); looked up once."""
        known: dict[int, list[tuple[str, int, str]]] = verb.doc.user_data.setdefault("arguments", {})
        if verb.i not in known:  # by their places: a document that held its own words would outlive its use
            known[verb.i] = [(a.slot, a.token.i, a.path) for a in self._read_arguments(verb)]
        return [Argument(slot, verb.doc[i], path) for slot, i, path in known[verb.i]]

    def _read_arguments(self, verb: Token) -> list[Argument]:
        found: list[Argument] = []
        passive = self.passive(verb)
        for child in verb.children:
            found += self._argument(child, passive=passive)
        if self.split_compound(verb):
            found = [a._replace(slot=OBJECT) if a.slot == SUBJECT and a.token.i > verb.i else a for a in found]
            found += [
                a for child in verb.head.children if child.i > verb.i for a in self._argument(child, passive=False)
            ]
        found = self.inverted(verb, self._with_clitic(verb, found))
        found = found if passive else self.relative_inverted(verb, found)
        found = found if passive else self.displaced(verb, found)
        if not passive and not any(a.slot == OBJECT for a in found):
            found += self._partitive(verb, found)
        adnominal = verb.dep_ in self.labels["participle_clause"] and self.bare_participle(verb)
        if adnominal and self.is_noun(verb.head) and self._coordinated_with(verb) is None:
            found.append(Argument(OBJECT, verb.head, "acl"))
        if verb.dep_ in self.labels["adverbial_clause"] and self.bare_participle(verb) and passive:
            beside = self._noun_over_comma(verb)
            if beside is not None:
                found.append(Argument(OBJECT, beside, "beside"))
            else:
                upper = (a for a in self._upper(verb.head, 0) if self.may_agree(verb, a.token))
                found += [Argument(OBJECT, a.token, f"advcl>{a.path}") for a in upper]
        if self.undergone(verb) and not passive:
            found += self._undergoing(verb, found)
        elif not any(a.slot == SUBJECT for a in found) and not passive and verb.dep_ not in self.labels["parataxis"]:
            found += list(self.subjects(verb))
        elif verb.dep_ in self.labels["conjunct"] and passive and not any(a.slot == OBJECT for a in found):
            found += [Argument(OBJECT, a.token, f"conj>{a.path}") for a in self._upper(verb.head, 0)]
        for argument in list(found):
            if argument.slot == OBJECT or argument.path in self.labels["oblique"]:
                found += [a for a in self._nested(argument) if not self._circumstance_of(argument, a)]
        return found

    def _noun_over_comma(self, verb: Token) -> Token | None:
        """ "a rompu avec Oran, accusé d'ingérence": behind the verb of its clause a participle belongs to the noun that
        stands right before it over a comma, if they may agree.
        """
        before = verb.doc[verb.i - 1] if verb.i > 1 else verb
        if before.text != "," or verb.head.i > verb.i:
            return None
        noun = verb.doc[verb.i - 2]
        while noun.dep_ in self.labels["adjective"] | self.labels["flat"] and noun.head.i < noun.i:
            noun = noun.head
        while not self.may_agree(verb, noun) and self.is_noun(noun.head) and verb.head.i < noun.head.i < noun.i:
            noun = noun.head  # "deux diplomates de Russie, accusés d'espionnage"
        governed = self.is_noun(noun) and noun.i > verb.head.i and self.may_agree(verb, noun)
        return noun if governed else None

    def _undergoing(self, verb: Token, found: list[Argument]) -> Iterator[Argument]:
        """ "L'Iran s'est vu refuser l'accès": the subject above is whom it is done to."""
        slot = self.syntax.slots.dative if any(a.slot == OBJECT for a in found) else OBJECT
        for subject in self.subjects(verb.head):
            for one in (slot, SUPPORT_RECIPIENT):
                yield subject._replace(slot=one, path=f"{UNDERGONE}>{subject.path}")

    def _circumstance_of(self, argument: Argument, inner: Argument) -> bool:
        """ "a gelé des avoirs après les sanctions de Londres": whose the circumstance is does nothing here."""
        return argument.slot in self.words["circumstance_slots"] and inner.slot in self.words["of_prepositions"]

    def _with_clitic(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """ "Riga nous accuse": the pronoun is the object, or the addressee where something else is said or given."""
        clitic = self.clitic(verb)
        if clitic is None:
            return found
        found = [a for a in found if a.token.i != clitic.i]
        other = any(a.slot in {OBJECT, CONTENT} and a.token.i > verb.i for a in found)
        named = any(a.slot == OBJECT and a.token.i > verb.i for a in found)
        slot = self.syntax.slots.dative if named or (other and verb.lower_ in self._speech) else OBJECT
        return [*found, Argument(slot, clitic, "clitic")]

    def _partitive(self, verb: Token, found: list[Argument]) -> list[Argument]:
        """ "a livré de l'aide", "n'a pas livré d'armes": what "de" right behind the verb governs is its object."""
        return [
            a._replace(slot=OBJECT, path=f"partitive {a.path}")
            for a in found
            if a.slot in self.words["partitives"]
            and a.token.i > verb.i
            and any(c.i == verb.i + 1 for c in a.token.children if c.dep_ in self.labels["case"])
        ][:1]

    def below(self, head: Token, last: Token, known: tuple[Argument, ...]) -> list[Argument]:
        """Arguments that hang on an entry's own further words: "se dit préoccupé par…", "menace de couper…"."""
        seen = {a.token.i for a in known}
        found: list[Argument] = []
        for token in head.doc[head.i + 1 : last.i + 1]:
            for child in token.children:
                if child.i > last.i and child.i not in seen and child.dep_ not in self.labels["conjunct"]:
                    found += [a for a in self._argument(child, passive=False) if a.slot != SUBJECT]
        for argument in list(found):
            found += self._nested(argument)
        return found

    def _argument(self, child: Token, *, passive: bool) -> Iterator[Argument]:
        dep = child.dep_
        if child.lower_ in self.words.get("relative_place", frozenset()):
            yield from self._relative_place(child)
            return
        if child.lower_ in self.words["relative_subject"] | self.words.get("relative_object", frozenset()):
            named = self._antecedent(child)
            if named is not None:
                yield named
                return
        if dep in self.labels["subject"] | self.labels["passive_subject"] and not passive:
            yield from self._subject_or_antecedent(child, child.head)
        elif dep in self.labels["subject"] | self.labels["passive_subject"]:
            for a in self._subject_or_antecedent(child, child.head):
                yield a._replace(slot=OBJECT)
        elif (
            dep
            in self.labels["oblique"] | self.labels["indirect"] | self.labels["object"] | self.labels["noun_modifier"]
        ):
            if child.pos_ in {"ADV", "VERB"} and dep not in self.labels["object"]:
                yield from self._hidden_phrase(child)
                return
            base = self.preposition(child)
            if base is None:
                direct = dep in self.labels["object"] or (dep in self.labels["indirect"] and child.pos_ != "PRON")
                yield Argument(
                    OBJECT if direct else self.syntax.slots.dative if child.pos_ == "PRON" else BARE, child, dep
                )
            elif passive and base in self.words["agent_prepositions"]:
                yield Argument(SUBJECT, child, "agent")
            else:
                yield Argument(base, child, dep)
        elif dep in self.labels["clausal_complement"] | self.labels["adverbial_clause"]:
            yield Argument(CONTENT, child, dep)

    def _antecedent(self, pronoun: Token) -> Argument | None:
        """ "le Mali, que l'Algérie accuse", "le roi, avec qui il a parlé": the noun before stands for the pronoun."""
        if pronoun.lower_ in self.words.get("relative_object", frozenset()):
            slot, first = OBJECT, pronoun
            taken = any(c.dep_ in self.labels["object"] and c != pronoun for c in pronoun.head.children)
            if taken or pronoun.pos_ not in self.syntax.parts["pronoun"]:
                return None
        else:
            cases = [c for c in pronoun.children if c.dep_ in self.labels["case"] and c.i < pronoun.i]
            base = self.preposition(pronoun) if cases else None
            if base is None:
                return None
            slot, first = base, min(cases, key=lambda c: c.i)
        noun = self._noun_before(first)
        while noun.dep_ in self.labels["adjective"] and self.is_noun(noun.head) and noun.head.i < noun.i:
            noun = noun.head
        if noun.i >= first.i or not self.is_noun(noun):
            return None
        return Argument(slot, noun, f"relative>{noun.text}")

    def _relative_place(self, pronoun: Token) -> Iterator[Argument]:
        """ "à Lomé, où une délégation a été reçue": the place before is that of the clause."""
        noun = self._noun_before(pronoun)
        while noun.dep_ in self.labels["adjective"] | self.labels["flat"] and self.is_noun(noun.head):
            noun = noun.head
        base = self.preposition(noun) if self.is_noun(noun) else None
        if base is not None and noun.i < pronoun.i:
            yield Argument(self.syntax.slots.place or base, noun, f"relative>{noun.text}")

    def _hidden_phrase(self, adverb: Token) -> Iterator[Argument]:
        """ "lors d'une visite": an adverb with the noun below."""
        for child in adverb.children:
            if self.is_noun(child):
                yield Argument(self.syntax.slots.occasion, child, "advmod>obl")

    def _nested(self, argument: Argument, depth: int = 0) -> Iterator[Argument]:
        """Phrases that the parser hung on the object or on another phrase though they may belong to the verb."""
        for child in argument.token.children:
            if child.dep_ in self.labels["oblique"] and (self.is_noun(child) or child.pos_ == "PRON"):
                base = self.preposition(child)
                if base is None:
                    continue
                nested = Argument(base, child, f"{argument.path}>{child.dep_}")
                yield nested
                if depth < _DEEPEST and child.pos_ != "PROPN":
                    yield from self._nested(nested, depth + 1)
            elif child.dep_ in self.labels["participle_clause"] and self.passive(child) and self.bare_participle(child):
                yield from self._partners_of_participle(child, argument.path)
            elif child.dep_ in self.labels["adjective"]:
                yield from self._nested(argument._replace(token=child), depth + 1) if depth < _DEEPEST else ()

    def _partners_of_participle(self, verb: Token, path: str) -> Iterator[Argument]:
        """ "a dénoncé l'accord conclu avec Y": with whom the object was made."""
        for child in verb.children:
            base = self.preposition(child) if self.is_noun(child) else None
            if base in self.words["with_prepositions"]:
                yield Argument(base or "", child, f"{path}>{verb.dep_}>{child.dep_}")

    def noun_arguments(self, noun: Token, last: Token) -> list[Argument]:
        """Arguments of a nominal trigger whose words end with `last`: its modifiers, and what they carry."""
        found: list[Argument] = []
        behind = noun.doc[last.i + 1] if last.i + 1 < len(noun.doc) else None
        if behind is not None and name_pair(behind.text):  # wherever the parser hung it
            found.append(Argument(ADJECTIVE, behind, "pair"))
        for holder in dict.fromkeys((noun, last)):
            for child in holder.children:
                if child.dep_ in self.labels["adjective"] or child.pos_ in self.syntax.parts["adjective"]:
                    found.append(Argument(ADJECTIVE, child, child.dep_))
                    found += list(self._nested(Argument(ADJECTIVE, child, child.dep_)))
                elif child.dep_ in self.labels["determiner"] and not self.owns(child):
                    if (
                        child.lower_
                        in self.words["possessive_singular"]
                        | self.words["possessive_plural"]
                        | self.words["possessive_first"]
                    ):
                        found.append(Argument(POSSESSIVE, child, "det"))
                elif self.is_noun(child) or child.pos_ == "PRON":
                    base = self.preposition(child)
                    if base is not None:
                        found.append(Argument(base, child, child.dep_))
                        found += self._hung_on_place(child, base)
                        found += self._agents_below(child)
                    elif (
                        child.dep_ in self.labels["noun_modifier"] | self.labels["apposition"] | self.labels["flat"]
                        and child.i > noun.i
                    ):
                        slots = self.syntax.slots
                        slot = slots.between if "-" in child.text else slots.of
                        found.append(Argument(slot, child, f"bare {child.dep_}"))
                elif self.is_verb(child) and child.dep_ in self.labels["participle_clause"]:
                    found += self._of_participle(child, noun)
        return sorted(found, key=lambda a: a.token.i)

    def _agents_below(self, child: Token) -> Iterator[Argument]:
        """ "la fermeture de la frontière de la part de X": the agent hung on another phrase of the noun."""
        for deeper in child.children:
            if self.is_noun(deeper):
                base = self.preposition(deeper)
                if base in self.words["agent_prepositions"]:
                    yield Argument(base or "", deeper, f"agent below>{deeper.dep_}")
                elif base in self.words["of_prepositions"]:
                    yield from self._agents_below(deeper)

    def _of_participle(self, verb: Token, noun: Token) -> Iterator[Argument]:
        """ "l'aide fournie par X", "une attaque ayant visé des soldats de Y": what a participle on the noun carries."""
        aimed = verb.lower_ in self._aiming and not self.passive(verb)
        for argument in self.arguments(verb):
            if argument.token == noun or (argument.slot in self.words["of_prepositions"] and aimed):
                continue
            if argument.slot != OBJECT:
                yield argument
            elif aimed:
                yield argument._replace(slot=self.syntax.slots.against or OBJECT, path=f"aimed>{argument.path}")

    def _hung_on_place(self, child: Token, base: str) -> Iterator[Argument]:
        """ "visite à Lima d'un émissaire du Chili": the guest hung on the place."""
        for deeper in child.children:
            if (self.is_noun(deeper) or deeper.pos_ == "PRON") and deeper.dep_ in self.labels["oblique"]:
                inner = self.preposition(deeper)
                if inner is not None and (inner not in self.words["of_prepositions"] or child.pos_ == "PROPN"):
                    yield Argument(inner, deeper, f"{base}>{deeper.dep_}")
