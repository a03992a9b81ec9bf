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


KILLS = {"sqlite": (50, 5), "postgresql": (12, 2)}
"""How many runs are killed, and over how many ledgers."""
KILLING = """
import sys
sys.path[:0] = [{tests!r}]
from ledger.test_killed import kill_again_and_again
kill_again_and_again({undisturbed!r}, {killed!r}, {kills!r})
"""


def whole_run(place, at_statement=None):
    """Keeps and merges the pool in small batches; kills itself before a statement, if one is named. Counts them."""
    updating.PORTION = 7
    seen = 0

    def before(*_):
        nonlocal seen
        seen += 1
        if seen == at_statement:
            os.kill(os.getpid(), signal.SIGKILL)

    items = pool(11, 60)
    with open_ledger(place) as ledger:
        event.listen(ledger._engine, "before_cursor_execute", before)
        event.listen(ledger._engine, "commit", before)
        for at in range(0, len(items), 15):
            ledger.keep(items[at : at + 15])
            ledger.update_events()
    return seen


def kill_again_and_again(undisturbed, killed, kills):
    """One undisturbed run; then ledgers whose runs are killed, so many in all, the last one of each excepted."""
    rng = random.Random(50)
    statements = whole_run(undisturbed)
    died = 0
    for place in killed:
        for _ in range(kills // len(killed)):
            # What a run has done need not be done again: each kill comes within the next seventh of the work.
            at = rng.randint(1, statements // 7)
            if (child := os.fork()) == 0:
                whole_run(place, at)
                os._exit(0)
            died += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        whole_run(place)
    print(died)


def contents(ledger, *, ranked=False):
    """All rows of all tables, but where ids went that only some portions of the readings have seen.

    `ranked`: rows by their order, for a server does not give again the number of a row that it took back.
    """
    with ledger._read() as connection:
        rows = {table: connection.execute(select(table)).all() for table in metadata.sorted_tables}
    ranks = {
        table.c.seq: {seq: n for n, seq in enumerate(sorted(row.seq for row in rows[table]), 1)}
        for table in rows
        if ranked and "seq" in table.c
    }

    def told(column, value, row):
        if column is metadata.tables["state"].c.value and row[0] == "merged":  # up to the reading of this number
            return ranks.get(metadata.tables["readings"].c.seq, {}).get(int(value), value)
        behind = next((key.column for key in column.foreign_keys), column)
        return ranks[behind].get(value, value) if behind in ranks else value

    return {
        table.name: sorted(
            repr([told(column, value, row) for column, value in zip(table.c, row, strict=True)]) for row in found
        )
        for table, found in rows.items()
        if table is not forwards
    }


def test_kills_at_any_statement_leave_no_trace(place):
    # A process of its own forks the runs that are killed: it has loaded everything, and no other threads.
    undisturbed = place("undisturbed")
    on_server = undisturbed.startswith("postgresql")
    kills, rounds = KILLS["postgresql" if on_server else "sqlite"]
    killed = [place(f"killed{number}") for number in range(rounds)]
    tests = str(Path(__file__).parent.parent)
    code = KILLING.format(tests=tests, undisturbed=undisturbed, killed=killed, kills=kills)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(done.stdout) >= kills * 0.9
    with open_ledger(undisturbed) as ledger:
        expected, rows = export(ledger), contents(ledger, ranked=on_server)
    for address in killed:
        with open_ledger(address) as ledger:
            assert export(ledger) == expected
            assert contents(ledger, ranked=on_server) == rows
            assert list(ledger.check()) == []
