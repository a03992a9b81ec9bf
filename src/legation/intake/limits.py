"""What intake takes at most, and how it says what it did not take."""

from __future__ import annotations

import msgspec

_PORTION = 100_000


class Limits(msgspec.Struct, frozen=True):
    """Bounds on the input.

    `text_bytes` is the most one dispatch's text may have (UTF-8). A page of HTML may be five times that, a record of
    JSON lines or CSV six times (JSON may write one byte of text as six). `seconds` is the most time that a dispatch may
    take, in intake and again in reading, for each 100 kB of it that are begun.
    """

    text_bytes: int = 2_000_000
    seconds: float = 60.0

    @property
    def page_bytes(self) -> int:
        """The most a page of HTML may have."""
        return 5 * self.text_bytes

    @property
    def record_bytes(self) -> int:
        """The most one line of a file of records may have; a little room is left for small limits."""
        return 6 * self.text_bytes + 20_000

    def time_for(self, size: int) -> float:
        """The most seconds that a text of so many bytes or characters may take."""
        return self.seconds * max(1, -(-size // _PORTION))

    def too_slow(self, size: int) -> str:
        """The reason given for a text that took longer."""
        return f"given up after {self.time_for(size):g} s"


class Refusal(msgspec.Struct, frozen=True):
    """An input that was not read: `path` (for a record `path:line`) and why."""

    path: str
    reason: str

    def __str__(self) -> str:
        """One line, control characters made visible."""
        line = f"{self.path}: {self.reason}"
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)


class UnreadableError(Exception):
    """Raised inside intake where an input cannot be taken; its text is the reason given to the user."""


def size_text(count: int) -> str:
    """A number of bytes for people: `2 MB`, `1.5 MB`, `800 kB`, `12 bytes`."""
    if count >= 1_000_000:
        return f"{count / 1_000_000:.3g} MB"
    return f"{count / 1_000:.3g} kB" if count >= 10_000 else f"{count} bytes"
