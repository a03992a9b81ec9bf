"""A part: what was read of one piece, as files of Parquet and of JSON lines, in bytes.

Dispatches and reports are whole in the column `record`, in their public forms (a dispatch without its text, which has a
column of its own); the other columns are for those who look for something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

import msgspec

from legation.archive.pieces import Job
from legation.dispatch import Dispatch, record_of
from legation.intake import FoundText, Limits, Refusal
from legation.report import Report
from legation.report import encode as encode_report
from legation.walk import Languages, Reading, Wanted, walk_texts
from legation.when import iso_bounds

if TYPE_CHECKING:
    import pyarrow

KINDS = ("dispatches", "reports", "rejects")
"""The files of a part."""


class Made(msgspec.Struct, frozen=True):
    """What a worker hands back: the files of a part by kind (None where there are no rows) and their rows; the version
    of the program that read it; or why the storage failed.
    """

    number: int
    program: str = ""
    files: dict[str, bytes] = {}
    rows: dict[str, int] = {}
    failed: str | None = None


def make(job: Job, texts: Iterable[FoundText | Refusal], languages: Languages, limits: Limits, scope: Wanted) -> Made:
    """Reads a piece.

    Raises:
        StorageError: its source cannot be read.
    """
    readings: list[Reading] = []
    rejects: list[Refusal] = []
    for step in walk_texts(texts, languages, limits=limits, scope=scope):
        if isinstance(step, Refusal):
            rejects.append(step)
        elif isinstance(step, Reading):
            readings.append(step)
    return packed(job.number, readings, rejects)


def packed(number: int, readings: Sequence[Reading], rejects: Sequence[Refusal]) -> Made:
    """The files of a part."""
    from legation import __version__  # noqa: PLC0415

    told = [(row, report) for row, reading in enumerate(readings) for report in reading.reports]
    files = {
        "dispatches": _parquet(
            [{"part": number, "row": row} | _dispatch(one.dispatch) for row, one in enumerate(readings)],
            _dispatch_columns(),
        )
    }
    files["reports"] = _parquet(
        [{"part": number, "row": row} | _report(report) for row, report in told], _report_columns()
    )
    if rejects:
        files["rejects"] = reject_lines(rejects)
    rows = {"dispatches": len(readings), "reports": len(told), "rejects": len(rejects)}
    return Made(number, __version__, files, rows)


def reject_lines(rejects: Iterable[Refusal]) -> bytes:
    """Lines of JSON: what was not read and why."""
    lines = ({"path": _plain(one.path), "reason": _plain(one.reason)} for one in rejects)
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def sha256(data: bytes) -> str:
    """The hash by which a file is known."""
    return hashlib.sha256(data).hexdigest()


def _plain(words: str) -> str:
    return words.encode("utf-8", "replace").decode()


def _parquet(rows: list[dict[str, Any]], columns: pyarrow.Schema) -> bytes:
    import pyarrow  # noqa: PLC0415  comes with the engine
    import pyarrow.parquet  # noqa: PLC0415

    with BytesIO() as file:
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, columns), file, compression="zstd")
        return file.getvalue()


def _dispatch_columns() -> pyarrow.Schema:
    import pyarrow as pa  # noqa: PLC0415

    words = ("id", "source", "language", "title", "outlet", "published", "first_day", "last_day", "text", "record")
    return pa.schema([*_place(), *(pa.field(name, pa.large_string()) for name in words)])


def _place() -> list[pyarrow.Field]:
    """The columns that say which dispatch a row is of: the part and the row in its file of dispatches."""
    import pyarrow as pa  # noqa: PLC0415

    return [pa.field("part", pa.int64()), pa.field("row", pa.int64())]


def _dispatch(one: Dispatch) -> dict[str, Any]:
    first, last = iso_bounds(one.published)
    return {
        "id": one.id, "source": one.source, "language": one.language, "title": one.title, "outlet": one.outlet,
        "published": one.published, "first_day": first, "last_day": last, "text": one.text, "record": record_of(one),
    }  # fmt: skip


def _report_columns() -> pyarrow.Schema:
    import pyarrow as pa  # noqa: PLC0415

    words = (
        "id", "dispatch", "source", "type", "mode", "status", "scope", "salience", "date", "first_day", "last_day",
        "place", "quad", "trigger", "sentence", "record",
    )  # fmt: skip
    columns = [pa.field(name, pa.large_string()) for name in words]
    columns += [pa.field(name, pa.list_(pa.string())) for name in ("actors", "recipients", "people")]
    columns += [pa.field(name, pa.float64()) for name in ("intensity", "confidence")]
    return pa.schema([*_place(), *columns])


def _report(one: Report) -> dict[str, Any]:
    first, last = iso_bounds(one.date)
    names = ("id", "type", "mode", "status", "scope", "salience", "date", "quad", "intensity", "confidence")
    return {name: getattr(one, name) for name in names} | {
        "dispatch": one.dispatch.id, "source": one.dispatch.source, "first_day": first, "last_day": last,
        "place": one.place.code if one.place else None, "trigger": one.trigger.text, "sentence": one.sentence.text,
        "actors": [party.code for party in one.actors], "recipients": [party.code for party in one.recipients],
        "people": [party.person for party in (*one.actors, *one.recipients) if party.person],
        "record": encode_report(one).decode(),
    }  # fmt: skip
