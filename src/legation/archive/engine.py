"""The engine: Daft, on the processes of this machine or on a Ray cluster; the same call for both.

Daft shares out the work, and takes it up elsewhere when a machine is lost. It is given a function without a state: of
workers with one (`daft.cls`) a lost machine took some that the rest then waited for.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import msgspec

from legation.archive import ArchiveError
from legation.archive.child import Task
from legation.archive.children import Answer
from legation.walk import cores

Frame = Any
"""A table of the engine, which has no types of its own."""

LOCAL = "local"
_AT_ONCE = 2_000
"""Jobs of one query."""
_PIECES_EACH = 4
"""Pieces of a table for each worker of a cluster."""
_QUIET = {
    "DO_NOT_TRACK": "true", "DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0", "RAY_TQDM": "0",
    "RAY_USAGE_STATS_ENABLED": "0", "AWS_EC2_METADATA_DISABLED": "true",
}  # fmt: skip
"""Settings of the engine that this program does not leave to their defaults, unless somebody has set them."""


@cache
def load_daft() -> ModuleType:
    """The engine.

    Raises:
        ArchiveError: it is not installed.
    """
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import daft  # noqa: PLC0415
        import fastwarc  # noqa: F401, PLC0415
    except ImportError as error:
        raise ArchiveError(f"archives need {error.name}: pip install 'legation[archive]'") from None
    return daft


class Engine:
    """The engine at a place: `local`, or `ray://HOST:PORT` for the cluster whose head listens there.

    `workers` is how many processes of this machine work at once (without it as many as it has cores); of a cluster all
    cores work. A process of this program has one engine: what it was told first counts.

    Raises:
        ArchiveError: no such place, nothing answers there, or what it needs is not installed.
    """

    def __init__(self, place: str = LOCAL, workers: int | None = None) -> None:
        self.place = place
        self._daft: Any = load_daft()
        self.workers = _at(place, workers)

    def gathered(self, read: Frame, files: int) -> Frame:
        """A table read from so many files, in no more pieces than keep the workers of a cluster busy.

        Each file is a piece otherwise, and what the pieces of a table exchange grows with the square of their number.
        """
        return read if self.place == LOCAL else read.into_partitions(min(files, _PIECES_EACH * self.workers))

    def map(self, task: Task, jobs: Sequence[bytes]) -> Iterator[Answer]:
        """What the workers make of each job, in their order.

        Raises:
            ArchiveError: the engine fails.
        """
        for at in range(0, len(jobs), _AT_ONCE):
            try:
                yield from self._query(task, jobs[at : at + _AT_ONCE])
            except ArchiveError:
                raise
            except Exception as error:
                raise ArchiveError(f"the engine at {self.place} failed ({said(error)})") from None

    def _query(self, task: Task, jobs: Sequence[bytes]) -> Iterator[Answer]:
        daft = self._daft

        @daft.func.batch(return_dtype=daft.DataType.binary(), batch_size=1, use_process=False)  # type: ignore[untyped-decorator]
        def work(jobs: daft.Series) -> list[bytes]:  # type: ignore[name-defined]
            from legation.archive.children import answer  # noqa: PLC0415  of the process that this runs in

            return [msgspec.msgpack.encode(answer(task, bytes(job))) for job in jobs]

        frame = daft.from_pydict({"job": list(jobs)})
        frame = frame.into_batches(1) if self.place == LOCAL else frame.into_partitions(len(jobs))
        answers = frame.select(work(daft.col("job")).alias("answer"))
        for row in answers.iter_rows(results_buffer_size=2 * self.workers):
            yield msgspec.msgpack.decode(row["answer"], type=Answer)


_places: set[str] = set()
"""Where the engine of this process works: it can be told once."""


def _at(place: str, workers: int | None) -> int:
    """Has the engine work at a place; returns how many processes work there."""
    daft = load_daft()
    if _places - {place}:
        raise ArchiveError(f"{place}: this process works at {min(_places)} already")
    if place != LOCAL:
        number = _join(daft, place)
    else:
        number = workers or cores()
        if not _places:
            daft.set_runner_native(number)
    _places.add(place)
    return number


def _join(daft: ModuleType, place: str) -> int:
    """Joins a cluster; returns its cores."""
    address = urlsplit(place)
    if address.scheme != "ray" or not address.hostname or not _port(place):
        raise ArchiveError(f"engine {place!r}: it is local or ray://HOST:PORT")
    try:
        ray: Any = import_module("ray")
    except ImportError:
        raise ArchiveError("a Ray cluster needs ray: pip install 'legation[ray]'") from None
    try:
        if not ray.is_initialized():
            own = {"_node_ip_address": address.hostname} if _is_loopback(address.hostname) else {}
            ray.init(address.netloc, log_to_driver=False, logging_level="error", **own)
        daft.set_runner_ray(noop_if_initialized=True)
        return max(int(ray.cluster_resources().get("CPU", 1)), 1)
    except Exception as error:
        raise ArchiveError(f"{place}: no Ray cluster to be joined from this machine ({said(error)})") from None


def _port(place: str) -> int | None:
    try:
        return urlsplit(place).port
    except ValueError:
        return None


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def said(error: Exception) -> str:
    """The last plain line of what an engine says at length."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    return lines[-1][:200] if lines else type(error).__name__
