"""Headings tell in short what the text tells in full: whom they leave open is read from the full telling."""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.completing.completer import PATH
from legation.reading.draft import Draft
from legation.reading.roles import Party

RETOLD = "retold"
"""The path of a party that the text below a heading names."""
_STANDING = "SANCTION"
"""The type of measures that stand for years and are mentioned by name."""
_HEADINGS = 3
"""Sentences at the beginning that can be headings."""
_CLOSING = (".", "!", "…", ".»", ". »", '."', ".”")
_GUESSED = {PATH, "speaker", "deed told"}


def take_sides_from_text(drafts: Sequence[Draft]) -> None:
    """Gives each heading's deed the sides of the first telling below it that is of its kind and names both, if the
    heading itself names nobody else on that side.
    """
    for k, draft in enumerate(drafts):
        if not _in_heading(draft) or draft.roles.symmetric or draft.hit.frame.alone:
            continue
        actors, recipients = _sure(draft.roles.actors), _sure(draft.roles.recipients)
        if actors and recipients:
            continue
        below = next((d for d in drafts[k + 1 :] if _tells(d, draft, actors, recipients)), None)
        if below is not None:
            draft.roles.actors = actors or _retold(below.roles.actors)
            draft.roles.recipients = recipients or _retold(below.roles.recipients)


def take_imposers_from_text(drafts: Sequence[Draft]) -> None:
    """Gives a measure that is only mentioned ("la levée des sanctions") the sides of the telling that names who took
    it, if the mention names neither side.
    """
    for draft in drafts:
        if draft.type != _STANDING or not draft.hit.nominal or draft.roles.symmetric:
            continue
        if _sure(draft.roles.actors) or _sure(draft.roles.recipients):
            continue
        full = next((d for d in drafts if d is not draft and _imposes(d, draft)), None)
        if full is not None:
            draft.roles.actors, draft.roles.recipients = _retold(full.roles.actors), _retold(full.roles.recipients)
            draft.date = None  # that of the words in which it is mentioned


def _imposes(full: Draft, draft: Draft) -> bool:
    """Whether a telling names who took the measure that another only mentions."""
    if full.type != draft.type or full.mode != draft.mode or not _sure(full.roles.actors):
        return False
    words = {full.hit.token.lower_, *(a.token.lower_ for a in full.hit.arguments)}
    return bool(full.roles.recipients) and draft.hit.token.lower_ in words


def _in_heading(draft: Draft) -> bool:
    return draft.view.index < _HEADINGS and not draft.view.text.rstrip().endswith(_CLOSING)


def _tells(full: Draft, draft: Draft, actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether a telling is of the heading's kind, names both sides, and none other than the heading does."""
    if full.type != draft.type or full.mode != draft.mode or full.roles.symmetric or _in_heading(full):
        return False
    sides = ((actors, _sure(full.roles.actors)), (recipients, _sure(full.roles.recipients)))
    return all(told and (not named or _codes(named) == _codes(told)) for named, told in sides)


def _sure(parties: Sequence[Party]) -> list[Party]:
    """The parties of a side that its clause names."""
    return [p for p in parties if p.path.partition(":")[0] not in _GUESSED]


def _codes(parties: Sequence[Party]) -> set[str]:
    return {p.code for p in parties}


def _retold(parties: Sequence[Party]) -> list[Party]:
    return [p._replace(path=RETOLD, direct=False) for p in parties]
