"""Which events a digest shows, and how many it leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from legation.event import Event
from legation.ledger import Ledger
from legation.ledger.news import Arrivals, Parties
from legation.views.brief.choosing import by_urgency
from legation.views.deeds import deeds_elsewhere
from legation.views.digest.changes import Changes
from legation.views.digest.grouping import Groups, grouped
from legation.views.digest.sifting import LOOKED_AT, Sifted

PROMISES_MOST, SETTLED_MOST, OVERDUE_MOST, DISPUTES_MOST = 8, 6, 8, 6
"""How many of each kind a digest shows at most."""
_OVERDUE_LOOKED_AT = 200


class Finds(msgspec.Struct, frozen=True):
    """What is shown, and how much more there is of each kind. `disputed` events hold their new disagreements only.

    `again` were known before and have nothing new; `bounded`: so many were told that not all were looked at.
    """

    groups: Groups
    promised: tuple[Event, ...]
    settled: tuple[Event, ...]
    overdue: tuple[Event, ...]
    disputed: tuple[Event, ...]
    arrivals: Arrivals
    first_told: int
    events_left: int
    pledges_left: int
    disputes_left: int
    again: int
    bounded: bool

    @property
    def entries(self) -> tuple[Event, ...]:
        """The events that stand among the new ones or the commitments, in the order of the digest."""
        in_groups = [event for _, events in self.groups for event in events]
        return (*in_groups, *self.promised, *self.settled, *self.overdue)


class Finder:
    """Looks at a bounded number of events told since a day; commitments are judged for the newest day."""

    def __init__(self, ledger: Ledger, since: date, newest: date, among: Sequence[Parties]) -> None:
        self._ledger, self._since, self._newest, self._among = ledger, since, newest, among
        self._sifted = sifted = Sifted(ledger.told_since(since, among), newest)
        kinds = [sifted.new(), sifted.promised.weights(), sifted.again.weights(), sifted.disputable.weights()]
        ids = dict.fromkeys((*(id_ for kind in kinds for id_ in kind), *ledger.settled_since(since, among)))
        self._events = ledger.events_by_id(list(ids), newest)
        # Somebody may read into the ledger meanwhile: an event that has been merged with another is there no more.
        self._new, self._first, self._again, self._disputable = (
            {id_: heavy for id_, heavy in kind.items() if id_ in self._events} for kind in kinds
        )
        self.changes = Changes(since, deeds_elsewhere(ledger, self._events.values()))

    def find(self) -> Finds:
        """What is new."""
        sifted = self._sifted
        groups = grouped([self._events[id_] for id_ in self._new], self._new, self._among)
        promised, settled, overdue, disputed = self._promised(), self._settled(), self._overdue(), self._disputed()
        pending, ended = by_urgency(promised.values(), PROMISES_MOST, SETTLED_MOST)
        shown = (
            (*pending, *ended)[:PROMISES_MOST],
            by_urgency(settled.values(), 0, SETTLED_MOST)[1],
            by_urgency(overdue.values(), OVERDUE_MOST, 0)[0],
        )
        found = len(promised) + max(sifted.promised.seen - len(self._first), 0) + len(settled) + len(overdue)
        changed = {*promised, *settled, *overdue, *(event.id for event in disputed)}
        return Finds(
            groups,
            *shown,
            disputed=tuple(disputed[:DISPUTES_MOST]),
            arrivals=self._ledger.arrivals(self._since, self._among),
            first_told=sifted.first_told,
            events_left=sifted.happened - sum(len(events) for _, events in groups),
            pledges_left=found - sum(map(len, shown)),
            disputes_left=max(len(disputed) - DISPUTES_MOST, 0),
            again=sifted.again.seen - len(changed & self._again.keys()),
            bounded=max(sifted.again.seen, sifted.disputable.seen) > LOOKED_AT,
        )

    def _promised(self) -> dict[str, Event]:
        """New commitments: told first since the day, or known as something else before."""
        again = {i: self._events[i] for i in self._again if self.changes.newly_promised(self._events[i])}
        return {id_: self._events[id_] for id_ in self._first} | again

    def _settled(self) -> dict[str, Event]:
        """Earlier commitments that were kept or called off since."""
        known = {i: e for i, e in self._events.items() if i not in self._new and i not in self._first}
        return {i: e for i, e in known.items() if self.changes.newly_settled(e) and not self.changes.newly_promised(e)}

    def _overdue(self) -> dict[str, Event]:
        """Earlier commitments whose window passed since; of very many those with the latest windows."""
        found: dict[str, str | None] = {}
        for parties in self._among or ((),):
            for one in self._ledger.promised(parties, self._newest):
                if one.outcome == "overdue" and self.changes.was_not_overdue(one.due):
                    found[one.event] = one.due
        late = [id_ for id_ in found if id_ not in self._first][-_OVERDUE_LOOKED_AT:]
        events = self._ledger.events_by_id(late, self._newest)
        return {i: e for i, e in events.items() if not self.changes.newly_promised(e)}

    def _disputed(self) -> list[Event]:
        """Events with new disagreements, the weightiest first."""
        weights: Mapping[str, float] = self._again | self._disputable
        found = (self.changes.with_new_disputes(self._events[id_]) for id_ in weights)
        return sorted((event for event in found if event), key=lambda e: (-weights[e.id], e.id))
