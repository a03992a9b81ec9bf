"""Offices and bodies with what follows them: demonym, portfolio, the party they are held for, the holder's name."""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.pack import LanguagePack
from legation.language.words import Word, name_pair
from legation.reading.mentions.mention import NEIGHBOUR, Mention
from legation.reading.mentions.person_names import PersonNames, joined_words
from legation.reading.names import Name, NameIndex, acting_state

_MOST_PARTS = 4
"""Parts of a title ("ministre | français | délégué | au Commerce") that are read; more is no title."""
_LONGEST_TAIL = 9
"""Words between a title and its holder's name ("chargé des affaires consulaires, Alireza Bigdeli")."""


_LED = frozenset({"office", "institution", "counterpart", "country", "capital_word"})
_PAIRED = frozenset({"state", "capital", "organisation"})
"""Kinds of names that may be joined by a hyphen."""
_LEADING = frozenset({"adjective", "state", "capital", "seat", "organisation", "institution"})
"""Kinds of mentions that may lead an office or body, and say whose it is."""


class TitleReader:
    """Reads titles; holds the dictionary of one language pack."""

    def __init__(self, pack: LanguagePack, index: NameIndex, names: PersonNames) -> None:
        self._pack = pack
        self._index = index
        self._names = names
        self._words = pack.syntax.words
        acting = {code: acting_state(code, pack) for code in pack.states}
        self._combining = {f.lower(): acting[code] for code, names in pack.states.items() for f in names.combining}
        self._demonyms = {d: acting[code] for code, names in pack.states.items() for d in names.demonyms}

    def compound(self, word: Word) -> Mention | None:
        """ "russo-vénézuélien": every part but the last a combining form or demonym, the last a demonym; or two states'
        names ("le sommet Chine-Japon").
        """
        if "-" not in word.lower or word.lower in self._demonyms:
            return None
        parts = word.lower.split("-")
        last = self._demonyms.get(parts[-1])
        if last is None:
            return self._pair_of_states(word)
        codes = [self._combining.get(p) or self._demonyms.get(p) for p in parts[:-1]]
        if not all(codes):
            return None
        return Mention("adjective", word.start, word.end, word.start, "", (*[c for c in codes if c], last))

    def _pair_of_states(self, word: Word) -> Mention | None:
        parts = name_pair(word.text)
        if parts is None or self._index.match((word,), 0):
            return None
        names = [self._index.match((Word(part, part.lower(), word.start, word.end),), 0) for part in parts]
        codes = tuple(code for name in names if name is not None and name[0].kind in _PAIRED for code in name[0].codes)
        if len(set(codes)) != len(parts):
            return None
        return Mention("state", word.start, word.end, word.start, "", codes)

    def read(self, words: Sequence[Word], at: int, name: Name, length: int) -> tuple[Mention, int]:
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
        if name.kind != "institution" and name.role != NEIGHBOUR:
            end = self._person(words, self._past_tail(words, end), mention) if mention.codes else end
            end = self._person(words, office_end, mention) if mention.person is None else end
            mention.office = " ".join(w.text for w in words[at:office_end]).replace("' ", "'")
            if not mention.codes and mention.person is not None:
                mention.codes, end = self._of_state(words, end)
        mention.end = words[end - 1].end
        if not mention.codes:
            if name.kind == "institution":
                mention.needs, mention.bound = "institution", not name.alone
            else:
                mention.needs = "counterpart" if name.kind == "counterpart" else "role"
        return mention, end - at

    def leading(self, words: Sequence[Word], at: int, mention: Mention, found: list[Mention]) -> int:
        """Where the modifiers that stand before an office or body begin ("the French and German ministers", "Kenya's
        new army chief"); their mentions are taken into it. `at` when there are none.
        """
        if mention.codes or mention.kind not in _LED:
            return at
        first = at
        codes: tuple[str, ...] = ()
        while found and (ahead := self._led_by(words, first, found[-1], joined=bool(codes))) is not None:
            codes = (*found.pop().codes, *codes)
            first = ahead
        if codes:
            mention.codes, mention.needs, mention.bound = tuple(dict.fromkeys(codes)), None, False
            mention.start = words[first].start
        return first

    def _led_by(self, words: Sequence[Word], at: int, before: Mention, *, joined: bool) -> int | None:
        """Where a mention begins that leads what stands at word `at`; None when it does not."""
        k = at - 1
        if joined:
            if before.kind != "adjective" or words[k].lower not in {",", *self._words["and"]}:
                return None
            k -= 1
        else:
            while k > 0 and words[k].lower in self._words["title_adjectives"] | self._words["former"]:
                k -= 1
            if words[k].lower in self._words["clitics"]:
                k -= 1
        if k < 0 or words[k].end != before.end or not before.codes or before.kind not in _LEADING:
            return None
        return next(i for i in range(k, -1, -1) if words[i].start == before.start)

    def _past_tail(self, words: Sequence[Word], at: int) -> int:
        """Past what a title says besides ("chargé des affaires consulaires", "pour le Yémen") when a name follows."""
        if at >= len(words) or words[at].lower not in self._pack.syntax.reference.title_tails:
            return at
        for comma in range(at + 1, min(at + _LONGEST_TAIL, len(words))):
            if words[comma].text == ",":
                start = self._names.past_honorifics(words, comma + 1)
                return comma if self._names.name_end(words, start) > start + 1 else at
            if not words[comma].text[0].isalpha():
                break
        return at

    def _of_state(self, words: Sequence[Word], at: int) -> tuple[tuple[str, ...], int]:
        """ "le roi Philippe | de Belgique"."""
        codes, end = self._of_party(words, at)
        known = {c.lower() for code in codes if code in self._pack.states for c in self._pack.states[code].capitals}
        return (codes, end) if codes and not known & {w.lower for w in words[at:end]} else ((), at)

    def _part(
        self, words: Sequence[Word], at: int, name: Name, codes: tuple[str, ...]
    ) -> tuple[tuple[str, ...], int] | None:
        """One more part of an office's title: a demonym, a portfolio, the party it is held for; or None."""
        if not codes:
            found, end = self.adjectives(words, at)
            if found:
                return found, end
            of_party, party_end = self._of_party(words, at) if name.role != NEIGHBOUR else ((), at)
            complement_end = self._complement(words, at, name)
            if of_party and party_end >= complement_end:
                return of_party, party_end
        else:
            complement_end = self._complement(words, at, name)
        return (codes, complement_end) if complement_end > at else None

    def adjectives(self, words: Sequence[Word], at: int) -> tuple[tuple[str, ...], int]:
        """Demonyms in a row: "russe", "russe et turc", "français, allemand et britannique"."""
        codes: list[str] = []
        end = at
        while end < len(words):
            step = end
            if codes and words[step].lower in {",", *self._words["and"]}:
                step += 1
            if step >= len(words):
                break
            compound = self.compound(words[step])
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
            if step < len(words) and words[step].lower in self._pack.syntax.prepositions[self._pack.syntax.slots.of]:
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
