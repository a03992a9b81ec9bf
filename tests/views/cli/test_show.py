from __future__ import annotations

from views.cases import HOSTILE, world


def test_marks_the_reports(run, ledger_file):
    done = run("show", "https://journal.example/1", "--ledger", ledger_file)
    assert "a ⟦1 rencontré⟧ Jorge Arreaza" in done.stdout
    assert "⟦2 se réunira⟧ en mai" in done.stdout
    assert "CONSULT multilateral, planned: RUS, VEN, 2020-05" in done.stdout


def test_the_exact_text_and_nothing_else(run, hostile_file):
    done = run("show", "javascript:alert(1)//<b>\x1b]0;x\x07", "--text", "--ledger", hostile_file)
    assert done.stdout_bytes == HOSTILE.encode()
    assert done.stderr == ""


def test_by_the_beginning_of_the_id(run, ledger_file):
    (dispatch, _), *_ = world()
    done = run("show", dispatch.id[:8], "--text", "--ledger", ledger_file)
    assert done.stdout == dispatch.text


def test_a_file_without_any_ledger(run, languages, tmp_path):
    text = "Moscou a rencontré Caracas vendredi pour parler du pétrole et du blé entre les deux pays.\n"
    (tmp_path / "new.txt").write_text(text, "utf-8")
    assert run("show", "new.txt", "--text").stdout == text
    assert "⟦1 rencontré⟧" in run("show", "new.txt").stdout
    assert not (tmp_path / "legation.db").exists()


def test_what_is_not_there_is_one_line(run, ledger_file):
    done = run("show", "nothing", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr.count("\n")) == (1, 1)
    assert "no dispatch 'nothing'" in done.stderr


def test_a_file_that_cannot_be_read(run, languages, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"")
    done = run("show", "bad.txt")
    assert (done.exit_code, done.stderr) == (1, "bad.txt: empty\n")


def test_hostile_text_cannot_act(run, hostile_file):
    done = run("show", "javascript:alert(1)//<b>\x1b]0;x\x07", "--ledger", hostile_file)
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\\x1b[31m\\u202e" in done.stdout
