"""Gold of stories: what the events are, which sources they rest on, what came of what was announced; and the reprints.

A gold file of reports whose lines carry `event` (REPORTS.jsonl) has two more beside it: NAME.events.jsonl and
NAME.reprints.jsonl for NAME.reports.jsonl. Form: docs/annotation.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from legation.evaluation.gold import gold_lines
from legation.event import Outcome
from legation.report import Status

S = TypeVar("S", bound=msgspec.Struct)
_REPORTS = ".reports.jsonl"


class DisagreementGold(msgspec.Struct, frozen=True):
    """A field on which the dispatches of an event contradict each other, and the values they give."""

    field: str
    values: tuple[str, ...]


class CommitmentGold(msgspec.Struct, frozen=True):
    """What was announced: due (EDTF or null), the outcome on the ISO day `as_of`, and the dispatches that say so."""

    outcome: Outcome
    as_of: str
    due: str | None = None
    announced: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class EventGold(msgspec.Struct, frozen=True):
    """One happening of a story. `roots` are the distinct sources that its tellings rest on in the end."""

    event: str
    type: str
    status: Status
    independent_sources: int
    date: str | None = None
    roots: tuple[str, ...] = ()
    commitment: CommitmentGold | None = None
    disagreements: tuple[DisagreementGold, ...] = ()
    what: str | None = None


class ReprintGold(msgspec.Struct, frozen=True):
    """`copy` gives the text of `original`, which came first; both are names of dispatches."""

    original: str
    copy: str
    kind: str


class StoryGold(msgspec.Struct, frozen=True):
    """The events by name, and the reprints."""

    events: dict[str, EventGold]
    reprints: tuple[ReprintGold, ...]


def load_stories(reports: Path) -> StoryGold | None:
    """The gold beside a gold file of reports; None where there is none.

    Raises:
        GoldError: a line is not of the form; its text begins with `file:line:`.
        OSError: a file cannot be read.
    """
    if not reports.name.endswith(_REPORTS):
        return None
    stem = reports.name.removesuffix(_REPORTS)
    events, reprints = (reports.with_name(f"{stem}.{part}.jsonl") for part in ("events", "reprints"))
    if not events.is_file():
        return None
    found = {event.event: event for event in _records(events, EventGold)}
    return StoryGold(found, _records(reprints, ReprintGold) if reprints.is_file() else ())


def _records(path: Path, kind: type[S]) -> tuple[S, ...]:
    return tuple(gold_lines(path, lambda line, _: msgspec.json.decode(line, type=kind)))
