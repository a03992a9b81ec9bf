"""By which rules merging works: a mark that changes whenever they do."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

_LIBRARIES = ("rensa", "anyascii", "rapidfuzz", "jellyfish")
"""What likenesses are computed with: another version may compute others."""
_TOLD = ("numbers.toml", "outcomes.toml")
"""What merging reads of a language's data."""


@lru_cache(maxsize=1)
def rules() -> str:
    """A hash of everything but the records that decides what merging finds: its code, its tables, its libraries.

    What was merged by other rules must be merged anew as a whole; a number kept by hand would be forgotten.
    """
    package = files("legation")
    languages = _listed(package / "data" / "languages")
    parts = [
        package / "when.py",
        *_files(package / "merging", ".py"),
        package / "data" / "fitted" / "likeness.json",
        *(entry for entry in _listed(package / "data") if entry.name.endswith(".toml")),
        *(path for folder in languages for name in _TOLD if (path := folder / name).is_file()),
    ]
    found = hashlib.sha256()
    for part in parts:
        found.update(part.name.encode() + b"\0" + part.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    for name in _LIBRARIES:
        found.update(f"{name} {version(name)}".encode())
    return found.hexdigest()[:16]


def _listed(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _files(folder: Traversable, ending: str) -> list[Traversable]:
    """The files that end so, of this folder and those in it."""
    entries = _listed(folder)
    here = [entry for entry in entries if entry.name.endswith(ending)]
    return here + [file for entry in entries if entry.is_dir() for file in _files(entry, ending)]
