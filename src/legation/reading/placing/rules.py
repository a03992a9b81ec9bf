"""Where an event takes place by rule: by the words of place in its clause, else with its host, its victim, or at its
scene.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from legation.reading.mentions import Mention

if TYPE_CHECKING:
    from legation.reading.draft import Draft

_AT_RECIPIENT = {
    "ASSAULT",
    "AID",
    "MOBILIZE",
    "CONSULT visit",
    "COERCE cyber",
    "COERCE misinformation",
    "RETREAT withdraw",
}
"""Types (and modes) that take place with whom they are done to, unless the words say otherwise."""
_AT_ACTOR = {
    "PROTEST",
    "SANCTION",
    "SANCTION expel",
    "COERCE arrest",
    "COERCE deport",
    "COERCE seize",
    "COERCE censor",
    "COERCE restrict",
    "RETREAT release",
}
"""Types (and modes) that take place with whoever does them."""
_SCENE = 3
"""Sentences behind a meeting that still belong to it, where no other place is named."""


class Where(NamedTuple):
    """A place: the state's code and the words that give it."""

    code: str
    mention: Mention


class Rules:
    """Places the drafts of one dispatch by rules, in order; holds where it is at the moment."""

    def __init__(self, capitals: Mapping[str, str], seats: Mapping[str, str]) -> None:
        self._capitals = capitals
        self._seats = seats
        self._states = frozenset(capitals.values())
        self.scene: Draft | None = None

    def place(self, draft: Draft, told: Mention | None) -> Where | None:
        """Where a draft takes place by rule; `told` is the phrase of place that hangs on its trigger."""
        return (
            self.at(told)
            or self._of_frame(draft)
            or self._only_one(draft)
            or self._of_scene(draft)
            or self._by_kind(draft)
        )

    def note(self, draft: Draft) -> None:
        """Goes on from a draft that has its place: what is said at a meeting is said there."""
        if draft.place is not None and draft.type == "CONSULT":
            self.scene = draft

    def at(self, mention: Mention | None) -> Where | None:
        """The state of a mention; a seat of an organisation lies in the state whose capital it is."""
        if mention is None:
            return None
        seat = self._capitals.get(mention.text.lower())
        if seat is not None:
            return Where(seat, mention)
        return self.of_code(mention.codes[0], mention) if len(mention.codes) == 1 else None

    def of_code(self, code: str, mention: Mention) -> Where | None:
        """The state itself, or the one in which an organisation has its seat."""
        state = code if code in self._states else self._seats.get(code)
        return None if state is None else Where(state, mention)

    def _of_frame(self, draft: Draft) -> Where | None:
        frame = draft.hit.frame
        host = draft.type == "CONSULT" and frame.place and draft.mode == "visit"
        if (host or frame.place_of == "recipient") and len(draft.roles.recipients) == 1:
            party = draft.roles.recipients[0]
            return self.of_code(party.code, party.mention)
        return None

    def _only_one(self, draft: Draft) -> Where | None:
        """The one place that the sentence names, where nothing there names another."""
        places = [w for m in draft.view.mentions if m.placed and (w := self.at(m)) is not None]
        return places[0] if len({w.code for w in places}) == 1 else None

    def _of_scene(self, draft: Draft) -> Where | None:
        """What is said at a meeting is said where it takes place."""
        last = self.scene
        if last is None or last.place is None or draft.hit.deed or draft.verdict.status == "planned":
            return None
        near = draft.view.index - last.view.index <= _SCENE
        same_day = draft.date is not None and last.date is not None and draft.date.edtf == last.date.edtf
        shared = bool(draft.codes() & last.codes())
        return last.place if shared and (near or same_day) and last.verdict.status != "planned" else None

    def _by_kind(self, draft: Draft) -> Where | None:
        names = {draft.type, f"{draft.type} {draft.mode}"}
        if names & _AT_RECIPIENT:
            parties = draft.roles.recipients
        elif names & _AT_ACTOR or (draft.type == "ACCUSE" and draft.hit.entry.object):
            parties = draft.roles.actors
        else:
            return None
        return self.of_code(parties[0].code, parties[0].mention) if len({p.code for p in parties}) == 1 else None
