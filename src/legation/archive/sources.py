"""The sources that a command line names: files, folders, patterns; on this machine or wherever the engine can read."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from legation.archive import ArchiveError
from legation.archive.engine import load_daft
from legation.archive.pieces import Form, Source
from legation.archive.storage import is_remote
from legation.reasons import reason_of

FORMS: dict[str, Form] = {
    ".jsonl": "lines", ".ndjson": "lines", ".parquet": "parquet", ".warc": "warc", ".wet": "warc",
}  # fmt: skip
_PACKED = ".gz"
_WANTED = ".parquet, .jsonl, .jsonl.gz, .warc or .warc.gz"
_PATTERN = re.compile(r"[*?\[]")


def expand(given: Sequence[str]) -> list[Source]:
    """The sources meant, in the order given, those of a folder or pattern sorted; each once.

    Raises:
        ArchiveError: one leads nowhere, or is no archive.
    """
    found: dict[str, Source] = {}
    for one in given:
        for source in _remote(one) if is_remote(one) else _local(one):
            found.setdefault(source.path, source)
    return list(found.values())


def form_of(path: str) -> Form | None:
    """The form of a file, by its name."""
    name = PurePath(path.lower())
    ending = PurePath(name.stem).suffix if name.suffix == _PACKED else name.suffix
    form = FORMS.get(ending)
    return None if form == "parquet" and name.suffix == _PACKED else form


def _local(given: str) -> Iterator[Source]:
    if os.path.isdir(given):  # noqa: PTH112  names may be no valid text
        yield from _some(given, sorted(_below(given)))
    elif not os.path.exists(given) and _PATTERN.search(given):  # noqa: PTH110
        yield from _some(given, sorted(glob.glob(given, recursive=True)))  # noqa: PTH207
    else:
        yield _file(given)


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (os.path.join(here, name) for name in files if not name.startswith("."))  # noqa: PTH118


def _some(given: str, paths: Sequence[str]) -> Iterator[Source]:
    wanted = [path for path in paths if form_of(path) and os.path.isfile(path)]  # noqa: PTH113
    if not wanted:
        raise ArchiveError(f"{given}: no {_WANTED} file there")
    for path in wanted:
        yield _file(path)


def _file(path: str) -> Source:
    form = form_of(path)
    try:
        size = os.stat(path).st_size  # noqa: PTH116
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{path}: {reason_of(error)}") from None
    if form is None:
        raise ArchiveError(f"{path}: archives are {_WANTED}")
    return Source(os.fsencode(path).decode("utf-8", "replace"), os.path.abspath(path), form, size)  # noqa: PTH100


def _remote(given: str) -> Iterator[Source]:
    try:
        rows = load_daft().from_glob_path(given).to_pylist()
    except Exception as error:  # what the engine raises for each kind of storage is not ours to list
        words = " ".join(str(error).split())[:200]
        raise ArchiveError(f"{given}: {words}") from None
    wanted = sorted((row["path"], row["size"] or 0) for row in rows if form_of(row["path"]))
    if not wanted:
        raise ArchiveError(f"{given}: no {_WANTED} file there")
    for path, size in wanted:
        form = form_of(path)
        if form is not None:
            yield Source(path, path, form, size)
