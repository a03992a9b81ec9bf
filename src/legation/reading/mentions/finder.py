"""Finds mentions among the words of one sentence, by the dictionary and by what stands around."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.pack import LanguagePack
from legation.language.words import Word
from legation.reading.mentions.mention import Mention
from legation.reading.mentions.person_names import PersonNames, joined_words
from legation.reading.names import Name, NameIndex

_MOST_PARTS = 4
"""Parts of a title ("ministre | français | délégué | au Commerce") that are read; more is no title."""


class MentionFinder:
    """Finds mentions; holds the dictionary of one language pack."""

    def __init__(self, pack: LanguagePack, index: NameIndex) -> None:
        self._pack = pack
        self._index = index
        self._names = PersonNames(pack, index)
        self._words = pack.syntax.words
        self._reference = pack.syntax.reference
        self._combining = {form.lower(): code for code, names in pack.states.items() for form in names.combining}
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
            self._look_back(words, at, mention)
            bare = mention.needs in {"institution", "role", "body"} and not mention.definite and mention.person is None
            if bare and at > 0 and words[at - 1].lower not in self._words["indefinite"]:
                at += 1  # "une intervention armée", "a négociateur": an adjective or a common noun
                continue
            found.append(mention)
            at += max(length, 1)
        return self._with_names_before(words, found)

    def _at(self, words: Sequence[Word], at: int) -> tuple[Mention | None, int]:
        word = words[at]
        if (compound := self._compound(word)) is not None:
            return compound, 1
        hit = self._index.match(words, at)
        if hit is None:
            return self._pronoun_or_title(words, at)
        name, length = hit
        if name.kind in {"office", "institution", "counterpart"}:
            return self._titled(words, at, name, length)
        end = at + length
        mention = Mention(name.kind, word.start, words[end - 1].end, word.start, "", name.codes, name.sector)
        if name.kind == "group":
            following = words[end].lower if end < len(words) else ""
            codes, past = self._adjectives(words, end) if following in self._demonyms else ((), end)
            mention.role = self._role_of(name.text)
            mention.codes, end, mention.size, mention.needs = (
                codes,
                past,
                name.size,
                None if len(codes) > 1 else "group",
            )
            if len(codes) == 1:
                mention.needs = None
        elif name.kind == "country":
            codes, end = self._adjectives(words, end)
            mention.codes, mention.needs = codes, None if codes else "country"
            if not codes and end < len(words) and words[end].lower in self._demonyms:
                end += 1
        elif name.kind == "body":
            mention.needs = "body"
        elif name.kind == "capital_word":
            codes, end = self._adjectives(words, end)
            if not codes:
                mention.needs = "country"
            mention.codes = codes
        elif name.kind == "adjective" and word.capital and at > 0:
            mention.sector = "CVL"
        mention.end = words[end - 1].end
        return mention, end - at

    def _role_of(self, noun: str) -> str | None:
        return next((o.role for o in self._pack.offices if noun in o.heads), None)

    def _compound(self, word: Word) -> Mention | None:
        """ "russo-vénézuélien": every part but the last a combining form or demonym, the last a demonym."""
        if "-" not in word.lower or word.lower in self._demonyms:
            return None
        parts = word.lower.split("-")
        last = self._demonyms.get(parts[-1])
        if last is None:
            return None
        codes = [self._combining.get(p) or self._demonyms.get(p) for p in parts[:-1]]
        if not all(codes):
            return None
        return Mention("adjective", word.start, word.end, word.start, "", (*[c for c in codes if c], last))

    def _titled(self, words: Sequence[Word], at: int, name: Name, length: int) -> tuple[Mention, int]:
        """An office or body with what follows: demonym, portfolio, "de STATE", a person's name."""
        end = at + length
        mention = Mention(
            name.kind, words[at].start, words[end - 1].end, words[at].start, "", name.codes, name.sector, role=name.role
        )
        codes: tuple[str, ...] = ()
        for _ in range(_MOST_PARTS):
            part = self._part(words, end, name, codes)
            if part is None:
                break
            codes, end = part
        office_end = end
        mention.codes = codes or name.codes
        if name.kind != "institution":
            end = self._person(words, end, mention)
            mention.office = " ".join(w.text for w in words[at:office_end]).replace("' ", "'")
        mention.end = words[end - 1].end
        if not mention.codes:
            if name.kind == "institution":
                mention.needs = "institution"
            else:
                mention.needs = "counterpart" if name.kind == "counterpart" else "role"
        return mention, end - at

    def _part(
        self, words: Sequence[Word], at: int, name: Name, codes: tuple[str, ...]
    ) -> tuple[tuple[str, ...], int] | None:
        """One more part of an office's title: a demonym, a portfolio, the party it is held for; or None."""
        if not codes:
            found, end = self._adjectives(words, at)
            if found:
                return found, end
            of_party, party_end = self._of_party(words, at)
            complement_end = self._complement(words, at, name)
            if of_party and party_end >= complement_end:
                return of_party, party_end
        else:
            complement_end = self._complement(words, at, name)
        return (codes, complement_end) if complement_end > at else None

    def _adjectives(self, words: Sequence[Word], at: int) -> tuple[tuple[str, ...], int]:
        """Demonyms in a row: "russe", "russe et turc", "français, allemand et britannique"."""
        codes: list[str] = []
        end = at
        while end < len(words):
            step = end
            if codes and words[step].lower in {",", *self._words["and"]}:
                step += 1
            if step >= len(words):
                break
            compound = self._compound(words[step])
            if compound is not None:
                codes.extend(compound.codes)
            else:
                hit = self._index.match(words, step)
                if hit is None or hit[0].kind != "adjective" or (words[step].capital and step > at):
                    break
                codes.extend(hit[0].codes)
            end = step + 1
        return tuple(dict.fromkeys(codes)), end

    def _complement(self, words: Sequence[Word], at: int, name: Name) -> int:
        for length in range(min(name.longest_complement, len(words) - at), 0, -1):
            if tuple(w.lower for w in words[at : at + length]) in name.complements:
                return at + length
        return at

    def _of_party(self, words: Sequence[Word], at: int) -> tuple[tuple[str, ...], int]:
        """ "de la Fédération de Russie", "du Mali et du Niger"."""
        codes: list[str] = []
        end = at
        step = at
        while True:
            if codes:
                if step < len(words) and words[step].lower in {",", *self._words["and"]}:
                    step += 1
                else:
                    break
            if step < len(words) and words[step].lower in self._pack.syntax.prepositions["de"]:
                step += 1
            elif not codes:
                break
            if step < len(words) and words[step].lower in self._words["determiners"]:
                step += 1
            hit = self._index.match(words, step) if step < len(words) else None
            if hit is None or hit[0].kind not in {"state", "organisation", "capital", "seat"}:
                break
            if codes and hit[0].kind != "state":
                break
            codes.extend(hit[0].codes)
            step += hit[1]
            end = step
        return tuple(dict.fromkeys(codes)), end

    def _person(self, words: Sequence[Word], at: int, mention: Mention) -> int:
        """The name after an office: "Sergueï Lavrov", ", Sergueï Lavrov,", "Poutine et Xi"."""
        start, comma = at, False
        if start < len(words) and words[start].lower == ",":
            start, comma = start + 1, True
        start = self._names.past_honorifics(words, start)
        end = self._names.name_end(words, start)
        if end == start:
            return at
        closed = end >= len(words) or words[end].text in {",", ".", ")", ";", ":"}
        if comma and not closed and end - start < 2:
            return at
        mention.person = joined_words(words[start:end])
        mention.people = (mention.person,)
        if len(mention.codes) > 1 and end < len(words) and words[end].lower in self._words["and"]:
            second = self._names.name_end(words, end + 1)
            if second > end + 1:
                mention.people = (mention.person, joined_words(words[end + 1 : second]))
                end = second
        return end

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
        place_like = mention.kind in {"state", "capital", "city", "capital_word", "country"}
        places = self._pack.syntax.places
        mention.placed = place_like and base is not None and base[0] in places["in"] | places["from"]
        if before in table["possessive_singular"] | table["possessive_plural"] | table["possessive_first"]:
            mention.owner = before
        mention.definite = before in table["definite"] | table["contracted"] or mention.owner is not None

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
