"""The page of benchmarks shows what was measured, with commands that there are. No clock is asked here."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCHMARKS = ROOT / "benchmarks"


def module(name):
    """A module of the benchmarks, which are programs and no package."""
    spec = importlib.util.spec_from_file_location(f"benchmarks_{name}", BENCHMARKS / f"{name}.py")
    found = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = found
    spec.loader.exec_module(found)
    return found


page = module("page")
Table = page.Table
TABLE = Table(("what", "s"), (("one | two", "1.5"), ("three", "10")), ("That is all.",))


def test_the_page_shows_what_was_measured_last():
    shown = page.PAGE.read_text(encoding="utf-8")
    assert page.written(shown) == shown


def test_every_benchmark_of_the_page_is_measured_and_shown():
    shown = re.findall(r"<!-- measured ([\w-]+) -->", page.PAGE.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(path.stem for path in page.MEASURED.glob("*.json"))
    assert set(shown) == set(page.COMMANDS)


@pytest.mark.parametrize("name", sorted(path.stem for path in page.MEASURED.glob("*.json")))
def test_what_was_measured_was_measured_by_the_command_of_the_page(name):
    record = json.loads((page.MEASURED / f"{name}.json").read_text(encoding="utf-8"))
    python, script, *given = shlex.split(record["command"])
    assert python == "python"
    assert [script, *given][: len(shlex.split(page.COMMANDS[name]))] == shlex.split(page.COMMANDS[name])
    assert str(ROOT) not in json.dumps(record)
    columns = len(record["table"]["columns"])
    assert record["table"]["rows"] and all(len(row) == columns for row in record["table"]["rows"])


@pytest.mark.parametrize("command", sorted({shlex.split(command)[0] for command in page.COMMANDS.values()}))
def test_every_benchmark_says_how_it_is_run(command):
    run = subprocess.run([sys.executable, ROOT / command, "--help"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "--json" in run.stdout


def test_blocks_are_put_into_the_page_and_the_rest_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MEASURED", tmp_path)
    record = {"command": "python x.py --n 3", "python": "3.11.9", "cores": 2, "table": TABLE.__dict__}
    (tmp_path / "memory.json").write_text(json.dumps(record), encoding="utf-8")
    text = "# Page\n<!-- measured memory -->\nold\n<!-- /measured -->\nWords.\n"
    found = page.written(text)
    assert found.startswith(
        "# Page\n<!-- measured memory -->\n`python x.py --n 3` (Python 3.11.9, 2 cores)\n\n| what | s |\n"
    )
    assert (
        "| --- | ---: |\n| one \\| two | 1.5 |\n| three | 10 |\n\nThat is all.\n<!-- /measured -->\nWords.\n" in found
    )
    assert page.written(found) == found


def test_a_benchmark_runs_and_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(page, "MEASURED", tmp_path)
    monkeypatch.setitem(page.COMMANDS, "merging", "benchmarks/merging_scale.py 40 80")
    page.measure("merging", [])
    record = json.loads((tmp_path / "merging.json").read_text(encoding="utf-8"))
    assert record["command"] == "python benchmarks/merging_scale.py 40 80"
    assert [row[0] for row in record["table"]["rows"]] == ["40", "80"]
    assert record["table"]["notes"][0].startswith("Exponent from 40 to 80 dispatches: ")


def test_what_cannot_be_measured_is_said():
    run = subprocess.run(
        [sys.executable, BENCHMARKS / "page.py", "measure", "nothing"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "measure what?" in run.stderr
