"""New events by pair of states, the pair with the weightiest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.event import Event
from legation.ledger.news import Parties

GROUPS_MOST, OF_A_GROUP, EVENTS_MOST = 12, 5, 30
"""How many pairs there are at most, how many events of each, and how many in all."""

Groups = tuple[tuple[Parties, tuple[Event, ...]], ...]


def grouped(events: Sequence[Event], weights: Mapping[str, float], among: Sequence[Parties]) -> Groups:
    """The weightiest events of the weightiest pairs; each stands with the first of `among` that takes part in it."""
    pairs: dict[Parties, list[Event]] = {}
    for event in sorted(events, key=lambda e: (-weights[e.id], e.id)):
        pairs.setdefault(pair_of(event, among), []).append(event)
    found, room = [], EVENTS_MOST
    for pair, members in list(pairs.items())[:GROUPS_MOST]:  # in the order of their weightiest
        some = members[: min(OF_A_GROUP, room)]
        room -= len(some)
        if some:
            found.append((pair, tuple(some)))
    return tuple(found)


def pair_of(event: Event, among: Sequence[Parties]) -> Parties:
    """The parties asked for, else who acts first and upon whom, or the first two who act together, or one alone."""
    acting = list(dict.fromkeys(one.code for one in event.actors))
    others = [code for code in dict.fromkeys(one.code for one in event.recipients) if code not in acting[:1]]
    codes = {*acting, *others}
    asked = next((parties for parties in among if codes.issuperset(parties)), None)
    if asked:
        return asked
    first_two = (*acting[:1], *others[:1]) if acting and others else (acting or others)[:2]
    return tuple(sorted(first_two))
