"""Processes that work for the engine's threads, kept from job to job: a thread takes one that is free, or starts one.

The parsers fill a process and a thread would wait for the others; and what ends a process (memory, a fault in a parser
of somebody else's) must not end the engine. A job that ends its process is given to a new one, then given up.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
from collections import deque
from typing import IO, cast

import msgspec

from legation.archive.child import Task, receive, send

_TRIES = 2
_free: dict[Task, deque[_Child]] = {}


class Answer(msgspec.Struct, frozen=True):
    """What became of a job; `lost` says how its process ended, where it did."""

    data: bytes = b""
    lost: str | None = None


class StartError(Exception):
    """Raised where a process cannot be brought to work at all: no job's fault."""


class _Child:
    """One process."""

    def __init__(self, task: Task) -> None:
        quiet = os.environ | {"OMP_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "legation.archive.child"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=quiet
        )
        if self._asked(msgspec.msgpack.encode(task)) is None:
            raise StartError(self.ended())

    def _asked(self, message: bytes) -> bytes | None:
        """The answer; None where the process has ended."""
        try:
            send(cast("IO[bytes]", self._process.stdin), message)  # type: ignore[arg-type]
            return receive(cast("IO[bytes]", self._process.stdout))  # type: ignore[arg-type]
        except OSError:
            return None

    def answer(self, job: bytes) -> bytes | None:
        """What it made of a job; None where that ended it."""
        return self._asked(job)

    def ended(self) -> str:
        """How it ended."""
        self.close()
        code = self._process.wait()
        return f"killed by signal {-code}" if code < 0 else f"ended with status {code}"

    def close(self) -> None:
        """Ends it."""
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                cast("IO[bytes]", stream).close()


def answer(task: Task, job: bytes) -> Answer:
    """What a process built for a task makes of a job.

    Raises:
        StartError: no process can be built for it.
    """
    free = _free.setdefault(task, deque())
    said = ""
    for _ in range(_TRIES):
        try:
            child = free.pop()
        except IndexError:
            child = _Child(task)
        data = child.answer(job)
        if data is not None:
            free.append(child)
            return Answer(data)
        said = child.ended()
    return Answer(lost=said)


@atexit.register
def close() -> None:
    """Ends the processes that are free."""
    for free in _free.values():
        while free:
            free.pop().close()
