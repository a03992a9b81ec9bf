"""Where commands write: files, whole or not at all, and standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from legation.reasons import reason_of
from legation.views.cli.failures import USAGE, Failure
from legation.views.escaping import escaped_json, visible

PAGES = (".html", ".htm")
"""Endings of pages."""
STANDARD_OUTPUT = "-"
"""The name of a file that stands for standard output."""


def form_of(out: str) -> str:
    """The form in which a document is wanted, by the ending of its file: one of PAGES, `.pdf` or `.md`.

    Raises:
        Failure: wrong usage: another ending.
    """
    suffix = ".md" if out == STANDARD_OUTPUT else Path(out).suffix.lower()
    if suffix not in (*PAGES, ".pdf", ".md"):
        raise Failure(f"--out: {out}: .html, .pdf or .md is wanted", USAGE)
    return suffix


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a file whole or not at all; text as UTF-8.

    Raises:
        Failure: it cannot be written.
    """
    with whole_file(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to be written; it takes its name, and the place of one that has it, only when all went well.

    What is no ordinary file (a pipe, a device) is written into and stays what it is.

    Raises:
        Failure: it cannot be written.
    """
    if path.exists() and not path.is_file():
        try:
            with path.open("wb") as file:
                yield file
        except OSError as error:
            raise _failure(path, error) from None
        return
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    except OSError as error:
        raise _failure(path, error) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
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


@contextmanager
def standard_output(*, json_lines: bool = False) -> Iterator[BinaryIO]:
    """Standard output for text in UTF-8. On a terminal unseen characters are written out, in JSON as its escapes."""
    if not sys.stdout.isatty():
        yield sys.stdout.buffer
        return
    kept = BytesIO()
    yield kept
    text = kept.getvalue().decode()
    lines = (escaped_json(line) if json_lines else visible(line) for line in text.split("\n"))
    sys.stdout.buffer.write("\n".join(lines).encode())


def _failure(path: Path, error: OSError) -> Failure:
    return Failure(f"{path}: {reason_of(error)}")
