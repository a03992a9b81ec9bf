from __future__ import annotations

import pytest


def test_html_by_default(run, ledger_file, tmp_path):
    done = run("brief", "RUS", "VEN", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (0, "wrote brief.html\n")
    page = (tmp_path / "brief.html").read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "<h1>Russia – Venezuela</h1>" in page


def test_markdown_to_a_file_and_to_standard_output(run, ledger_file, tmp_path):
    run("brief", "Russie", "VEN", "--ledger", ledger_file, "--out", "b.md")
    printed = run("brief", "RUS", "VEN", "--ledger", ledger_file, "--out", "-")
    assert printed.stdout == (tmp_path / "b.md").read_text("utf-8")
    assert printed.stderr == ""


def test_in_french(run, ledger_file):
    assert "# Russie – Venezuela" in run("brief", "RUS", "VEN", "--ledger", ledger_file, "--out", "-",
                                         "--language", "fr").stdout  # fmt: skip


def test_one_state_and_a_pair_that_never_met(run, ledger_file):
    assert run("brief", "VEN", "--ledger", ledger_file, "--out", "-").stdout.startswith("# Venezuela\n")
    empty = run("brief", "FRA", "UNO", "--ledger", ledger_file, "--out", "-")
    assert "The ledger holds no event for France – United Nations" in empty.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["RUS", "VEN", "CUB"], 2, "one or two"),
        (["RUS", "Venezuella"], 2, "did you mean"),
        (["RUS", "--out", "b.docx"], 2, ".html, .pdf or .md"),
        (["RUS", "--language", "eo"], 2, "there are: en, fr"),
        (["RUS", "--out", "nowhere/b.html"], 1, "no such file or directory"),
    ],
)
def test_wrong_usage_is_one_line(run, ledger_file, arguments, status, word):
    done = run("brief", *arguments, "--ledger", ledger_file)
    assert done.exit_code == status
    assert word in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_failed_write_leaves_no_litter(run, ledger_file, tmp_path):
    (tmp_path / "b.html").mkdir()
    assert run("brief", "RUS", "--ledger", ledger_file, "--out", "b.html").exit_code == 1
    assert sorted(path.name for path in tmp_path.glob(".*")) == []


def test_the_same_ledger_gives_the_same_bytes(run, ledger_file, tmp_path):
    for name in ("a.html", "b.html", "a.pdf", "b.pdf"):
        run("brief", "RUS", "VEN", "--ledger", ledger_file, "--out", name)
    for ending in ("html", "pdf"):
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()
