"""The licence of every package that the locks pin, as SPDX expressions, from what the installed packages say."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import Distribution
from pathlib import Path
from sysconfig import get_path
from typing import NamedTuple

import msgspec
from license_expression import ExpressionError, Licensing, get_spdx_licensing  # type: ignore[import-untyped]
from locked import LOCK, ROOT, purposes, read_lock

RULES = Path(__file__).with_name("licences.toml")
NPM_LOCK = ROOT / "frontend" / "package-lock.json"
_CLASSIFIER = "License :: "


class Exceptional(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A licence that is not allowed in general, and why this package may have it."""

    licence: str
    reason: str


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What scripts/licences.toml says."""

    allowed: frozenset[str]
    said: dict[str, str]
    read: dict[str, str]
    elsewhere: dict[str, str]
    exceptions: dict[str, Exceptional]


class Licensed(NamedTuple):
    """A package with its licence, an SPDX expression; None where nobody knows it. `source`: `pypi` or `npm`."""

    name: str
    versions: tuple[str, ...]
    licence: str | None
    purpose: str
    source: str


@cache
def load_rules() -> Rules:
    """The rules.

    Raises:
        msgspec.ValidationError: the file is not as it should be.
    """
    return msgspec.convert(tomllib.loads(RULES.read_text("utf-8")), Rules)


@cache
def spdx() -> Licensing:
    """The licences that SPDX knows."""
    return get_spdx_licensing()


def licensed(rules: Rules) -> list[Licensed]:
    """All packages of both locks, by name; those of npm after the others."""
    locked = read_lock(LOCK.read_text("utf-8"))
    wanted = purposes(locked, (ROOT / "pyproject.toml").read_text("utf-8"))
    versions: dict[str, list[str]] = {}
    for one in locked:
        versions.setdefault(one.name, []).append(one.version)
    found = [Licensed(n, tuple(vs), licence_of(n, rules), wanted[n], "pypi") for n, vs in sorted(versions.items())]
    return [*found, *_from_npm(rules)]


def licence_of(name: str, rules: Rules) -> str | None:
    """The licence of an installed package: what was read in its licence file, else what its metadata says.

    Looked for where packages are installed and nowhere else: Ray, once imported, puts copies of others on the path.
    """
    if name in rules.read:
        return rules.read[name]
    installed = next(iter(Distribution.discover(name=name, path=[get_path("purelib"), get_path("platlib")])), None)
    if installed is None:
        return rules.elsewhere.get(name)
    told = installed.metadata
    classified = (line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith(_CLASSIFIER))
    stated = [told[field] for field in ("License-Expression", "License") if field in told]
    return next((plain for said in (*stated, *classified) if (plain := _plainly(said, rules))), None)


def _plainly(said: str, rules: Rules) -> str | None:
    expression = rules.said.get(said, said)
    try:
        parsed = spdx().parse(expression, validate=True)
    except ExpressionError:
        return None
    return str(parsed) if parsed is not None else None


def _from_npm(rules: Rules) -> Iterator[Licensed]:
    for place, package in json.loads(NPM_LOCK.read_text("utf-8"))["packages"].items():
        if place:
            name, said = place.rpartition("node_modules/")[2], package.get("license")
            yield Licensed(name, (package["version"],), said and _plainly(said, rules), "legation", "npm")


def npm_problems(text: str) -> Iterator[str]:
    """What frontend/package-lock.json must not hold: a package without its hash, an address."""
    for place, package in json.loads(text)["packages"].items():
        if place and not str(package.get("integrity", "")).startswith("sha512-"):
            yield f"{place}: without its SHA-512 hash"
        if "://" in str(package.get("resolved", "")):
            yield f"{place}: an address, which belongs to the machine and not to the lock"


def problems(found: list[Licensed], rules: Rules) -> Iterator[str]:
    """Packages whose licence is unknown or not allowed, and rules for packages that are no longer there."""
    for one in found:
        excepted = rules.exceptions.get(one.name)
        if one.licence is None:
            yield f"{one.name}: no licence that is clear; look it up in its files and add it to [read]"
        elif excepted is not None and excepted.licence != one.licence:
            yield f"{one.name}: reviewed as {excepted.licence}, but is {one.licence} now"
        elif excepted is None and not allows(one.licence, rules.allowed):
            yield f"{one.name}: {one.licence} is not an allowed licence"
    names = {one.name for one in found}
    tables: tuple[Mapping[str, object], ...] = (rules.read, rules.elsewhere, rules.exceptions)
    for name in sorted({name for table in tables for name in table} - names):
        yield f"{name}: has a rule, but no lock names it"


def allows(expression: str, allowed: frozenset[str]) -> bool:
    """Whether these licences satisfy an expression: all of an AND, one of an OR."""
    simplified = spdx().parse(expression).simplify()
    truth = {symbol: str(symbol) in allowed for symbol in simplified.symbols}
    return _holds(simplified, truth)


def _holds(node: object, truth: Mapping[object, bool]) -> bool:
    if isinstance(node, spdx().AND):
        return all(_holds(part, truth) for part in node.args)
    if isinstance(node, spdx().OR):
        return any(_holds(part, truth) for part in node.args)
    return truth.get(node, False)
