"""How soon the desk answers over many events: every page and call, asked many times over with other parameters.

python benchmarks/desk_speed.py [--events NUMBER] [--ledger FILE] [--times NUMBER]     (1,000,000 events by default)

Makes a ledger of made-up events of ten years (FILE is kept, and used again), shows it by `legation serve`, and asks.
For each page and call it prints how many different addresses were asked, the middle, the 95th percentile and the most
of the milliseconds that a client waited, and the milliseconds of processor that the server took for one: on a busy
machine only these can be compared. Exports and briefs take as long as what they hold and are not asked.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
from desk_addresses import Asked, addresses
from desk_ledger import make
from table import Table, add_option, show

from legation.ledger import open_ledger

SLOW = 150
"""Milliseconds below which the 95th percentile is to stay."""


class Figures(NamedTuple):
    """Milliseconds: what clients waited, and processor time of the server."""

    name: str
    waited: list[float]
    worked: list[float]

    def row(self) -> tuple[str, ...]:
        """A row of the table."""
        wait, work = sorted(self.waited), sorted(self.worked)
        times = (of(work, 0.5), of(work, 0.95), of(wait, 0.5), of(wait, 0.95), wait[-1])
        return (self.name, str(len(wait)), *(f"{one:.0f}" for one in times))


COLUMNS = ("page or call", "asked", "server: middle", "95 %", "client: middle", "95 %", "most")


def of(ordered: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def worked(process: int) -> float:
    """Milliseconds of processor that all threads of a process have taken so far."""
    tasks = Path(f"/proc/{process}/task")
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e6


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """The address at which the ledger is shown, and the process that shows it."""
    command = [sys.executable, "-m", "legation", "serve", "--ledger", str(path), "--port", "0", "--rate", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            said = next((line for line in process.stderr if "http://" in line), "")
            found = re.search(r"http://\S+?(?=/ )", said)
            if not found:
                raise SystemExit("the desk did not start")
            yield found[0], process.pid
        finally:
            process.terminate()


def ask(client: httpx.Client, process: int, asked: Asked) -> Figures:
    """Asks every address once."""
    figures = Figures(asked.name, [], [])
    for path in asked.paths:
        before, start = worked(process), time.perf_counter()
        answer = client.get(path)
        figures.waited.append((time.perf_counter() - start) * 1000)
        figures.worked.append(worked(process) - before)
        if answer.status_code not in asked.statuses:
            raise SystemExit(f"{path}: {answer.status_code} {answer.text[:200]}")
    return figures


def settle(process: int) -> None:
    """Waits until the server has nothing left to do: what it prepares when it starts is counted with the first page."""
    before = worked(process)
    while True:
        time.sleep(0.5)
        if (now := worked(process)) - before < 25:
            return
        before = now


def main() -> None:
    """Prints a row for each page and call."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--times", type=int, default=100, help="different addresses of each page and call")
    parser.add_argument("--only", default="", help="pages and calls whose names hold this")
    add_option(parser)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.ledger or Path(folder) / "desk.db"
        if not path.exists():
            make(path, asked.events, lambda line: print(line, file=sys.stderr, flush=True))
        with open_ledger(path) as ledger:
            wanted = [one for one in addresses(ledger, asked.times) if asked.only in one.name]
            number = ledger.counts().events
        load = f"{number:,} events; {os.cpu_count()} cores, {os.getloadavg()[0]:.1f} others at work when it began"
        with served(path) as (address, process), httpx.Client(base_url=address, timeout=120) as client:
            client.get("/static/desk.css")
            client.get("/commitments")  # an address that loads templates and words
            found = []
            for one in wanted:
                found.append(ask(client, process, one))
                settle(process)
                print("  ".join(found[-1].row()), file=sys.stderr, flush=True)
    show(table(found, load), as_json=asked.json)


def table(found: Sequence[Figures], load: str) -> Table:
    """All rows, and which of them miss the aim."""
    slow = [one.name for one in found if of(sorted(one.worked), 0.95) > SLOW]
    late = [one.name for one in found if of(sorted(one.waited), 0.95) > SLOW]
    notes = (
        f"Milliseconds. {load}. `/ (first)` is the overview asked for while the desk still starts.",
        f"The server works longer than {SLOW} ms (95th percentile) on {len(slow)} of {len(found)}: {_named(slow)}.",
        f"A client waits longer than {SLOW} ms for {len(late)} of {len(found)}: {_named(late)}.",
    )
    return Table(COLUMNS, [one.row() for one in found], notes)


def _named(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"


if __name__ == "__main__":
    main()
