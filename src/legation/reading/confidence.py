"""How sure a report is: plain observations on how it was read, weighed by how often such reports were right.

The weights are fitted on annotated dispatches, annotated single sentences and ordinary French (scripts/fit.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.fitted import Fitted, logistic
from legation.reading.arguments import Grammar
from legation.reading.completing import PATH
from legation.reading.dealing import BRIEF, step
from legation.reading.draft import Draft
from legation.reading.roles import Party
from legation.report import Report

_LEAST, _MOST = 0.02, 0.98
_BINS = 5
_TOLD = (1, 2, 3, 5)
"""Steps by which acts of one type in a dispatch are counted."""
_HEARSAY = 0.5
"""What hearsay costs, in logits: the weights tell whether such words are read rightly, not whether they are true."""
_HARDLY, _ELSEWHERE = {"few", "some"}, 0.4
"""Texts that hardly deal with several states, and what a report must reach there: most of what looks like an event in
ordinary French is none (measured on the ordinary sentences, `scripts/figures.py`).
"""

_LONE = 0.55
"""What the only report of a dispatch must reach: dispatches about states tell more than one thing, so that a lone and
unsure one is mostly none (of ten below it in the annotated dispatches, seven stood in dispatches without events).
"""


class Confidence:
    """Weighs drafts; holds the fitted weights."""

    def __init__(self, grammar: Grammar, fitted: Fitted) -> None:
        self._grammar = grammar
        self._fitted = fitted
        self.least = fitted.least

    def keeps(self, draft: Draft) -> bool:
        """Whether a draft is sure enough to be told: in a text that hardly deals with states, surer than elsewhere; a
        brief one is too short to tell.
        """
        elsewhere = draft.about.states in _HARDLY and not draft.about.brief
        return draft.confidence >= (max(self.least, _ELSEWHERE) if elsewhere else self.least)

    def of(self, draft: Draft) -> float:
        """How likely a draft is an event, told rightly by type: 0.02 to 0.98."""
        total = sum(self._fitted.known(signs(draft, self._grammar)))
        total -= _HEARSAY * draft.verdict.hearsay
        return min(max(logistic(total), _LEAST), _MOST)


def without_lone(reports: tuple[Report, ...], sentences: int) -> tuple[Report, ...]:
    """The reports of a dispatch of so many sentences, less the only one between states where that is unsure; a brief
    dispatch may tell just one thing.
    """
    between = [report for report in reports if report.scope == "international"]
    if len(between) != 1 or sentences <= BRIEF or between[0].confidence >= _LONE:
        return reports
    return tuple(report for report in reports if report is not between[0])


def of_group(values: Iterable[float]) -> float:
    """The confidence of a report told by several mentions: that of the surest, a little more for each further one."""
    ranked = sorted(values, reverse=True)
    left = 1 - ranked[0]
    for value in ranked[1:]:
        left *= 1 - value / 4
    return round(min(1 - left, _MOST), 2)


def signs(draft: Draft, grammar: Grammar) -> Iterator[str]:
    """What speaks for and against a draft."""
    hit = draft.hit
    shape = hit.entry.kind
    yield "every draft"
    yield f"type {draft.type}"
    yield f"kind {shape}"
    yield f"type {draft.type}:{shape}"
    yield f"entry {hit.entry.id}"
    yield f"frame {hit.entry.frame}"
    yield f"words {bool(hit.entry.with_)} object {bool(hit.entry.object)} needs {bool(hit.entry.needs)}"
    yield f"hangs {hit.token.dep_}:{shape}"
    yield f"status {draft.verdict.status}"
    yield f"cue {draft.verdict.cue}"
    yield from _of_words(draft)
    for name in ("hearsay", "earlier", "now"):
        if getattr(draft.verdict, name):
            yield name
    yield f"{draft.salience}:{shape}"
    yield f"date {'none' if draft.date is None else 'weak' if draft.date.weak else 'own'}"
    yield f"sayings {min(len(draft.sayings), 2)}"
    yield from _of_parties(draft, grammar)
    yield from _of_dispatch(draft)


def _of_words(draft: Draft) -> Iterator[str]:
    """The words that hang on the trigger ("cette", "sans", "n'"), and whether it is told inside a quotation."""
    for word in draft.hit.token.children:
        yield f"word {word.lower_}:{word.dep_}"
    quoted = draft.view.quoted_at(draft.start)
    yield f"quoted {quoted}"
    yield f"quoted {quoted}:{draft.type}"


def _of_parties(draft: Draft, grammar: Grammar) -> Iterator[str]:
    for side, parties in (("actor", draft.roles.actors), ("recipient", draft.roles.recipients)):
        way = _way(parties[0]) if parties else "nobody"
        yield f"{side} {way}"
        yield f"{side} {way}:{draft.hit.entry.kind}"
        if parties:
            yield f"{side} is {parties[0].mention.kind}:{draft.hit.entry.kind}"
            yield f"{side} sector {parties[0].mention.sector}"
            yield f"{side} sector {parties[0].mention.sector}:{draft.type}"
            yield f"{side} is {parties[0].mention.kind}:{draft.type}"
            if parties[0].mention.sentence != draft.view.index:
                yield f"{side} elsewhere"
    yield f"parties {min(len(draft.codes()), 3)}"
    yield f"symmetric {draft.roles.symmetric}:{min(len(draft.codes()), 2)}"


def _way(party: Party) -> str:
    """How a party was found: the slot, or, completed, how likely."""
    head, _, rest = party.path.partition(":")
    if head == PATH:
        return f"completed {int(float(rest) * _BINS)}"
    return head.partition(">")[0]


def _of_dispatch(draft: Draft) -> Iterator[str]:
    """Whether sentence and dispatch speak of states at all."""
    here = {code for m in draft.view.mentions for code in m.codes}
    yield f"named here {min(len(here), 3)}"
    yield f"dealings {draft.about.states}"
    yield f"acting {draft.about.acting}"
    yield f"acts {draft.about.acts}"
    yield f"acts of the type {step(draft.about.types.get(draft.type, 1), _TOLD)}:{draft.hit.entry.kind}"
    yield f"told {draft.told}:{draft.hit.entry.kind}"
    yield f"long {min(len(draft.view.words) // 15, 3)}"
