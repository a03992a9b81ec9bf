"""The gate: which sentences of a dispatch can carry an event at all, so that only they are parsed.

A sentence passes when its words can make a trigger and a party stands in it or in the two sentences before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from legation.reading.mentions import Mention
from legation.reading.view import View

_REACH = 2
"""Sentences back in which a party may stand: all stood in the sentence or the one before for 79 of 100 events."""
_LONGEST = 220
"""Words a sentence may have; longer ones are lists and tables, and cost the parser more than they tell."""


def passing(views: Sequence[View], telling: Callable[[Set[str]], bool]) -> list[View]:
    """The views worth parsing, in order. `telling`: whether words in lower case can make a trigger."""
    if not any(_party(m) for v in views for m in v.mentions):
        return []
    found = []
    for i, view in enumerate(views):
        if len(view.words) > _LONGEST:
            continue
        if not any(_party(m) for near in views[max(0, i - _REACH) : i + 1] for m in near.mentions):
            continue
        if telling({w.lower for w in view.words}):
            found.append(view)
    return found


def _party(mention: Mention) -> bool:
    return bool(mention.codes) and mention.kind != "city"
