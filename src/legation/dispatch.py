"""A dispatch: one document as it came in, with what intake found out about it.

All offsets in this package are Unicode code points into `Dispatch.text`; the end is exclusive, so
`text[start:end]` is always the quoted words.
"""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

Basis = Literal["text", "dateline", "published", "address"]
CreditKind = Literal["outlet", "agency"]


class Span(msgspec.Struct, frozen=True):
    """Quoted words of a dispatch: `text == dispatch.text[start:end]`."""

    text: str
    start: int
    end: int


class OwnDate(msgspec.Struct, frozen=True):
    """The dispatch's own date and what it rests on.

    `edtf` may be incomplete (`XXXX-07-04` when the dateline has no year, `2020-02` for a month).
    `span` holds the words when they stand in the text (a dateline, an address), else None
    (a `published` field of a record, HTML metadata).
    """

    edtf: str
    basis: Basis
    span: Span | None = None


class Credit(msgspec.Struct, frozen=True):
    """An outlet or agency that the dispatch names as its origin, outermost first in `Dispatch.credits`.

    `code` is the state of the outlet or agency where commonly known (ISO 3166-1 alpha-3), else None.
    `span` holds the crediting words in the text, or None when they come from a record's field.
    """

    kind: CreditKind
    name: str
    code: str | None = None
    span: Span | None = None


class Furniture(msgspec.Struct, frozen=True):
    """A stretch of text that is no reporting: menus, share buttons, disclaimers, other articles' headlines.

    It stays in the text; reading passes it over. `reason` names the rule or data entry that marked it.
    """

    start: int
    end: int
    reason: str


class Dispatch(msgspec.Struct, frozen=True):
    """One document as it came in. The text never changes once read.

    `id` is a hash of the text; `source` the path or address as given (for a record: its `url`, else its `id`);
    `language` an ISO 639-1 code; `own_date` the date the dispatch gives itself; `dateline_place` the code of
    the state where the dateline says it was written, if any.
    """

    id: str
    text: str
    source: str
    language: str
    title: str | None = None
    outlet: str | None = None
    own_date: OwnDate | None = None
    dateline_place: str | None = None
    credits: tuple[Credit, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    @property
    def published(self) -> str | None:
        """The dispatch's own date as EDTF, or None."""
        return self.own_date.edtf if self.own_date else None

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`."""
        return Span(self.text[start:end], start, end)


def text_id(text: str) -> str:
    """The id of a dispatch with this text: the first 16 hexadecimal digits of its SHA-256 (UTF-8)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def record_of(dispatch: Dispatch) -> str:
    """The JSON of a dispatch with an empty text, which is kept beside it."""
    return msgspec.json.encode(msgspec.structs.replace(dispatch, text="")).decode()


def from_record(record: str, text: str) -> Dispatch:
    """The dispatch of such a record, with its text.

    Raises:
        msgspec.MsgspecError: it is none.
    """
    return msgspec.structs.replace(msgspec.json.decode(record, type=Dispatch), text=text)
