"""The inputs that a command line names: files, folders, standard input, in an order that is always the same."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import BinaryIO, Literal, cast

import msgspec

from legation.intake.limits import Limits, Refusal, UnreadableError, size_text
from legation.reasons import reason_of

Form = Literal["text", "page", "records", "table"]

STANDARD_INPUT = "-"
FORMS: dict[str, Form] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".jsonl": "records", ".ndjson": "records", ".csv": "table",
}  # fmt: skip
_WANTED = ".txt, .md, .html, .jsonl or .csv"


class Source(msgspec.Struct, frozen=True):
    """One file or standard input.

    `path` is what people are shown and what becomes the dispatch's source; `location` is what the system opens (they
    differ where a name is no valid text). `form` is None where the content has to tell. `size` is in bytes, None
    where unknown beforehand.
    """

    path: str
    location: str
    form: Form | None
    size: int | None = None

    def open(self) -> io.BufferedReader:
        """The bytes, from the start.

        Raises:
            UnreadableError: the file cannot be opened.
        """
        if self.location == STANDARD_INPUT:
            stream = cast("BinaryIO", getattr(sys.stdin, "buffer", sys.stdin))
            return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
        try:
            return open(self.location, "rb")  # noqa: PTH123 - the reader closes it
        except OSError as error:
            raise UnreadableError(reason_of(error)) from None


def gather(paths: Sequence[str], limits: Limits) -> Iterator[Source | Refusal]:
    """The sources that `paths` name, in the order given; the files of a folder sorted by path, hidden ones left out.

    A path that leads nowhere, a folder without anything to read and a plain text over the limit come as refusals.
    Links to files are followed, links to folders below a named folder are not.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield Source(STANDARD_INPUT, STANDARD_INPUT, None)
            continue
        try:
            is_folder = stat.S_ISDIR(os.stat(path).st_mode)  # noqa: PTH116 - names may be no valid text
        except (OSError, ValueError) as error:
            yield Refusal(_shown(path), reason_of(error))
            continue
        if is_folder:
            yield from _folder(path, limits)
        else:
            yield _file(path, limits)


def _folder(folder: str, limits: Limits) -> Iterator[Source | Refusal]:
    found = False
    problems: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and _form_of(name):
                found = True
                yield _file(os.path.join(here, name), limits)  # noqa: PTH118 - names may be no valid text
    for problem in problems:
        found = True
        yield Refusal(_shown(problem.filename or folder), reason_of(problem))
    if not found:
        yield Refusal(_shown(folder), f"folder without a {_WANTED} file")


def _file(location: str, limits: Limits) -> Source | Refusal:
    path = _shown(location)
    try:
        status = os.stat(location)  # noqa: PTH116 - names may be no valid text
    except OSError as error:
        return Refusal(path, reason_of(error))
    form = _form_of(location)
    if stat.S_ISFIFO(status.st_mode):
        return Source(path, location, form)
    if not stat.S_ISREG(status.st_mode):
        return Refusal(path, "no regular file")
    most = {"text": limits.text_bytes, "page": limits.page_bytes}.get(form or "")
    if most is not None and status.st_size > most:
        return Refusal(path, over_limit(status.st_size, most))
    return Source(path, location, form, status.st_size)


def over_limit(size: int | None, most: int) -> str:
    """The reason given for a text over the limit."""
    return f"{f'{size_text(size)}, ' if size else ''}over the limit of {size_text(most)}"


def _form_of(location: str) -> Form | None:
    return FORMS.get(PurePath(location).suffix.lower())


def _shown(location: str) -> str:
    return os.fsencode(location).decode("utf-8", "replace")
