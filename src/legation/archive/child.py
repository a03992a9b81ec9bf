"""A process that works at jobs, one after the other: `python -m legation.archive.child`.

It is told by its standard input what to build and then what to do, and answers by its standard output; whatever else
anything prints there goes to standard error. It ends when its input does: with the process that started it.
"""

from __future__ import annotations

import os
import struct
import sys
from importlib import import_module
from typing import BinaryIO

import msgspec

_LENGTH = struct.Struct(">Q")


class Task(msgspec.Struct, frozen=True, array_like=True):
    """What a process is for: a class of `legation.archive.workers`, by name, and what it is built with."""

    kind: str
    arguments: tuple[str | int, ...]


def send(stream: BinaryIO, data: bytes) -> None:
    """Writes a message."""
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Reads a message; None where the other side has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def main() -> None:
    """Works until its input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    jobs = sys.stdin.buffer
    first = receive(jobs)
    if first is None:
        return
    task = msgspec.msgpack.decode(first, type=Task)
    work = getattr(import_module("legation.archive.workers"), task.kind)(*task.arguments)
    send(answers, b"")
    while (job := receive(jobs)) is not None:
        send(answers, work(job))


if __name__ == "__main__":
    main()
