"""Writes docs/benchmarks.md: what each benchmark has measured, with its command.

python benchmarks/page.py                  writes what was measured last into the page
python benchmarks/page.py measure NAME …   measures these anew, one after the other, then writes

What was measured lies in benchmarks/measured/NAME.json. Between `<!-- measured NAME -->` and `<!-- /measured -->` the
page belongs to this program, the words around it to people. Some benchmarks take an hour: each is measured when it is
asked for, and the page says by what command.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from table import Table

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "benchmarks.md"
MEASURED = ROOT / "benchmarks" / "measured"
COMMANDS = {
    "reading": "benchmarks/reading_speed.py",
    "profile": "benchmarks/reading_profile.py",
    "start-up": "benchmarks/start_up.py",
    "memory": "benchmarks/memory.py --dispatches 100000 --chart docs/memory.svg",
    "merging": "benchmarks/merging_scale.py 10000 30000 100000",
    "merging-even": "benchmarks/merging_scale.py 10000 30000 100000 --even",
    "desk": "benchmarks/desk_speed.py --events 1000000",
    "archive": "benchmarks/archive_speed.py",
    "archive-soak": "benchmarks/archive_speed.py --soak",
}
"""Each benchmark of the page and how it is run."""
_BLOCK = re.compile(r"(<!-- measured ([\w-]+) -->\n).*?(<!-- /measured -->)", re.S)


def measure(name: str, more: list[str]) -> None:
    """Runs a benchmark and keeps what it says; `more` are options besides those of the page.

    Raises:
        subprocess.CalledProcessError: it fails.
    """
    arguments = [*shlex.split(COMMANDS[name]), *more]
    run = subprocess.run(
        [sys.executable, *arguments, "--json"], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True
    )
    record = {
        "command": shlex.join(["python", *arguments]),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "table": json.loads(run.stdout),
    }
    MEASURED.mkdir(exist_ok=True)
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    (MEASURED / f"{name}.json").write_text(text, encoding="utf-8")


def block(name: str) -> str:
    """What the page shows of a benchmark."""
    record: dict[str, Any] = json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))
    told = f"`{record['command']}` (Python {record['python']}, {record['cores']} cores)"
    return f"{told}\n\n{Table(**record['table']).markdown()}\n"


def written(page: str) -> str:
    """The page with all its blocks as they were measured last.

    Raises:
        KeyError: a block of the page is of no benchmark.
    """
    return _BLOCK.sub(lambda found: f"{found[1]}{block(found[2])}{found[3]}", page)


def main() -> None:
    """Measures what is named, and writes the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", metavar="measure NAME", help=", ".join(COMMANDS))
    asked, more = parser.parse_known_args()
    first, *names = asked.names or ["measure"]
    if first != "measure" or not set(names) <= set(COMMANDS):
        parser.error(f"measure what? {', '.join(COMMANDS)}")
    for name in names:
        measure(name, more)
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
