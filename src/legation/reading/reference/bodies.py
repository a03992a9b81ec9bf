"""Offices and bodies without their state: "le ministre", "l'armée", "l'ambassade", "l'émissaire de Trump"."""

from __future__ import annotations

from collections.abc import Collection

from legation.reading.arguments import Grammar
from legation.reading.mentions import Mention
from legation.reading.people import People
from legation.reading.reference.memory import Memory
from legation.reading.reference.surroundings import HEAD, opening_place
from legation.reading.view import View

_HOLDERS = {"office", "person"}
_RECENT = 12
"""Mentions back among which "le responsable" finds the person last spoken of."""


class Bodies:
    """Finds whose an office or a body is, by what the dispatch has told so far."""

    def __init__(self, grammar: Grammar, people: People, home: str | None, states: Collection[str]) -> None:
        self._words = grammar.words
        self._reference = grammar.syntax.reference
        self._grammar = grammar
        of = grammar.words["of_prepositions"]
        self._of_forms = frozenset(f for base in of for f in grammar.syntax.prepositions.get(base, ()))
        self._seat_forms = frozenset(
            f for base in grammar.syntax.places["in"] for f in grammar.syntax.prepositions.get(base, ())
        )
        self._memory = Memory(self._reference, grammar.words["and"], home, states)
        self.people = people
        self.subject: Mention | None = None
        self.speaker: Mention | None = None

    @property
    def history(self) -> list[Mention]:
        """The mentions so far that have their parties."""
        return self._memory.history

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

    def _institution(self, mention: Mention, current: Mention | None, view: View) -> tuple[str, ...]:
        """ "le ministère", "l'armée": the same body as before, the home state's, else that of who speaks or acts."""
        if mention.role in self._reference.foreign_missions:
            return self._mission(mention, current, view)
        for earlier in reversed(self.history):
            if earlier.kind == "institution" and earlier.role == mention.role and earlier.codes:
                return earlier.codes
        if mention.bound:
            return ()
        guest = self._guest(current, view)
        if guest and self._memory.home != guest:
            return self._memory.home or self._memory.other_than(guest)
        opening = mention.start == view.sentence.start  # headlines do without articles
        if self._memory.home and (mention.definite or opening):
            return self._memory.home
        source = self.speaker or self.subject
        if source is not None and self._memory.is_state(source):
            return source.codes
        return self._memory.last_state()

    def _guest(self, current: Mention | None, view: View) -> tuple[str, ...]:
        """Whose ambassador the sentence tells of: one is summoned to the host's ministry."""
        if current is None or current.sentence != view.index or not self._memory.is_state(current):
            return ()
        return current.codes if current.role in self._reference.foreign_missions else ()

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
        held = self._reference.called_by_role.get(mention.role or "")
        for earlier in reversed(self.history[-_RECENT:]):
            if held is not None and earlier.role not in held:
                continue  # "le diplomate" is no president
            if earlier.person and earlier.kind in _HOLDERS and len(earlier.codes) == 1:
                self._copy(earlier, mention)
                return earlier.codes
        return ()
