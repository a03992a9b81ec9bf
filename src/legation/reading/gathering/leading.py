"""The clearest of several tellings of one event leads; what it lacks comes from the others."""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.draft import Draft


def led(group: Sequence[Draft]) -> Draft:
    """The clearest telling of a group, the others under it."""
    lead = max(group, key=_clarity)
    lead.others = [d for d in group if d is not lead]
    for draft in lead.others:
        _lend(lead, draft)
    return lead


def _clarity(draft: Draft) -> tuple[int, int, int, int, int]:
    direct = sum(p.direct for p in draft.parties())
    return (
        min(len(draft.codes()), 3),
        int(draft.verdict.status != "hypothetical" and not draft.verdict.hearsay),
        int(draft.date is not None and not draft.date.weak),
        direct,
        -draft.start,
    )


def _lend(lead: Draft, draft: Draft) -> None:
    """What the clearest telling lacks comes from the others."""
    if not lead.roles.actors:
        lead.roles.actors = draft.roles.actors
    if not lead.roles.recipients and not lead.roles.symmetric:
        known = {p.code for p in lead.roles.actors}
        lead.roles.recipients = [p for p in draft.roles.recipients if p.code not in known]
    if lead.date is None or (draft.date is not None and lead.date.weak and not draft.date.weak):
        lead.date = draft.date or lead.date
    if lead.place is None or (lead.roles.place is None and draft.roles.place is not None):
        lead.place = draft.place or lead.place  # told with the act, rather than guessed
    if draft.salience == "main":
        lead.salience = "main"
    known_sayings = {(s.kind, s.name) for s in lead.sayings}
    lead.sayings += [s for s in draft.sayings if (s.kind, s.name) not in known_sayings]
