"""Checks the licences and the hashes of all that Legation is made with, and that docs/licences.md lists them.

python scripts/check_licences.py           one line per problem; exits with 1 when there are any
python scripts/check_licences.py --write   writes docs/licences.md anew, then checks
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import licences
import locked
from licences import Licensed, Rules

PAGE = locked.ROOT / "docs" / "licences.md"
_HEAD = """# Licences

Everything that `requirements.lock` and `frontend/package-lock.json` pin, with its licence as an
SPDX expression. Legation itself is under Apache-2.0 and contains of these only what comes from npm; pip installs the
others beside it. `python scripts/check_licences.py` (part of `make check`) reads the licences from the installed
packages, holds them to the list of allowed ones in `scripts/licences.toml`, and with `--write` writes this page.

Allowed without further ado: {allowed}.
"""
_ROWS = "| package | version | licence |\n| --- | --- | --- |"


def main() -> int:
    rules = licences.load_rules()
    found = licences.licensed(rules)
    if "--write" in sys.argv[1:]:
        PAGE.write_text(page(found, rules), "utf-8")
    faults = list(problems(found, rules))
    for line in faults:
        print(line)
    if not faults:
        print(f"{len(found)} packages: licences allowed, hashes pinned")
    return 1 if faults else 0


def problems(found: list[Licensed], rules: Rules) -> Iterator[str]:
    """What is wrong, one line each."""
    yield from (f"requirements.lock: {line}" for line in locked.problems(locked.LOCK.read_text("utf-8")))
    yield from (
        f"frontend/package-lock.json: {line}" for line in licences.npm_problems(licences.NPM_LOCK.read_text("utf-8"))
    )
    yield from (f"licences: {line}" for line in licences.problems(found, rules))
    if not PAGE.is_file() or PAGE.read_text("utf-8") != page(found, rules):
        yield "docs/licences.md: not what the locks say; run python scripts/check_licences.py --write"


def page(found: list[Licensed], rules: Rules) -> str:
    """The page that lists all packages."""
    parts = [_HEAD.format(allowed=", ".join(sorted(rules.allowed)))]
    for purpose in dict.fromkeys([locked.FOR_ALL, *sorted({one.purpose for one in found})]):
        of_purpose = [one for one in found if one.purpose == purpose and one.source == "pypi"]
        parts.append(f"## For {'use' if purpose == locked.FOR_ALL else purpose}\n\n{_table(of_purpose)}\n")
    parts.append(f"## From npm, contained in the wheel\n\n{_table([one for one in found if one.source == 'npm'])}\n")
    reviewed = "\n".join(f"- **{name}** ({one.licence}): {one.reason}" for name, one in rules.exceptions.items())
    parts.append(f"## Reviewed one by one\n\n{reviewed}\n")
    return "\n".join(parts)


def _table(rows: list[Licensed]) -> str:
    return "\n".join([_ROWS, *(f"| {one.name} | {', '.join(one.versions)} | {one.licence} |" for one in rows)])


if __name__ == "__main__":
    sys.exit(main())
