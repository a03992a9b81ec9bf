"""Texts that come in over HTTP, read one after the other by one reader, whose parser is loaded at its first use."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

from legation import walk
from legation.intake import FoundText, Limits, Refusal
from legation.ledger import Ledger
from legation.walk import Known, Languages, Reading, Wanted

LONGEST = 200_000
"""Bytes of one text, some seconds of reading; longer ones are for `legation read`."""
SECONDS = 60.0
"""How long a caller waits: for the parser to load, for those before it, and for its own text."""
WAITING = 8
"""Texts that are read or wait; a further one is turned away at once."""


class BusyError(Exception):
    """A text cannot be read now; one line."""


class SharedReader:
    """Reads for all callers, in one thread: the parser is large, and reading takes all of a processor.

    A reading that took longer than its caller waits goes on to its end, which the length of the text bounds; one that
    has not begun by then is dropped.
    """

    def __init__(self, seconds: float = SECONDS, waiting: int = WAITING) -> None:
        self._seconds = seconds
        self._places = BoundedSemaphore(waiting)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._languages: Languages | None = None

    def read(self, text: FoundText, scope: Wanted, ledger: Ledger | None) -> Reading | Known | Refusal:
        """Reads a text; with a ledger it is kept there and merged, by the way of every dispatch.

        Raises:
            BusyError: too many wait, or it took too long.
            LedgerError: the ledger failed.
        """
        if not self._places.acquire(blocking=False):
            raise BusyError("too many texts wait to be read")
        future = self._thread.submit(self._walk, text, scope, ledger)
        future.add_done_callback(lambda _: self._places.release())
        try:
            return future.result(self._seconds)
        except TimeoutError:
            future.cancel()
            raise BusyError(f"not read within {self._seconds:g} s") from None

    def _walk(self, text: FoundText, scope: Wanted, ledger: Ledger | None) -> Reading | Known | Refusal:
        if self._languages is None:
            self._languages = walk.ReaderSet()
        limits = Limits(text_bytes=LONGEST)
        (step,) = walk.walk_texts([text], self._languages, ledger=ledger, limits=limits, scope=scope)
        return step
