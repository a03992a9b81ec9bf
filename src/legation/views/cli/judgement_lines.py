"""Judgements in a file of JSON lines, read and refused by the line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from legation.views.cli.failures import Failure

if TYPE_CHECKING:
    from legation.judgement import Judgement

STANDARD_INPUT = Path("-")


def read_judgements(path: Path) -> list[Judgement]:
    """All judgements of a file (`-`: standard input), empty lines passed over.

    Raises:
        Failure: a line is no judgement, `file:line: reason`.
        OSError: the file cannot be read.
    """
    from legation.judgement import decode  # noqa: PLC0415
    from legation.merging.corrections import fault  # noqa: PLC0415

    lines = (sys.stdin.buffer.read() if path == STANDARD_INPUT else path.read_bytes()).split(b"\n")
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            judgement = decode(line)
        except (ValueError, RecursionError) as error:
            raise Failure(f"{path}:{number}: {error}") from None
        wrong = fault(judgement.field, judgement.value) if judgement.field else None
        if wrong:
            raise Failure(f"{path}:{number}: {wrong}")
        found.append(judgement)
    return found
