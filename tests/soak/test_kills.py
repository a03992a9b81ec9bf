"""Two hundred kills over runs of two thousand dispatches, on both databases: nothing lost, nothing doubled.

Takes long: `make soak`.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import event

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from merging_scale import dispatches

from ledger.cases import export
from ledger.test_killed import contents
from legation.ledger import open_ledger, updating
from legation.walk import BATCH

pytestmark = pytest.mark.soak

TESTS = Path(__file__).parents[1]
KILLS, NUMBER = 200, 2000
MOST = 30
"""Ledgers: a run that ends before its kill needs another."""
CODE = """
import sys
sys.path[:0] = [{tests!r}]
from soak.test_kills import kill_again_and_again
kill_again_and_again({undisturbed!r}, {others!r})
"""


def whole_run(path, items, at_write=None):
    """Keeps and merges everything in batches; kills itself before a statement that writes, if one is named."""
    updating.PORTION = 40
    seen = 0

    def before(*said):
        nonlocal seen
        seen += len(said) < 3 or said[2].lstrip()[:6] in {"INSERT", "UPDATE", "DELETE"}
        if seen == at_write:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_ledger(path) as ledger:
        event.listen(ledger._engine, "before_cursor_execute", before)
        event.listen(ledger._engine, "commit", before)
        for at in range(0, NUMBER, BATCH):
            ledger.keep(items[at : at + BATCH])
            ledger.update_events()


def kill_again_and_again(undisturbed, others):
    """One undisturbed run; then ledgers whose runs are killed, at statements and at moments, until each is done."""
    rng = random.Random(200)
    items = list(dispatches(NUMBER))
    whole_run(undisturbed, items)
    killed = number = 0
    while killed < KILLS:
        at = rng.randint(1, 60) if rng.random() < 0.5 else None
        if (child := os.fork()) == 0:
            whole_run(others[number], items, at)
            os._exit(0)
        if at is None:
            time.sleep(rng.random())
            os.kill(child, signal.SIGKILL)
        was_killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        killed += was_killed
        number += not was_killed
    whole_run(others[number], items)
    print(killed, number + 1)


def test_two_hundred_kills_leave_no_trace(place):
    undisturbed, others = place("undisturbed"), [place(f"killed{number}") for number in range(MOST)]
    code = CODE.format(tests=str(TESTS), undisturbed=undisturbed, others=others)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    killed, ledgers = map(int, done.stdout.split())
    assert killed >= KILLS
    ranked = undisturbed.startswith("postgresql")
    with open_ledger(undisturbed) as ledger:
        assert ledger.counts().dispatches == NUMBER
        expected, rows = export(ledger), contents(ledger, ranked=ranked)
    for address in others[:ledgers]:
        with open_ledger(address) as ledger:
            assert export(ledger) == expected
            assert contents(ledger, ranked=ranked) == rows
