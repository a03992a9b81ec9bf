"""What stands on the errors page, as plain words."""

from __future__ import annotations

from typing import Literal

import msgspec

Kind = Literal["missed", "extra", "wrong"]
Marked = Literal["", "wanted", "came", "both"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a sentence, and whose trigger it belongs to."""

    text: str
    marked: Marked


class Row(msgspec.Struct, frozen=True):
    """One field: its name, what was wanted, what came; None on a side that does not exist."""

    name: str
    wanted: str | None
    came: str | None
    wrong: bool


class Entry(msgspec.Struct, frozen=True):
    """One error. `faults` are the names of wrong fields; `rule` and `paths` tell how the report came about."""

    kind: Kind
    head: str
    faults: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    rule: str | None
    paths: tuple[str, ...]


class Passage(msgspec.Struct, frozen=True):
    """A sentence in pieces, with its errors."""

    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]


class DocumentErrors(msgspec.Struct, frozen=True):
    """One dispatch: its name, title, own date, counts, and the sentences with errors in the order of the text."""

    number: int
    name: str
    title: str | None
    published: str | None
    summary: str
    passages: tuple[Passage, ...]


class Tally(msgspec.Struct, frozen=True):
    """One kind of error: how often it occurs, of how many chances, and a remark."""

    name: str
    count: int
    of: int
    remark: str


class TypeRow(msgspec.Struct, frozen=True):
    """The errors of one type: events wanted, missed, reports that nothing asked for, wrong fields among the found."""

    name: str
    wanted: int
    missed: int
    extra: int
    wrong: tuple[int, ...]


class ErrorsPage(msgspec.Struct, frozen=True):
    """The whole page. `fields` name the columns of `types`' wrong fields; `unread` are documents without a dispatch."""

    gold: str
    summary: str
    tallies: tuple[Tally, ...]
    fields: tuple[str, ...]
    types: tuple[TypeRow, ...]
    documents: tuple[DocumentErrors, ...]
    faultless: tuple[str, ...]
    unread: tuple[str, ...]
