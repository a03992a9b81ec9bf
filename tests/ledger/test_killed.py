"""A run killed in the middle, again and again, ends in the same ledger as one left in peace."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from sqlalchemy import event, select

from legation.ledger import open_ledger, updating
from legation.ledger.tables import forwards, metadata
from record_builders import make_dispatch, make_report

from .cases import export
from .pool import pool

RUN = """
import sys
sys.path[:0] = [{tests!r}, {here!r}]
from ledger.test_killed import batches
from legation.ledger import open_ledger
with open_ledger({path!r}) as ledger:
    for batch in batches():
        ledger.keep(batch)
        print("kept", flush=True)
        ledger.update_events()
print("done", flush=True)
"""


def batches(size=10, number=60):
    """Batches of dispatches: every day somebody meets somebody, some days told twice."""
    items = []
    for n in range(number):
        day = f"2020-{n // 2 % 12 + 1:02}-{n // 2 % 28 + 1:02}"
        dispatch = make_dispatch(f"Dépêche {n} sur les entretiens de la journée.", f"{n}.txt", day)
        items.append((dispatch, [make_report(dispatch, actors="RUS:Lavrov", recipients="VEN:Arreaza", date=day)]))
    return [items[at : at + size] for at in range(0, number, size)]


def test_killed_runs_can_be_run_again(tmp_path, place):
    with open_ledger(tmp_path / "undisturbed.db") as ledger:
        for batch in batches():
            ledger.keep(batch)
        ledger.update_events()
        expected = export(ledger)
    path = place("killed")
    here = Path(__file__).parent
    code = RUN.format(tests=str(here.parent), here=str(here), path=path)
    rng = random.Random(20)
    kept_before = 0
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        assert process.stdout
        for _ in range(rng.randint(0, 2)):
            process.stdout.readline()
        time.sleep(rng.random() * 0.1)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        with open_ledger(path) as ledger:
            kept = ledger.counts().dispatches
        assert kept >= kept_before
        assert kept % 10 == 0
        kept_before = kept
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("done\n")
    with open_ledger(path) as ledger:
        assert export(ledger) == expected
        assert ledger.counts().stale == 0


KILLS, ROUNDS = 50, 5
KILLING = """
import sys
sys.path[:0] = [{tests!r}]
from ledger.test_killed import kill_again_and_again
kill_again_and_again({folder!r})
"""


def whole_run(path, at_statement=None):
    """Keeps and merges the pool in small batches; kills itself before a statement, if one is named. Counts them."""
    updating.PORTION = 7
    seen = 0

    def before(*_):
        nonlocal seen
        seen += 1
        if seen == at_statement:
            os.kill(os.getpid(), signal.SIGKILL)

    items = pool(11, 60)
    with open_ledger(path) as ledger:
        event.listen(ledger._engine, "before_cursor_execute", before)
        event.listen(ledger._engine, "commit", before)
        for at in range(0, len(items), 15):
            ledger.keep(items[at : at + 15])
            ledger.update_events()
    return seen


def kill_again_and_again(folder):
    """One undisturbed run; then in each round a ledger whose runs are killed, the last one excepted."""
    rng = random.Random(50)
    statements = whole_run(Path(folder, "undisturbed.db"))
    killed = 0
    for number in range(ROUNDS):
        path = Path(folder, f"killed-{number}.db")
        for _ in range(KILLS // ROUNDS):
            # What a run has done need not be done again: each kill comes within the next seventh of the work.
            at = rng.randint(1, statements // 7)
            if (child := os.fork()) == 0:
                whole_run(path, at)
                os._exit(0)
            killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        whole_run(path)
    print(killed)


def contents(ledger):
    """All rows of all tables, but where ids went that only some portions of the readings have seen."""
    with ledger._read() as connection:
        tables = [table for table in metadata.sorted_tables if table is not forwards]
        return {table.name: sorted(map(repr, connection.execute(select(table)))) for table in tables}


def test_fifty_kills_at_any_statement_leave_no_trace(tmp_path):
    # A process of its own forks the runs that are killed: it has loaded everything, and no other threads.
    code = KILLING.format(tests=str(Path(__file__).parent.parent), folder=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) >= KILLS * 0.9
    with open_ledger(tmp_path / "undisturbed.db") as ledger:
        expected, rows = export(ledger), contents(ledger)
    for number in range(ROUNDS):
        with open_ledger(tmp_path / f"killed-{number}.db") as ledger:
            assert export(ledger) == expected
            assert contents(ledger) == rows
