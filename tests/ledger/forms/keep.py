"""Writes a small ledger of each form that is not there yet, as the statements that make it: `0001.sql`, `0002.sql` …

    python tests/ledger/forms/keep.py

To be run whenever a migration is added. The newest form is as the program leaves it; one in between has the tables that
its migrations make, with the rows that a program of today keeps in them. `0001.sql` is by a program of its time.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

sys.path.insert(0, str(Path(__file__).parents[2]))

from ledger.cases import world
from legation.judgement import on_pair
from legation.ledger import open_ledger, opening
from legation.ledger.tables import APPLICATION_ID, HEAD

HERE = Path(__file__).parent
MIGRATIONS = Path(opening.__file__).parent / "migrations"
LEFT_OUT = re.compile(
    r"(?:CREATE TABLE|INSERT INTO) ['\"](?:dispatch|report)_words"
    r"|PRAGMA writable|BEGIN|COMMIT|INSERT INTO sqlite_master"
)


def fill(path: Path) -> None:
    """Two versions have read, and somebody has judged."""
    with open_ledger(path) as ledger:
        ledger.keep([(dispatch, reports[:1]) for dispatch, reports in world()[:2]], program="0.1")
        ledger.update_events()
        ledger.keep(world(), program="0.2")
        ledger.update_events()
        a, b = next(event for event in ledger.events() if len(event.reports) > 1).reports[:2]
        a, b = ledger.report(a.id), ledger.report(b.id)
        ledger.judge(on_pair(a, b, "different", by="A", at="2024-01-01T00:00:00Z"))
        ledger.update_events()


def as_of(form: str, newest: Path, path: Path) -> None:
    """A ledger of an earlier form with the rows of the newest that it has room for."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, form)
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ATTACH ? AS newest", [str(newest)])
        names = "SELECT name FROM {}sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_words%' ESCAPE '\\'"
        shared = {*connection.execute(names.format(""))} & {*connection.execute(names.format("newest."))}
        for (name,) in sorted(shared - {("alembic_version",)}):
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({name})"))
            connection.execute(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM newest.{name}")
        if ("judgements",) not in shared:
            connection.execute("DELETE FROM state WHERE key = 'judged'")
        connection.commit()


def statements(path: Path) -> Iterator[str]:
    """What makes this database. A full-text index stands there as what makes it and fills it, not as its own tables."""
    with closing(sqlite3.connect(path)) as connection:
        yield f"PRAGMA application_id = {APPLICATION_ID};"
        dump = [line for line in connection.iterdump() if not LEFT_OUT.match(line)]
        yield from (line for line in dump if not line.startswith("CREATE TRIGGER"))
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"):
            yield f"{sql};"
            yield f"INSERT INTO {name}({name}) VALUES('rebuild');"
        yield from (line for line in dump if line.startswith("CREATE TRIGGER"))


def main() -> None:
    forms = sorted(path.stem[1:5] for path in (MIGRATIONS / "versions").glob("r*.py"))
    with tempfile.TemporaryDirectory() as folder:
        newest = Path(folder) / "newest.db"
        fill(newest)
        for form in forms:
            target, path = HERE / f"{form}.sql", Path(folder) / f"{form}.db"
            if target.exists():
                continue
            if form == HEAD:
                path = newest
            else:
                as_of(form, newest, path)
            target.write_text("\n".join(statements(path)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
