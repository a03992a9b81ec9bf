"""What a ledger comes through: a full disk, a disk that cannot be written, a clock set back."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import legation
from legation.ledger import LedgerError, open_ledger
from legation.views import judging

from .cases import world

TESTS = Path(__file__).parents[1]
FILLING = """
import sys
sys.path[:0] = [{tests!r}]
from ledger.test_killed import batches
from legation.ledger import LedgerError, open_ledger
{before}
kept = 0
try:
    with open_ledger({path!r}) as ledger:
        for batch in batches(size=20, number=4000):
            ledger.keep(batch)
            kept += 20
            print(kept, flush=True)
            ledger.update_events()
    print("done")
except LedgerError as error:
    print(error)
"""


def filled(path, *, before="", command=()):
    """Keeps and merges until something is in the way; what it said last, and how many dispatches it had kept."""
    code = FILLING.format(tests=str(TESTS), path=str(path), before=before)
    done = subprocess.run([*command, sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    *kept, said = done.stdout.splitlines()
    return said, int(kept[-1]) if kept else 0


def goes_on(path, kept):
    """What was kept is there, whole, and more can be added."""
    with open_ledger(path) as ledger:
        assert ledger.counts().dispatches >= kept
        assert ledger.counts().dispatches % 20 == 0
        ledger.update_events()
        assert list(ledger.check()) == []
        ledger.keep(world())
        ledger.update_events()
        assert list(ledger.check()) == []


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True,
                          text=True, check=False) if shutil.which("mount") else None  # fmt: skip
    if made is None or made.returncode:
        pytest.skip(f"no small disk can be mounted here ({made.stderr.strip() if made else 'no mount'})")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full_loses_nothing(small_disk, tmp_path):
    path = small_disk / "l.db"
    said, kept = filled(path)
    assert said == f"{path}: the disk is full; what was kept before is safe"
    assert kept >= 20
    with open_ledger(path) as ledger:  # a full disk can still be read
        assert ledger.counts().dispatches == kept
        with pytest.raises(LedgerError, match=r"no space left|disk is full"):
            ledger.backup(small_disk / "copy.db")
    assert [entry.name for entry in small_disk.iterdir() if "copy" in entry.name] == []
    moved = tmp_path / "moved"
    shutil.copytree(small_disk, moved)
    goes_on(moved / "l.db", kept)


def test_a_file_that_may_not_grow_loses_nothing(tmp_path):
    path = tmp_path / "l.db"
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, resource.RLIM_INFINITY))"
    said, kept = filled(path, before=limit)
    assert said.startswith(f"{path}: the disk ")
    assert kept >= 20
    goes_on(path, kept)


@pytest.fixture
def read_only(tmp_path):
    """A disk that can only be read, with a ledger on it."""
    disk, folder = tmp_path / "disk", tmp_path / "mounted"
    disk.mkdir()
    folder.mkdir()
    with open_ledger(disk / "l.db") as ledger:
        ledger.keep(world())
        ledger.update_events()
    binding = [["mount", "--bind", str(disk), str(folder)], ["mount", "-o", "remount,ro,bind", str(folder)]]
    for number, command in enumerate(binding):
        made = subprocess.run(command, capture_output=True, text=True, check=False) if shutil.which("mount") else None
        if made is None or made.returncode:
            if number:
                subprocess.run(["umount", str(folder)], check=True)
            pytest.skip("no disk can be mounted for reading only here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def one_line_each(*attempts):
    for attempt in attempts:
        with pytest.raises(LedgerError) as error:
            attempt()
        assert "\n" not in str(error.value)
        assert "read-only" in str(error.value)


def test_on_a_disk_that_can_only_be_read_one_line_says_so(read_only):
    one_line_each(lambda: _kept(read_only / "l.db"), lambda: open_ledger(read_only / "new.db"))


def _kept(path):
    with open_ledger(path) as ledger:
        ledger.keep([(dispatch, ()) for dispatch, _ in world()], program="another")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write what is read-only")
def test_a_file_or_folder_that_can_only_be_read_is_told_in_one_line(tmp_path):
    path = tmp_path / "in" / "l.db"
    path.parent.mkdir()
    with open_ledger(path) as ledger:
        ledger.keep(world())
        ledger.update_events()
    path.chmod(0o400)
    one_line_each(lambda: _kept(path))
    path.chmod(0o600)
    path.parent.chmod(0o500)
    try:
        one_line_each(lambda: _kept(path), lambda: open_ledger(path.parent / "new.db"))
    finally:
        path.parent.chmod(0o700)
    with open_ledger(path) as ledger:
        assert ledger.counts().dispatches == len(world())


class _Clock:
    """A clock that goes backwards, a day at a time."""

    day = 28

    @classmethod
    def now(cls, zone):
        cls.day -= 1
        return judging_datetime(2024, 1, cls.day, tzinfo=zone)

    @staticmethod
    def fromisoformat(text):
        return judging_datetime.fromisoformat(text)


judging_datetime = judging.datetime


def test_a_clock_set_back_does_not_make_the_last_judgement_count_for_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(judging, "datetime", _Clock)
    monkeypatch.setattr(_Clock, "day", 28)
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.keep(world())
        ledger.update_events()
        event = next(event for event in ledger.events() if len(event.reports) == 2)
        a, b = (ledger.report(report.id) for report in event.reports)
        for answer, number in (("different", 2), ("same", 1), ("different", 2)):
            judging.judge_pairs(ledger, [(a, b)], answer, by="A")
            assert len({ledger.events_of([one.id])[one.id] for one in (a, b)}) == number
        times = [judgement.at for judgement in ledger.judgements()]
        assert times == sorted(times)
        assert len(set(times)) == 3
        told = next(event for event in ledger.events() if len(event.reports) == 1)
        for value in ("2020-06", "2020-07"):
            corrected = judging.correct_event(ledger, told, "date", value, "lu ailleurs", by="A")
            assert corrected.after.date == value


def test_the_record_knows_no_clock():
    """What is read, merged and kept is the same whatever day the machine believes it is: nobody there asks it."""
    for stage in ("reading", "merging", "ledger", "walk"):
        for path in (Path(legation.__file__).parent / stage).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}:
                    assert ast.unparse(node.value) not in {"date", "datetime", "datetime.date", "datetime.datetime"}, (
                        path
                    )
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                assert "time" not in names, path
