"""A ledger on a PostgreSQL server: what is refused, and that several may use it at once."""

import builtins
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from legation.ledger import LedgerError, Question, open_ledger
from legation.ledger.tables import metadata
from record_builders import make_dispatch

from .cases import export, world
from .pool import pool


@pytest.fixture
def empty(server):
    """The address of a database without tables."""
    name = server.make(empty=True)
    yield server.uri(name)
    server.drop(name)


@pytest.fixture
def address(server):
    """The address of an empty ledger."""
    name = server.make()
    yield server.uri(name)
    server.drop(name)


def run(address, statement):
    """Says something to the server past the ledger."""
    import psycopg  # noqa: PLC0415  where there is no server it need not be there

    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute(statement)
        return found.fetchall() if found.description else []


def refused(address, **options):
    with pytest.raises(LedgerError) as error:
        open_ledger(address, **options)
    message = str(error.value)
    assert "\n" not in message
    assert "geheim" not in message
    assert message.startswith("postgresql://postgres@/test")
    return message


def test_an_empty_database_becomes_a_ledger_only_when_wanted(empty):
    assert "holds no ledger" in refused(empty, create=False)
    assert run(empty, "SELECT 1 FROM pg_class WHERE relname = 'dispatches'") == []
    open_ledger(empty).close()
    with open_ledger(empty, create=False) as ledger:
        assert ledger.counts().dispatches == 0
        assert str(ledger.address).startswith("postgresql://postgres@/test")
        with pytest.raises(LedgerError, match="is no file"):
            _ = ledger.path


def test_another_programs_database_is_refused_and_left_as_it_was(empty):
    run(empty, "CREATE TABLE dispatches (id text)")
    assert "another program" in refused(empty)
    assert run(empty, "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname !~ '^(pg|sql)_'") == [
        ("dispatches",)
    ]


def test_another_users_of_alembic_is_another_program(empty):
    run(empty, "CREATE TABLE alembic_version (version_num text)")
    run(empty, "INSERT INTO alembic_version VALUES ('0001')")
    assert "another program" in refused(empty)


