"""Checks the outlets (data/outlets.toml) and the words for sources (data/source_names.toml).

Run `python scripts/check_outlets.py`; it prints one line per problem and exits with 1 when there are any.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from legation.intake.outlets import host_of
from legation.merging.people import plain
from legation.outlets import Outlet, load_outlet_file
from legation.states import load_states


def problems() -> list[str]:
    """What is wrong, one line each; empty when nothing is. Unknown kinds and fields are one problem each."""
    try:
        outlets, platforms = load_outlet_file().outlet, load_outlet_file().platforms
    except ValueError as error:  # msgspec's errors are ValueErrors
        return [str(error)]
    return [*_entries(outlets), *_names(outlets), *_domains(outlets, platforms), *_words()]


def _entries(outlets: tuple[Outlet, ...]) -> Iterator[str]:
    states = load_states()
    for outlet in outlets:
        if outlet.state is not None and outlet.state not in states:
            yield f"{outlet.name}: unknown state {outlet.state!r}"
        if not plain(outlet.name):
            yield f"{outlet.name!r}: a name without letters"
        for name in sorted(
            name for name in set(outlet.aliases) if name == outlet.name or outlet.aliases.count(name) > 1
        ):
            yield f"{outlet.name}: the alias {name!r} stands there twice"


def _names(outlets: tuple[Outlet, ...]) -> Iterator[str]:
    """One name may belong to outlets of several states (the dateline decides), not to two of one state."""
    holders: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for at, outlet in enumerate(outlets):
        for name in (outlet.name, *outlet.aliases):
            holders[name.casefold(), outlet.state].add(f"{outlet.name} ({at + 1})")
    for (name, state), names in sorted(holders.items(), key=str):
        if len(names) > 1:
            yield f"{name!r} names several outlets of {state}: {', '.join(sorted(names))}"


def _domains(outlets: tuple[Outlet, ...], platforms: tuple[str, ...]) -> Iterator[str]:
    holders: dict[str, list[str]] = defaultdict(list)
    for platform in platforms:
        holders[platform].append("the platforms")
    for outlet in outlets:
        for domain in outlet.domains:
            holders[domain].append(outlet.name)
            if host_of(domain) != domain or "." not in domain:
                yield f"{outlet.name}: {domain!r} is no host in lower case without www."
    for domain, names in sorted(holders.items()):
        if len(names) > 1:
            yield f"{domain} belongs to several: {', '.join(names)}"


def _words() -> Iterator[str]:
    """Words that merging could never find, since it folds what it reads; forms that two bodies claim."""
    table = tomllib.loads((files("legation") / "data" / "source_names.toml").read_text(encoding="utf-8"))
    bodies = table.pop("body")
    forms: dict[frozenset[str], set[str]] = defaultdict(set)
    for body in bodies:
        for form in body["forms"]:
            forms[frozenset(form.split())].add(body["id"])
    for words in (*table.values(), *(body["forms"] for body in bodies)):
        for word in words:
            if plain(word) != word:
                yield f"source_names: {word!r} is not in plain letters"
    for form, ids in sorted(forms.items(), key=str):
        if len(ids) > 1:
            yield f"source_names: {' '.join(sorted(form))!r} names {' and '.join(sorted(ids))}"


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "outlets: nothing wrong")
    sys.exit(1 if lines else 0)
