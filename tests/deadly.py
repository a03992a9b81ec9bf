"""Languages whose reader ends its own process, or takes its time, when a dispatch says so: for tests of workers."""

from __future__ import annotations

import os
import signal
import time

from views.cases import WordLanguages

DIES, WAITS = "MEURS", "ATTENDS"


class DeadlyReader:
    def __init__(self, reader):
        self._reader = reader

    def read(self, dispatch):
        if DIES in dispatch.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if WAITS in dispatch.text:
            time.sleep(0.2)
        return self._reader.read(dispatch)

    def read_many(self, dispatches):
        return (self.read(dispatch) for dispatch in dispatches)


class DeadlyLanguages(WordLanguages):
    def reader(self, language):
        return DeadlyReader(super().reader(language))
