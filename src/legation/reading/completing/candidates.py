"""Whom a dispatch could mean on an open side of an event, and what speaks for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from legation import ontology
from legation.reading.arguments import Grammar
from legation.reading.attribution import Saying
from legation.reading.draft import Draft
from legation.reading.mentions import Mention
from legation.reading.reference import Discourse
from legation.reading.roles import Party, Roles
from legation.reading.triggers import Hit
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Token

Role = Literal["actor", "recipient", "partner"]
"""The open side; `partner`: the other of those who take part alike."""

_BACK = 40
"""Mentions back that are still candidates."""
_FAR = 3
"""Sentences from which on distance no longer counts."""
_FREQUENT = 3
"""Parties that count as the most frequent of a dispatch."""
_LONGEST = 4
"""Steps of a path between two words that is still told."""
_LAST = 3
"""Drafts back whose parties are looked at."""


@dataclass(slots=True)
class Candidate:
    """One candidate: its parties, the mention that holds its words, what speaks for and against it."""

    codes: tuple[str, ...]
    mention: Mention
    signs: set[str] = field(default_factory=set)


class Deed(NamedTuple):
    """What was told before: its type and kind, who did it and to whom."""

    type: str
    quad: str
    actors: frozenset[str]
    recipients: frozenset[str]


def deed(draft: Draft) -> Deed:
    """What a draft tells."""
    actors, recipients = (frozenset(side) for side in draft.sides())
    return Deed(draft.type, ontology.load().types[draft.type].quad, actors, recipients)


@dataclass(slots=True)
class Scene:
    """What is known when a trigger is read: the dispatch so far, and how often each party is named in all of it.

    `deeds` are what `told` tells; `filled` are the parties that a rule put on the side and that are weighed once more;
    `positions` keeps how each mention of the sentence stands to the trigger, by the mention's id.
    """

    hit: Hit
    roles: Roles
    view: View
    discourse: Discourse
    sayings: Sequence[Saying]
    told: Sequence[Draft]
    deeds: Sequence[Deed]
    dealings: Sequence[tuple[str, ...]]
    named: Mapping[str, int]
    order: Sequence[str]
    home: str | None
    filled: Sequence[Party] = ()
    positions: dict[int, frozenset[str]] = field(default_factory=dict)


class _Pool:
    """The candidates gathered so far, by their parties."""

    def __init__(self, barred: set[str]) -> None:
        self.found: dict[tuple[str, ...], Candidate] = {}
        self._barred = barred

    def add(self, codes: tuple[str, ...], mention: Mention | None, *signs: str) -> None:
        if mention is None or not codes or set(codes) & self._barred:
            return
        candidate = self.found.setdefault(codes, Candidate(codes, mention))
        candidate.signs.update(signs)


def candidates(scene: Scene, role: Role, grammar: Grammar) -> list[Candidate]:
    """Whom an open side could mean, each with its signs."""
    pool = _Pool(scene.roles.codes())
    if scene.filled:
        first = scene.filled[0]
        codes = tuple(dict.fromkeys(p.code for p in scene.filled))
        slot = first.path.partition(":")[0].partition(">")[0]
        needs = first.mention.needs
        pool.add(
            codes, first.mention, "filled", f"filled {slot}", f"filled {slot}:{needs}", f"filled {first.mention.kind}"
        )
    _from_sentence(pool, scene, grammar)
    _from_history(pool, scene)
    _from_discourse(pool, scene)
    total = sum(scene.named.values()) or 1
    frequent = [code for code, _ in Counter(scene.named).most_common(_FREQUENT)]
    for candidate in pool.found.values():
        candidate.signs.update(_standing(candidate, scene, total, frequent))
    return list(pool.found.values())


def _from_sentence(pool: _Pool, scene: Scene, grammar: Grammar) -> None:
    pointing = scene.filled[0].mention if scene.filled and scene.filled[0].mention.needs is not None else None
    sources = {id(s.mention): s for s in scene.sayings if s.mention is not None}
    for mention in scene.view.mentions:
        head = scene.view.head_of(mention)
        if not mention.codes or head is None or mention is pointing:
            continue
        saying = sources.get(id(mention))
        if id(mention) not in scene.positions:
            found = _position(head, mention, scene.hit, grammar)
            scene.positions[id(mention)] = frozenset(f"in:{sign}" for sign in found)
        pool.add(mention.codes, mention, "here", *scene.positions[id(mention)])
        if saying is not None:
            pool.add(mention.codes, mention, "in:source" if saying.verb is None else "in:speaks")


def _position(head: Token, mention: Mention, hit: Hit, grammar: Grammar) -> Iterator[str]:
    """How a mention of the same sentence stands to the trigger."""
    node = head.head if mention.kind == "adjective" and grammar.is_noun(head.head) else head
    side = "after" if head.i > hit.token.i else "before"
    labels = grammar.labels
    if node.dep_ in labels["subject"] | labels["passive_subject"]:
        relation = "subject"
    elif node.dep_ in labels["object"]:
        relation = "object"
    else:
        relation = grammar.preposition(node) or "bare"
    yield f"{side}:{relation}"
    yield f"{side}:{mention.kind}"
    if mention.placed:
        yield f"{side}:placed"
    yield f"path {_path(head, hit.token)}"
    low, high = sorted((head.i, hit.token.i))
    verbs = grammar.finite_between(head.doc, low + 1, high)
    yield f"{side}:verbs {min(verbs, 2)}"
    yield f"{side}:near" if high - low <= 6 else f"{side}:far"
    if any(a.i == hit.token.i for a in head.ancestors):
        yield f"{side}:below"
    if relation == "subject" and node.head.dep_ in labels["root"]:
        yield f"{side}:main subject"


def _path(head: Token, trigger: Token) -> str:
    """How two words of a sentence hang together: up from the one, down to the other."""
    above = {trigger.i: ""}
    down = ""
    node = trigger
    while node.head != node:
        down = f"/{node.dep_}{down}"
        node = node.head
        above[node.i] = down
    up = ""
    node = head
    while node.i not in above and node.head != node:
        up += f"{node.dep_}\\"
        node = node.head
    found = up + above.get(node.i, "")
    return found if found.count("/") + found.count("\\") <= _LONGEST else "long"


def _from_history(pool: _Pool, scene: Scene) -> None:
    here = scene.view.index
    for mention in scene.discourse.history[-_BACK:]:
        if mention.sentence == here or not mention.codes or mention.kind == "city":
            continue
        back = min(here - mention.sentence, _FAR)
        pool.add(mention.codes, mention, f"back {back}", f"back {back}:{mention.kind}")
        if mention.placed:
            pool.add(mention.codes, mention, f"back {back}:placed")


def _from_discourse(pool: _Pool, scene: Scene) -> None:
    discourse = scene.discourse
    spoken = "spoken" if scene.view.quoted_at(scene.view.start_of(scene.hit.token)) else "told"
    pool.add(discourse.voice.codes if discourse.voice else (), discourse.voice, "voice")
    for name, mention in (("subject", discourse.subject), ("carried speaker", discourse.speaker)):
        if mention is not None:
            near = f"{name} {min(scene.view.index - mention.sentence, _FAR)}"
            pool.add(mention.codes, mention, name, near, f"{name}, {spoken}")
    for saying in scene.sayings:
        if saying.mention is not None and saying.mention.codes:
            pool.add(saying.mention.codes, saying.mention, "covering speaker", f"covering speaker, {spoken}")
    for back, draft in enumerate(reversed(scene.told[-_LAST:])):
        same = "same" if draft.hit.entry.type == scene.hit.entry.type else "other"
        for side, parties in (("actor", draft.roles.actors), ("recipient", draft.roles.recipients)):
            codes = tuple(dict.fromkeys(p.code for p in parties))
            mention = parties[0].mention if parties else None
            pool.add(codes, mention, f"last {back}:{side}", f"last {back}:{side}:{same}")
            for party in parties if len(codes) > 1 else ():
                pool.add((party.code,), party.mention, f"last {back}:one {side}")


def _standing(candidate: Candidate, scene: Scene, total: int, frequent: Sequence[str]) -> Iterator[str]:
    """How a candidate stands in the dispatch as a whole, and to the side that is known."""
    if len(candidate.codes) > 1:
        yield "several"
    known = scene.roles.codes()
    code = candidate.codes[0]
    if "here" not in candidate.signs:
        yield "absent"
    share = scene.named.get(code, 0) / total
    yield f"share {min(int(share * 5), 3)}"
    rank = scene.order.index(code) if code in scene.order else 9
    yield f"order {min(rank, 3)}"
    yield f"rank {frequent.index(code) if code in frequent else _FREQUENT}"
    if scene.home == code:
        yield "home"
    if len(known) == 1 and len(candidate.codes) == 1:
        yield from _with(code, next(iter(known)), scene, frequent)
    yield from _done(code, scene)
    if known and len(candidate.codes) == 1:
        with_known = sum(1 for pair in scene.dealings if code in pair and known & set(pair))
        yield f"dealt {min(with_known, 2)}"
        if set(scene.discourse.pair) == {code, *known}:
            yield "pair"
    elif not known and code in scene.discourse.pair:
        yield "of pair"
    yield "known side" if known else "no side"
    if scene.filled:
        needs = scene.filled[0].mention.needs
        if scene.home == code:
            yield f"home, pointed {needs}"
        if rank == 0:
            yield f"first, pointed {needs}"


def _with(code: str, known: str, scene: Scene, frequent: Sequence[str]) -> Iterator[str]:
    """How a candidate stood with the side that is known in what was told before."""
    if {code, known} == set(frequent[:2]):
        yield "the two most named"
    if {code, known} == set(scene.order[:2]):
        yield "the two first named"
    for told in scene.deeds:
        if code in told.actors and known in told.recipients:
            yield f"did to known:{told.quad}"
        if known in told.actors and code in told.recipients:
            yield f"suffered from known:{told.quad}"
        if {code, known} <= told.actors:
            yield f"did with known:{told.quad}"


def _done(code: str, scene: Scene) -> Iterator[str]:
    """What a candidate did or suffered in what was told before."""
    for told in scene.deeds:
        for role, side in (("actor", told.actors), ("recipient", told.recipients)):
            if code in side:
                yield f"was {role} {told.quad}"
                if told.type == scene.hit.entry.type:
                    yield f"was {role} same"
