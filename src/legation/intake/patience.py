"""A bound on time: what takes longer is given up."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType

_AGAIN = 1.0
"""Seconds after which it is said again, should something on the way have caught and kept it."""


class TimeUp(BaseException):
    """Raised where the work stands when its time is up. No `Exception`, which what is interrupted might catch."""


class Patience:
    """A block that `TimeUp` ends when it takes longer than `seconds`.

    It needs the system's alarm: only in the main thread of a process, and not where somebody has set the alarm already
    (then that one holds). Elsewhere the block may take as long as it will. The alarm goes off between steps of Python
    and within regular expressions; a call into a library of C is waited for.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._mine = self._waiting = False

    def __enter__(self) -> Patience:
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            self._mine = signal.getitimer(signal.ITIMER_REAL)[0] == 0
        if self._mine:
            self._before = signal.signal(signal.SIGALRM, self._end)
            self._waiting = True
            signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN)
        return self

    def _end(self, _: int, __: FrameType | None) -> None:
        if self._waiting:
            raise TimeUp

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._waiting = False
        if self._mine:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self._before)
