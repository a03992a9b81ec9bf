"""Several processes read; one that is killed costs what it was reading, and no more."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from deadly import DIES, WAITS, DeadlyLanguages
from ledger.cases import export
from legation.intake import Refusal
from legation.ledger import open_ledger
from legation.walk import BATCH, Known, Reading, Workers, walk
from legation.walk.crew import AHEAD, Crew, Lost
from views.cases import WordLanguages

MET = "Moscou a rencontré Caracas vendredi pour parler du pétrole et de la coopération entre les deux pays, numéro {}."
TWO = Workers(2, DeadlyLanguages, few=0)


def records(path, number, marked=()):
    """A file of dispatches; those with a number in `marked` have the word that it names in their text."""
    marks = dict(marked)
    with path.open("wb") as file:
        for i in range(number):
            text = MET.format(i) + (f" {marks[i]}." if i in marks else "")
            file.write(msgspec.json.encode({"id": f"d{i}", "text": text, "published": "2024-01-05"}) + b"\n")
    return str(path)


def go(path, workers, **options):
    return list(walk([path], DeadlyLanguages(), workers=workers, **options))


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def test_as_many_as_read_the_outcome_is_the_same(tmp_path, ledger):
    path = records(tmp_path / "m.jsonl", 5 * BATCH + 7, {40: "\x00"})
    alone = go(path, None)
    assert [type(step) for step in alone].count(Refusal) == 1
    for number in (1, 2, 3):
        assert go(path, Workers(number, DeadlyLanguages, few=0)) == alone
    with open_ledger(tmp_path / "alone.db") as other:
        go(path, None, ledger=other)
        go(path, TWO, ledger=ledger)
        assert export(ledger) == export(other)
    again = go(path, TWO, ledger=ledger)
    assert {type(step) for step in again} == {Known, Refusal}
    assert len(again) == len(alone)


def test_where_there_is_little_to_read_no_process_is_started(tmp_path):
    steps = walk(
        [records(tmp_path / "m.jsonl", 3 * BATCH)], WordLanguages(), workers=Workers(2, DeadlyLanguages, few=3)
    )
    next(steps)
    assert multiprocessing.active_children() == []
    assert len(list(steps)) == 3 * BATCH - 1


def test_a_killed_process_costs_its_batch_and_names_it(tmp_path, ledger):
    path = records(tmp_path / "m.jsonl", 6 * BATCH, {2 * BATCH + 3: DIES})
    steps = go(path, TWO, ledger=ledger)
    lost = [step for step in steps if isinstance(step, Refusal)]
    assert [step.path for step in lost] == [f"d{i}" for i in range(2 * BATCH, 3 * BATCH)]
    assert str(lost[3]) == (
        f"d{2 * BATCH + 3}: not read: the process that had it with 31 others was killed (SIGKILL); "
        "reading again makes it good"
    )
    read = [step.dispatch.source for step in steps if isinstance(step, Reading)]
    assert read == [f"d{i}" for i in range(6 * BATCH) if i // BATCH != 2]
    assert ledger.counts().dispatches == 5 * BATCH
    assert multiprocessing.active_children() == []
    records(tmp_path / "m.jsonl", 6 * BATCH)  # this time nothing kills it
    assert sum(isinstance(step, Reading) for step in go(path, TWO, ledger=ledger)) == BATCH
    assert ledger.counts().dispatches == 6 * BATCH


def test_processes_killed_from_outside_cost_a_batch_each(tmp_path, ledger):
    waits = dict.fromkeys(range(0, 12 * BATCH, BATCH), WAITS)
    steps = walk([records(tmp_path / "m.jsonl", 12 * BATCH, waits)], DeadlyLanguages(), ledger=ledger, workers=TWO)
    found = list(islice(steps, 1))
    killed = multiprocessing.active_children()
    assert len(killed) == 2
    for process in killed:
        os.kill(process.pid, signal.SIGKILL)
    found += steps
    assert len(found) == 12 * BATCH
    lost = {step.path for step in found if isinstance(step, Refusal)}
    batches = {int(path[1:]) // BATCH for path in lost}
    assert len(lost) == len(batches) * BATCH
    assert len(batches) <= 2
    assert ledger.counts().dispatches == 12 * BATCH - len(lost)


def test_all_may_die_and_the_walk_still_ends(tmp_path):
    steps = go(records(tmp_path / "m.jsonl", 3 * BATCH, dict.fromkeys(range(0, 3 * BATCH, BATCH), DIES)), TWO)
    assert [type(step) for step in steps] == [Refusal] * (3 * BATCH)


def double(number):
    if number == 13:
        raise ValueError("no luck")
    return number * 2


def doubling():
    return double


def broken():
    os._exit(7)


def test_little_is_taken_in_ahead():
    taken = 0

    def counted():
        nonlocal taken
        for i in range(100):
            taken += 1
            yield i, i

    with Crew(2, doubling) as crew:
        results = crew.results(counted())
        for i, (origin, told) in enumerate(results):
            assert origin == i
            assert told == (Lost("failed (ValueError: no luck)") if i == 13 else 2 * i)
            assert taken <= i + 2 * AHEAD + 1
    assert taken == 100


def test_processes_that_cannot_begin_are_told_of():
    with Crew(2, broken) as crew:
        assert [told for _, told in crew.results((i, i) for i in range(3))] == [Lost("ended with status 7")] * 3


def whole(size):
    """A large answer, in the middle of which its process is killed."""
    pid = os.getpid()
    if os.fork() == 0:
        time.sleep(0.3)
        os.kill(pid, signal.SIGKILL)
        os._exit(0)
    return b"x" * size


def answering():
    return whole


def test_an_answer_cut_short_is_lost_and_holds_nobody_up():
    with Crew(1, answering) as crew:
        results = crew.results((i, 50_000_000) for i in range(2))
        crew_ends = [told for _, told in results]
    assert len(crew_ends) == 2
    assert all(told == b"x" * 50_000_000 or told == Lost("was killed (SIGKILL)") for told in crew_ends)


CODE = """
import multiprocessing, sys
sys.path[:0] = [{tests!r}]
from deadly import DeadlyLanguages
from legation.walk import Workers, walk
if __name__ == "__main__":
    for step in walk([{path!r}], DeadlyLanguages(), workers=Workers(2, DeadlyLanguages, few=0)):
        print(*(process.pid for process in multiprocessing.active_children()), flush=True)
