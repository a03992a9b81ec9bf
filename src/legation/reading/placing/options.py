"""Which places an act could have in its dispatch, and what speaks for and against each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legation.reading.crossed import crossings
from legation.reading.mentions import Mention
from legation.reading.placing.rules import Rules, Where
from legation.reading.roles import Party
from legation.reading.view import View

if TYPE_CHECKING:
    from legation.reading.draft import Draft

_LAST = 3
"""Drafts back whose places are looked at."""
_BACK = 2
"""Sentences back in which places are looked for."""
_CLOSE, _FAR = 4, 10
"""Words between an act and a place that count as near, as not so near."""
_POINTS = {"state", "capital", "city", "capital_word", "country"}
_GUESSED = "completed"
"""How the path of a party begins that no words of the clause name."""


@dataclass(slots=True)
class Option:
    """One place an act could have (None: no place), and the signs of it: its own, and those of the act (`context`)
    crossed with where the option comes from (`kinds`).
    """

    where: Where | None
    kinds: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    context: Sequence[str] = ()

    @property
    def signs(self) -> set[str]:
        """All signs by name, as weights are fitted for them."""
        return {*self.own, *crossings(self.kinds, self.context)}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of places when an act gets its own: the rules' answer, the phrase of place on its trigger,
    where the dispatch is written, the last meeting, the acts told before, the sentences.
    """

    by_rule: Where | None
    phrase: Where | None
    home: Where | None
    scene: Draft | None
    told: Sequence[Draft]
    views: Sequence[View]


class _Options:
    """The options gathered so far, by their states; where a place comes from is its kind."""

    def __init__(self) -> None:
        self.found: dict[str, Option] = {}

    def add(self, where: Where | None, kind: str, *signs: str) -> None:
        if where is None:
            return
        option = self.found.setdefault(where.code, Option(where))
        option.kinds.add(kind)
        option.own.update((kind, *signs))


def options(draft: Draft, known: Known, rules: Rules) -> list[Option]:
    """The places an act could have, each with its signs; the first is none."""
    found = _Options()
    found.add(known.phrase, "phrase")
    _from_sentence(found, draft, rules)
    _from_parties(found, draft, rules)
    _from_told(found, draft, known)
    _from_before(found, draft, known, rules)
    found.add(known.home, "home")
    nowhere = Option(None, {"none"}, {"none"})
    rule = "none" if known.by_rule is None else known.by_rule.code
    many = Counter(kind for option in found.found.values() for kind in option.kinds)
    context = tuple(dict.fromkeys((*_context(draft, known), *(f"has {kind}" for kind in sorted(many)))))
    for option in (nowhere, *found.found.values()):
        if option.where is not None:
            option.own.update(f"only {kind}" for kind in option.kinds if many[kind] == 1)
        if rule == ("none" if option.where is None else option.where.code):
            option.kinds.add("rule")
            option.own.add("rule")
        option.context = context
        kinds = sorted(option.kinds)
        option.own.update(f"{one}+{other}" for one in kinds for other in kinds if one < other)
    return [nowhere, *found.found.values()]


def _from_sentence(found: _Options, draft: Draft, rules: Rules) -> None:
    view, at = draft.view, draft.view.start_of(draft.hit.token)
    for mention in view.mentions:
        where = rules.at(mention)
        if where is None:
            continue
        kind = "placed" if mention.placed else "named"
        side = "before" if mention.start < at else "after"
        low, high = sorted((mention.start, at))
        between = sum(low <= w.start < high for w in view.words)
        steps = "close" if between <= _CLOSE else "mid" if between <= _FAR else "far"
        found.add(
            where,
            kind,
            f"{kind} {mention.kind}",
            f"{kind} {side}:{steps}",
            f"{kind} {mention.kind}:{side}",
            f"{kind} hangs {_standing(mention, draft)}",
            f"{kind} opens {mention.start - view.sentence.start <= _CLOSE}",
        )


