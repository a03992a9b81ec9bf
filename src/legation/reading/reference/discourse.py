"""One list of what is being talked about, kept as the text goes on.

States, people with their offices, the current pair, the current subject and speaker; by it "le ministre", "les deux
pays", "son homologue", "il" and a bare surname find their party. Nothing is guessed beyond the dispatch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from legation.reading.arguments import Grammar
from legation.reading.mentions import NEIGHBOUR, Mention
from legation.reading.people import People
from legation.reading.reference.pronouns import Pronouns
from legation.reading.reference.surroundings import (
    antecedent,
    before_colon,
    capital_before,
    capitals_behind,
    codes_of,
    group_behind,
    opening_party,
    opening_place,
    stands_after_others,
)
from legation.reading.reference.voice import LEAD, Voice, find_voice
from legation.reading.view import View

_OWNED = {"institution", "role", "country"}
"""What "notre" makes known of a mention that stands for nobody by itself."""


class Discourse(Pronouns):
    """What a dispatch is talking about up to the sentence being read."""

    def __init__(self, grammar: Grammar, people: People, home: str | None, states: Collection[str]) -> None:
        super().__init__(grammar, people, home, states)
        self._voice: Voice | None = None
        self.main_two: tuple[str, ...] = ()

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
        self._agreement.learn(views)
        named = Counter(c for v in views for m in v.mentions if m.kind != "city" for c in m.codes)
        states = [code for code, _ in named.most_common() if code in self._memory.states]
        self.main_two = tuple(states[:2])
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
        self._agreement.note(view)
        main = self._main_subject(view)
        self._set_aside(view)
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
            self._beside = codes_of(view.coordinated(main))
        elif current is not None and view.doc is None:
            self.subject = current

    def _set_aside(self, view: View) -> None:
        """Takes out what looks like a mention of a party and is none."""
        for mention in view.mentions:
            if self._names_pact(mention, view):
                mention.codes = ()
            if self._counts_others(mention, view):
                mention.needs = None

    def _names_pact(self, mention: Mention, view: View) -> bool:
        """ "l'accord d'Alger", "le processus de Nairobi": what is named after the capital where it was made is neither
        a party nor a place.
        """
        head = view.head_of(mention) if mention.kind == "capital" and view.doc is not None else None
        if head is None or not self._grammar.is_noun(head.head) or head.head.i != head.i - 2:
            return False
        of = self._grammar.preposition(head) in self._words["of_prepositions"]
        joined = any(c.dep_ in self._grammar.labels["conjunct"] for c in head.children)
        return of and not joined and head.head.lower_ in self._words.get("named_pacts", frozenset())

    def _main_subject(self, view: View) -> Mention | None:
        if view.doc is None:
            return None
        for token in view.doc:
            if token.dep_ in self._grammar.labels["root"]:
                for argument in self._grammar.subjects(token):
                    mention = view.mention_at(argument.token)
                    if mention is not None:
                        return mention
        return opening_party(view, self._words["definite"]) if any(map(self._grammar.finite, view.doc)) else None

    def _resolve_one(self, mention: Mention, current: Mention | None, main: Mention | None, view: View) -> None:
        if mention.person is not None and self._by_name(mention):
            return
        if sure := self._surely(mention, view):
            mention.codes, mention.needs = sure, None  # nothing that is left to weigh
            return
        if self._of_group(mention, current, main, view) or self._of_speech(mention, view):
            return
        if mention.kind == "pronoun" and self._taken_up(mention, view):
            return
        owner = self._owner(mention, current, view)
        needs = mention.needs
        if needs == "counterpart":
            mention.codes = self._counterpart(mention, current, view)
        elif needs == "group":
            of_role = self._memory.group_of_role(mention.role, mention.size) or self._told_by_third(mention, view)
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
            self._it(mention, current, main, view)
        elif needs == "pronouns":
            self._they(mention, current or self.subject, view)

    def _counts_others(self, mention: Mention, view: View) -> bool:
        """ "a fermé les deux centrales": a number that counts another noun points to nobody; a noun that acts may be
        one for whom they are ("les deux cabinets ont signé").
        """
        head = view.head_of(mention) if mention.needs == "group" else None
        if head is None or head.dep_ not in self._grammar.labels["determiner"] or head.head.i < head.i:
            return False
        subject = self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]
        return head.head.dep_ not in subject and view.mention_at(head.head) is None

    def _of_group(self, mention: Mention, current: Mention | None, main: Mention | None, view: View) -> bool:
        """ "les ministres des deux royaumes": whose the officials are stands behind them."""
        group = group_behind(mention, view, self._of_forms) if mention.needs == "role" else None
        if group is None:
            return False
        if not group.codes and group.needs is not None:
            self._resolve_one(group, current, main, view)
        mention.codes = group.codes
        return True

    def _of_speech(self, mention: Mention, view: View) -> bool:
        """ "nous" and "vous": who speaks, who is asked; where the dispatch has a voice nothing is left to weigh."""
        voice = self._voice
        if mention.needs == "speaker" and (first := self.first_person(view, mention.start)) is not None:
            self._copy(first, mention)
            if voice is not None and first is voice.mention:
                mention.needs = None
        elif mention.needs == "addressee" and voice is not None and voice.asked:
            self._copy(voice.mention, mention)
            mention.needs = None
        return mention.kind == "pronoun" and mention.needs in {None, "speaker", "addressee"}

    def _surely(self, mention: Mention, view: View) -> tuple[str, ...]:
        """What the words around tell: whose body it is, in whose capital, what kind of state is meant."""
        if mention.needs == "institution":
            owned = self._of_person(mention, view) or self._antecedent(mention, view)
            if mention.role not in self._reference.foreign_missions:
                owned = owned or capitals_behind(mention, view, self._seat_forms, self._words["and"])
            kind = self._memory.of_kind(mention.role or "") or self._memory.of_kind(mention.text)
            return owned or opening_place(mention, view) or (kind if mention.definite else ()) or ()
        if mention.needs == "country" and mention.definite:
            return self._memory.of_kind(mention.role or "") or ()
        if mention.needs == "role" and mention.role is not None:
            owned = self._of_person(mention, view) if mention.person is None else ()
            return owned or before_colon(mention, view) or self._antecedent(mention, view)
        return ()

    def _antecedent(self, mention: Mention, view: View) -> tuple[str, ...]:
        return antecedent(mention, view, self._words["definite"], self._reference.relative_owner)

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

    def _told_by_third(self, mention: Mention, view: View) -> tuple[str, ...]:
        """ "Ottawa a appelé les deux pays au dialogue": somebody else speaks of the two whom the dispatch is about."""
        two, known = self.main_two, {code for m in self.history for code in m.codes}
        if mention.size != len(two) or mention.role == NEIGHBOUR or not set(two) <= known:
            return ()
        subject = self._grammar.labels["subject"] | self._grammar.labels["passive_subject"]
        return two if stands_after_others(mention, view, two, subject) else ()

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

    def opposite(self, code: str) -> tuple[str, ...]:
        """Who most likely faces a party: the other of the two that the dispatch is most about, or of the current pair,
        else whoever else was named last.
        """
        if code in self.main_two and len(self.main_two) > 1:
            return tuple(c for c in self.main_two if c != code)
        return self._memory.other_than((code,))

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
            if told and self.subject is not None and self.subject.start < speaker.start:
                quoted = view.quoted_at(self.subject.start) > view.quoted_at(speaker.start)
                if quoted or self._aside(speaker, view):
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
