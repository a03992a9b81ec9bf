"""The engine: Daft, on the processes of this machine or on a Ray cluster; the same call for both.

Daft shares out the work, and takes it up elsewhere when a machine is lost. Here is only what becomes of work that ends
the process that does it: it is tried once more, alone, then given up.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

import msgspec

from legation.archive import ArchiveError

LOCAL = "local"
_AT_ONCE = 2_000
"""Jobs of one query: enough that the parsers, loaded anew for each query, do not weigh."""
_ALONE = 2
"""Jobs for each worker that are done one by one after a query that failed."""
_QUIET = {
    "DO_NOT_TRACK": "true", "DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0", "RAY_TQDM": "0",
    "RAY_USAGE_STATS_ENABLED": "0", "AWS_EC2_METADATA_DISABLED": "true",
}  # fmt: skip
"""Settings of the engine that this program does not leave to their defaults, unless somebody has set them."""


class Lost(msgspec.Struct, frozen=True):
    """A job that ended the process doing it, twice; and what the engine said."""

    reason: str


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


class _Built:
    """Builds what works, and does nothing with it: tells a job that cannot be done from an engine that cannot work."""

    def __init__(self, kind: Callable[..., Callable[[bytes], bytes]], arguments: tuple[Any, ...]) -> None:
        kind(*arguments)

    def __call__(self, job: bytes) -> bytes:
        return job


class Engine:
    """The engine at a place: `local`, or `ray://HOST:PORT` for the cluster whose head listens there.

    `workers` is how many processes work at once; without it all the cores of the machine or cluster.

    Raises:
        ArchiveError: no such place, nothing answers there, or what it needs is not installed.
    """

    def __init__(self, place: str = LOCAL, workers: int | None = None) -> None:
        self.place = place
        self._daft: Any = load_daft()
        cores = _at(place)
        self.workers = workers or cores

    def map(self, kind: Callable[..., Callable[[bytes], bytes]], arguments: tuple[Any, ...], jobs: Sequence[bytes]
            ) -> Iterator[bytes | Lost]:  # fmt: skip
        """What `kind(*arguments)` makes of each job, in their order; it is built once in each worker.

        Raises:
            ArchiveError: the engine fails at once, whatever it is given.
        """
        done = 0
        while done < len(jobs):
            failed: Exception | None = None
            try:
                for answer in self._query(kind, arguments, jobs[done : done + _AT_ONCE]):
                    yield answer
                    done += 1
            except Exception as error:
                failed = error
            if failed is None:
                continue
            for job in jobs[done : done + _ALONE * self.workers]:
                yield self._alone(kind, arguments, job)
                done += 1

    def _alone(
        self, kind: Callable[..., Callable[[bytes], bytes]], arguments: tuple[Any, ...], job: bytes
    ) -> bytes | Lost:
        try:
            return next(iter(self._query(kind, arguments, [job])))
        except Exception as error:
            said = _said(error)
        try:
            next(iter(self._query(_Built, (kind, arguments), [job])))
        except Exception as error:
            raise ArchiveError(f"the engine at {self.place} fails ({_said(error)})") from None
        return Lost(said)

    def _query(
        self, kind: Callable[..., Callable[[bytes], bytes]], arguments: tuple[Any, ...], jobs: Sequence[bytes]
    ) -> Iterator[bytes]:
        daft = self._daft
        binary = daft.DataType.binary()

        class Worker:
            def __init__(self) -> None:
                self._work = kind(*arguments)

            @daft.method.batch(return_dtype=binary, batch_size=1)  # type: ignore[untyped-decorator]
            def work(self, jobs: Sequence[bytes]) -> list[bytes]:
                return [self._work(bytes(job)) for job in jobs]

        at_once = min(self.workers, len(jobs))
        worker = daft.cls(Worker, cpus=1, max_concurrency=at_once, use_process=self.place == LOCAL)()
        frame = daft.from_pydict({"job": list(jobs)})
        frame = frame.into_batches(1) if self.place == LOCAL else frame.into_partitions(len(jobs))
        answers = frame.select(worker.work(daft.col("job")).alias("answer"))
        for row in answers.iter_rows(results_buffer_size=2 * at_once):
            yield row["answer"]


_places: set[str] = set()
"""Where the engine of this process works: it can be told once."""


def _at(place: str) -> int:
    """Has the engine work at a place; returns the cores there."""
    daft = load_daft()
    if _places - {place}:
        raise ArchiveError(f"{place}: this process works at {min(_places)} already")
    if place != LOCAL:
        cores = _join(daft, place)
    else:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        if not _places:
            daft.set_runner_native()
    _places.add(place)
    return cores


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
        raise ArchiveError(f"{place}: no Ray cluster to be joined from this machine ({_said(error)})") from None


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


def _said(error: Exception) -> str:
    """The last plain line of what an engine says at length."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    return lines[-1][:200] if lines else type(error).__name__
