"""Loading what was read from archives into a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from legation.archive.stored import readings, whole
from legation.walk import program_name

if TYPE_CHECKING:
    from legation.ledger import Ledger


class Loaded(msgspec.Struct, frozen=True):
    """How much of a folder is in the ledger: parts and dispatches so far, of how many; new texts among them."""

    parts: int
    of_parts: int
    dispatches: int
    new: int


def load(folder: Path, ledger: Ledger) -> Iterator[Loaded]:
    """Brings what is in a folder into a ledger, a part at a time; merging it there is left to `update_events`.

    What the ledger has already changes nothing, so that loading may stop anywhere and begin again.

    Raises:
        ArchiveError: the folder holds no archive that was read to its end, or a file is not what was written.
        LedgerError: the ledger failed.
    """
    manifest = whole(folder)
    assert manifest.terms is not None
    program = program_name(manifest.terms.scope, manifest.terms.program)
    dispatches = new = 0
    for number, (_, part) in enumerate(sorted(manifest.parts.items()), 1):
        found = readings(manifest, part)
        kept = ledger.keep(found, program=program)
        dispatches, new = dispatches + len(found), new + kept.new
        yield Loaded(number, len(manifest.parts), dispatches, new)
