"""Fills open sides with the likeliest candidate."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from legation import ontology
from legation.fitted import Fitted, logistic
from legation.reading.arguments import Grammar
from legation.reading.completing.candidates import Candidate, Role, Scene, candidates
from legation.reading.roles import Party

PATH = "completed"
"""The path of a party that stands in no slot of the frame (for `legation explain`)."""


_KEPT = 5000
"""Signs whose weight is kept for each kind of side: names of words make ever new ones."""


class Completer:
    """Fills open sides; holds the weights of the signs."""

    def __init__(self, grammar: Grammar, fitted: Fitted) -> None:
        self._grammar = grammar
        self._weights = fitted.weights
        self._known: dict[Case, dict[str, float]] = {}
        self.least = fitted.least
        self.addressee_slots = grammar.words["addressee_slots"]
        self.thanking = grammar.words.get("thanking", frozenset())
        self.joint_deeds = grammar.words.get("joint_deeds", frozenset())
        self.described = grammar.labels["adjective"]
        self.doubtful_slots = grammar.syntax.places["in"] | grammar.syntax.places["from"]

    def best(self, scene: Scene, role: Role) -> tuple[Candidate, float] | None:
        """The likeliest candidate for an open side and how likely it is (0 to 1); None when nobody is likely enough."""
        return next(iter(self.ranked(scene, role)), None)

    def ranked(self, scene: Scene, role: Role) -> list[tuple[Candidate, float]]:
        """All candidates that are likely enough, the likeliest first."""
        return self.tried(scene, role)

    def tried(self, scene: Scene, role: Role) -> list[tuple[Candidate, float]]:
        """The same for a scene with a side that is only tried out: nothing that weights could be fitted on."""
        found = candidates(scene, role, self._grammar)
        scored = [(c, self.likelihood(c, scene, role)) for c in found]
        return sorted((s for s in scored if s[1] >= self.least), key=lambda s: -s[1])

    def likelihood(self, candidate: Candidate, scene: Scene, role: Role) -> float:
        """How likely a candidate is meant, 0 to 1."""
        case = case_of(scene, role, self._grammar)
        known = self._known.setdefault(case, {})
        total = [known[sign] if sign in known else self._learn(sign, case, known) for sign in ("", *candidate.signs)]
        return logistic(math.fsum(total))

    def _learn(self, sign: str, case: Case, known: dict[str, float]) -> float:
        """What a sign weighs in a case, kept for the next time: there are few cases, and thousands of candidates."""
        weight = math.fsum(self._weights.get(key, 0.0) for key in (_of_sign(sign, case) if sign else _of_case(case)))
        if len(known) < _KEPT:
            known[sign] = weight
        return weight


def parties(candidate: Candidate, likelihood: float) -> list[Party]:
    """The parties of a candidate, their path telling how likely they are."""
    path = f"{PATH}:{likelihood:.2f}"
    return [Party(code, candidate.mention, path, direct=False) for code in candidate.codes]


class Case(NamedTuple):
    """What kind of side is open: on which weights depend."""

    role: Role
    quad: str
    shape: str
    type: str
    frame: str


def case_of(scene: Scene, role: Role, grammar: Grammar) -> Case:
    """The kind of an open side."""
    hit = scene.hit
    kind = hit.entry.type or ""
    shape = "noun" if hit.nominal else "passive" if grammar.passive(hit.token) else "verb"
    return Case(role, ontology.load().types[kind].quad, shape, kind, hit.entry.frame)


def keys(signs: Iterable[str], scene: Scene, role: Role, grammar: Grammar) -> Iterator[str]:
    """The weights that a candidate's signs call upon: each sign alone, by kind of event, by shape of the trigger."""
    case = case_of(scene, role, grammar)
    yield from _of_case(case)
    for sign in sorted(signs):
        yield from _of_sign(sign, case)


def _of_case(case: Case) -> Iterator[str]:
    yield case.role
    for value in (case.quad, case.shape, case.type, case.frame):
        yield f"{case.role}|{value}"


def _of_sign(sign: str, case: Case) -> Iterator[str]:
    yield f"{case.role}|{sign}"
    yield f"{case.role}|{sign}|{case.quad}"
    yield f"{case.role}|{sign}|{case.shape}"
