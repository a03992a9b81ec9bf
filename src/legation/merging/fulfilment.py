"""Whether a deed that is told elsewhere is what was promised: "30 ambulances promised", "28 ambulances handed over"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.merging.kindred import kinships
from legation.merging.likeness.words import stems
from legation.merging.numbers import counted, tells_a_part
from legation.merging.telling import Telling
from legation.when import bounds, is_edtf, overlap

_WHOLE = 0.9
"""Least share of the promised number that counts as the whole ("430 of 450 megawatts")."""
_DONE = frozenset({"occurred", "ongoing"})


class Fulfilment(msgspec.Struct, frozen=True):
    """A deed (report id) that keeps a promise (report id), whole or in part, and why it is taken for it."""

    promise: str
    deed: str
    whole: bool
    reason: str


def promises(telling: Telling) -> bool:
    """Whether a telling is a promise that can be kept."""
    return telling.report.promised is not None and telling.report.status == "occurred"


def families(telling: Telling) -> Iterator[str]:
    """The families of types among which the deed of a promise is looked for."""
    promised = telling.report.promised
    kinds = kinships()
    if promised is not None:
        wanted = [promised.type] if promised.type else sorted(kinds.keepable - {"AGREE"})
        yield from sorted({kinds.family(kind) for kind in wanted})


def keeps(promise: Telling, deed: Telling) -> Fulfilment | None:
    """Whether a deed keeps a promise: told as done, by the one who promised, to those it was promised to, later, of the
    promised type, and about the same thing (a shared word or number, or a day within the window).
    """
    promised = promise.report.promised
    if promised is None or deed.report.status not in _DONE or promises(deed) or deed.report.type == "AGREE":
        return None
    kinds = kinships()
    if deed.report.type not in kinds.keepable:
        return None
    if promised.type and not (
        promised.type == deed.report.type or frozenset((promised.type, deed.report.type)) in kinds.pairs
    ):
        return None
    if not _same_sides(promise, deed) or not _later(promise, deed):
        return None
    reason = _about_the_same(promise, deed)
    if reason is None:
        return None
    return Fulfilment(promise.id, deed.id, _whole(promise, deed), reason)


def _same_sides(promise: Telling, deed: Telling) -> bool:
    if not promise.recipients:  # agreed together
        return len(promise.codes & deed.codes) > 1
    return bool(promise.actors & (deed.actors or deed.codes)) and bool(promise.recipients & deed.codes)


def _later(promise: Telling, deed: Telling) -> bool:
    said = promise.when[0] or promise.published[0]
    done = deed.when[1] or deed.published[1]
    if deed.when == (None, None) and deed.report.date:
        return True  # no year
    return said is None or done is None or done > said


def _about_the_same(promise: Telling, deed: Telling) -> str | None:
    common = stems(promise) & stems(deed)
    numbers = _shared_nouns(promise, deed)
    if numbers:
        return f"both count {numbers[0]}"
    if common:
        return f"shared words: {', '.join(sorted(w for w in deed.words if w[:6] in common)[:4])}"
    promised = promise.report.promised
    due = promised.due if promised is not None else None
    if promised is not None and promised.type == deed.report.type and due and deed.report.date:
        return f"done within the window {due}" if overlap(due, deed.report.date) else None
    return None


def _shared_nouns(promise: Telling, deed: Telling) -> list[str]:
    said, done = (counted(t.report.sentence.text, t.report.dispatch.language) for t in (promise, deed))
    return sorted(said.keys() & done.keys())


def _whole(promise: Telling, deed: Telling) -> bool:
    said, done = (counted(t.report.sentence.text, t.report.dispatch.language) for t in (promise, deed))
    shared = said.keys() & done.keys()
    if shared:
        return all(done[noun][0] >= _WHOLE * said[noun][0] for noun in shared)
    return not tells_a_part(deed.report.sentence.text, deed.report.dispatch.language)


def window(telling: Telling) -> str | None:
    """When a promise is due (EDTF), or None for an open end."""
    due = telling.report.promised.due if telling.report.promised is not None else None
    return due if due and is_edtf(due) and bounds(due) != (None, None) else None
