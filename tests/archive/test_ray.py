"""Archives read and merged on a real Ray cluster on the loopback, of which a worker is killed in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

pytest.importorskip("daft", reason="the extra archive is not installed")
pytest.importorskip("ray", reason="the extra ray is not installed")

from archive.conftest import BENCHMARKS, benchmark, report_lines
from legation.archive.manifest import NAME
from legation.report import encode
from legation.walk import ReaderSet, Reading, walk


def parts_done(folder):
    try:
        return sum(line.startswith(b'{"kind":"part"') for line in (folder / NAME).read_bytes().splitlines())
    except OSError:
        return 0


def folded(folder):
    """What merging has written into a folder."""
    return [(folder / name).read_bytes() for name in ("events.jsonl", "reprints.jsonl")]


def test_a_cluster_that_loses_a_worker_reads_and_merges_the_same(made, tmp_path):
    made.write_lines(tmp_path / "a.jsonl", 120, seed=4)
    ray = benchmark("loopback_cluster")
    archive, to = [sys.executable, "-m", "legation", "archive"], str(tmp_path / "to")
    settings = os.environ | ray.settings()
    with ray.cluster(2) as cluster:
        run = subprocess.Popen(
            [*archive, "read", str(tmp_path / "a.jsonl"), "--to", to, "--engine", cluster.place, "--part-size", "5"],
            env=settings, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        until = time.monotonic() + 300
        while run.poll() is None and parts_done(tmp_path / "to") < 5 and time.monotonic() < until:
            time.sleep(0.02)
        before = parts_done(tmp_path / "to")
        cluster.kill(2)
        said = run.communicate(timeout=500)[1]
        assert run.returncode == 0, said
        subprocess.run([*archive, "merge", to, "--engine", cluster.place], env=settings, check=True)
    assert 5 <= before < 24
    assert parts_done(tmp_path / "to") == 24
    steps = [step for step in walk([str(tmp_path / "a.jsonl")], ReaderSet()) if isinstance(step, Reading)]
    assert len(steps) == 120
    assert report_lines(tmp_path / "to") == sorted(encode(report) for step in steps for report in step.reports)
    on_cluster = folded(tmp_path / "to")
    subprocess.run([*archive, "merge", to], check=True)
    assert folded(tmp_path / "to") == on_cluster
    assert all(len(lines.splitlines()) > 50 for lines in on_cluster)


def test_no_cluster_is_one_line(tmp_path):
    code = (
        "from legation.archive.engine import Engine\nfrom legation.archive import ArchiveError\n"
        "for place in ('ray://', 'spark://127.0.0.9:1', 'ray://127.0.0.9:x'):\n"
        "    try: Engine(place)\n    except ArchiveError as error: print(error)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=BENCHMARKS)
    assert len(said.stdout.splitlines()) == 3
    assert "local or ray://HOST:PORT" in said.stdout
