"""The files that folding an archive writes: `events.jsonl` and `reprints.jsonl`, each whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from legation.archive import ArchiveError
from legation.archive.engine import said
from legation.merging.reprints import Reprint
from legation.reasons import reason_of
from legation.when import BEHIND_ALL


def write_events(folder: Path, lines: Iterable[bytes]) -> int:
    """Writes events by day and id, whole or not at all; returns how many.

    Raises:
        ArchiveError: the file cannot be written, or the engine fails.
    """
    return _write(folder / "events.jsonl", lines, _by_day)


def write_reprints(folder: Path, reprints: Iterable[Reprint]) -> int:
    """Writes reprints, whole or not at all; returns how many.

    Raises:
        ArchiveError: the file cannot be written.
    """
    return _write(folder / "reprints.jsonl", map(msgspec.json.encode, reprints), None)


def _write(path: Path, lines: Iterable[bytes], order: Callable[[bytes], tuple[str, str, str]] | None) -> int:
    beside = path.with_name(f".{path.name}")
    try:
        with beside.open("wb") as file:
            found = sorted(lines, key=order) if order else list(lines)
            file.writelines(line + b"\n" for line in found)
        beside.replace(path)
    except ArchiveError:
        raise
    except OSError as error:
        raise ArchiveError(f"{path}: {reason_of(error)}") from None
    except Exception as error:  # the engine's
        raise ArchiveError(f"{path}: the engine failed ({said(error)})") from None
    return len(found)


def _by_day(line: bytes) -> tuple[str, str, str]:
    one = msgspec.json.decode(line)
    first, last = one["date_bounds"]
    return first or last or BEHIND_ALL, one["date"] or "", one["id"]
