"""One report per event and dispatch: tellings of the same event become mentions of one report.

Two tellings are one event when the type is the same, the parties are compatible, dates, modes and people do not
contradict each other, and they stand near each other: merging too little makes extras,
merging too freely loses real events.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation import when
from legation.reading.draft import Draft

_NEAR = {"CONSULT": 99, "SANCTION": 99, "AID": 4, "ASSAULT": 6, "RETREAT": 6, "MOBILIZE": 6, "COERCE": 6, "SUPPORT": 2}
"""How many paragraphs two tellings of one event may stand apart, by type; speech acts are soon others."""
_NEAR_DEFAULT = 2
_TALK = "talk"
"""The frame of what is done at a meeting ("passer en revue", "aborder"): it tells the meeting again."""
_SAME_TALK = 2
"""How many sentences such a telling may stand from the meeting's own."""
_DISTINCT_MODES = {frozenset({"visit", "phone"}), frozenset({"phone", "multilateral"})}


def gather(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one dispatch with those of one event joined; the clearest telling leads."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        home = next((g for g in groups if all(same_event(d, draft) for d in g[-3:]) and same_event(g[0], draft)), None)
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return [_led(group) for group in groups]


def same_event(one: Draft, other: Draft) -> bool:
    """Whether two tellings in one dispatch are of one event."""
    if one.type != other.type:
        return False
    apart = abs(one.view.sentence.paragraph - other.view.sentence.paragraph)
    if apart > _NEAR.get(one.type, _NEAR_DEFAULT):
        return False
    same_sentence = one.view.index == other.view.index
    return (
        _parties_agree(one, other)
        and _dates_agree(one, other)
        and _modes_agree(one, other)
        and _status_agree(one, other)
        and _people_agree(one, other)
        and not (same_sentence and _told_apart(one, other))
    )


def _parties_agree(one: Draft, other: Draft) -> bool:
    a, b = one.codes(), other.codes()
    if not a or not b:
        return False
    if not (a <= b or b <= a):
        return False
    if one.type == "AGREE" and _mutual(one) != _mutual(other):
        return False
    if one.type == "SUPPORT" and one.roles.symmetric != other.roles.symmetric:
        return False
    if one.roles.symmetric and other.roles.symmetric:
        return True
    actors = {p.code for p in one.roles.actors}, {p.code for p in other.roles.actors}
    recipients = {p.code for p in one.roles.recipients}, {p.code for p in other.roles.recipients}
    if one.roles.symmetric or other.roles.symmetric:
        return True
    return not (actors[0] & recipients[1] or actors[1] & recipients[0])


def _mutual(draft: Draft) -> bool:
    """Whether several agree with each other, where one alone could promise."""
    return len({p.code for p in draft.roles.actors}) > 1


def _dates_agree(one: Draft, other: Draft) -> bool:
    if one.date is None or other.date is None or one.date.weak or other.date.weak:
        return True
    return when.overlap(one.date.edtf, other.date.edtf)


def _modes_agree(one: Draft, other: Draft) -> bool:
    if one.type == "CONSULT" and _TALK in {one.hit.entry.frame, other.hit.entry.frame}:
        return abs(one.view.index - other.view.index) <= _SAME_TALK or one.mode == other.mode
    if one.type == "CONSULT" and (one.takes_up or other.takes_up):
        return frozenset({one.mode, other.mode}) not in _DISTINCT_MODES
    if one.type == "CONSULT" and {one.mode, other.mode} in ({"visit", None}, {"visit", "multilateral"}):
        return False
    return one.mode is None or other.mode is None or one.mode == other.mode


def _status_agree(one: Draft, other: Draft) -> bool:
    if one.verdict.status == other.verdict.status:
        return True
    statuses = {one.verdict.status, other.verdict.status}
    return statuses == {"occurred", "ongoing"} or (
        statuses == {"occurred", "planned"} and one.type == "CONSULT" and len(one.persons() & other.persons()) > 1
    )


def _people_agree(one: Draft, other: Draft) -> bool:
    if one.type != "CONSULT":
        return True
    a, b = one.persons(), other.persons()
    return not a or not b or bool(a & b)


def _told_apart(one: Draft, other: Draft) -> bool:
    """Two verbs of one type in one sentence with different dates or objects are two acts."""
    if one.sequel != other.sequel:
        return True
    return not _dates_agree(one, other)


def _led(group: list[Draft]) -> Draft:
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
