"""`parquet`: a row an event, columns with types, lists and structs where the record has them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from legation.event import Event
from legation.report import Participant
from legation.views.exports.material import Material, batches
from legation.views.exports.registry import Written

if TYPE_CHECKING:
    import polars


def write(material: Material, stream: BinaryIO) -> Written:
    """One Parquet file, compressed by zstd, some thousand rows at a time."""
    import polars as pl  # noqa: PLC0415  loads a second
    from polars.io.plugins import register_io_source  # noqa: PLC0415

    schema, number = pl.Schema(_schema()), 0
    failed: list[Exception] = []  # polars would tell of it in its own words

    def frames(*_: object) -> Iterator[polars.DataFrame]:
        nonlocal number
        try:
            for events in batches(material.events, _AT_ONCE):
                number += len(events)
                yield pl.DataFrame([_row(event) for event in events], schema=schema, orient="row")
        except Exception as error:
            failed.append(error)
            raise

    table = register_io_source(frames, schema=schema)
    with tempfile.TemporaryFile() as whole:
        try:
            table.sink_parquet(whole, compression="zstd", row_group_size=_AT_ONCE, maintain_order=True)
        except pl.exceptions.PolarsError as error:
            raise (failed[0] if failed else OSError(str(error))) from None
        whole.seek(0)
        shutil.copyfileobj(whole, stream)
    return Written(number, "events")


_AT_ONCE = 5_000
"""Rows that are in memory together."""


def _schema() -> dict[str, Any]:
    import polars as pl  # noqa: PLC0415

    text, texts = pl.String(), pl.List(pl.String())
    party = pl.Struct({"code": text, "sector": text, "person": text, "office": text})
    said_by = pl.Struct({"kind": text, "name": text, "code": text})
    dispatch = {"id": text, "source": text, "title": text, "outlet": text, "language": text, "published": text}
    report = {
        "id": text, "dispatch": pl.Struct(dispatch), "status": text, "date": text, "trigger": text, "sentence": text,
        "attribution": pl.List(said_by),
    }  # fmt: skip
    value = pl.Struct({"value": text, "dispatches": texts})
    commitment = {"due": text, "outcome": text, "as_of": pl.Date(), "announced": texts, "evidence": texts}
    return {
        "id": text, "type": text, "mode": text, "contexts": texts, "status": text, "scope": text, "quad": text,
        "intensity": pl.Float64(), "date": text, "first_day": pl.Date(), "last_day": pl.Date(),
        "actors": pl.List(party), "recipients": pl.List(party), "people": texts,
        "place": pl.Struct({"code": text, "name": text, "text": text}),
        "dispatches": pl.UInt32(), "independent_sources": pl.UInt32(),
        "sources": pl.List(pl.Struct({"name": text, "dispatches": texts})),
        "disagreements": pl.List(pl.Struct({"field": text, "values": pl.List(value)})),
        "commitment": pl.Struct(commitment), "reports": pl.List(pl.Struct(report)), "judgements": texts,
    }  # fmt: skip


_AS_THEY_ARE = (
    "id", "type", "mode", "status", "scope", "quad", "intensity", "date", "dispatches", "independent_sources",
)  # fmt: skip
"""Fields of the record that are columns of their own."""


def _row(event: Event) -> dict[str, Any]:
    """The cells of an event by column."""
    place, promised = event.place, event.commitment
    return {name: getattr(event, name) for name in _AS_THEY_ARE} | {
        "contexts": list(event.contexts),
        "first_day": _day(event.date_bounds[0]),
        "last_day": _day(event.date_bounds[1]),
        "actors": [_party(one) for one in event.actors],
        "recipients": [_party(one) for one in event.recipients],
        "people": list(event.people),
        "place": {"code": place.code, "name": place.name, "text": place.text} if place else None,
        "sources": msgspec.to_builtins(event.sources),
        "disagreements": msgspec.to_builtins(event.disagreements),
        "commitment": msgspec.to_builtins(promised) | {"as_of": _day(promised.as_of)} if promised else None,
        "reports": [
            msgspec.to_builtins(told)
            | {
                "trigger": told.trigger.text,
                "sentence": told.sentence.text,
                "attribution": [{"kind": a.kind, "name": a.name, "code": a.code} for a in told.attribution],
            }
            for told in event.reports
        ],
        "judgements": list(event.judgements),
    }


def _party(one: Participant) -> dict[str, str | None]:
    return {"code": one.code, "sector": one.sector, "person": one.person, "office": one.office}


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
