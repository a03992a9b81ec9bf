"""What a dispatch has named so far, in order, and the searches back through it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from legation.language.syntax import Reference
from legation.reading.mentions import NAMING_KINDS, NEIGHBOUR, Mention
from legation.reading.view import View
from legation.states import are_neighbours

_JOINED = 45
"""Characters between two parties that are still named in one breath."""
_NAMED = NAMING_KINDS | {"adjective"}


class Memory:
    """The mentions of a dispatch that have their parties, and the current pair. `home` is the state it writes from."""

    def __init__(
        self, reference: Reference, joiners: Collection[str], home: str | None, states: Collection[str]
    ) -> None:
        self._reference = reference
        self._joiners = joiners
        self.states = states
        self.home: tuple[str, ...] = (home,) if home else ()
        self.history: list[Mention] = []
        self.pair: tuple[str, ...] = ()

    def is_state(self, mention: Mention | None) -> bool:
        """Whether a mention stands for one state."""
        return mention is not None and len(mention.codes) == 1 and mention.codes[0] in self.states

    def last_state(self) -> tuple[str, ...]:
        """The state named last."""
        for earlier in reversed(self.history):
            if self.is_state(earlier) and earlier.kind in _NAMED:
                return earlier.codes
        return ()

    def last_organisation(self, noun: str | None) -> tuple[str, ...]:
        """The organisation named last, or the last whose name holds the noun; a capitalised noun is part of a name."""
        last: tuple[str, ...] = ()
        for earlier in reversed(self.history):
            if len(earlier.codes) != 1 or earlier.codes[0] in self.states or earlier.kind == "pronoun":
                continue
            if noun and noun.lower() in earlier.text.lower().split() and earlier.kind == "organisation":
                return earlier.codes
            last = last or earlier.codes
        return () if noun and noun[:1].isupper() else last

    def of_kind(self, noun: str) -> tuple[str, ...] | None:
        """ "le royaume", "la junte": the home state, else the state named last, if it is one; None for other nouns."""
        states = self._reference.kinds.get(noun.lower())
        if states is None:
            return None
        if set(self.home) & set(states):
            return self.home
        for earlier in reversed(self.history):
            if len(earlier.codes) == 1 and earlier.codes[0] in states:
                return earlier.codes
        return ()

    def other_than(self, own: Collection[str]) -> tuple[str, ...]:
        """The other of the current pair, else whoever else was named last."""
        if len(self.pair) == 2 and len(own) == 1 and set(own) < set(self.pair):
            return tuple(c for c in self.pair if c not in own)
        for earlier in reversed(self.history):
            named = earlier.kind in NAMING_KINDS and not earlier.placed and len(earlier.codes) == 1
            if named and not set(earlier.codes) & set(own):
                return earlier.codes
        return ()

    def neighbour(self, own: Collection[str]) -> tuple[str, ...]:
        """The other of the current pair if they are neighbours, else the neighbour named last."""
        if len(own) != 1:
            return ()
        (one,) = own
        if len(self.pair) == 2 and one in self.pair:
            (other,) = (c for c in self.pair if c != one)
            if are_neighbours(one, other):
                return (other,)
        for earlier in reversed(self.history):
            if len(earlier.codes) == 1 and are_neighbours(one, earlier.codes[0]):
                return earlier.codes
        return ()

    def group_of_role(self, role: str | None, size: int) -> tuple[str, ...]:
        """ "les deux présidents": the last so many who hold that office."""
        if role is None or role == NEIGHBOUR:
            return ()
        found: list[str] = []
        for earlier in reversed(self.history):
            if earlier.role == role and earlier.kind in {"office", "person", "counterpart"}:
                found += [code for code in earlier.codes if code not in found]
            if len(found) >= size:
                return tuple(reversed(found[:size]))
        return ()

    def last_group(self, size: int, *, neighbours: bool = False) -> tuple[str, ...]:
        """The last so many states, the current pair before all; of neighbours, the last state with its neighbour."""
        if len(self.pair) == size and (not neighbours or are_neighbours(self.pair[0], self.pair[-1])):
            return self.pair
        if neighbours:
            for earlier in reversed(self.history):
                if self.is_state(earlier) and (other := self.neighbour(earlier.codes)):
                    return (*other, *earlier.codes)
        found: list[str] = []
        for earlier in reversed(self.history):
            if earlier.kind not in _NAMED or earlier.placed:
                continue
            for code in earlier.codes:
                if code not in found and code in self.states:
                    found.append(code)
            if len(found) >= size:
                return tuple(reversed(found[:size]))
        return tuple(reversed(found)) if len(found) == size else ()

    def note_pair(self, view: View) -> None:
        """Two parties joined in one breath are the pair that "les deux pays" means from now on."""
        for mention in view.mentions:
            if len(mention.codes) == 2 and mention.kind != "city":
                self.pair = mention.codes
        found = [m for m in view.mentions if m.codes and m.kind in NAMING_KINDS and not m.placed]
        for first, second in pairwise(found):
            between = view.text[first.end - view.sentence.start : second.start - view.sentence.start]
            joined = any(word in self._joiners for word in between.lower().split()) and len(between) < _JOINED
            if joined and len(first.codes) == len(second.codes) == 1 and first.codes != second.codes:
                self.pair = (*first.codes, *second.codes)
                return
        codes = list(dict.fromkeys(c for m in found for c in m.codes if c in self.states))
        if len(codes) == 2 and not set(codes) <= set(self.pair):
            self.pair = (codes[0], codes[1])

    def joined(self, codes: tuple[str, ...]) -> None:
        """Takes note that these two were told as doing something together or to each other."""
        if len(codes) == 2 and all(code in self.states for code in codes):
            self.pair = codes
