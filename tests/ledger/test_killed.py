"""A run killed in the middle, again and again, ends in the same ledger as one left in peace."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from legation.ledger import open_ledger
from record_builders import make_dispatch, make_report

from .cases import export

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


def test_killed_runs_can_be_run_again(tmp_path):
    with open_ledger(tmp_path / "undisturbed.db") as ledger:
        for batch in batches():
            ledger.keep(batch)
        ledger.update_events()
        expected = export(ledger)
    path = tmp_path / "killed.db"
    here = Path(__file__).parent
    code = RUN.format(tests=str(here.parent), here=str(here), path=str(path))
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
