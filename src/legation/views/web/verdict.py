"""What speaks for and against two reports telling one event, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from legation.merging import Verdict
from legation.merging.likeness import EXCLUDED, Observation
from legation.merging.verdict import SAME
from legation.views.web.phrases import Phrases
from legation.views.web.words import Words, load_words
from legation.when import is_edtf


class Weighed(NamedTuple):
    """An observation in words; `side` is "for", "against" or "neither"."""

    name: str
    reason: str
    weight: str
    side: str


class ShownVerdict(NamedTuple):
    """A verdict in words: what was observed, all in all, and what would have kept the two apart.

    `needed`: the observations without any one of which they would be apart; `spare`: how much more against would do.
    """

    verdict: Verdict
    observations: tuple[Weighed, ...]
    score: str
    wanted: str
    needed: tuple[str, ...]
    spare: str


def verdict_words(language: str) -> Words:
    """The words for verdicts."""
    return load_words(language, "verdict")


def show_verdict(verdict: Verdict, say: Phrases, words: Words) -> ShownVerdict:
    """A verdict in words: what speaks for, then against, the weightiest first."""
    ordered = sorted(verdict.observations, key=lambda one: (one.score < 0, -abs(one.score), one.name))
    needed = [one.name for one in verdict.observations if one.score > 0 and verdict.score - one.score < SAME]
    return ShownVerdict(
        verdict,
        tuple(weigh(one, say, words) for one in ordered),
        number(verdict.score, words, "{:+.2f}" if SAME - 0.05 <= verdict.score < SAME else "{:+.1f}"),
        number(SAME, words),
        tuple(words.names.get(name, name) for name in needed),
        number(max(verdict.score - SAME, 0.0), words, "{:.1f}"),
    )


def weigh(one: Observation, say: Phrases, words: Words) -> Weighed:
    """An observation in words."""
    side = "against" if one.score < 0 else "for" if one.score > 0 else "neither"
    weight = words.excluded if one.score <= EXCLUDED else number(one.score, words)
    return Weighed(words.names.get(one.name, one.name), say_reason(one.reason, say, words.reasons), weight, side)


def number(value: float, words: Words, form: str = "{:+.1f}") -> str:
    """A number as the language writes it."""
    return form.format(value).replace("-", "−").replace(".", words.decimal)


def say_reason(reason: str, say: Phrases, patterns: Sequence[tuple[str, str]]) -> str:
    """A reason in the words of the first pattern that it fits, else as merging gives it."""
    for pattern, said in patterns:
        found = re.fullmatch(_expression(pattern), reason, re.DOTALL)
        if found:
            return said.format(**{name: _meant(value, say) for name, value in found.groupdict().items()})
    return _meant(reason, say)


def _meant(value: str, say: Phrases) -> str:
    """Codes and dates in words: "RUS, VEN" as the names of both."""
    if is_edtf(value):
        return say.date(value)
    for known in (say.interface.statuses, *say.interface.modes.values()):
        if value in known:
            return known[value]
    return re.sub(r"\b[A-Z]{2,12}\b", lambda code: say.interface.types.get(code[0], say.party(code[0])), value)


def _expression(pattern: str) -> str:
    """A pattern with names in braces as a regular expression."""
    parts = re.split(r"\{(\w+)\}", pattern)
    return "".join(f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
