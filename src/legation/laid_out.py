"""Kinds of records laid out for decoding before threads share them.

msgspec lays out a kind when it is first decoded. A second thread that decodes one meanwhile meets it half made, and the
process dies (seen with 0.22 on CPython 3.11: an archive merged by the engine's threads).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec


def lay_out_records() -> None:
    """Lays out all kinds of records of this program that are loaded. To be called before threads decode any."""
    for kind in _kinds(msgspec.Struct):
        if kind.__module__.partition(".")[0] == __name__.partition(".")[0]:
            try:
                msgspec.json.Decoder(kind)
            except (TypeError, NameError):
                continue  # one that is never decoded: it holds what no JSON does


def _kinds(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for one in kind.__subclasses__():
        yield one
        yield from _kinds(one)
