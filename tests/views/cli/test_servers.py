"""The commands on a ledger that a PostgreSQL server has: they print what they print of a file, and no password."""

from __future__ import annotations

import re
import shlex
import warnings
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

import legation
from legation.ledger import open_ledger
from legation.views.cli.failures import FAULTY
from legation.views.web import Settings, make_app
from views.cases import hostile, kept, world

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

GUIDE = Path(__file__).parents[3] / "docs" / "shared-ledgers.md"


@pytest.fixture
def address(server):
    """The address of an empty ledger."""
    name = server.make()
    yield server.uri(name)
    server.drop(name)


def fill(place):
    with open_ledger(place) as ledger:
        ledger.keep([*world(), *kept(), hostile()])
        ledger.update_events()
        assert len(ledger.events()) > 5
    return place


@pytest.fixture
def filled(address):
    return fill(address)


@pytest.fixture
def file(tmp_path):
    """The same in a file."""
    return fill(tmp_path / "kept.db")


ASKED = (
    "events",
    "events RUS --since 2020 --format jsonl",
    "commitments",
    "commitments RUS --as-of 2020-03 --format jsonl",
    "people",
    "people VEN --format jsonl",
    "disagreements",
    "reprints",
    "judgements",
    "brief RUS VEN",
    "export --format csv",
    "export --format jsonl",
    "export --format ftm",
    "export --format graphml",
)


def test_every_question_has_the_same_answer(run, file, filled):
    for asked in ASKED:
        here = run(*asked.split(), "--ledger", file)
        there = run(*asked.split(), "--ledger", filled)
        assert here.exit_code == there.exit_code == 0, (asked, here.output, there.output)
        assert here.stdout_bytes == there.stdout_bytes, asked
        assert "geheim" not in there.output + there.stderr


def test_one_event_and_its_reports_are_explained_alike(run, file, filled):
    with open_ledger(file) as ledger:
        event = max(ledger.events(), key=lambda one: len(one.reports))
        source = ledger.dispatches()[0].source
    for asked in (("why", event.id), ("explain", event.id[:12]), ("explain", event.reports[0].id), ("show", source)):
        here, there = (run(*asked, "--ledger", ledger) for ledger in (file, filled))
        assert (here.exit_code, here.stdout) == (0, there.stdout), asked


def test_reading_into_it_says_where_without_the_password(run, languages, address, tmp_path):
    (tmp_path / "one.txt").write_text("Moscou aide Caracas.", encoding="utf-8")
    done = run("read", "one.txt", "--ledger", address)
    assert done.exit_code == 0, done.output
    assert re.search(r"^postgresql://postgres@/test\d+ holds 1 dispatch, ", done.stderr, re.M)
    assert "geheim" not in done.stderr
    assert "1 known already" in run("read", "one.txt", "--ledger", address).stderr


def test_what_cannot_be_used_is_one_line_without_the_password(run, address):
    for given, status, said in (
        (
            "postgresql://u:geheim@127.0.0.1:1/d?connect_timeout=2",
            1,
            "//u@127.0.0.1:1/d: the database cannot",
        ),
        (address.replace("/test", "/none"), 1, "no such database"),
        ("postgresql://u:geh/eim@h/d", 2, "not an address"),
        ("mysql://u:geheim@h/d", 2, "a ledger is a file or stands at postgresql://"),
    ):
        for command in (("events",), ("read", "-"), ("ledger", "copy", given)):
            option = (given,) if command[0] == "ledger" else ("--ledger", given)
            done = run(*command, *option, input="Rien.")
            assert done.exit_code == status, done.output
            assert said in done.stderr.replace("\n", " "), done.stderr
            assert "geh" not in done.output + done.stderr
            if status == 1:
                assert done.stderr.count("\n") == 1


def test_an_empty_database_holds_no_ledger(run, server):
    name = server.make(empty=True)
    try:
        done = run("events", "--ledger", server.uri(name))
        assert (done.exit_code, done.stderr) == (1, f"postgresql://postgres@/{name}: holds no ledger\n")
    finally:
        server.drop(name)


