from __future__ import annotations

import os
import signal
import subprocess
import sys

import msgspec
import pytest

from legation.intake.limits import Limits
from legation.ledger import Ledger, LedgerError, open_ledger
from legation.views.cli.progress import expected

MET = "Moscou a rencontré Caracas vendredi pour parler du pétrole et de la coopération entre les deux pays, numéro {}."
HOME = "Le gouvernement s'est réuni hier dans la capitale pour parler du budget de l'année prochaine."


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    for i in range(3):
        (made / f"{i}.txt").write_text(MET.format(i), "utf-8")
    return made


def test_json_lines_and_no_ledger(run, folder, languages, tmp_path):
    done = run("read", folder, "--format", "jsonl")
    assert done.exit_code == 0
    lines = [msgspec.json.decode(line) for line in done.stdout_bytes.splitlines()]
    assert [line["dispatch"]["source"] for line in lines] == [str(folder / f"{i}.txt") for i in range(3)]
    assert all(line["version"] == 1 for line in lines)
    assert done.stderr == "read 3 dispatches, 3 reports\n"
    assert not (tmp_path / "legation.db").exists()
    assert run("read", folder, "--format", "jsonl").stdout_bytes == done.stdout_bytes


def test_json_lines_stay_whole_when_the_ledger_knows_the_dispatches(run, folder, languages, tmp_path):
    first = run("read", folder, "--format", "jsonl", "--ledger", "x.db")
    second = run("read", folder, "--format", "jsonl", "--ledger", "x.db")
    assert first.stdout_bytes == second.stdout_bytes != b""
    with open_ledger(tmp_path / "x.db") as ledger:
        assert ledger.counts().dispatches == 3


def test_table_and_default_ledger(run, folder, languages, tmp_path):
    done = run("read", folder)
    assert done.exit_code == 0
    assert "⟦rencontré⟧" in done.stdout
    assert "RUS → VEN" in done.stdout
    assert done.stderr.splitlines() == ["read 3 dispatches, 3 reports", "legation.db holds 3 dispatches, 1 event"]
    again = run("read", folder)
    assert again.stdout == ""
    assert again.stderr.splitlines()[0] == "read 0 dispatches, 0 reports; 3 known already"


def test_many_reports_are_summed_up(run, languages, tmp_path):
    (tmp_path / "long.txt").write_text("\n".join(MET.format(i) for i in range(101)), "utf-8")
    done = run("read", "long.txt")
    assert "⟦" not in done.stdout
    assert "CONSULT" in done.stdout
    assert "RUS – VEN" in done.stdout
    assert "101" in done.stdout


def test_scope(run, languages, tmp_path):
    (tmp_path / "home.txt").write_text(HOME, "utf-8")
    assert run("read", "home.txt", "--format", "jsonl").stdout == ""
    assert '"scope":"domestic"' in run("read", "home.txt", "--format", "jsonl", "--scope", "all").stdout


def test_standard_input(run, languages):
    done = run("read", "-", "--format", "jsonl", input=MET.format(1).encode())
    assert '"source":"-"' in done.stdout


def bad_inputs(folder):
    (folder / "a_empty.txt").write_bytes(b"")
    (folder / "b_nothing").mkdir()
    (folder / "b_nothing" / "picture.png").write_bytes(b"\x89PNG")
    with (folder / "c_big.txt").open("wb") as file:
        file.truncate(50_000_000)
    (folder / "d_binary.txt").write_bytes(bytes(range(256)) * 40)
    record = msgspec.json.encode({"id": "n", "text": MET.format("s")}) + b"\n"
    (folder / "e_broken.jsonl").write_bytes(record * 6 + b'{"id": "n7", "text": \n' + record)
    portuguese = "O ministro das Relações Exteriores afirmou ontem que o governo não pretende mudar a sua posição. "
    (folder / "f_portuguese.txt").write_text(portuguese * 3, "utf-8")
    (folder / "g_wide.txt").write_bytes(MET.format("large").encode("utf-16"))
    return [folder / name for name in ("a_empty.txt", "b_nothing", "c_big.txt", "d_binary.txt", "e_broken.jsonl",
                                       "f_portuguese.txt", "g_wide.txt", "nowhere.txt", "0.txt")]  # fmt: skip


def test_bad_input_is_a_line_each_and_the_rest_is_read(run, folder, languages):
    done = run("read", *bad_inputs(folder), "--format", "jsonl")
    assert done.exit_code == 3
    *said, closing = done.stderr.splitlines()
    reasons = {line.removeprefix(f"{folder}/").split(": ")[0]: line.split(": ", 1)[1] for line in said}
    assert set(reasons) == {
        "a_empty.txt", "b_nothing", "c_big.txt", "d_binary.txt", "e_broken.jsonl:7", "f_portuguese.txt", "nowhere.txt"
    }  # fmt: skip
    assert len(said) == 7
    assert reasons["a_empty.txt"] == "empty"
    assert "over the limit of 2 MB" in reasons["c_big.txt"]
    assert "broken JSON" in reasons["e_broken.jsonl:7"]
    assert "Portuguese" in reasons["f_portuguese.txt"]
    assert closing == "read 9 dispatches, 9 reports; skipped 7"
    assert "Traceback" not in done.output


