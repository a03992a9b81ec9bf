"""What was read into a folder, given back: dispatches with their reports."""

from __future__ import annotations

from pathlib import Path

import msgspec

from legation.archive import ArchiveError
from legation.archive.manifest import Manifest, PartLine
from legation.dispatch import Dispatch, from_record
from legation.report import Report

Readings = list[tuple[Dispatch, tuple[Report, ...]]]


def whole(folder: Path) -> Manifest:
    """The manifest of a folder that was read to its end.

    Raises:
        ArchiveError: the folder holds no archive, or one whose reading has stopped.
    """
    manifest = Manifest.read(folder)
    left = sum(1 for _ in manifest.jobs())
    if left:
        parts = sum(len(line.pieces) for line in manifest.sources)
        raise ArchiveError(f"{folder}: {left} of {parts} parts are not read yet; `legation archive read` goes on")
    return manifest


def readings(manifest: Manifest, part: PartLine) -> Readings:
    """The dispatches of a part with their reports, in the order of the source.

    Raises:
        ArchiveError: a file is not what was written.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415  comes with the engine

    if "dispatches" not in part.files:
        return []
    told: dict[int, list[Report]] = {}
    table = pq.read_table(manifest.check(part.files["reports"]), columns=["row", "record"], partitioning=None)
    for row, record in zip(*(column.to_pylist() for column in table.columns), strict=True):
        told.setdefault(row, []).append(msgspec.json.decode(record, type=Report))
    table = pq.read_table(manifest.check(part.files["dispatches"]), columns=["text", "record"], partitioning=None)
    found: Readings = []
    for row, (text, record) in enumerate(zip(*(column.to_pylist() for column in table.columns), strict=True)):
        found.append((from_record(record, text), tuple(told.get(row, ()))))
    return found