def test_a_newer_form_is_refused(address):
    run(address, "UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in refused(address)


def test_a_ledger_may_have_a_schema_of_its_own(empty):
    run(empty, "CREATE TABLE somebody_elses (id text)")
    run(empty, "CREATE SCHEMA dispatches")
    within = f"{empty}&options=-csearch_path%3Ddispatches"
    with open_ledger(within) as ledger:
        ledger.keep(world())
        assert ledger.update_events() == 4
    assert "schema" in refused(f"{empty}&options=-csearch_path%3Dnowhere")


def test_what_is_not_there_and_who_may_not_come_in(server, address):
    gone = address.replace("/test", "/test_gone_")
    assert "no such database" in refused(gone)
    nowhere = "postgresql://postgres:geheim@127.0.0.1:1/test?connect_timeout=2"
    with pytest.raises(
        LedgerError, match=r"^postgresql://postgres@127.0.0.1:1/test: the database cannot be reached"
    ) as e:
        open_ledger(nowhere)
    assert "\n" not in str(e.value)
    assert "geheim" not in str(e.value)
    role = address.replace("postgres:", "nobody:")
    with pytest.raises(LedgerError, match="refuses this user or password"):
        open_ledger(role)


@pytest.mark.parametrize(
    "given",
    [
        "postgresql://u:geh/eim@h/d",
        "postgresql://u:p%geheim@h/d",
        "postgresql://u@h/d?geheim=1",
        "mysql://u:geheim@h/d",
    ],
)
def test_an_address_that_cannot_be_read_is_not_shown(given):
    with pytest.raises(LedgerError) as error:
        open_ledger(given)
    assert "\n" not in str(error.value)
    assert "geh" not in str(error.value)


def test_a_database_in_another_encoding_is_refused(server, empty):
    name = urlsplit(empty).path.removeprefix("/test")
    server.run(f"CREATE DATABASE latin{name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    try:
        with pytest.raises(LedgerError, match="LATIN1; a ledger needs UTF8"):
            open_ledger(server.uri(f"latin{name}"))
    finally:
        server.drop(f"latin{name}")


def test_without_the_driver_it_is_said_what_to_install(monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.startswith("psycopg"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(LedgerError, match=r"pip install 'legation\[postgres\]'"):
        open_ledger("postgresql://h/d")


def test_the_migrations_lead_to_the_tables(address):
    with open_ledger(address) as ledger, ledger._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_object": lambda _o, name, kind, *_: kind != "table" or "_words" not in name},
        )
        assert compare_metadata(context, metadata) == []


def test_all_text_sorts_by_its_bytes(address):
    columns = run(
        address,
        "SELECT table_name, column_name, collation_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND data_type IN ('text', 'character varying') AND table_name <> 'alembic_version'",
    )
    assert len(columns) > 50
    assert [one for one in columns if one[2] != "C"] == []


def test_three_processes_may_make_one_ledger_at_once(empty):
    code = f"from legation.ledger import open_ledger; print(open_ledger({empty!r}).counts().dispatches)"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for process in running:
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out.strip()) == (0, "0"), err


WRITING = """
import sys
sys.path[:0] = [{tests!r}, {here!r}]
from ledger.pool import pool
from legation.ledger import open_ledger
with open_ledger({address!r}) as ledger:
    items = pool(7, 60)
    for at in range({first}, len(items), 6):
        ledger.keep(items[at : at + 3])
        ledger.update_events()
"""


def test_two_writers_at_once_end_in_the_record_of_one_after_the_other(server, address, tmp_path):
    here = Path(__file__).parent
    code = {"tests": str(here.parent), "here": str(here), "address": address}
    running = [
        subprocess.Popen([sys.executable, "-c", WRITING.format(first=first, **code)], stderr=subprocess.PIPE, text=True)
        for first in (0, 3)
    ]
    for process in running:
        assert process.communicate(timeout=120)[1] == ""
        assert process.returncode == 0
    with open_ledger(address) as ledger, open_ledger(tmp_path / "one.db") as one:
        one.keep(pool(7, 60))
        one.update_events()
        assert export(ledger) == export(one)
        assert ledger.counts() == one.counts()


def test_a_writer_that_waits_too_long_says_so(address, monkeypatch):
    monkeypatch.setattr("legation.ledger.servers.BUSY_SECONDS", 1.0)
    with open_ledger(address) as ledger, open_ledger(address) as other:
        with other._write(), pytest.raises(LedgerError, match="in use by another program"):
            ledger.keep(world())
        assert ledger.keep(world()).new == 5


def test_readers_do_not_wait_and_see_one_state(address):
    with open_ledger(address) as ledger, open_ledger(address) as other:
        ledger.keep(world()[:2])
        with other._read() as connection:
            number = text("SELECT count(*) FROM dispatches")
            before = connection.execute(number).scalar()
            done = threading.Thread(target=ledger.keep, args=(world(),))
            done.start()
            done.join(timeout=30)
            assert not done.is_alive()
            assert connection.execute(number).scalar() == before == 2
        assert other.counts().dispatches == 5


def test_a_database_gone_and_back_loses_nothing(server, address):
    name = urlsplit(address).path.strip("/")
    with open_ledger(address) as ledger:
        ledger.keep(world()[:2])

        def interrupted():
            yield world()[2]
            server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
            yield world()[3]

        with pytest.raises(LedgerError, match="cannot be reached or went away; what was kept") as error:
            ledger.keep(interrupted())
        assert "\n" not in str(error.value)
        assert ledger.counts().dispatches == 2  # by a new connection
        assert ledger.keep(world()).new == 3
        server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        assert ledger.update_events() == 4


def test_who_may_only_read_can_ask_and_not_write(server, address):
    with open_ledger(address) as ledger:
        ledger.keep(world())
        ledger.update_events()
    run(address, "CREATE ROLE reader LOGIN")
    try:
        run(address, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
        with open_ledger(address.replace("postgres:", "reader:"), create=False) as ledger:
            assert len(ledger.events()) == 4
            assert [d.source for d in ledger.search("ingerence").dispatches] == ["revue.txt"]
            with pytest.raises(LedgerError, match="not allowed") as error:
                ledger.keep([(make_dispatch("Rien de neuf."), [])])
            assert "\n" not in str(error.value)
    finally:
        run(address, "DROP OWNED BY reader")
        run(address, "DROP ROLE reader")


def test_what_cannot_stand_in_a_text_finds_nothing_and_is_not_kept(address):
    with open_ledger(address) as ledger:
        ledger.keep(world())
        ledger.update_events()
        assert ledger.events(Question(person="Lav\0rov")) == ()
        assert ledger.dispatch("depeche.txt\0") is None
        assert ledger.search("accuse\0Londres").dispatches != ()
        with pytest.raises(LedgerError, match="NUL"):
            ledger.keep([(make_dispatch("Rien\0 de neuf."), [])])
