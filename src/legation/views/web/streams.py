"""What is written to a file, handed on as it is written: at most some parts of it are in memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import BinaryIO

PART = 64 * 1024
"""Bytes that are handed on together."""
PARTS = 8
"""Parts that may wait to be taken."""
PATIENCE = 60.0
"""Seconds without anything taken, after which the client is given up."""


class _GoneError(OSError):
    """Nobody takes what is written."""


class _Pipe(io.RawIOBase):
    """The writing end: bytes come together into parts; it waits when too many are not taken yet."""

    def __init__(self, parts: Queue[bytes | BaseException | None], gone: Event) -> None:
        self._parts, self._gone = parts, gone
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        given = bytes(data)  # type: ignore[call-overload]
        self._held += given
        while len(self._held) >= PART:
            self.put(bytes(self._held[:PART]))
            del self._held[:PART]
        return len(given)

    def end(self) -> None:
        """Hands on the rest, and that this was all."""
        if self._held:
            self.put(bytes(self._held))
        self.put(None)

    def put(self, part: bytes | BaseException | None) -> None:
        if self._gone.is_set():
            raise _GoneError("the client is gone")
        try:
            self._parts.put(part, timeout=PATIENCE)
        except Full:
            self._gone.set()
            raise _GoneError("the client takes nothing") from None


def streamed(write: Callable[[BinaryIO], object]) -> Iterator[bytes]:
    """The bytes that `write` writes. The first part is ready when this returns: what fails before it is raised here,
    what fails later when it is come to.
    """
    parts: Queue[bytes | BaseException | None] = Queue(PARTS)
    gone = Event()
    thread = Thread(target=_written, args=(write, _Pipe(parts, gone)), name="export", daemon=True)
    thread.start()
    first = parts.get()
    if isinstance(first, BaseException):
        raise first
    return _taken(first, parts, gone)


def _written(write: Callable[[BinaryIO], object], pipe: _Pipe) -> None:
    try:
        write(pipe)  # type: ignore[arg-type]
        pipe.end()
    except _GoneError:
        return
    except BaseException as error:
        try:
            pipe.put(error)
        except _GoneError:
            return


def _taken(first: bytes | None, parts: Queue[bytes | BaseException | None], gone: Event) -> Iterator[bytes]:
    try:
        part: bytes | BaseException | None = first
        while part is not None:
            if isinstance(part, BaseException):
                raise part
            yield part
            part = _next(parts, gone)
    finally:
        gone.set()
        try:
            while True:
                parts.get_nowait()  # lets a writer go that waits for a place
        except Empty:
            pass


def _next(parts: Queue[bytes | BaseException | None], gone: Event) -> bytes | BaseException | None:
    """The next part; where the writer has given up, what it left and then its error."""
    while True:
        try:
            return parts.get(timeout=1)
        except Empty:
            if gone.is_set():
                return _GoneError("taken too slowly")
