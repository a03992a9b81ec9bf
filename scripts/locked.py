"""What requirements.lock pins: packages with their versions, the hashes of their files, and who asks for them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
FOR_ALL = "legation"
FOR_WORK = "development"
"""Whose extra or group of dependencies is for those who work on Legation, not for those who use it."""

_PINNED = re.compile(
    r"(?P<name>[a-z0-9]+(?:[._-][a-z0-9]+)*)(?:\[[a-z0-9,]+\])?==(?P<version>[0-9A-Za-z.!+]+)(?: ; (?P<marker>[^#]+?))?"
    r"(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)
_OWN = "legation (pyproject.toml"
_WORK_EXTRAS = {"dev"}


class Locked(NamedTuple):
    """One package; `marker` says where it is wanted (None: everywhere), `hashes` are SHA-256 of its files."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]
    wanted_by: tuple[str, ...]


def read_lock(text: str) -> list[Locked]:
    """The packages of a lock, in its order; lines that are none are left out (`problems` names them)."""
    found = []
    for _, line, wanted_by in _entries(text):
        if pinned := _PINNED.fullmatch(line):
            hashes = tuple(part.removeprefix("--hash=sha256:") for part in pinned["hashes"].split())
            found.append(Locked(pinned["name"], pinned["version"], pinned["marker"], hashes, wanted_by))
    return found


def problems(text: str) -> Iterator[str]:
    """What a lock must not hold: a package without a version and hashes, options, addresses of registries."""
    for number, line, _ in _entries(text):
        if not _PINNED.fullmatch(line):
            yield f"line {number}: not a package with one version and its SHA-256 hashes: {line[:60]!r}"
    for number, line in enumerate(text.splitlines(), 1):
        if "://" in line or line.lstrip("# ").startswith(("-i ", "--index", "--extra-index", "--find-links")):
            yield f"line {number}: an address, which belongs to the machine and not to the lock"


def purposes(locked: list[Locked], pyproject: str) -> dict[str, str]:
    """What each package is for, by name: `legation`, an extra (`legation[en]`), or `development`."""
    stated = tomllib.loads(pyproject)
    extras = stated["project"].get("optional-dependencies", {})
    roots = {FOR_ALL: stated["project"]["dependencies"]}
    roots |= {f"legation[{name}]": wanted for name, wanted in extras.items() if name not in _WORK_EXTRAS}
    wanted_of: dict[str, set[str]] = {}
    for one in locked:
        for parent in one.wanted_by:
            if not parent.startswith(_OWN):
                wanted_of.setdefault(parent, set()).add(one.name)
    found: dict[str, str] = {}
    for purpose, wanted in roots.items():
        waiting = [_name(one) for one in wanted]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found[name] = purpose
                waiting += wanted_of.get(name, ())
    return {one.name: found.get(one.name, FOR_WORK) for one in locked}


def _entries(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each entry: the number of its first line, its words on one line, and what the comment below it names."""
    number, words, wanted_by = 0, "", list[str]()
    for here, line in enumerate(text.splitlines(), 1):
        if line.startswith(" ") and line.lstrip().startswith("#"):
            said = line.strip().lstrip("# ").removeprefix("via").strip()
            wanted_by += [said] if said else []
        elif line.startswith(" "):
            words += " " + line.strip(" \\")
        elif line.strip() and not line.startswith("#"):
            if words:
                yield number, words, tuple(wanted_by)
            number, words, wanted_by = here, line.rstrip(" \\"), []
    if words:
        yield number, words, tuple(wanted_by)


def _name(requirement: str) -> str:
    """The name in a requirement, as the lock writes names."""
    stated = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[._-]+", "-", stated.group() if stated else requirement).lower()
