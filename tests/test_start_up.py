"""What a command need not load it does not load. No clock is asked here; benchmarks/start_up.py has one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from legation.ledger import open_ledger
from views.cases import world

PARSER = {"spacy", "numpy", "thinc", "py3langid"}
PAGES = {"fastapi", "starlette", "uvicorn", "jinja2", "altair", "vl_convert", "typst"}
TABLES = {"polars", "networkx", "icalendar"}
FEEDS = {"httpx", "feedparser", "trafilatura", "lxml"}
STORE = {"sqlalchemy", "alembic"}
FOR_PEOPLE = {"rich", "pydantic"}


def loaded(*arguments: str, cwd) -> set[str]:
    """The packages that a run of the program has loaded by its end."""
    code = (
        "import atexit, sys; from legation.views.cli import main; sys.argv[0] = 'legation';"
        "atexit.register(lambda: print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)); main()"
    )
    run = subprocess.run([sys.executable, "-c", code, *arguments], cwd=cwd, capture_output=True, text=True, check=True)
    return set(run.stderr.splitlines()[-1].split())


@pytest.fixture
def folder(tmp_path):
    with open_ledger(tmp_path / "legation.db") as ledger:
        ledger.keep(world())
        ledger.update_events()
    (tmp_path / "one.txt").write_text("Sergueï Lavrov a rencontré Jorge Arreaza à Caracas le 7 février 2020.", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], PARSER | PAGES | TABLES | FEEDS | STORE | FOR_PEOPLE),
        (["--version"], PARSER | PAGES | TABLES | FEEDS | STORE | FOR_PEOPLE),
        (["read", "--help"], PARSER | PAGES | TABLES | FEEDS | STORE | {"rich"}),
        (["events"], PARSER | PAGES | TABLES | FEEDS | {"alembic"}),
        (["events", "--format", "jsonl"], PARSER | PAGES | TABLES | FEEDS | {"alembic", "rich"}),
        (["read", "one.txt", "--format", "jsonl"], {"fastapi", "altair", "typst", "trafilatura"} | TABLES | STORE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_commands_load_only_what_they_need(arguments, unwanted, folder):
    assert loaded(*arguments, cwd=folder) & unwanted == set()


def test_the_check_sees_what_is_loaded(folder):
    assert loaded("events", cwd=folder) >= {"sqlalchemy", "rich"}