def test_a_ledger_is_copied_there_and_back(run, file, address):
    there = run("ledger", "copy", file, address)
    assert there.exit_code == 0, there.output
    assert re.search(r"^postgresql://postgres@/test\d+ is a copy of \S+kept.db: \d+ rows, compared", there.stderr)
    assert run("ledger", "copy", address, "back.db").exit_code == 0
    assert run("events", "--ledger", "back.db").stdout == run("events", "--ledger", file).stdout
    again = run("ledger", "copy", file, address)
    assert again.exit_code == 1
    assert "not empty" in again.stderr
    missing = run("ledger", "copy", "none.db", address)
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("sort", "spoiling"),
    [
        ("event", "UPDATE events SET type = 'AID', status = 'denied' WHERE id = (SELECT min(id) FROM events)"),
        ("event", "UPDATE events SET record = '{}' WHERE id = (SELECT min(id) FROM events)"),
        ("gathered", "DELETE FROM events WHERE id = (SELECT max(id) FROM events)"),
        (
            "participants",
            "DELETE FROM report_participants WHERE report = (SELECT min(report) FROM report_participants)",
        ),
        ("current", "UPDATE reports SET superseded = NOT superseded WHERE seq = (SELECT max(seq) FROM reports)"),
        ("column", "UPDATE reports SET type = 'AID' WHERE seq = (SELECT min(seq) FROM reports WHERE type <> 'AID')"),
    ],
)
def test_what_was_spoiled_on_a_server_is_found_and_mended(run, filled, sort, spoiling):
    asked = run("export", "--format", "jsonl", "--ledger", filled).stdout
    sound = run("ledger", "check", "--ledger", filled)
    assert (sound.exit_code, sound.stdout) == (0, ""), sound.output
    assert re.search(r"^postgresql://postgres@/test\d+: \d+ dispatches, .* events: no faults$", sound.stderr, re.M)
    with psycopg.connect(filled, autocommit=True) as connection:
        assert connection.execute(spoiling).rowcount >= 1
    found = run("ledger", "check", "--ledger", filled)
    assert found.exit_code == FAULTY, found.output
    assert re.search(rf"^{sort} \(\d+, can be repaired\)", found.stdout, re.M), found.stdout
    mended = run("ledger", "check", "--repair", "--ledger", filled)
    assert mended.exit_code == 0, mended.output
    assert run("export", "--format", "jsonl", "--ledger", filled).stdout == asked


def test_the_guide_does_what_it_says(run, languages, server, tmp_path):
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "one.txt").write_text("Moscou aide Caracas.", encoding="utf-8")
    blocks = re.findall(r"^```(sql|sh)\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    at = {"legation": server.uri("legation"), "legation2": server.uri("legation2")}
    lines = 0
    try:
        server.run("CREATE DATABASE legation2 TEMPLATE template0")
        for kind, body in blocks:
            for line in body.splitlines():
                if kind == "sql":
                    server.run(line)
                elif line.startswith("legation "):
                    given = re.sub(r"postgresql://desk@db\.example/(\w+)", lambda m: at[m[1]], line)
                    given = given.replace("legation.db", at["legation"]).replace("postgres:geheim@", "desk:x@")
                    if "legation2" in given:
                        given = given.replace("desk:x@", "postgres@")
                    done = run(*shlex.split(given)[1:])
                    assert done.exit_code == 0, (line, done.output)
                    lines += 1
        assert lines == 5
        with open_ledger(tmp_path / "back.db") as ledger:
            assert ledger.counts().dispatches == 1
    finally:
        server.drop("legation")
        server.drop("legation2")
        server.run("DROP ROLE visitor")
        server.run("DROP ROLE desk")


def test_it_opens_in_python(filled, server):
    with legation.open(filled) as desk:
        assert len(desk.events()) > 3
        assert repr(desk) == f"<legation.Desk {desk.address!r}>"
        assert desk.address.startswith("postgresql://postgres@/test")
        with pytest.raises(legation.LedgerError, match=r"^no dispatch 'none' in postgresql://postgres@/test\d+$"):
            desk.dispatch("none")
    with pytest.raises(legation.LedgerError, match="not an address"):
        legation.open("postgresql://u:geh/eim@h/d")


def test_the_desk_says_its_database_is_away_and_is_back_with_it(address, server):
    with open_ledger(address) as ledger:
        desk = TestClient(make_app(ledger, Settings()), base_url="http://127.0.0.1", raise_server_exceptions=False)
        assert desk.get("/healthz").status_code == 200
        name = urlsplit(address).path.strip("/")
        server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        server.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        for page in ("/healthz", "/", "/api/v1/events"):
            answer = desk.get(page)
            assert answer.status_code == 503
            assert "geheim" not in answer.text
        server.run(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        assert desk.get("/").status_code == 200
