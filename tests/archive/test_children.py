"""A job that ends its process ends neither the run nor another job."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("daft", reason="the extra archive is not installed")

import msgspec

from legation.archive import children
from legation.archive.child import Task
from legation.archive.children import Answer, StartError, answer
from legation.archive.manifest import Manifest, Terms
from legation.archive.pieces import Cut, Job, Piece, Source
from legation.archive.run import _kept

CUT = Task("Cutter", (5,))


@pytest.fixture(autouse=True)
def nothing_left():
    yield
    children.close()


def source(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "Un."}\n')
    return msgspec.json.encode(Source("a.jsonl", str(tmp_path / "a.jsonl"), "lines", 16))


def test_a_process_is_kept_from_job_to_job(tmp_path):
    job = source(tmp_path)
    first = answer(CUT, job)
    process = children._free[CUT][0]._process.pid
    assert msgspec.msgpack.decode(first.data, type=Cut).pieces == (Piece(0, 16, 1, 1),)
    assert answer(CUT, job) == first
    assert children._free[CUT][0]._process.pid == process


def test_a_killed_process_is_replaced(tmp_path):
    job = source(tmp_path)
    first = answer(CUT, job)
    os.kill(children._free[CUT][0]._process.pid, 9)
    assert answer(CUT, job) == first


def test_a_job_that_ends_its_process_twice_is_given_up(tmp_path):
    assert answer(CUT, b"no job").lost == "ended with status 1"
    assert answer(CUT, source(tmp_path)).lost is None


def test_what_cannot_be_built_is_no_jobs_fault():
    with pytest.raises(StartError, match="ended with status 1"):
        answer(Task("Cutter", ()), b"")


def test_a_lost_part_is_named_and_done(tmp_path):
    where = Source("a.jsonl", str(tmp_path / "a.jsonl"), "lines", 99)
    with Manifest.write(tmp_path / "to", Terms("1", "international", 1_000, 5)) as manifest:
        manifest.add_source(where, Cut("0", (Piece(0, 9, 1, 5), Piece(9, 99, 6, 4))))
        part = _kept(manifest, Job(2, where, Piece(9, 99, 6, 4)), Answer(lost="killed by signal 9"))
        assert [job.number for job in manifest.jobs()] == [1]
    assert (part.rows("rejects"), part.lost) == (4, "killed by signal 9")
    line = (tmp_path / "to" / part.files["rejects"].file).read_text()
    assert line == '{"path":"a.jsonl:6-9","reason":"ends the process that reads it (killed by signal 9)"}\n'
