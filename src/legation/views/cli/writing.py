"""Files that commands write: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from legation.views.cli.failures import Failure

PAGES = (".html", ".htm")
"""Endings of pages."""


def write_whole(path: Path, text: str) -> None:
    """Writes a file whole or not at all.

    Raises:
        Failure: it cannot be written.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    except OSError as error:
        raise _failure(path, error) from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException as error:
        with suppress(OSError):
            Path(name).unlink()
        if isinstance(error, OSError):
            raise _failure(path, error) from None
        raise


def _failure(path: Path, error: OSError) -> Failure:
    return Failure(f"{path}: {(error.strerror or str(error)).lower()}")
