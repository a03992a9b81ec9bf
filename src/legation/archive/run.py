"""A run: sources are cut into pieces, pieces read on the engine, parts written as they come back."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path

import msgspec

from legation import __version__
from legation.archive import ArchiveError, children
from legation.archive.child import Task
from legation.archive.children import Answer
from legation.archive.engine import Engine
from legation.archive.manifest import Manifest, PartLine, Terms
from legation.archive.parts import Made, reject_lines
from legation.archive.pieces import Cut, Job, Source
from legation.archive.sources import expand
from legation.archive.workers import Failed
from legation.intake import Limits, Refusal
from legation.walk import Wanted

AT_ONCE = 500
"""Records of a part, unless told otherwise."""


class Begun(msgspec.Struct, frozen=True):
    """How much there is: parts and records in all, and those of them that were done before."""

    parts: int
    records: int
    parts_done: int
    records_done: int


class Done(msgspec.Struct, frozen=True):
    """A part that was just read: its line in the manifest and how many records its piece has."""

    part: PartLine
    records: int


def read_archive(
    given: Sequence[str],
    folder: Path,
    *,
    engine: str = "local",
    workers: int | None = None,
    scope: Wanted = "international",
    limits: Limits = Limits(),  # noqa: B008  frozen
    at_once: int = AT_ONCE,
) -> Generator[Refusal | Begun | Done, None, None]:
    """Reads archives into a folder, or goes on with that: first what of the sources cannot be read, then parts.

    However the run ends, the parts that came out of here are kept and are not read again.

    Raises:
        ArchiveError: a source, the folder, the engine or the storage cannot be used.
    """
    sources = expand(given)
    power = Engine(engine, workers)
    with Manifest.write(folder, Terms(__version__, scope, limits.text_bytes, at_once)) as manifest:
        _cut(sources, manifest, power, at_once)
        children.close()  # those that cut
        yield from (Refusal(path, reason) for line in manifest.sources for path, reason in line.problems)
        jobs = list(manifest.jobs())
        pieces = [piece for line in manifest.sources for piece in line.pieces]
        records, left = sum(piece.count for piece in pieces), sum(job.piece.count for job in jobs)
        yield Begun(len(pieces), records, len(pieces) - len(jobs), records - left)
        answers = power.map(Task("PieceReader", (scope, limits.text_bytes)), [msgspec.json.encode(job) for job in jobs])
        for job, answer in zip(jobs, answers, strict=True):
            yield Done(_kept(manifest, job, answer), job.piece.count)


def _cut(sources: Sequence[Source], manifest: Manifest, engine: Engine, at_once: int) -> None:
    """Cuts the sources that are new, and looks whether those that are not read to the end are still the same."""
    known = {line.source.path: line for line in manifest.sources}
    for source in sources:
        if source.path in known and known[source.path].source.size != source.size:
            raise _changed(source)
    unread = {job.source.path for job in manifest.jobs()}
    named = {source.path for source in sources}
    wanted = [source for source in sources if source.path not in known or source.path in unread]
    wanted += [known[path].source for path in sorted(unread - named)]
    answers = engine.map(Task("Cutter", (at_once,)), [msgspec.json.encode(source) for source in wanted])
    for source, answer in zip(wanted, answers, strict=True):
        found = _cut_in(source, answer)
        if source.path not in known:
            manifest.add_source(source, found)
        elif known[source.path].sha256 != found.sha256:
            raise _changed(source)


def _cut_in(source: Source, answer: Answer) -> Cut:
    if answer.lost is not None:
        return Cut("", (), ((source.path, f"ends the process that opens it ({answer.lost})"),))
    try:
        return msgspec.msgpack.decode(answer.data, type=Cut)
    except msgspec.ValidationError:
        reason = msgspec.msgpack.decode(answer.data, type=Failed).failed
        raise ArchiveError(f"{source.path}: {reason}") from None


def _changed(source: Source) -> ArchiveError:
    return ArchiveError(f"{source.path}: not what it was when the folder was begun; take another folder for it")


def _kept(manifest: Manifest, job: Job, answer: Answer) -> PartLine:
    """Writes a part."""
    if answer.lost is not None:
        last = job.piece.first + job.piece.count - 1
        reason = f"ends the process that reads it ({answer.lost})"
        refused = Refusal(f"{job.source.path}:{job.piece.first}-{last}", reason)
        made = Made(job.number, files={"rejects": reject_lines([refused])}, rows={"rejects": job.piece.count})
        return manifest.add_part(made, answer.lost)
    made = msgspec.msgpack.decode(answer.data, type=Made)
    if made.failed is not None:
        raise ArchiveError(f"{job.source.path}: {made.failed}; what was read is kept, the same command goes on")
    if made.program != __version__:
        raise ArchiveError(f"a worker has version {made.program} of the program, this one is {__version__}")
    return manifest.add_part(made)


__all__ = ["AT_ONCE", "Begun", "Done", "read_archive"]
