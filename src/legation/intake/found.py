"""What a reader of a file format hands on: a text and what the format says about it."""

from __future__ import annotations

import msgspec


class FoundText(msgspec.Struct, frozen=True):
    """One text with what its file, page or record says of it; nothing here is judged yet.

    `source` becomes the dispatch's source; `label` names the input where it has to be refused. `url` is the
    dispatch's own address.
    """

    text: str
    source: str
    label: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
