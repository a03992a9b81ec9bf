"""Fixtures: a ledger with the small world, and the walk with a reader that needs no parser."""

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from typer.testing import CliRunner

from legation.ledger import grouping, open_ledger
from views.cases import WordLanguages, hostile, kept, world


def _filled(path, readings):
    """A ledger in this file with these readings, merged."""
    with open_ledger(path) as ledger:
        ledger.keep(readings)
        ledger.update_events()
    return path


@pytest.fixture
def ledger_file(tmp_path):
    return _filled(tmp_path / "world.db", world())


@pytest.fixture
def kept_file(tmp_path):
    return _filled(tmp_path / "kept.db", kept())


@pytest.fixture
def undecided(monkeypatch):
    """Whatever observations weigh: no two reports are decided."""
    decided = grouping.judge
    monkeypatch.setattr(
        grouping,
        "judge",
        lambda a, b: msgspec.structs.replace(decided(a, b), score=4.0, same=False, opposed=False),
    )


@pytest.fixture
def hostile_file(tmp_path):
    return _filled(tmp_path / "hostile.db", [hostile()])


@pytest.fixture
def languages(monkeypatch):
    """The walk uses the reader of `cases`."""
    found = WordLanguages()
    monkeypatch.setattr("legation.walk.ReaderSet", lambda: found)
    return found


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command line in an empty folder; gives the result with `stdout` and `stderr`."""
    from legation.views.cli import app  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(app, [str(a) for a in arguments], **options)
