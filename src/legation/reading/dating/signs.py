"""What is known of an act that speaks for and against the dates it could have: how it is told, where, with which words.

The words themselves are signs too: what weighs is learnt from annotated dispatches, no list says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legation import ontology
from legation.reading.arguments import Grammar
from legation.reading.dating.clock import Clock
from legation.reading.triggers import Hit

if TYPE_CHECKING:
    from legation.reading.dating.options import Act

_CUES = {"noun", "phrase", "lexicon", "infinitive"}
"""Cues of status that say how an act is told; of verbs the tense does."""
_PARTS = 4
"""Parts of a dispatch, from its lead to its background."""
_LENGTH, _LONGEST = 6, 4
"""Sentences by which lengths of dispatches are told apart, and the number of lengths beyond the first."""
_HEAD = 3
"""Sentences among which a headline stands."""
_ENDS = (".", "»", "!", "?", '"')


def context(act: Act, clock: Clock, grammar: Grammar) -> Iterator[str]:
    """The signs of an act, whichever date it has."""
    yield from _told(act, clock, grammar)
    yield from _standing(act, clock)
    yield from _words(act, grammar)
    yield from _parties(act)


def _told(act: Act, clock: Clock, grammar: Grammar) -> Iterator[str]:
    """How the act is told."""
    hit, verdict = act.hit, act.verdict
    quad = ontology.load().types[hit.entry.type or ""].quad
    yield f"status {verdict.status}"
    yield f"status {verdict.status}:{clock.has_day}"
    yield f"day {clock.has_day}"
    yield f"shape {hit.entry.kind}:main {act.main}"
    yield f"earlier {verdict.earlier}"
    yield f"now {verdict.now}:{act.speech}"
    yield f"speech {act.speech}:main {act.main}"
    yield f"spoken {act.spoken}:{act.speech}"
    yield f"quad {quad}"
    yield f"type {hit.entry.type}"
    yield f"hangs {hit.token.dep_}"
    yield f"cue {verdict.cue}" if verdict.cue in _CUES else f"verb {_tense(hit, grammar)}"


def _standing(act: Act, clock: Clock) -> Iterator[str]:
    """Where in its dispatch the act is told, and how that has its day."""
    index = act.view.index
    part = min(_PARTS * index // max(clock.length, 1), _PARTS - 1)
    headline = index < _HEAD and not act.view.text.rstrip().endswith(_ENDS)
    yield f"sentence {min(index, 3)}"
    yield f"sentence {min(index // 3, 4)}:main {act.main}"
    yield f"part {part}"
    yield f"part {part}:main {act.main}"
    yield f"length {min(clock.length // _LENGTH, _LONGEST)}"
    yield f"headline {headline}"
    yield f"times here {min(len(clock.of_sentence(act.view)), 2)}"
    yield f"scene {clock.scene is not None}:main {act.main}"
    yield f"basis {clock.basis}"
    yield f"basis {clock.basis}:{act.speech}:{act.main}"


def _words(act: Act, grammar: Grammar) -> Iterator[str]:
    """The words that open the sentence, and the adverbs of the verb."""
    mentions = act.view.mentions
    first = [
        next((m.kind for m in mentions if m.start < w.end and w.start < m.end), w.lower) for w in act.view.words[:2]
    ]  # no name of a state may tell a date
    yield from dict.fromkeys(f"opens {' '.join(first[:n])}" for n in (1, 2) if first)
    verb = act.hit.token
    while act.hit.nominal and verb.head != verb and not grammar.is_verb(verb):
        verb = verb.head
    yield from sorted({f"adverb {c.lower_}" for c in verb.children if c.pos_ == "ADV"})


def _parties(act: Act) -> Iterator[str]:
    """Whether the act was told before, and whether its parties are those of the lead."""
    told = any(d.type == act.hit.entry.type and d.codes() == act.codes for d in act.told)
    lead = {code for draft in act.told[:2] for code in draft.codes()}
    yield f"retold {told}:{act.hit.nominal}"
    yield f"first {min(len(act.told), 2)}"
    yield f"codes {min(len(act.codes), 3)}:{act.main}"
    yield f"lead shares {min(len(lead & act.codes), 2)}:{bool(act.told)}:{act.main}"


def _tense(hit: Hit, grammar: Grammar) -> str:
    helping = grammar.labels["auxiliary"] | grammar.labels["passive_auxiliary"]
    helped = [c.lower_ for c in hit.token.children if c.dep_ in helping]
    morph = hit.token.morph.to_dict()
    return f"{morph.get('Tense')}:{morph.get('VerbForm')}:{len(helped)}"
