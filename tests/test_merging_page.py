"""What docs/merging.md shows of one event is what the program prints; … stands for anything."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from legation.views.cli import main

ROOT = Path(__file__).parents[1]
FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def examples():
    """Commands on the ledger of the page's three dispatches, in order, each with the lines that are shown of it."""
    found = []
    for fence in FENCE.findall((ROOT / "docs" / "merging.md").read_text("utf-8")):
        for line in fence.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return [(command, lines) for command, lines in found if command.startswith("legation ") and " x.db" in command]


def test_there_is_something_to_check():
    assert len(examples()) >= 6
    assert sum(len(lines) for _, lines in examples()) > 30


def test_the_page_shows_what_is_printed(tmp_path, monkeypatch, capfd):
    for path in (ROOT / "evaluation" / "stories" / "develop").glob("s13_*.txt"):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    for command, lines in examples():
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0, command
        out, err = capfd.readouterr()
        printed = plain(out + err)
        at = 0
        for line in lines:
            wanted = ".*?".join(re.escape(plain(part)) for part in begun(line).split("…") if plain(part))
            hit = re.compile(wanted).search(printed, at)
            assert hit, (command, line)
            at = hit.end()


def begun(line: str) -> str:
    """Of a row of a table the first cells: wide ones are folded, and how depends on the terminal."""
    cells = re.split(r" {3,}", line.strip())
    return " ".join(cells[:3]) if line.startswith(" ") and len(cells) > 3 else line


def plain(text: str) -> str:
    """Without the strokes of tables, spaces as one."""
    return " ".join(re.sub(r"[─━]+", " ", text).split())
