"""Opening sources: files of this machine, and whatever else the engine's own input can read (s3://, gs://, https://…).

What fails here is the storage's doing, not a record's, and ends the run: it can go on once the storage is back.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import re
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 1 << 20
_REMOTE = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


class StorageError(OSError):
    """Raised where a source cannot be opened or read; its text is the reason."""


def is_remote(location: str) -> bool:
    """Whether this is an address rather than a path."""
    return _REMOTE.match(location) is not None


class Stored(io.RawIOBase):
    """The bytes of a source from `start` to `end` (to its end, if None), hashed as they come where that is asked for.

    Raises:
        StorageError: it cannot be opened or read, also while reading.
    """

    def __init__(self, location: str, start: int = 0, end: int | None = None, *, hashed: bool = False) -> None:
        super().__init__()
        self._location, self._start, self._end = location, start, end
        self._file = _opened(location)
        self._at = start
        self._hash = hashlib.sha256() if hashed else None
        self._hashed = 0
        if start:
            self.seek(0)

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """The next bytes."""
        view = memoryview(buffer).cast("B")
        wanted = len(view) if self._end is None else max(min(len(view), self._end - self._at), 0)
        data = self._read(wanted) if wanted else b""
        view[: len(data)] = data
        return len(data)

    def _read(self, wanted: int) -> bytes:
        try:
            data = self._file.read(wanted)
        except Exception as error:  # what the engine raises for each kind of storage is not ours to list
            raise StorageError(_reason(error)) from None
        if self._hash is not None and self._at + len(data) > self._hashed:
            self._hash.update(data[self._hashed - self._at :])
            self._hashed = self._at + len(data)
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Goes to a place counted from `start`. With a hash only to places that were read."""
        if whence == io.SEEK_END:
            self._at = self._file.seek(0, io.SEEK_END) if self._end is None else self._end
            self._at += offset
        else:
            self._at = (self._start if whence == io.SEEK_SET else self._at) + offset
        try:
            self._file.seek(self._at)
        except Exception as error:
            raise StorageError(_reason(error)) from None
        return self._at - self._start

    def tell(self) -> int:
        """The place, counted from `start`."""
        return self._at - self._start

    def sha256(self) -> str:
        """The hash of the whole source; reads what is left of it."""
        assert self._hash is not None
        self.seek(self._hashed)
        while self._read(CHUNK):
            pass
        return self._hash.hexdigest()

    def close(self) -> None:
        """Closes the source."""
        if not self.closed:
            self._file.close()
        super().close()


def unpacked(stream: Stored, location: str) -> io.BufferedReader:
    """The stream, unpacked where the name says that it is packed by gzip."""
    whole: io.BufferedReader = io.BufferedReader(cast("io.RawIOBase", stream), CHUNK)
    if not location.lower().endswith(".gz"):
        return whole
    # It reads like one; another buffer around it would lose what comes before a broken place.
    return cast("io.BufferedReader", gzip.GzipFile(fileobj=whole))


def _opened(location: str) -> IO[bytes]:
    try:
        if not is_remote(location):
            return open(location, "rb", buffering=0)  # noqa: PTH123  closed by Stored
        from legation.archive.engine import load_daft  # noqa: PLC0415

        file = load_daft().File(location).open()
        file.__enter__()  # it reads only then; `Stored.close` closes it
        return cast("IO[bytes]", file)
    except Exception as error:
        raise StorageError(_reason(error)) from None


def _reason(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    first = " ".join(words.strip().splitlines()[0].split())[:300]
    return first[:1].lower() + first[1:]
