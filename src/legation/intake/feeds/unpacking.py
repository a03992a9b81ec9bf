"""Packed bodies (gzip, deflate) unpacked bit by bit, so that a small one cannot become a huge one."""

from __future__ import annotations

import zlib

_GZIP, _DEFLATE, _RAW_DEFLATE = 31, 15, -15


class TooMuchError(Exception):
    """The body has more bytes than allowed."""


class BrokenPackingError(Exception):
    """The body is not packed as the answer says; the text is the reason."""


def packing_of(header: str) -> str:
    """`gzip`, `deflate` or nothing, from the header Content-Encoding.

    Raises:
        BrokenPackingError: it names another packing, or several on top of each other.
    """
    name = header.strip().lower().removeprefix("x-")
    if name in ("", "identity"):
        return ""
    if name not in ("gzip", "deflate"):
        raise BrokenPackingError(f"packed in a way that was not asked for ({name[:40]})")
    return name


class Unpacker:
    """Takes the chunks of a body; holds at most `most` unpacked bytes."""

    def __init__(self, packing: str, most: int) -> None:
        self._packing, self._most = packing, most
        self._held = bytearray()
        self._engine = zlib.decompressobj(_GZIP if packing == "gzip" else _DEFLATE) if packing else None
        self._begun = False

    def add(self, chunk: bytes) -> None:
        """Takes the next chunk.

        Raises:
            TooMuchError: more than `most` bytes so far.
            BrokenPackingError: the chunk cannot be unpacked.
        """
        if self._engine is None:
            self._held += chunk
        else:
            self._unpack(chunk)
        if len(self._held) > self._most:
            raise TooMuchError

    def _unpack(self, chunk: bytes) -> None:
        assert self._engine is not None
        while chunk and len(self._held) <= self._most:
            try:
                self._held += self._engine.decompress(chunk, self._most + 1 - len(self._held))
            except zlib.error:
                if self._packing != "deflate" or self._begun:
                    raise BrokenPackingError(f"not packed as {self._packing}, as it says it is") from None
                self._engine = zlib.decompressobj(_RAW_DEFLATE)  # many servers leave the wrapping off
                self._begun = True
                continue
            self._begun = True
            chunk = self._engine.unconsumed_tail
            if self._engine.eof:
                chunk = self._engine.unused_data if self._packing == "gzip" else b""
                if not chunk.startswith(b"\x1f\x8b"):  # what follows is no further part: padding
                    return
                self._engine = zlib.decompressobj(_GZIP)

    def finish(self) -> bytes:
        """The whole body.

        Raises:
            BrokenPackingError: it breaks off.
        """
        if self._engine is not None and self._begun and not self._engine.eof:
            raise BrokenPackingError("breaks off before its end")
        return bytes(self._held)