"""


def alive(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to look whether processes are there")
def test_when_the_first_process_is_killed_the_others_end(tmp_path):
    path = records(tmp_path / "m.jsonl", 40 * BATCH, dict.fromkeys(range(0, 40 * BATCH, BATCH), WAITS))
    code = CODE.format(tests=str(Path(__file__).parent), path=path)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        pids = [int(pid) for pid in process.stdout.readline().split()]
        assert len(pids) == 2
        process.kill()
    for _ in range(600):
        if not any(alive(pid) for pid in pids):
            break
        time.sleep(0.1)
    assert not any(alive(pid) for pid in pids)


def test_the_command_names_what_was_lost(tmp_path, monkeypatch):
    from typer.testing import CliRunner  # noqa: PLC0415

    from legation.views.cli import app  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("legation.walk.ReaderSet", DeadlyLanguages)
    records(tmp_path / "m.jsonl", 4 * BATCH, {BATCH: DIES})
    run = partial(CliRunner().invoke, app)
    done = run(["read", "m.jsonl", "--workers", "2"])
    assert done.exit_code == 3
    *lost, closing, held = done.stderr.splitlines()
    assert [line.split(": ")[0] for line in lost] == [f"d{i}" for i in range(BATCH, 2 * BATCH)]
    assert closing == f"read {3 * BATCH} dispatches, {3 * BATCH} reports; skipped {BATCH}"
    assert held.startswith(f"legation.db holds {3 * BATCH} dispatches")
    assert "Traceback" not in done.output
    records(tmp_path / "m.jsonl", 4 * BATCH)
    outs = [run(["read", "m.jsonl", "--format", "jsonl", "--workers", number]).stdout_bytes for number in "123"]
    assert outs[0].count(b"\n") == 4 * BATCH
    assert outs == outs[:1] * 3
    for wrong in ("0", "-1", "1000"):
        assert run(["read", "m.jsonl", "--workers", wrong]).exit_code == 2
