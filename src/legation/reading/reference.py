"""Reference within a dispatch: one list of what is being talked about, kept as the text goes on.

States, people with their offices, the current pair, the current subject and speaker; by it "le ministre", "les deux
pays", "son homologue", "il" and a bare surname find their party. Nothing is guessed beyond the dispatch.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from legation.reading.arguments import Grammar
from legation.reading.mentions import NAMING_KINDS, Mention
from legation.reading.people import People
from legation.reading.view import View


def _capital_before(mention: Mention, view: View) -> tuple[str, ...]:
    """ "À Lomé, on se félicite": who speaks in a capital is its government."""
    places = [m for m in view.mentions if m.kind in {"capital", "seat"} and m.placed and m.start < mention.start]
    return places[0].codes if len(places) == 1 else ()


class Discourse:
    """What a dispatch is talking about up to the sentence being read."""

    def __init__(self, grammar: Grammar, people: People, home: str | None, states: Collection[str]) -> None:
        self._states = states
        self._words = grammar.words
        self._grammar = grammar
        self.people = people
        self._home = (home,) if home else ()
        self.history: list[Mention] = []
        self.pair: tuple[str, ...] = ()
        self.subject: Mention | None = None
        self.speaker: Mention | None = None

    def resolve(self, view: View) -> None:
        """Gives every mention of a sentence its parties, as far as the dispatch tells them so far."""
        current: Mention | None = None
        paragraph_subject = self.subject
        main = self._main_subject(view)
        for mention in view.mentions:
            if mention.needs == "impersonal":
                mention.codes = _capital_before(mention, view)
            elif not mention.codes and mention.needs is not None:
                self._resolve_one(mention, current or paragraph_subject, main, view)
            if mention.person and not mention.office and not mention.codes:
                self._by_name(mention)
            if mention.people:
                self.people.learn(mention)
            if mention.codes:
                if (current is None and not mention.placed) or mention is main:
                    current = mention
                self.history.append(mention)
        self._note_pair(view)
        if main is not None and main.codes:
            self.subject = main
        elif current is not None and view.doc is None:
            self.subject = current

    def _main_subject(self, view: View) -> Mention | None:
        if view.doc is None:
            return None
        for token in view.doc:
            if token.dep_ in self._grammar.labels["root"]:
                for argument in self._grammar.subjects(token):
                    mention = view.mention_at(argument.token)
                    if mention is not None:
                        return mention
        return None

    def _country(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        """ "le pays": as a subject the state last named; below another's predicate not that other."""
        head = view.head_of(mention)
        subject = head is None or head.dep_ in self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]
        if subject or current is None or current.sentence != mention.sentence:
            return self._last_state(None)
        return self._other_than(current)

    def _resolve_one(self, mention: Mention, current: Mention | None, main: Mention | None, view: View) -> None:
        owner = self._owner(mention, current)
        if mention.person is not None and self._by_name(mention):
            return
        needs = mention.needs
        if needs == "counterpart":
            mention.codes = self._other_than(current)
        elif needs == "group":
            mention.codes = self._group_of_role(mention) or self._last_group(mention.size)
        elif needs == "country":
            mention.codes = owner or self._country(mention, current, view)
        elif needs == "body" and mention.definite:
            mention.codes = self._last_organisation()
        elif needs == "institution":
            mention.codes = owner or (self._same_body(mention) if mention.definite or mention.role else ())
        elif needs == "role":
            mention.codes = owner or (self._same_role(mention) if mention.definite else ())
        elif needs == "pronoun":
            source = (
                main if main is not None and main.codes and main.start < mention.start else (current or self.subject)
            )
            if source is not None and source.start < mention.start and len(source.codes) <= 1:
                self._copy(source, mention)
        elif needs == "pronouns":
            source = current or self.subject
            mention.codes = source.codes if source is not None and len(source.codes) > 1 else self._last_group(2)
        elif needs == "speaker" and self.speaker is not None:
            self._copy(self.speaker, mention)

    def _owner(self, mention: Mention, current: Mention | None) -> tuple[str, ...]:
        if mention.owner is None:
            return ()
        if mention.owner in self._words["possessive_first"]:
            return self.speaker.codes if self.speaker else ()
        if mention.needs == "counterpart":
            return ()
        source = current or self.subject
        return source.codes if source is not None else ()

    def _by_name(self, mention: Mention) -> bool:
        person = self.people.find(mention.person or "", mention.role)
        if person is None or not person.codes:
            return False
        mention.codes, mention.sector = person.codes, person.sector
        mention.person = person.name
        mention.office = mention.office or person.office
        return True

    def _copy(self, source: Mention, mention: Mention) -> None:
        mention.codes, mention.sector = source.codes, source.sector
        mention.person, mention.people, mention.office = source.person, source.people, source.office

    def _same_role(self, mention: Mention) -> tuple[str, ...]:
        for earlier in reversed(self.history):
            if earlier.role == mention.role and earlier.kind in {"office", "person", "counterpart"} and earlier.codes:
                if len(earlier.codes) > 1 and not mention.plural:
                    continue
                self._copy(earlier, mention)
                return earlier.codes
        if self._home and not self.history:
            return self._home
        for earlier in reversed(self.history[-12:]):
            if earlier.person and earlier.kind in {"office", "person"} and len(earlier.codes) == 1:
                self._copy(earlier, mention)
                return earlier.codes
        if self._home:
            return self._home
        if mention.person is not None and self.subject is not None and len(self.subject.codes) == 1:
            return self.subject.codes
        return ()

    def _last_organisation(self) -> tuple[str, ...]:
        for earlier in reversed(self.history):
            if earlier.kind == "organisation":
                return earlier.codes
        return ()

    def _same_body(self, mention: Mention) -> tuple[str, ...]:
        for earlier in reversed(self.history):
            if earlier.kind == "institution" and earlier.role == mention.role and earlier.codes:
                return earlier.codes
        source = self.speaker or self.subject
        if source is not None and len(source.codes) == 1:
            return source.codes
        return self._last_state(None) or self._home

    def _last_state(self, exclude: Mention | None) -> tuple[str, ...]:
        if exclude is not None and exclude.codes:
            return exclude.codes
        for earlier in reversed(self.history):
            if len(earlier.codes) == 1 and earlier.kind in NAMING_KINDS | {"adjective"}:
                return earlier.codes
        return ()

    def _other_than(self, current: Mention | None) -> tuple[str, ...]:
        own = set(current.codes) if current is not None else set()
        if len(self.pair) == 2 and len(own) == 1 and own < set(self.pair):
            return tuple(c for c in self.pair if c not in own)
        for earlier in reversed(self.history):
            if (
                earlier.kind in NAMING_KINDS
                and not earlier.placed
                and len(earlier.codes) == 1
                and not set(earlier.codes) & own
            ):
                return earlier.codes
        return ()

    def _group_of_role(self, mention: Mention) -> tuple[str, ...]:
        """ "les deux présidents": the last so many who hold that office."""
        if mention.role is None:
            return ()
        found: list[str] = []
        for earlier in reversed(self.history):
            if earlier.role == mention.role and earlier.kind in {"office", "person", "counterpart"}:
                found += [code for code in earlier.codes if code not in found]
            if len(found) >= mention.size:
                return tuple(reversed(found[: mention.size]))
        return ()

    def _last_group(self, size: int) -> tuple[str, ...]:
        if len(self.pair) == size:
            return self.pair
        found: list[str] = []
        for earlier in reversed(self.history):
            if earlier.kind not in NAMING_KINDS | {"adjective"} or earlier.placed:
                continue
            for code in earlier.codes:
                if code not in found and code in self._states:
                    found.append(code)
            if len(found) >= size:
                return tuple(reversed(found[:size]))
        return tuple(reversed(found)) if len(found) == size else ()

    def _note_pair(self, view: View) -> None:
        """Two parties joined in one breath are the pair that "les deux pays" means from now on."""
        for mention in view.mentions:
            if len(mention.codes) == 2 and mention.kind != "city":
                self.pair = mention.codes
        found = [m for m in view.mentions if m.codes and m.kind in NAMING_KINDS and not m.placed]
        for first, second in pairwise(found):
            between = view.text[first.end - view.sentence.start : second.start - view.sentence.start]
            joined = any(word in self._words["and"] for word in between.lower().split()) and len(between) < 45
            if joined and len(first.codes) == len(second.codes) == 1 and first.codes != second.codes:
                self.pair = (*first.codes, *second.codes)
                return
        codes = list(dict.fromkeys(c for m in found for c in m.codes if c in self._states))
        if len(codes) == 2 and not set(codes) <= set(self.pair):
            self.pair = (codes[0], codes[1])

    def joined(self, codes: tuple[str, ...]) -> None:
        """Takes note that these two were told as doing something together or to each other."""
        if len(codes) == 2 and all(code in self._states for code in codes):
            self.pair = codes

    def hear(self, speaker: Mention | None) -> None:
        """Takes note of who is speaking from here on."""
        if speaker is not None and speaker.codes:
            self.speaker = speaker
