"""The gate: which sentences of a dispatch can carry an event at all, so that only they are parsed.

A sentence passes when it holds a word form of the lexicon and a party stands in it or in the two sentences before.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.mentions import Mention
from legation.reading.view import View

_REACH = 2
"""Sentences back in which a party may stand: all stood in the sentence or the one before for 79 of 100 events."""
_LONGEST = 220
"""Words a sentence may have; longer ones are lists and tables, and cost the parser more than they tell."""


def passing(views: Sequence[View], forms: frozenset[str]) -> list[View]:
    """The views worth parsing, in order."""
    if not any(_party(m) for v in views for m in v.mentions):
        return []
    found = []
    for i, view in enumerate(views):
        if len(view.words) > _LONGEST or not any(w.lower in forms for w in view.words):
            continue
        if any(_party(m) for near in views[max(0, i - _REACH) : i + 1] for m in near.mentions):
            found.append(view)
    return found


def _party(mention: Mention) -> bool:
    return bool(mention.codes) and mention.kind != "city"
