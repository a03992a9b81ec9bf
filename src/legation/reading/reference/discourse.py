"""One list of what is being talked about, kept as the text goes on.

States, people with their offices, the current pair, the current subject and speaker; by it "le ministre", "les deux
pays", "son homologue", "il" and a bare surname find their party. Nothing is guessed beyond the dispatch.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from legation.reading.arguments import Grammar
from legation.reading.mentions import NEIGHBOUR, Mention
from legation.reading.people import People
from legation.reading.reference.memory import Memory
from legation.reading.reference.surroundings import (
    HEAD,
    antecedent,
    before_colon,
    capital_before,
    group_behind,
    opening_place,
)
from legation.reading.reference.voice import LEAD, Voice, find_voice
from legation.reading.view import View

_HOLDERS = {"office", "person"}
_OWNED = {"institution", "role", "country"}
_RECENT = 12
"""Mentions back among which "le responsable" finds the person last spoken of."""


class Discourse:
    """What a dispatch is talking about up to the sentence being read."""

    def __init__(self, grammar: Grammar, people: People, home: str | None, states: Collection[str]) -> None:
        self._words = grammar.words
        self._reference = grammar.syntax.reference
        self._grammar = grammar
        of = grammar.words["of_prepositions"]
        self._of_forms = frozenset(f for base in of for f in grammar.syntax.prepositions[base])
        self._memory = Memory(self._reference, grammar.words["and"], home, states)
        self.people = people
        self.subject: Mention | None = None
        self.speaker: Mention | None = None
        self._voice: Voice | None = None

    @property
    def history(self) -> list[Mention]:
        """The mentions so far that have their parties."""
        return self._memory.history

    @property
    def voice(self) -> Mention | None:
        """Whose words the dispatch is: who is interviewed, who has issued it."""
        return self._voice.mention if self._voice is not None else None

    @property
    def pair(self) -> tuple[str, ...]:
        """The two that "les deux pays" means at this point."""
        return self._memory.pair

    def open(self, views: Sequence[View]) -> None:
        """Looks through a whole dispatch for whose words it is: an interview's, a statement's."""
        for view in views[:LEAD]:
            for mention in view.mentions:
                if mention.person and not mention.codes:
                    self._by_name(mention)
        self._voice = find_voice(views, self._reference, self._memory.home)
        if self._voice is not None and self._memory.is_state(self._voice.mention) and not self._memory.home:
            self._memory.home = self._voice.mention.codes

    def first_person(self, view: View, at: int) -> Mention | None:
        """Whose "nous" and "notre" at this place are: outside quotations the dispatch's own voice, else who speaks."""
        voice = self._voice
        return voice.mention if voice and (voice.asked or not view.quoted_at(at)) else self.speaker

    def resolve(self, view: View) -> None:
        """Gives every mention of a sentence its parties, as far as the dispatch tells them so far."""
        current: Mention | None = None
        paragraph_subject = self.subject
        main = self._main_subject(view)
        for mention in view.mentions:
            if mention.needs == "impersonal":
                mention.codes = capital_before(mention, view)
            elif not mention.codes and mention.needs is not None:
                self._resolve_one(mention, current or paragraph_subject, main, view)
            if mention.person and not mention.office and (not mention.codes or mention.kind == "person"):
                self._by_name(mention)
            if mention.people:
                self.people.learn(mention)
            if mention.codes:
                if (current is None and not mention.placed) or mention is main:
                    current = mention
                self.history.append(mention)
        self._memory.note_pair(view)
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

    def _resolve_one(self, mention: Mention, current: Mention | None, main: Mention | None, view: View) -> None:
        if mention.person is not None and self._by_name(mention):
            return
        if sure := self._surely(mention, view):
            mention.codes, mention.needs = sure, None  # nothing that is left to weigh
            return
        group = group_behind(mention, view, self._of_forms) if mention.needs == "role" else None
        if group is not None:
            if not group.codes and group.needs is not None:
                self._resolve_one(group, current, main, view)
            mention.codes = group.codes
            return
        owner = self._owner(mention, current, view)
        needs = mention.needs
        if needs == "counterpart":
            mention.codes = self._counterpart(mention, current, view)
        elif needs == "group":
            of_role = self._memory.group_of_role(mention.role, mention.size)
            mention.codes = of_role or self._memory.last_group(mention.size, neighbours=mention.role == NEIGHBOUR)
        elif needs == "country":
            mention.codes = owner or self._country(mention, current, view)
        elif needs == "body" and mention.definite:
            default = self._reference.default_bodies.get(mention.text, ())
            mention.codes = self._memory.last_organisation(mention.role) or default
        elif needs == "institution":
            mention.codes = owner or self._institution(mention, current, view)
        elif needs == "role":
            mention.codes = owner or self._office(mention, current, main, view)
        elif needs == "pronoun":
            source = (
                main if main is not None and main.codes and main.start < mention.start else (current or self.subject)
            )
            if source is not None and source.sentence == view.index:
                apart = view.quoted_at(source.start) and not view.quoted_at(mention.start)
                source = (self.subject or self.speaker) if apart else source  # "« Notre armée… », a-t-il dit"
            if source is not None and source.start < mention.start and len(source.codes) <= 1:
                self._copy(source, mention)
        elif needs == "pronouns":
            self._they(mention, current or self.subject)
        elif needs == "speaker" and (first := self.first_person(view, mention.start)) is not None:
            self._copy(first, mention)
            sure = self._voice is not None and first is self._voice.mention
            mention.needs = None if sure else needs
        elif needs == "addressee" and self._voice is not None and self._voice.asked:
            self._copy(self._voice.mention, mention)
            mention.needs = None

    def _surely(self, mention: Mention, view: View) -> tuple[str, ...]:
        """What the words around tell: whose body it is, in whose capital, what kind of state is meant."""
        if mention.needs == "institution":
            owned = self._of_person(mention, view) or antecedent(
                mention, view, self._words["definite"], self._reference.relative_owner
            )
            kind = self._memory.of_kind(mention.role or "") or self._memory.of_kind(mention.text)
            return owned or opening_place(mention, view) or (kind if mention.definite else ()) or ()
        if mention.needs == "country" and mention.definite:
            return self._memory.of_kind(mention.role or "") or ()
        if mention.needs == "role" and mention.role is not None:
            owned = self._of_person(mention, view) if mention.person is None else ()
            return owned or before_colon(mention, view)
        return ()

    def _owner(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        if mention.owner is None:
            return ()
        if mention.owner in self._words["possessive_first"]:
            first = self.first_person(view, mention.start)
            return first.codes if first else ()
        if mention.owner in self._words["possessive_second"]:
            return self._voice.mention.codes if self._voice and self._voice.asked else ()
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
        mention.needs = None
        return True

    def _copy(self, source: Mention, mention: Mention) -> None:
        mention.codes, mention.sector = source.codes, source.sector
        mention.person, mention.people, mention.office = source.person, source.people, source.office

    def _they(self, mention: Mention, source: Mention | None) -> None:
        """ "ils": several parties, else several people of one ("les forces russes… elles")."""
        people = source is not None and source.several and source.kind in {"institution", "office"}
        if source is not None and people and len(source.codes) == 1:
            mention.codes, mention.sector = source.codes, source.sector
        elif source is not None and len(source.codes) > 1:
            mention.codes = source.codes
        else:
            mention.codes = self._memory.last_group(2)

    def _counterpart(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        own = current.codes if current is not None else ()
        if mention.role != NEIGHBOUR:
            return self._memory.other_than(own)
        if len(own) != 1:
            named = [m.codes for m in view.mentions if m.kind == "state" and m.end <= mention.start and not m.placed]
            own = named[-1] if named else own
        if mention.owner in self._words["possessive_first"]:
            first = self.first_person(view, mention.start)
            own = first.codes if first else ()
        return () if mention.several else self._memory.neighbour(own)

    def _country(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        """ "le pays": the home state; else as a subject the state last named, below another's predicate the other."""
        if mention.several or self._memory.of_kind(mention.role or "") is not None:
            return ()
        home = self._memory.home
        if mention.role in self._reference.own_state_nouns and self._memory.is_state(current) and current is not None:
            return current.codes
        head = view.head_of(mention)
        subject = head is None or head.dep_ in self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]
        elsewhere = current is None or current.sentence != mention.sentence
        if home and mention.definite and (elsewhere or current is None or current.codes != home):
            return home
        if subject or elsewhere or current is None:
            return self._memory.last_state()
        return self._memory.other_than(current.codes)

    def _institution(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        """ "le ministère", "l'armée": the same body as before, the home state's, else that of who speaks or acts."""
        if mention.role in self._reference.foreign_missions:
            return self._mission(mention, current, view)
        for earlier in reversed(self.history):
            if earlier.kind == "institution" and earlier.role == mention.role and earlier.codes:
                return earlier.codes
        if mention.bound:
            return ()
        opening = mention.start == view.sentence.start  # headlines do without articles
        if self._memory.home and (mention.definite or opening):
            return self._memory.home
        source = self.speaker or self.subject
        if source is not None and self._memory.is_state(source):
            return source.codes
        return self._memory.last_state()

    def _of_person(self, mention: Mention, view: View) -> tuple[str, ...]:
        """ "le gouvernement de Dick Schoof", "le régime de Maduro", "l'administration Trump"."""
        after = next((m for m in view.mentions if m.start >= mention.end), None)
        if after is None or after.person is None:
            return ()
        between = view.text[mention.end - view.sentence.start : after.start - view.sentence.start].lower().split()
        if any(word not in self._of_forms for word in between):
            return ()
        if after.codes:
            return after.codes[:1]
        person = self.people.find(after.person, after.role)
        return person.codes if person is not None else ()

    def _mission(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        """ "l'ambassadeur", "l'ambassade" without a state: not the host's, who is spoken of or where it happens."""
        here = current is not None and current.sentence == mention.sentence
        if mention.kind == "institution" and not mention.definite and current is not None and here:
            return current.codes if self._memory.is_state(current) else ()
        places = [m for m in view.mentions if m.placed and len(m.codes) == 1 and m.start < mention.end + HEAD]
        source = places[-1] if places else current if here or not self._memory.home else None
        if source is not None and source.role in self._reference.foreign_missions:
            host: tuple[str, ...] = ()  # a mission spoken of is no host
        else:
            host = source.codes if source is not None else self._memory.home
        for earlier in reversed(self.history):
            same = earlier.role in self._reference.foreign_missions and len(earlier.codes) == 1
            if same and not set(earlier.codes) & set(host):
                return earlier.codes
        return self._memory.other_than(host)

    def _office(self, mention: Mention, current: Mention | None, main: Mention | None, view: View) -> tuple[str, ...]:
        """ "le ministre", "le président Untel": who held the office before; for somebody new whoever is spoken of."""
        if mention.person is None and not mention.definite:
            return ()
        if mention.person is None and (found := self._same_role(mention)):
            return found
        if mention.person is None and (of_kind := self._memory.of_kind(mention.text)):
            return of_kind  # "le chancelier", "l'émir"
        if mention.role in self._reference.foreign_missions:
            return self._mission(mention, current, view)
        if mention.role in self._reference.organisation_offices:
            organisation = self._memory.last_organisation(None)
            if organisation:
                return organisation
        if found := opening_place(mention, view):
            return found
        source = main if self._memory.home else current  # a national agency's people are its own
        before = source is not None and source.sentence == mention.sentence and source.start < mention.start
        if mention.person is not None and before and self._memory.is_state(source) and source is not None:
            return source.codes
        if mention.person is None and self.history and (found := self._last_person(mention)):
            return found
        if self._memory.home:
            return self._memory.home
        return self._memory.last_state() if mention.person is not None else ()

    def _same_role(self, mention: Mention) -> tuple[str, ...]:
        for earlier in reversed(self.history):
            if earlier.role == mention.role and earlier.kind in {*_HOLDERS, "counterpart"} and earlier.codes:
                if len(earlier.codes) > 1 and not mention.plural:
                    continue
                self._copy(earlier, mention)
                return earlier.codes
        return ()

    def _last_person(self, mention: Mention) -> tuple[str, ...]:
        for earlier in reversed(self.history[-_RECENT:]):
            if earlier.person and earlier.kind in _HOLDERS and len(earlier.codes) == 1:
                self._copy(earlier, mention)
                return earlier.codes
        return ()

    def joined(self, codes: tuple[str, ...]) -> None:
        """Takes note that these two were told as doing something together or to each other."""
        self._memory.joined(codes)

    def hear(self, speaker: Mention | None, view: View) -> None:
        """Takes note of who speaks from here on, and of what "nous" and "notre" mean in a sentence whose speaker stands
        behind; in an interview it stays the one who is asked.
        """
        if speaker is not None and speaker.codes:
            self.speaker = speaker
            told = self.subject is not None and self.subject.sentence == view.index
            if told and self.subject is not None and view.quoted_at(self.subject.start) > view.quoted_at(speaker.start):
                self.subject = speaker  # "« Les frappes de Moscou… », a dit X": X goes on
        for mention in view.mentions:
            ours = mention.owner in self._words["possessive_first"] and mention.needs in _OWNED
            if mention.needs != "speaker" and not ours:
                continue
            first = self.first_person(view, mention.start)
            if first is None or (self._voice is not None and first is self._voice.mention):
                continue
            mention.codes = first.codes
            if not ours:
                self._copy(first, mention)
