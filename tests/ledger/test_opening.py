import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event

from legation.ledger import LedgerError, open_ledger, opening, record
from legation.ledger import tables as t
from legation.ledger.tables import APPLICATION_ID, HEAD, metadata
from record_builders import make_dispatch

from .cases import export, world


def refused(path, **options):
    with pytest.raises(LedgerError) as error:
        open_ledger(path, **options)
    message = str(error.value)
    assert "\n" not in message
    assert str(path) in message
    return message


def test_what_is_no_ledger_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("Bonjour, ceci n'est pas une base.")
    assert "not a ledger" in refused(path)
    assert path.read_text().startswith("Bonjour")
    assert "folder" in refused(tmp_path)
    assert "folder does not exist" in refused(tmp_path / "missing" / "l.db")


def test_a_file_that_only_begins_like_a_database_is_refused(tmp_path):
    path = tmp_path / "half.db"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    refused(path)


def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE dispatches (id)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    assert "another program" in refused(path)
    assert path.read_bytes() == before


def test_a_newer_form_is_refused(tmp_path):
    path = tmp_path / "l.db"
    open_ledger(path).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    assert "newer version" in refused(path)


def test_a_missing_ledger_is_made_only_when_wanted(tmp_path):
    path = tmp_path / "l.db"
    assert "no such ledger" in refused(path, create=False)
    assert not path.exists()
    open_ledger(path).close()
    open_ledger(path, create=False).close()
    empty = tmp_path / "empty.db"
    empty.touch()
    assert "empty" in refused(empty, create=False)
    open_ledger(empty).close()


def test_a_folder_that_cannot_be_written_gives_one_line():
    # /proc refuses new files even to the superuser.
    assert "read-only" in refused(Path("/proc/legation.db"))


def test_a_full_disk_gives_one_line_and_keeps_what_was_kept(tmp_path):
    path = tmp_path / "l.db"
    with open_ledger(path) as ledger:
        ledger.keep(world()[:1])
    with open_ledger(path) as ledger:
        pages = sqlite3.connect(path).execute("PRAGMA page_count").fetchone()[0]

        def fill(connection, _):
            connection.execute(f"PRAGMA max_page_count = {pages}")

        event.listen(ledger._engine, "connect", fill)
        ledger._engine.dispose()
        with pytest.raises(LedgerError, match="disk is full") as error:
            ledger.keep([(d, r) for d, r in _many(400)])
        assert "\n" not in str(error.value)
    with open_ledger(path) as ledger:
        assert [d.id for d in ledger.dispatches()] == [world()[0][0].id]
        assert ledger.keep(world()).new == 4


def _many(number):
    return [(make_dispatch(f"Texte numéro {n}. " * 20), []) for n in range(number)]


def test_the_migrations_lead_to_the_tables(tmp_path):
    with open_ledger(tmp_path / "l.db") as ledger, ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _o, name, kind, *_: kind != "table" or "_words" not in name},
        )
        assert compare_metadata(context, metadata) == []
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_head_is_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_an_up_to_date_ledger_opens_without_loading_alembic(tmp_path):
    path = tmp_path / "l.db"
    open_ledger(path).close()
    code = (
        "import sys; from legation.ledger import open_ledger; "
        f"open_ledger({str(path)!r}).counts(); print('alembic' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_two_processes_may_make_one_ledger_at_once(tmp_path):
    path = tmp_path / "l.db"
    code = f"from legation.ledger import open_ledger; print(open_ledger({str(path)!r}).counts().dispatches)"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out.strip()) == (0, "0"), err


def test_a_ledger_of_the_first_form_is_brought_up_to_date_and_merged_anew(tmp_path):
    path = tmp_path / "l.db"
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        t.counted.create(connection)  # what is written today counts at once; that form knew no counts
        record.keep(connection, world(), "1.0")
        t.counted.drop(connection)
        connection.exec_driver_sql("INSERT INTO state VALUES ('merged', '5')")
    engine.dispose()
    with open_ledger(path) as ledger, open_ledger(tmp_path / "new.db") as new:
        assert ledger.counts().stale == 5
        new.keep(world(), program="1.0")
        new.update_events()
        ledger.update_events()
        assert export(ledger) == export(new)


def test_a_file_is_mapped_only_where_that_is_asked_for(tmp_path):
    for mapped in (False, True):
        with open_ledger(tmp_path / "l.db", mapped=mapped) as ledger, ledger._read() as connection:
            assert bool(connection.exec_driver_sql("PRAGMA mmap_size").scalar()) is mapped


def test_keeping_holds_fewer_pages_than_merging(tmp_path):
    with open_ledger(tmp_path / "l.db") as ledger:
        with ledger._write(keeping=True) as connection:
            kept = connection.exec_driver_sql("PRAGMA cache_size").scalar()
        with ledger._write() as connection:
            merged = connection.exec_driver_sql("PRAGMA cache_size").scalar()
        with ledger._read() as connection:
            read = connection.exec_driver_sql("PRAGMA cache_size").scalar()
    assert (kept, merged) == (-opening.KEEPERS_CACHE_KIB, -opening.WRITERS_CACHE_KIB)
    assert opening.KEEPERS_CACHE_KIB < opening.WRITERS_CACHE_KIB
    assert read == -opening.CACHE_KIB, "whatever the connection was used for before"
