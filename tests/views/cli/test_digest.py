from __future__ import annotations

import pytest

from legation.ledger import open_ledger


def test_printed_by_default_since_the_eve_of_the_newest_dispatch(run, ledger_file):
    done = run("digest", "--ledger", ledger_file)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("What is new\nSince 1 March 2021 (“yesterday”")
    assert "“Moscou a ⟦livré⟧ du blé au Venezuela.”" in done.stdout


def test_in_french_with_french_words(run, ledger_file):
    done = run("digest", "--since", "il y a 2 jours", "--language", "fr", "--ledger", ledger_file)
    assert "Depuis le 28 février 2021 («\u00a0il y a 2 jours\u00a0»" in " ".join(done.stdout.split("\n"))


@pytest.mark.parametrize(
    ("ending", "beginning"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF"), ("md", b"# What is")]
)
def test_to_a_file_whose_bytes_are_the_ledger_s_alone(run, ledger_file, tmp_path, ending, beginning):
    for name in ("a", "b"):
        done = run("digest", "--since", "2020", "--ledger", ledger_file, "--out", f"{name}.{ending}")
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"wrote {name}.{ending}\n")
    written = (tmp_path / f"a.{ending}").read_bytes()
    assert written.startswith(beginning)
    assert written == (tmp_path / f"b.{ending}").read_bytes()


def test_markdown_to_standard_output(run, ledger_file, tmp_path):
    run("digest", "--since", "2020", "--ledger", ledger_file, "--out", "d.md")
    printed = run("digest", "--since", "2020", "--ledger", ledger_file, "--out", "-")
    assert printed.stdout == (tmp_path / "d.md").read_text("utf-8")


def test_parties_and_pairs(run, ledger_file):
    everything = run("digest", "--since", "2020", "--ledger", ledger_file).stdout
    pair = run("digest", "Russie", "VEN", "--since", "2020", "--ledger", ledger_file).stdout
    assert pair.startswith("What is new: Russia – Venezuela\n")
    assert pair.split("\n", 1)[1] == everything.split("\n", 1)[1]
    listed = run(
        "digest", "--pair", "FRA,Algérie", "--pair", "ru,ve", "--since", "2020", "--ledger", ledger_file
    ).stdout
    assert listed.startswith("What is new: France – Algeria; Russia – Venezuela\n")
    assert listed.split("\n", 1)[1] == everything.split("\n", 1)[1]
    other = run("digest", "--pair", "FRA,DZA", "--since", "2020", "--ledger", ledger_file)
    assert (other.exit_code, other.stdout.count("\n")) == (0, 1)
    assert other.stdout.startswith("Nothing is new since 1 January 2020")


def test_an_empty_ledger_and_nothing_new_are_one_sentence(run, ledger_file, tmp_path):
    with open_ledger(tmp_path / "empty.db"):
        pass
    for path, since in (("empty.db", "yesterday"), ("empty.db", "2020"), (ledger_file, "2030-01-01")):
        done = run("digest", "--since", since, "--ledger", path)
        assert (done.exit_code, done.stderr, done.stdout.count("\n")) == (0, "", 1)
        assert done.stdout.startswith("Nothing is new")


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["--since", "soon"], 2, "--since: not a day: 'soon' (give yesterday"),
        (["--since", "2020-13"], 2, "--since: not a day"),
        (["--since", "\x1b[31m"], 2, "--since: not a day"),
        (["Venezuella"], 2, "did you mean"),
        (["--pair", "RUS,Venezuella"], 2, "did you mean"),
        (["--pair", "RUS"], 2, "--pair: two states are wanted, joined by a comma: 'RUS'"),
        (["--pair", "RUS,VEN,CUB"], 2, "two states"),
        (["--pair", "RUS,Russie"], 2, "two states"),
        (["--out", "d.docx"], 2, ".html, .pdf or .md"),
        (["--language", "eo"], 2, "there are: en, fr"),
        (["--out", "nowhere/d.html"], 1, "no such file or directory"),
        (["--ledger", "nowhere.db"], 1, "no such ledger"),
    ],
)
def test_wrong_usage_is_one_line(run, ledger_file, arguments, status, word):
    ledger = [] if "--ledger" in arguments else ["--ledger", ledger_file]
    done = run("digest", *arguments, *ledger)
    assert done.exit_code == status
    assert word in done.stderr
    assert (done.stderr.count("\n"), done.stdout) == (1, "")
    assert "\x1b" not in done.stderr


def test_a_hostile_dispatch_does_not_steer_the_terminal(run, hostile_file):
    done = run("digest", "--since", "2020", "--ledger", hostile_file)
    assert "⟦rencontré⟧ [bold red]Maduro[/]" in done.stdout
    assert not {"\x1b", "\u202e", "\x07"} & set(done.stdout)
