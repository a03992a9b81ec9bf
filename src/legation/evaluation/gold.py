"""Gold files: events as annotators wrote them down, a line of JSON each (form: docs/annotation.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import Annotated, TypeVar

import msgspec

from legation import ontology
from legation.report import Salience, Status

T = TypeVar("T")
Offset = Annotated[int, msgspec.Meta(ge=0)]


class GoldError(Exception):
    """A gold file cannot be used; the text says where and why, in one line."""


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """One annotated event. Offsets are code points into the dispatch's text.

    `also` are further types that are accepted. A `borderline` event counts neither when it is missed nor when it is
    reported. `event` names the happening that it tells, the same in all dispatches of a story; `people` took part, and
    `person_codes` says for whom. `line` is where it stands in its file.
    """

    document: str
    type: str
    status: Status
    trigger_start: Offset
    trigger: str = ""
    other_mentions: tuple[Offset, ...] = ()
    actors: tuple[str | None, ...]
    recipients: tuple[str | None, ...]
    mode: str | None = None
    date: str | None = None
    place: str | None = None
    attributed_to: str | None = None
    salience: Salience | None = None
    also: tuple[str, ...] = ()
    borderline: bool = False
    note: str | None = None
    people: tuple[str, ...] = ()
    event: str | None = None
    person_codes: dict[str, str] = {}
    line: int = 0

    @property
    def types(self) -> frozenset[str]:
        """The types that count as right."""
        return frozenset((self.type, *self.also))


class Gold(msgspec.Struct, frozen=True):
    """What a gold file says: the events of each document, none for one that is said to hold no event."""

    documents: dict[str, tuple[GoldEvent, ...]]

    @property
    def silent(self) -> frozenset[str]:
        """The documents in which nothing is annotated, not even something doubtful."""
        return frozenset(name for name, events in self.documents.items() if not events)


class _Head(msgspec.Struct, frozen=True):
    """What tells an event from a document without any."""

    document: Annotated[str, msgspec.Meta(min_length=1)]
    type: str | None = None


def document_name(source: str) -> str:
    """The name by which gold files call a dispatch: the last part of its path, address or record id."""
    return PurePath(source).name


def load_gold(path: Path) -> Gold:
    """The gold file at `path`.

    Raises:
        GoldError: a line is no JSON, or not of the form; its text begins with `file:line:`.
        OSError: the file cannot be read.
    """
    found: dict[str, list[GoldEvent]] = {}
    for document, event in gold_lines(path, _entry):
        events = found.setdefault(document, [])
        if event is not None:
            events.append(event)
    if not found:
        raise GoldError(f"{path}: names no document")
    return Gold({name: tuple(events) for name, events in found.items()})


def gold_lines(path: Path, read: Callable[[bytes, int], T]) -> Iterator[T]:
    """What `read` makes of each line and its number (from 1), empty lines and a byte-order mark left out.

    Raises:
        GoldError: `read` raises ValueError, or the line is nested too deep; its text begins with `file:line:`.
        OSError: the file cannot be read.
    """
    for number, line in enumerate(path.read_bytes().removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            found = read(line, number)
        except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
            raise GoldError(f"{path}:{number}: {_reason(error)}") from None
        yield found


def _entry(line: bytes, number: int) -> tuple[str, GoldEvent | None]:
    """The document that a line is about, and the event it tells if it tells one."""
    head = msgspec.json.decode(line, type=_Head)
    return head.document, _event(line, number) if head.type else None


def _event(line: bytes, number: int) -> GoldEvent:
    event = msgspec.json.decode(line, type=GoldEvent)
    unknown = sorted(event.types - ontology.load().types.keys())
    if unknown:
        raise ValueError(f"unknown type {unknown[0]!r}")
    return msgspec.structs.replace(event, line=number)


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    if isinstance(error, UnicodeDecodeError):
        return "not UTF-8"
    if isinstance(error, msgspec.DecodeError) and not isinstance(error, msgspec.ValidationError):
        return f"not JSON: {error}"
    text = str(error)
    return text[:1].lower() + text[1:]
