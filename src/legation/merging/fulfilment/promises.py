"""Whether a deed that is told elsewhere is what was promised: "30 ambulances promised", "28 ambulances handed over"."""

from __future__ import annotations

from legation.merging.fulfilment.content import shared_content
from legation.merging.fulfilment.fulfilled import DONE, Fulfilment, Met
from legation.merging.kindred import kinships
from legation.merging.numbers import is_unit, most_counted
from legation.merging.outcome_words import tells_a_part, tells_it_was_promised
from legation.merging.telling import Telling
from legation.when import bounds, is_edtf, overlap, year_known

_WHOLE = 0.9
"""Least share of the promised number that counts as the whole ("430 of 450 megawatts")."""
_TOLD_ALIKE = (
    frozenset({"AID", "COOPERATE", "MOBILIZE"}),
    frozenset({"RETREAT", "CONCEDE"}),
    frozenset({"SUPPORT", "COOPERATE"}),
)
"""Types that tell one deed: police lent (AID) or sent (MOBILIZE), captives freed (RETREAT) or pardoned (CONCEDE)."""
_GIVEN = frozenset({"AID", "RETREAT", "COOPERATE", "CONCEDE"})


def promises(telling: Telling) -> bool:
    """Whether a telling is a promise in words that can be kept."""
    return telling.report.promised is not None and telling.report.status == "occurred"


def is_deed(telling: Telling) -> bool:
    """Whether a telling may keep a promise."""
    report = telling.report
    done = report.status in DONE and report.type in kinships().keepable - {"AGREE"}
    return done and not promises(telling)


def keeps(promise: Telling, deed: Telling) -> Fulfilment | None:
    """Whether a deed keeps a promise: told as done, by the one who promised, to those it was promised to, later, of the
    promised type, and about the same thing.

    Where the type is the promised one, two shared words, a number, or a day within the window are enough; where it is
    not known, or one that is told for it, three shared words or a shared number are asked for.
    """
    promised = promise.report.promised
    if promised is None or not is_deed(deed) or not _same_sides(promise, deed) or not _later(promise, deed):
        return None
    known = promised.type == deed.report.type
    if not known and not _may_be(promised.type, deed.report.type):
        return None
    reason = _about_the_same(promise, deed, exactly=known)
    if reason is None:
        return None
    outcome: Met = "whole" if _whole(promise, deed) else "part"
    return Fulfilment(promise.id, deed.id, outcome, reason, deed.when[1] or deed.published[1])


def _may_be(promised: str | None, done: str) -> bool:
    """Whether a deed of one type may be told for a promised one. Where the words do not tell the type it is something
    that is given or given up: who meets or signs has not yet done it.
    """
    if promised is None:
        return done in _GIVEN
    return any({promised, done} <= kind for kind in _TOLD_ALIKE)


def _same_sides(promise: Telling, deed: Telling) -> bool:
    if not promise.recipients:  # agreed together
        return len(promise.codes & deed.codes) > 1
    return bool(promise.actors & (deed.actors or deed.codes)) and bool(promise.recipients & deed.codes)


def _later(promise: Telling, deed: Telling) -> bool:
    """Whether the deed began after the words, as far as both days are known."""
    said = promise.when[0] or promise.published[0]
    if deed.when == (None, None) and deed.report.date:
        return True  # no year
    lasting = deed.report.status == "ongoing"
    done = deed.when[0] if lasting and deed.when[0] else deed.when[1] or deed.published[1]
    return said is None or done is None or done > said


def _about_the_same(promise: Telling, deed: Telling, *, exactly: bool) -> str | None:
    numbers = sorted(_counts(promise).keys() & _counts(deed).keys())
    common = shared_content(promise, deed)
    things = [noun for noun in numbers if not is_unit(noun, promise.report.dispatch.language)]
    if things or (numbers and set(common) - set(numbers)):
        return f"both count {[*things, *numbers][0]}"
    common = [word for word in common if word not in numbers]
    if len(common) >= (2 if exactly else 3):
        return f"shared words: {', '.join(common[:4])}"
    if exactly and tells_it_was_promised(deed.report.sentence.text, deed.report.dispatch.language):
        return "said to be as promised"
    due = window(promise)
    done = deed.report.date
    if exactly and due and done and year_known(done) and overlap(due, done):
        return f"done within the window {due}"
    return None


def _counts(telling: Telling) -> dict[str, int]:
    return most_counted(telling.report.sentence.text, telling.report.dispatch.language)


def _whole(promise: Telling, deed: Telling) -> bool:
    """Whether neither words nor numbers say that only a part was done."""
    said, done = _counts(promise), _counts(deed)
    if tells_a_part(deed.report.sentence.text, deed.report.dispatch.language):
        return False
    return all(done[noun] >= _WHOLE * said[noun] for noun in said.keys() & done.keys())


def window(telling: Telling) -> str | None:
    """When a promise is due (EDTF), or None for an open end."""
    due = telling.report.promised.due if telling.report.promised is not None else None
    return due if due and is_edtf(due) and bounds(due) != (None, None) else None
