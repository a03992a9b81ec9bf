"""How fast archives are read: here with one and two processes, on a cluster of one and two workers; and what that means
for a large one.

python benchmarks/archive_speed.py [--dispatches NUMBER] [--soak] [--json]

The dispatches are made up and short. With `--soak` there are 100,000 of them unless told otherwise: they are read here,
then on a cluster of two workers of which one is killed in the middle; the reports must be the same byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from legation.archive.manifest import NAME
from legation.archive.stored import readings, whole
from legation.report import encode

sys.path.insert(0, str(Path(__file__).parent))

import loopback_cluster
import made_archive
from table import Table, add_option, show

_LARGE, _MANY = 40_000_000, 100
_FROM = 0.1
"""The share of parts after which time is taken: by then the parsers are loaded."""


def parts(folder: Path) -> int:
    """How many parts of a folder are done."""
    try:
        return (folder / NAME).read_bytes().count(b'{"kind":"part"')
    except OSError:
        return 0


def read(source: Path, folder: Path, number: int, *options: str, kill: loopback_cluster.Cluster | None = None) -> float:
    """Reads an archive in a process of its own; returns dispatches a second once all work."""
    command = [sys.executable, "-m", "legation", "archive", "read", str(source), "--to", str(folder)]
    size = max(number // 100, 10)
    run = subprocess.Popen(
        [*command, "--part-size", str(size), *options],
        stdout=sys.stderr, env=os.environ | loopback_cluster.settings(),
    )  # fmt: skip
    begun, done = 0.0, 0
    try:
        while run.poll() is None:
            time.sleep(0.2)
            now = parts(folder)
            if not begun and now * size >= _FROM * number:
                begun, done = time.perf_counter(), now
            if kill is not None and now * size >= number / 2:
                kill.kill(2)
                kill = None
    finally:
        run.kill()
    if run.returncode:
        raise SystemExit(f"reading ended with status {run.returncode}")
    return (parts(folder) - done) * size / (time.perf_counter() - begun) if begun else 0.0


def reports_hash(folder: Path) -> tuple[int, str]:
    """How many reports there are, and the hash of all, sorted."""
    manifest = whole(folder)
    found = sorted(
        encode(report) for part in manifest.parts.values() for _, told in readings(manifest, part) for report in told
    )
    return len(found), hashlib.sha256(b"\n".join(found)).hexdigest()


def speeds(source: Path, folder: Path, number: int) -> Table:
    """Dispatches a second by how many work where, and what a large cluster would take."""
    found = {}
    for many in (1, 2):
        found[f"this machine, {many} at once"] = read(source, folder / f"l{many}", number, "--workers", str(many))
    if importlib.util.find_spec("ray") is None:
        return table(found, number)
    for many in (1, 2):
        with loopback_cluster.cluster(many) as cluster:
            found[f"cluster, {many} at once"] = read(source, folder / f"r{many}", number, "--engine", cluster.place)
    return table(found, number)


def soak(source: Path, folder: Path, number: int) -> Table:
    """Reads here, and on a cluster that loses a worker; ends with 1 where the reports differ."""
    rates = [read(source, folder / "here", number)]
    with loopback_cluster.cluster(2) as cluster:
        rates.append(read(source, folder / "there", number, "--engine", cluster.place, kill=cluster))
    found = [reports_hash(folder / name) for name in ("here", "there")]
    if found[0] != found[1]:
        raise SystemExit(f"the reports differ: {found[0]} here, {found[1]} on the cluster")
    where = ("this machine", "cluster of two workers, one killed in the middle")
    rows = [
        (place, f"{rate:.1f}", f"{many}", sha) for place, rate, (many, sha) in zip(where, rates, found, strict=True)
    ]
    columns = ("where", "dispatches a second", "reports", "SHA-256 of the reports, sorted")
    return Table(columns, rows, [f"{number:,} made-up dispatches; the reports are the same byte for byte."])


def main() -> None:
    """Prints how fast it was, or what the soak found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--dispatches", type=int)
    asked.add_argument("--soak", action="store_true")
    add_option(asked)
    given = asked.parse_args()
    number = given.dispatches or (100_000 if given.soak else 2_000)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "made.jsonl"
        made_archive.write_lines(source, number)
        measured = soak if given.soak else speeds
        show(measured(source, Path(name), number), as_json=given.json)


def table(found: dict[str, float], number: int) -> Table:
    """Dispatches a second, and what a large cluster would take, by what each of the workers measured does."""
    on_cluster = [rate / int(where.split()[1]) for where, rate in found.items() if where.startswith("cluster")]
    each = min(on_cluster) if on_cluster else found["this machine, 1 at once"]
    days = _LARGE / (each * _MANY) / 86_400
    notes = [
        f"{number:,} made-up dispatches of some 45 words, timed from the tenth part of them on, all parsers loaded."
    ]
    notes += [f"{_MANY} workers at {each:.1f} a second each would take {days:.1f} days for {_LARGE:,} such dispatches."]
    if not on_cluster:
        notes.append("Ray is not installed here, so no cluster was measured.")
    return Table(("where", "dispatches a second"), [(where, f"{rate:.1f}") for where, rate in found.items()], notes)


if __name__ == "__main__":
    main()
