"""What is remembered of feeds from one round to the next: a small JSON file beside the ledger or the list of feeds.

Only courtesy rests on it, no record: without it feeds are fetched whole again, and articles that the ledger has are
still not. So it is no part of the ledger, and a broken one counts as none.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import msgspec

from legation.address import Address

_FIRST_WAIT = 600.0
_LONGEST_WAIT = 86_400.0
TRIES = 3
"""How often an article is asked for that cannot be had for now."""


class FeedMemory(msgspec.Struct):
    """Of one feed: the validators of its last whole answer, failures in a row, when it may be asked again (seconds
    since 1970), and for articles that were refused how many tries are left."""

    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    not_before: float = 0.0
    tries_left: dict[str, int] = {}


class Memory(msgspec.Struct):
    """Of all feeds, by address; and of hosts that asked to be left alone, until when. `program` is who wrote it."""

    program: str = ""
    feeds: dict[str, FeedMemory] = {}
    hosts: dict[str, float] = {}

    def of(self, url: str) -> FeedMemory:
        """What is remembered of a feed."""
        return self.feeds.setdefault(url, FeedMemory())


def forget_answers(memory: Memory) -> None:
    """Lets every feed be asked for all it has, as a ledger without dispatches needs."""
    for feed in memory.feeds.values():
        feed.etag = feed.last_modified = None


def forget_refusals(memory: Memory) -> None:
    """Lets refused articles be asked for anew: another version of the program may be able to read them."""
    for feed in memory.feeds.values():
        feed.tries_left = {}
    forget_answers(memory)


def failed(memory: FeedMemory, now: float) -> None:
    """Notes a failure: the feed is left alone for ten minutes, twice as long each time in a row, a day at most."""
    memory.failures += 1
    memory.not_before = now + min(_FIRST_WAIT * 2.0 ** min(memory.failures - 1, 20), _LONGEST_WAIT)


def refused(memory: FeedMemory, address: str, *, passing: bool) -> None:
    """Notes that an article was refused; for good, or (`passing`) with one try less."""
    memory.tries_left[address] = memory.tries_left.get(address, TRIES) - 1 if passing else 0


def place_beside(ledger: Address, feeds: Path) -> Path:
    """Where the memory of a ledger stands: beside its file, or beside the list of feeds when a server has it."""
    if ledger.path is not None:
        return ledger.path.with_name(ledger.path.name + ".feeds.json")
    return feeds.with_name(f"{feeds.name}.{ledger.fingerprint}.feeds.json")


def load_memory(path: Path) -> Memory:
    """What is remembered there; nothing where there is no such file or none of ours.

    Raises:
        OSError: it is there and cannot be read.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Memory)
    except FileNotFoundError:
        return Memory()
    except (msgspec.DecodeError, ValueError):
        return Memory()


def save_memory(memory: Memory, path: Path) -> None:
    """Writes the memory, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(memory), indent=1) + b"\n")
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