def _standing(mention: Mention, draft: Draft) -> str:
    """How a mention hangs in the sentence as seen from the act."""
    head, hit = draft.view.head_of(mention), draft.hit.token
    if head is None:
        return "outside"
    above = [t.i for t in head.ancestors]
    if hit.i in above:
        return f"below {min(above.index(hit.i), 3)}"
    if any(t.i == head.i for t in hit.ancestors):
        return "above"
    return f"beside {head.head.i in {t.i for t in hit.ancestors}}"


def _from_parties(found: _Options, draft: Draft, rules: Rules) -> None:
    for side, parties in (("actor", draft.roles.actors), ("recipient", draft.roles.recipients)):
        for i, party in enumerate(parties):
            mention = party.mention
            where = rules.at(mention) if len(mention.codes) == 1 else rules.of_code(party.code, mention)
            found.add(where, side, *_party_signs(side, i, party, parties))


def _party_signs(side: str, position: int, party: Party, parties: Sequence[Party]) -> Iterator[str]:
    yield f"{side} of {min(len(parties), 3)}:{min(position, 1)}"
    yield f"{side} {party.mention.kind}"
    yield f"{side} guessed {party.path.startswith(_GUESSED)}"
    yield f"{side} office {party.mention.office is not None}"
    yield f"{side} placed {party.mention.placed}"


def _from_told(found: _Options, draft: Draft, known: Known) -> None:
    scene = known.scene
    if scene is not None and scene.place is not None:
        back = draft.view.index - scene.view.index
        away = "same" if back == 0 else "near" if back <= _LAST else "far"
        shares = min(len(draft.codes() & scene.codes()), 2)
        same_day = draft.date is not None and scene.date is not None and draft.date.edtf == scene.date.edtf
        found.add(
            scene.place,
            "scene",
            f"scene {away}:{shares}",
            f"scene shares {shares}:{draft.hit.deed}",
            f"scene day {same_day}:{scene.verdict.status}",
            f"scene {scene.verdict.status}:{draft.verdict.status}",
        )
    for back, other in enumerate(reversed(known.told[-_LAST:])):
        near = "sentence" if other.view.index == draft.view.index else "before"
        if other.view.sentence.paragraph == draft.view.sentence.paragraph and near == "before":
            near = "paragraph"
        shares = min(len(draft.codes() & other.codes()), 2)
        if other.place is not None:
            found.add(
                other.place,
                "told",
                f"told {back}",
                f"told {near}:{shares}",
                f"told same type {other.type == draft.type}:{near}",
                f"told {draft.hit.deed}:{other.hit.deed}",
            )
    first = next((d for d in known.told if d.place is not None), None)
    if first is not None:
        found.add(first.place, "lead", f"lead {first.type == 'CONSULT'}:{min(first.view.index, 3)}")


def _from_before(found: _Options, draft: Draft, known: Known, rules: Rules) -> None:
    index = draft.view.index
    for view in known.views[max(index - _BACK, 0) : index]:
        for mention in view.mentions:
            if mention.kind in _POINTS and mention.placed:
                found.add(rules.at(mention), "before", f"before {index - view.index}", f"before {mention.kind}")


def _context(draft: Draft, known: Known) -> Iterator[str]:
    hit, verdict = draft.hit, draft.verdict
    yield f"type {draft.type}"
    yield f"mode {draft.type} {draft.mode}"
    yield f"frame {hit.entry.frame}"
    yield f"deed {hit.deed}:{draft.salience}"
    yield f"status {verdict.status}"
    yield f"deed {hit.deed}:{verdict.status}"
    yield f"salience {draft.salience}"
    yield f"nominal {hit.nominal}:{draft.salience}"
    yield f"sentence {min(draft.view.index // 3, 3)}"
    yield f"dated {draft.date is not None}"
    yield f"sides {min(len(draft.roles.actors), 2)}:{min(len(draft.roles.recipients), 2)}"
    yield f"rule none {known.by_rule is None}"
