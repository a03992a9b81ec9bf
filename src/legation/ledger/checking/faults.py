"""What can be wrong with a ledger, sort by sort."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection


class Sort(NamedTuple):
    """A sort of fault: what it means, whether `repair` can derive again what is wrong.

    A note is no fault: it tells of something that may well be as it should.
    """

    meaning: str
    derived: bool
    note: bool = False


SORTS: dict[str, Sort] = {
    "file": Sort("the file itself is damaged", False),
    "reference": Sort("a row refers to one that is not there", True),
    "text": Sort("a text is not the one that was read", False),
    "reading": Sort("the record of a reading is damaged", False),
    "report": Sort("the record of a report is damaged", False),
    "span": Sort("words do not stand in the dispatch where they are quoted from", False),
    "current": Sort("another reading of a text should count", True),
    "column": Sort("a column says something else than the record", True),
    "participants": Sort("the parties of a report are other ones than in its record", True),
    "words": Sort("the full-text index does not fit the texts", True),
    "event": Sort("an event does not fit its record or its reports", True),
    "gathered": Sort("a report stands in no event, or in several", True),
    "found": Sort("what merging knows of a text does not fit its reading", True),
    "forward": Sort("the address of an id that went away leads nowhere", True),
    "reprint": Sort("a reprint names a dispatch that is not there", True),
    "mark": Sort("more is marked as merged than there is", True),
    "judgement": Sort("a judgement is damaged", False),
    "judged": Sort("the dispatches of a judgement are other ones than in its record", True),
    "waiting": Sort("a judgement waits for a report that has not been read", False, note=True),
    "unmerged": Sort("readings or judgements are not merged into events yet", False, note=True),
}


class Fault(msgspec.Struct, frozen=True):
    """Something that is wrong: its sort (of `SORTS`), where it is, and what was found there."""

    sort: str
    where: str
    said: str = ""

    @property
    def derived(self) -> bool:
        """Whether `repair` can make it good."""
        return SORTS[self.sort].derived

    @property
    def note(self) -> bool:
        """Whether it is worth telling, but no fault."""
        return SORTS[self.sort].note


Progress = Callable[[str, int, int], None]
"""Called with a step of the check, how much of it is done and how much there is."""


class Look(NamedTuple):
    """One step of the check: its name, and what looks."""

    name: str
    look: Callable[[Connection, Progress], Iterator[Fault]]


def quiet(_step: str, _done: int, _of: int) -> None:
    """Progress that nobody is told of."""
