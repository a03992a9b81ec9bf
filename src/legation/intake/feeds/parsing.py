"""A feed is parsed in a process of its own, which is ended when it takes too long.

A few megabytes of nested markup keep the parsers busy for minutes, and nothing within one process can stop them.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Mapping
from contextlib import suppress

import msgspec

from legation.intake.feeds.entries import Entry, read_entries
from legation.intake.limits import UnreadableError

PARSE_SECONDS = 60.0


class _Task(msgspec.Struct):
    """What the other process is told, in one line before the bytes of the feed."""

    address: str
    content_type: str


class _Outcome(msgspec.Struct):
    """What it answers: entries, or why there are none."""

    entries: tuple[Entry, ...] = ()
    refusal: str | None = None


async def parse_apart(
    data: bytes, address: str, headers: Mapping[str, str], seconds: float = PARSE_SECONDS
) -> tuple[Entry, ...]:
    """As `read_entries`, for no longer than this many seconds.

    Raises:
        UnreadableError: the bytes are no feed, or cannot be parsed in that time.
    """
    task = _Task(address, headers.get("content-type", ""))
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "legation.intake.feeds.parsing",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        start_new_session=os.name == "posix",  # Ctrl-C is for this process, which then ends the other
    )  # fmt: skip
    try:
        async with asyncio.timeout(seconds):
            said, _ = await process.communicate(msgspec.json.encode(task) + b"\n" + data)
    except TimeoutError:
        raise UnreadableError(f"the feed cannot be parsed within {seconds:g} s") from None
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
    try:
        outcome = msgspec.json.decode(said, type=_Outcome)
    except msgspec.DecodeError:
        raise UnreadableError("the feed cannot be parsed") from None
    if outcome.refusal is not None:
        raise UnreadableError(outcome.refusal)
    return outcome.entries


def main() -> None:
    """The other process: a task and a feed on standard input, the outcome on standard output."""
    line, _, data = sys.stdin.buffer.read().partition(b"\n")
    task = msgspec.json.decode(line, type=_Task)
    try:
        outcome = _Outcome(read_entries(data, task.address, {"content-type": task.content_type}))
    except UnreadableError as error:
        outcome = _Outcome(refusal=str(error))
    sys.stdout.buffer.write(msgspec.json.encode(outcome))


if __name__ == "__main__":
    main()