def test_a_larger_limit_can_be_asked_for(run, languages, tmp_path):
    (tmp_path / "large.txt").write_text(MET.format(1) + "\nLe prix du blé a encore monté hier." * 60_000, "utf-8")
    assert run("read", "large.txt", "--format", "jsonl").exit_code == 3
    assert run("read", "large.txt", "--format", "jsonl", "--max-size", "10").exit_code == 0
    for option in ("--max-size", "--max-time"):
        wrong = run("read", "large.txt", option, "0")
        assert (wrong.exit_code, wrong.stderr.count("\n")) == (2, 1)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs the alarm of POSIX")
def test_a_text_that_takes_too_long_is_given_up_by_name(run, folder, languages, monkeypatch):
    read = type(languages.the_reader).read

    def slow(self, dispatch):
        while dispatch.source.endswith("1.txt"):
            pass
        return read(self, dispatch)

    monkeypatch.setattr(type(languages.the_reader), "read", slow)
    done = run("read", folder, "--format", "jsonl", "--max-time", "2")
    assert (done.exit_code, done.stdout.count("\n")) == (3, 2)
    assert done.stderr.splitlines() == [
        f"{folder / '1.txt'}: given up after 2 s", "read 2 dispatches, 2 reports; skipped 1"
    ]  # fmt: skip


def test_a_ledger_that_is_none_ends_at_once(run, folder, languages, tmp_path):
    (tmp_path / "no.db").write_text("not a database, whatever it is called")
    done = run("read", folder, "--ledger", "no.db")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "no.db: not a ledger (no SQLite database)\n"


def test_a_folder_that_is_not_there(run, folder, languages):
    done = run("read", folder, "--ledger", "nowhere/x.db")
    assert done.exit_code == 1
    assert done.stderr.startswith("nowhere/x.db: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(run, folder, languages, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = run("read", folder, "--ledger", closed / "x.db")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1


def test_a_full_disk_is_one_line(run, folder, languages, monkeypatch):
    def full(*_, **__):
        raise LedgerError("legation.db: the disk is full; what was kept before is safe")

    monkeypatch.setattr(Ledger, "keep", full)
    done = run("read", folder)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == "legation.db: the disk is full; what was kept before is safe"
    assert "Traceback" not in done.output


def test_ctrl_c_keeps_what_was_read(run, folder, languages, tmp_path, monkeypatch):
    reader = languages.the_reader
    read = reader.read

    def interrupted(dispatch):
        if dispatch.source.endswith("2.txt"):
            signal.raise_signal(signal.SIGINT)
        return read(dispatch)

    monkeypatch.setattr(reader, "read", interrupted)
    done = run("read", folder)
    assert done.exit_code == 130
    assert done.stderr.splitlines() == [
        "read 2 dispatches, 2 reports", "legation.db holds 2 dispatches, 1 event", "stopped"
    ]  # fmt: skip
    with open_ledger(tmp_path / "legation.db") as ledger:
        assert (ledger.counts().dispatches, ledger.counts().stale) == (2, 0)


def test_a_hostile_dispatch_is_harmless_on_a_terminal(run, languages, tmp_path):
    words = "Moscou a [bold red]bien[/] rencontré \x1b[31m\u202eCaracas[/bold] pour parler du pétrole et du blé russe."
    (tmp_path / "hostile.txt").write_text(words, "utf-8")
    done = run("read", "hostile.txt")
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "[bold red]bien[/]" in done.stdout
    assert "\\x1b[31m" in done.stdout


def test_a_fault_of_the_program_is_one_line(run, folder, monkeypatch):
    def broken():
        raise RuntimeError("on purpose\nin two lines")

    monkeypatch.setattr("legation.walk.ReaderSet", broken)
    monkeypatch.delenv("LEGATION_DEBUG", raising=False)
    done = run("read", folder)
    assert done.exit_code == 1
    assert "a fault of this program" in done.stderr
    assert done.stderr.count("\n") == 1


def test_expected_counts_records_by_lines(folder):
    (folder / "r.jsonl").write_bytes(b"{}\n" * 40)
    assert expected([str(folder)], Limits()) == 43
    assert expected(["-"], Limits()) is None


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_output_that_cannot_be_written(ledger_file):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        command = [sys.executable, "-m", "legation", "events", "--format", "jsonl", "--ledger", str(ledger_file)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "output: no space left on device\n"


def test_a_reader_that_goes_away(ledger_file):
    program = f"{sys.executable} -m legation events --format jsonl --ledger {ledger_file}"
    script = f"{program} | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "141"
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
