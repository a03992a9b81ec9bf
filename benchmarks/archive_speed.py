"""How fast archives are read: here with one and two processes, on a cluster of one and two workers; and what that means
for a large one.

python benchmarks/archive_speed.py [--dispatches NUMBER] [--soak] [--json]

The dispatches are made up and short. With `--soak` there are 100,000 of them unless told otherwise: they are read here,
then on a cluster of two workers of which one is killed in the middle; the reports must be the same byte for byte.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import psutil

from legation.archive.manifest import NAME
from legation.archive.stored import readings, whole
from legation.report import encode

sys.path.insert(0, str(Path(__file__).parent))

import loopback_cluster
import made_archive
from loopback_cluster import Cluster
from table import Table, add_option, show

_LARGE, _MANY = 40_000_000, 100
_PARTS = 100
_FROM = 0.1
"""The share of parts after which time is taken: by then the parsers are loaded."""


def parts(folder: Path) -> int:
    """How many parts of a folder are done."""
    try:
        return (folder / NAME).read_bytes().count(b'{"kind":"part"')
    except OSError:
        return 0


class Rate(NamedTuple):
    """Dispatches read by a second of the clock, and by a second of a processor that reads."""

    clock: float
    processor: float


class _Seen(NamedTuple):
    """How far a run was at a moment."""

    parts: int
    clock: float
    processor: float


def _spent(above: Iterable[int]) -> float:
    """Processor seconds that those of the processes below some others which read have taken."""
    total = 0.0
    for number in above:
        with contextlib.suppress(psutil.Error):
            for process in psutil.Process(number).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    if "legation.archive.child" in process.cmdline():
                        total += sum(process.cpu_times()[:2])
    return total


def read(source: Path, folder: Path, number: int, *options: str, cluster: Cluster | None = None) -> Rate:
    """Reads an archive in a process of its own, until its end; how fast that was once all work."""
    seen: list[_Seen] = []
    for now in _run(source, folder, number, *options, cluster=cluster):
        if now.parts >= _FROM * _PARTS and (not seen or now.parts > seen[-1].parts):
            seen.append(now)
    if len(seen) < 2:
        raise SystemExit("that was over too soon to be timed; name more --dispatches")
    first, last = seen[0], seen[-1]
    many = (last.parts - first.parts) * number / _PARTS
    return Rate(many / (last.clock - first.clock), many / (last.processor - first.processor))


def _run(
    source: Path, folder: Path, number: int, *options: str, cluster: Cluster | None, kill: bool = False
) -> Iterator[_Seen]:
    """How far reading is, again and again until its end; `kill`: a worker of the cluster when it is half done."""
    command = [sys.executable, "-m", "legation", "archive", "read", str(source), "--to", str(folder)]
    command += ["--part-size", str(number // _PARTS), *(["--engine", cluster.place] if cluster else []), *options]
    run = subprocess.Popen(command, stdout=sys.stderr, env=os.environ | loopback_cluster.settings())
    above = [run.pid, *(cluster.processes() if cluster else ())]
    try:
        while run.poll() is None:
            time.sleep(0.2)
            done = parts(folder)
            if kill and cluster and done >= _PARTS / 2:
                cluster.kill(2)
                kill = False
            yield _Seen(done, time.perf_counter(), _spent(above))
    finally:
        run.kill()
    if run.returncode:
        raise SystemExit(f"reading ended with status {run.returncode}")
    if kill:
        raise SystemExit("reading ended before a worker was killed; name more --dispatches")


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
    for many in (1, 2):
        with loopback_cluster.cluster(many) as cluster:
            found[f"Ray cluster, {many} at once"] = read(source, folder / f"r{many}", number, cluster=cluster)
    each = min(rate.processor for rate in found.values())
    hours = _LARGE / (each * _MANY) / 3_600
    notes = [
        f"{number:,} made-up dispatches of some 45 words, timed from the tenth part of them on, all parsers loaded.",
        f"{_MANY} workers, each with a core of its own that reads {each:.1f} a second, the least of these, would take"
        f" {hours:.1f} hours for {_LARGE:,} such dispatches.",
    ]
    rows = [(where, f"{rate.clock:.1f}", f"{rate.processor:.1f}") for where, rate in found.items()]
    return Table(("where", "dispatches a second", "a processor second of those who read"), rows, notes)


def soak(source: Path, folder: Path, number: int) -> Table:
    """Reads here, and on a cluster that loses a worker; ends with 1 where the reports differ."""
    begun = [time.perf_counter()]
    deque(_run(source, folder / "here", number, cluster=None), maxlen=0)
    begun.append(time.perf_counter())
    with loopback_cluster.cluster(2) as cluster:
        begun.append(time.perf_counter())
        deque(_run(source, folder / "there", number, cluster=cluster, kill=True), maxlen=0)
        ended = time.perf_counter()
    found = [reports_hash(folder / name) for name in ("here", "there")]
    if found[0] != found[1]:
        raise SystemExit(f"the reports differ: {found[0]} here, {found[1]} on the cluster")
    where = ("this machine", "Ray cluster of two workers, one killed in the middle")
    seconds = (begun[1] - begun[0], ended - begun[2])
    rows = [(place, f"{s:.0f}", f"{many}", sha) for place, s, (many, sha) in zip(where, seconds, found, strict=True)]
    columns = ("where", "seconds", "reports", "SHA-256 of the reports, sorted")
    return Table(columns, rows, [f"{number:,} made-up dispatches; the reports are the same byte for byte."])


def main() -> None:
    """Prints how fast it was, or what the soak found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--dispatches", type=int)
    asked.add_argument("--soak", action="store_true")
    add_option(asked)
    given = asked.parse_args()
    number = given.dispatches or (100_000 if given.soak else 2_000)
    number = max(number // _PARTS, 1) * _PARTS
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "made.jsonl"
        made_archive.write_lines(source, number)
        measured = soak if given.soak else speeds
        show(measured(source, Path(name), number), as_json=given.json)


if __name__ == "__main__":
    main()
