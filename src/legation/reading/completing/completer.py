"""Fills open sides with the likeliest candidate."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from legation import ontology
from legation.fitted import Fitted
from legation.reading.arguments import Grammar
from legation.reading.completing.candidates import Candidate, Role, Scene, candidates
from legation.reading.roles import Party

PATH = "completed"
"""The path of a party that stands in no slot of the frame (for `legation explain`)."""


class Completer:
    """Fills open sides; holds the weights of the signs."""

    def __init__(self, grammar: Grammar, fitted: Fitted) -> None:
        self._grammar = grammar
        self._weights = fitted.weights
        self.least = fitted.least
        self.addressee_slots = grammar.words["addressee_slots"]
        self.thanking = grammar.words.get("thanking", frozenset())
        self.amodifier = grammar.labels["adjective"]
        self.doubtful_slots = grammar.syntax.places["in"] | grammar.syntax.places["from"]

    def best(self, scene: Scene, role: Role) -> tuple[Candidate, float] | None:
        """The likeliest candidate for an open side and how likely it is (0 to 1); None when nobody is likely enough."""
        return next(iter(self.ranked(scene, role)), None)

    def ranked(self, scene: Scene, role: Role) -> list[tuple[Candidate, float]]:
        """All candidates that are likely enough, the likeliest first."""
        found = candidates(scene, role, self._grammar)
        scored = [(c, self.likelihood(c, scene, role)) for c in found]
        return sorted((s for s in scored if s[1] >= self.least), key=lambda s: -s[1])

    def likelihood(self, candidate: Candidate, scene: Scene, role: Role) -> float:
        """How likely a candidate is meant, 0 to 1."""
        total = sum(self._weights.get(key, 0.0) for key in keys(candidate.signs, scene, role, self._grammar))
        return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


def parties(candidate: Candidate, likelihood: float) -> list[Party]:
    """The parties of a candidate, their path telling how likely they are."""
    path = f"{PATH}:{likelihood:.2f}"
    return [Party(code, candidate.mention, path, direct=False) for code in candidate.codes]


def keys(signs: Iterable[str], scene: Scene, role: Role, grammar: Grammar) -> Iterator[str]:
    """The weights that a candidate's signs call upon: each sign alone, by kind of event, by shape of the trigger."""
    quad = ontology.load().types[scene.hit.entry.type or ""].quad
    shape = "noun" if scene.hit.nominal else "passive" if grammar.passive(scene.hit.token) else "verb"
    yield role
    yield f"{role}|{quad}"
    yield f"{role}|{shape}"
    for sign in sorted(signs):
        yield f"{role}|{sign}"
        yield f"{role}|{sign}|{quad}"
        yield f"{role}|{sign}|{shape}"
