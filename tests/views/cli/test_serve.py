"""`legation serve`: what it refuses, and how it begins and ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from legation.ledger import open_ledger, updating
from legation.views.cli.serve import _listening
from views.cases import world


@pytest.mark.parametrize(("arguments", "status", "said"), [
    (["--host", "0.0.0.0"], 2, "a token is needed"),
    (["--host", "::"], 2, "a token is needed"),
    (["--language", "xx"], 2, "--language: unknown 'xx'"),
    (["--token-file", "none.txt"], 1, "none.txt: no such file"),
    (["--token-file", "empty.txt"], 1, "empty.txt: is empty"),
    (["--token-file", "two.txt"], 1, "one word"),
    (["--ledger", "nowhere/x.db"], 1, "its folder does not exist"),
    (["--host", "name.invalid", "--token-file", "good.txt"], 1, "name.invalid"),
])  # fmt: skip
def test_it_refuses_in_one_line(run, tmp_path, arguments, status, said):
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "two.txt").write_text("two words")
    (tmp_path / "good.txt").write_text("word\n")
    (tmp_path / "good.txt").chmod(0o600)
    result = run("serve", *arguments)
    assert (result.exit_code, len(result.stderr.splitlines())) == (status, 1), result.stderr
    assert said in result.stderr


def test_a_port_in_use_is_one_line(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--port", taken.getsockname()[1])
    assert (result.exit_code, "in use" in result.stderr, len(result.stderr.splitlines())) == (1, True, 1)


def test_it_makes_a_ledger_answers_and_ends_with_ctrl_c(tmp_path):
    (tmp_path / "token").write_text("word\n")
    (tmp_path / "token").chmod(0o644)
    command = [sys.executable, "-m", "legation", "serve", "--port", "0", "--token-file", "token"]
    settings = {"stderr": subprocess.PIPE, "text": True, "preexec_fn": _with_ctrl_c}
    with subprocess.Popen(command, cwd=tmp_path, **settings) as program:
        try:
            assert "others on this machine can read" in program.stderr.readline()
            line = program.stderr.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/", line)[0]
            asked = urllib.request.Request(address, headers={"Authorization": "Bearer word"})
            with urllib.request.urlopen(asked, timeout=20) as answer:
                assert "Nothing has been read yet" in answer.read().decode()
            program.send_signal(signal.SIGINT)
            assert program.wait(20) == 130
            assert program.stderr.read() == "stopped\n"
        finally:
            program.kill()
    assert (tmp_path / "legation.db").exists()


def _with_ctrl_c():
    """As in a terminal: a program started in the background would be deaf to it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_after_an_update_it_answers_at_once_and_joins_meanwhile(tmp_path):
    with open_ledger(tmp_path / "legation.db") as ledger:
        ledger.keep(world())
        ledger.update_events()
        number = len(ledger.events())
        with ledger._write() as connection:
            updating.forget(connection)  # as a newer version does whose rules are others
        assert ledger.counts().stale
    command = [sys.executable, "-m", "legation", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as program:
        try:
            said = [program.stderr.readline() for _ in range(3)]
        finally:
            program.terminate()
    assert "is open at http://127.0.0.1:" in said[0]
    assert "readings are joined to events meanwhile" in said[1]
    assert said[2].endswith("all readings are joined to events\n")
    with open_ledger(tmp_path / "legation.db") as ledger:
        assert not ledger.counts().stale
        assert len(ledger.events()) == number


def test_the_body_of_an_answer_does_not_wait_for_its_head_to_be_acknowledged():
    with _listening("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        taken, _ = listener.accept()
        with taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
