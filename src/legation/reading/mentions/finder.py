"""Finds mentions among the words of one sentence, by the dictionary and by what stands around."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.pack import LanguagePack
from legation.language.words import Word
from legation.reading.mentions.mention import NEIGHBOUR, Mention
from legation.reading.mentions.person_names import PersonNames, joined_words
from legation.reading.mentions.titles import TitleReader
from legation.reading.names import NameIndex

_IN_OUTLETS = frozenset({"state", "capital", "city", "adjective", "seat"})
"""Kinds of names that outlets bear."""
_UNSTATED = frozenset({"institution", "role", "body", "country"})
"""What is no mention without a determiner or a party: "une intervention armée", "a négociateur", "faire état"."""

_WATER = 3
"""Words from a sea to the state it is named after ("mer de la")."""


class MentionFinder:
    """Finds mentions; holds the dictionary of one language pack."""

    def __init__(self, pack: LanguagePack, index: NameIndex) -> None:
        self._pack = pack
        self._index = index
        self._names = PersonNames(pack, index)
        self._titles = TitleReader(pack, index, self._names)
        self._words = pack.syntax.words
        self._reference = pack.syntax.reference
        self._demonyms = {d: code for code, names in pack.states.items() for d in names.demonyms}

    def find(self, words: Sequence[Word]) -> list[Mention]:
        """The mentions among the words of one sentence, in order, not overlapping."""
        found: list[Mention] = []
        at = 0
        while at < len(words):
            mention, length = self._at(words, at)
            if mention is None:
                at += 1
                continue
            if (past := self._past_outlet(words, at, length, mention)) > at:
                at = past
                continue
            first = self._titles.leading(words, at, mention, found) if self._pack.syntax.modifiers_first else at
            self._look_back(words, first, mention)
            if self._stands_for_nobody(words, at, mention):
                at += 1
                continue
            found.append(mention)
            at += max(length, 1)
        return self._with_names_before(words, found)

    def _past_outlet(self, words: Sequence[Word], at: int, length: int, mention: Mention) -> int:
        """Past the name of an outlet that begins with a party's ("New York Times", "France 24"); else `at`."""
        end = at + length
        if mention.kind not in _IN_OUTLETS or not words[at].capital or end >= len(words):
            return at
        named = words[end].lower in self._reference.outlet_nouns and not words[end].text.islower()
        close = words[end].start - words[end - 1].end == 1
        return end + 1 if named and close else at

    def _stands_for_nobody(self, words: Sequence[Word], at: int, mention: Mention) -> bool:
        """Whether a noun is an adjective or a common noun here; "Guo Jiakun, porte-parole" is somebody's office."""
        if mention.kind == "state" and self._is_water(words, at):
            return True
        if mention.kind == "counterpart" and not mention.codes and mention.owner is None:
            return mention.role != NEIGHBOUR or not mention.definite
        if mention.needs not in _UNSTATED or mention.definite or mention.person is not None or at == 0:
            return False
        if words[at - 1].lower in self._words["indefinite"]:
            return mention.kind == "country"  # "plusieurs pays" are nobody in particular
        if mention.kind == "office" and words[at - 1].text == ",":
            return self._names.name_start(words, at - 1) is None
        return mention.kind != "capital_word"

    def _is_water(self, words: Sequence[Word], at: int) -> bool:
        """ "la mer du Japon", "le golfe du Mexique": named after a state, and not its own."""
        waters = self._words.get("waters", frozenset())
        before = tuple(word.lower for word in words[max(0, at - _WATER) : at])
        named = any(word in waters for word in before)
        found = self._pack.syntax.preposition_of(before)
        return named and found is not None and found[0] in self._words["of_prepositions"]

    def _at(self, words: Sequence[Word], at: int) -> tuple[Mention | None, int]:
        word = words[at]
        if (compound := self._titles.compound(word)) is not None:
            return compound, 1
        hit = self._index.match(words, at)
        if hit is None:
            return self._pronoun_or_title(words, at)
        name, length = hit
        if name.kind == "city" and length == 1 and self._is_first_name(words, at):
            return None, 1
        if name.kind in {"office", "institution", "counterpart"}:
            return self._titles.read(words, at, name, length)
        end = at + length
        mention = Mention(name.kind, word.start, words[end - 1].end, word.start, "", name.codes, name.sector)
        if name.kind == "group":
            following = words[end].lower if end < len(words) else ""
            codes, past = self._titles.adjectives(words, end) if following in self._demonyms else ((), end)
            mention.role = NEIGHBOUR if name.text in self._reference.neighbours else self._role_of(name.text)
            mention.codes, end, mention.size, mention.needs = (
                codes,
                past,
                name.size,
                None if len(codes) > 1 else "group",
            )
            if len(codes) == 1:
                mention.needs = None
            known = self._reference.known_groups.get(following, ())
            if len(known) == name.size:  # "les trois pays européens"
                mention.codes, mention.needs, end = known, None, end + 1
        elif name.kind == "country":
            codes, end = self._titles.adjectives(words, end)
            mention.codes, mention.needs, mention.role = codes, None if codes else "country", name.text
            if not codes and end < len(words) and words[end].lower in self._demonyms:
                end += 1
        elif name.kind == "body":
            mention.needs, mention.role = "body", name.text
        elif name.kind == "capital_word":
            codes, end = self._titles.adjectives(words, end)
            mention.codes, mention.needs = codes, None if codes else "country"
        elif name.kind == "adjective" and word.capital and at > 0 and name.text[:1].islower():
            mention.sector = "CVL"
        mention.end = words[end - 1].end
        return mention, end - at

    def _is_first_name(self, words: Sequence[Word], at: int) -> bool:
        """ "Milan Petrović": a town's name before a surname that is no place and no other name; behind a preposition it
        is the town ("reçu à Milan Petrović").
        """
        if at > 0 and self._pack.syntax.preposition_of((words[at - 1].lower,)) is not None:
            return False
        after = words[at + 1] if at + 1 < len(words) else None
        if after is None or after.start - words[at].end != 1 or not after.capital or after.text.isupper():
            return False
        return self._index.match(words, at + 1) is None and self._names.name_end(words, at + 1) > at + 1

    def _role_of(self, noun: str) -> str | None:
        return next((o.role for o in self._pack.offices if noun in o.heads), None)

    def _pronoun_or_title(self, words: Sequence[Word], at: int) -> tuple[Mention | None, int]:
        word = words[at]
        lower = self._pack.syntax.bare_pronoun(word.lower)
        table = self._words
        following = words[at + 1] if at + 1 < len(words) else None
        if lower in table["person_ambiguous"] and not (following is None or following.text in {",", ".", "»", ";"}):
            return None, 1
        if lower in table["person_singular"]:
            return Mention("pronoun", word.start, word.end, word.start, "", needs="pronoun"), 1
        if lower in table["impersonal"]:
            return Mention("pronoun", word.start, word.end, word.start, "", needs="impersonal"), 1
        if lower in table["person_plural"]:
            return Mention("pronoun", word.start, word.end, word.start, "", needs="pronouns", size=2), 1
        if lower in table["first_plural"] or lower in table["first_singular"]:
            return Mention("pronoun", word.start, word.end, word.start, "", needs="speaker"), 1
        if lower in table["second_person"]:
            return Mention("pronoun", word.start, word.end, word.start, "", needs="addressee"), 1
        start = self._names.past_honorifics(words, at) if word.capital else at
        if start > at:
            end = self._names.name_end(words, start)
            if end > start:
                name = joined_words(words[start:end])
                return Mention(
                    "person",
                    word.start,
                    words[end - 1].end,
                    words[start].start,
                    "",
                    person=name,
                    people=(name,),
                    needs="surname",
                ), end - at
        return None, 1

    def _look_back(self, words: Sequence[Word], at: int, mention: Mention) -> None:
        """What stands before a mention: its determiner, a possessive, "ancien"."""
        table = self._words
        leading = table["definite"] | table["possessive_singular"] if mention.kind == "office" else frozenset()
        mention.definite = words[at].lower in leading  # "l'envoyé", "Sa Majesté"
        k = at - 1
        while k >= 0 and words[k].lower in table["former"]:
            mention.sector = "CVL"
            k -= 1
        if k < 0:
            return
        before = words[k].lower
        p = k
        while p >= 0 and words[p].lower in table["determiners"] and words[p].lower not in table["contracted"]:
            p -= 1
        base = (
            self._pack.syntax.preposition_of(tuple(w.lower for w in words[max(0, p - 5) : p + 1])) if p >= 0 else None
        )
        place_like = (
            mention.kind in {"state", "capital", "city", "capital_word", "country"} or mention.role == NEIGHBOUR
        )
        places = self._pack.syntax.places
        opening = k == 0 and words[k].text in self._reference.opening_places  # "A Paris": no accent on capitals
        mention.placed = place_like and (opening or (base is not None and base[0] in places["in"] | places["from"]))
        own = table["possessive_first"] | table["possessive_second"]
        if before in table["possessive_singular"] | table["possessive_plural"] | own:
            mention.owner = before
        elif mention.role == NEIGHBOUR and k > 0 and before in self._reference.neighbour_adjectives:
            near = words[k - 1].lower  # "son puissant voisin"
            mention.owner = near if near in table["possessives"] else None
        mention.definite |= before in table["definite"] | table["contracted"] or mention.owner is not None
        mention.several = before in table["group_determiners"]

    def _with_names_before(self, words: Sequence[Word], found: list[Mention]) -> list[Mention]:
        """ "Maria Zakharova, porte-parole du ministère russe": the name stands before the office."""
        starts = {w.start: i for i, w in enumerate(words)}
        out: list[Mention] = []
        for mention in found:
            if mention.kind in {"office", "counterpart"} and mention.person is None and mention.start in starts:
                at = starts[mention.start] - 1
                while at >= 0 and words[at].lower in self._words["determiners"] | self._words["former"]:
                    at -= 1
                if at > 0 and words[at].text == ",":
                    begin = self._names.name_start(words, at)
                    if begin is not None and not any(
                        m.start <= words[begin].start < m.end for m in out if m.kind != "person"
                    ):
                        name = joined_words(words[begin:at])
                        out = [m for m in out if m.end <= words[begin].start]
                        mention.person, mention.people = name, (name,)
                        mention.head, mention.start = words[begin].start, words[begin].start
            out.append(mention)
        return out
