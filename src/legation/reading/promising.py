"""What a promise binds to do: the act that its words hold, and by when."""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.dating import Clock, Dated, due_window
from legation.reading.draft import Draft
from legation.reading.triggers import Hit
from legation.report import Promise

_PROMISING = "AGREE"
_ACTS = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "SANCTION", "MOBILIZE"})
"""Types of acts that can be promised and then be done."""


def promised(draft: Draft, content: Sequence[Hit], clock: Clock) -> Promise | None:
    """What a draft promises, or None where nothing that could be kept: "s'est engagé à livrer 30 ambulances d'ici à la
    fin de l'année" binds to AID within the year; "la volonté de renforcer les liens" binds to nothing.

    `content` are the hits that stand in its complement.
    """
    if draft.type != _PROMISING:
        return None
    acts = [hit for hit in content if hit.entry.type in _ACTS]
    done = next((hit for hit in acts if hit.deed or hit.entry.type == "CONSULT"), acts[0] if acts else None)
    due = _due(draft, clock)
    kind = done.entry.type if done is not None and (done.deed or done.entry.type == "CONSULT" or due) else None
    return Promise(kind, due) if kind or due else None


def _due(draft: Draft, clock: Clock) -> str | None:
    """The first time in the promise's sentence that lies ahead and does not date the promise itself."""
    own = draft.date.start if draft.date is not None else None
    for expression in clock.of_sentence(draft.view):
        if expression.start == own or expression.kind in {"duration", "since", "decade", "century"}:
            continue
        found = clock.resolve(expression, "future")
        if found is None:
            continue
        dated = Dated(found.edtf, expression.start, expression.end, "text")
        if clock.is_ahead(dated) or expression.direction == "future" or expression.kind == "deadline":
            return due_window(found.edtf, "planned")
    return None
