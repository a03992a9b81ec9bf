"""Several processes that do one piece of work after the other; what they do comes out in the order it went in.

Each process has a pipe of its own and one piece of work at a time, so that one that is killed takes with it what it was
doing and nothing else. Another takes its place. (The pools of the standard library give up all that is under way.)
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Generic, NamedTuple, TypeVar

J = TypeVar("J")
W = TypeVar("W")
R = TypeVar("R")

AHEAD = 3
"""Pieces of work that are taken in for each process: the fast ones need not wait for the slow, memory stays bounded."""
_PATIENCE = 5.0
"""Seconds for a process to end before it is killed."""
_CONTEXT = multiprocessing.get_context("spawn")


class Lost(NamedTuple):
    """A piece of work that a process took with it, and how the process ended, in a few words."""

    how: str


class _Failed(NamedTuple):
    said: str


class _Task(Generic[J, W, R]):
    """Something to be done: what it came from, the work, and what came of it."""

    def __init__(self, origin: J, work: W | None) -> None:
        self.origin = origin
        self.work = work
        self.result: R | Lost | None = None
        self.done = work is None
        self.taken = self.done


class _Member(Generic[J, W, R]):
    """One process, and what it is doing."""

    def __init__(self, start: Callable[[], Callable[[W], R]]) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process: SpawnProcess = _CONTEXT.Process(target=_serve, args=(start, theirs), daemon=True)
        self.task: _Task[J, W, R] | None = None
        self.process.start()
        theirs.close()  # now only the process holds it: when it ends, reading here ends too

    def take(self, task: _Task[J, W, R]) -> bool:
        """Hands it a piece of work; False when the process is gone."""
        try:
            self.connection.send(task.work)
        except OSError:
            return False
        self.task, task.taken = task, True
        return True

    def answer(self) -> bool:
        """Takes what the process says; False when it has ended, and its work is lost."""
        task = self.task
        try:
            said = self.connection.recv()
        except (EOFError, OSError):
            self.process.join(_PATIENCE)
            said = Lost(_ending(self.process.exitcode))
        gone = isinstance(said, Lost)
        if task is not None:
            task.result = Lost(said.said) if isinstance(said, _Failed) else said
            task.done, self.task = True, None
        return not gone

    def end(self) -> None:
        """Ends the process, whatever it is doing."""
        self.connection.close()
        if self.task is not None:
            self.process.terminate()
        self.process.join(_PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


class Crew(Generic[J, W, R]):
    """Up to so many processes, each started when there is work for it; a context manager that ends them."""

    def __init__(self, number: int, start: Callable[[], Callable[[W], R]]) -> None:
        """`start` is called in each process (it must be picklable) and gives what does a piece of work."""
        self._number = number
        self._start = start
        self._members: list[_Member[J, W, R]] = []

    def __enter__(self) -> Crew[J, W, R]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for member in self._members:
            member.end()
        self._members = []

    def results(self, work: Iterable[tuple[J, W | None]]) -> Iterator[tuple[J, R | Lost | None]]:
        """What came of each piece of work, in their order, with what each came from; of None comes None.

        At most `AHEAD` pieces for each process are taken from `work` before what came of them was taken from here.
        """
        coming = iter(work)
        window: deque[_Task[J, W, R]] = deque()
        while True:
            while len(window) < self._number * AHEAD and (one := next(coming, None)) is not None:
                window.append(_Task(*one))
                self._hand_out(window)
            if not window:
                return
            while not window[0].done:
                self._listen()
                self._hand_out(window)
            task = window.popleft()
            yield task.origin, task.result

    def _hand_out(self, window: Iterable[_Task[J, W, R]]) -> None:
        """Gives what waits to those who have nothing to do."""
        for task in window:
            while not task.taken:
                member = self._free()
                if member is None:
                    return
                if not member.take(task):
                    self._dismiss(member)

    def _free(self) -> _Member[J, W, R] | None:
        idle = next((member for member in self._members if member.task is None), None)
        if idle is None and len(self._members) < self._number:
            idle = _Member(self._start)
            self._members.append(idle)
        return idle

    def _listen(self) -> None:
        """Waits until one of them says something, or ends."""
        by_connection = {member.connection: member for member in self._members}
        for ready in wait(list(by_connection)):
            assert isinstance(ready, Connection)
            member = by_connection[ready]
            if not member.answer():
                self._dismiss(member)

    def _dismiss(self, member: _Member[J, W, R]) -> None:
        self._members.remove(member)
        member.end()


def _serve(start: Callable[[], Callable[[Any], Any]], connection: Connection) -> None:
    """What a process does, until nobody asks any more (also because the asking process is gone)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all processes of a terminal; the first one decides
    try:
        do = start()
        while True:
            connection.send(_done(do, connection.recv()))
    except (EOFError, OSError):
        return


def _done(do: Callable[[Any], Any], work: object) -> object:
    try:
        return do(work)
    except Exception as error:
        return _Failed(f"failed ({type(error).__name__}: {error})"[:200])


def _ending(code: int | None) -> str:
    """How a process ended, in words."""
    if code is None:
        return "ended"
    if code >= 0:
        return f"ended with status {code}"
    try:
        return f"was killed ({signal.Signals(-code).name})"
    except ValueError:
        return f"was killed (signal {-code})"


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
