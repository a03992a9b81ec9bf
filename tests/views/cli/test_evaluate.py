from __future__ import annotations

import json
from pathlib import Path

import pytest

import legation
from legation.language.syntax import load_syntax

MET = "Moscou a rencontré Caracas vendredi pour parler du pétrole et de la coopération entre les deux pays."
HOME = "Le gouvernement s'est réuni hier dans la capitale pour parler du budget de l'année prochaine."


def line(document="a.txt", **said):
    usual = {"document": document, "type": "CONSULT", "status": "occurred", "trigger": "rencontré",
             "trigger_start": MET.index("rencontré"), "actors": ["RUS"], "recipients": ["VEN"], "date": "2020-02-07",
             "salience": "main"}  # fmt: skip
    return json.dumps(usual | said)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(MET, "utf-8")
    (made / "b.txt").write_text(f"{HOME} {MET} Bis.", "utf-8")
    (made / "c.txt").write_text(HOME, "utf-8")
    return made


@pytest.fixture
def gold(tmp_path):
    def write(*lines, name="gold.jsonl"):
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
        return name

    return write


def test_tables(run, folder, gold, languages):
    done = run("evaluate", gold(line(), '{"document": "b.txt"}', '{"document": "c.txt"}'), folder)
    assert done.exit_code == 0
    assert done.stderr == "3 documents, 1 event, 2 reports\n"
    for word in ("with the right parties", "CONSULT", "right status", "expected calibration error"):
        assert word in done.stdout
    assert "\x1b" not in done.stdout


def test_json(run, folder, gold, languages):
    done = run("evaluate", gold(line(), '{"document": "b.txt"}', '{"document": "c.txt"}'), folder, "--json")
    assert done.stdout.count("\n") == 1
    found = json.loads(done.stdout)
    assert (found["detection"]["precision"], found["detection"]["recall"]) == (0.5, 1.0)
    assert found["without_events"] == {"documents": 2, "reports": 1, "reports_per_document": 0.5}
    assert found["of_matched"]["date"] == 1.0


def test_only_what_the_gold_names_is_read(run, folder, gold, languages):
    (folder / "z.txt").write_text(f"{MET} FAUTE", "utf-8")
    assert run("evaluate", gold(line()), folder).exit_code == 0
    assert len(languages.the_reader.read_ids) == 1


def test_domestic_reports_count_only_with_scope_all(run, folder, gold, languages):
    name = gold('{"document": "c.txt"}')
    of = [json.loads(run("evaluate", name, folder, "--json", "--scope", scope).stdout)["detection"]["predicted"]
          for scope in ("international", "all")]  # fmt: skip
    assert of == [0, 1]


def test_errors_page(run, folder, gold, languages, tmp_path):
    languages.packs["fr"].syntax = load_syntax(Path(legation.__file__).parent / "data" / "languages" / "fr")
    done = run("evaluate", gold(line(date="2020-03"), line(type="AID"), '{"document": "b.txt"}'), folder, "--errors",
               "e.html")  # fmt: skip
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, "wrote e.html")
    page = (tmp_path / "e.html").read_text("utf-8")
    for word in ("missed", "extra", "2020-03", "2020-02-07", "a.txt", "b.txt", '<mark class="both">rencontré</mark>'):
        assert word in page
    assert "vendredi pour parler du pétrole" in page


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["gold.jsonl", "in", "--errors", "e.pdf"], 2, "--errors: e.pdf: .html is wanted"),
        (["gold.jsonl", "in", "--errors", "no/e.html"], 1, "no/e.html: no such folder"),
        (["none.jsonl", "in"], 1, "none.jsonl: no such file or directory"),
        (["in", "in"], 1, "in: is a directory"),
        (["bad.jsonl", "in"], 1, "bad.jsonl:2: not JSON"),
        (["other.jsonl", "in"], 1, "none of the documents"),
        (["gold.jsonl", "in", "twice"], 2, "two dispatches are named a.txt"),
    ],
)
def test_wrong_use_is_one_line(run, folder, gold, languages, tmp_path, arguments, status, said):
    gold(line())
    gold(line(), "oops", name="bad.jsonl")
    gold(line("x.txt"), name="other.jsonl")
    (tmp_path / "twice").mkdir()
    (tmp_path / "twice" / "a.txt").write_text(f"{MET} Ter.", "utf-8")
    done = run("evaluate", *arguments)
    assert done.exit_code == status
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize("arguments", [[], ["gold.jsonl"], ["gold.jsonl", "in", "--scope", "no"]])
def test_usage(run, folder, gold, arguments):
    gold(line())
    assert run("evaluate", *arguments).exit_code == 2


def test_what_was_skipped_is_said(run, folder, gold, languages):
    (folder / "b.txt").write_text(f"{MET} FAUTE", "utf-8")
    done = run("evaluate", gold(line(), line("b.txt"), line("x.txt")), folder)
    assert done.exit_code == 3
    assert "b.txt: could not be read, a fault of this program" in done.stderr
    assert "no dispatch was read for b.txt, x.txt: all events there count as missed" in done.stderr
    assert done.stderr.splitlines()[-1] == "3 documents, 3 events, 1 report"


def test_a_path_that_leads_nowhere_is_skipped_input(run, folder, gold, languages):
    done = run("evaluate", gold(line()), folder, "nowhere")
    assert (done.exit_code, done.stderr.splitlines()[0]) == (3, "nowhere: no such file or directory")


def test_what_the_gold_does_not_name_may_be_unreadable(run, folder, gold, languages, tmp_path):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "gold.jsonl").write_text(line(), "utf-8")
    done = run("evaluate", folder / "gold.jsonl", folder)
    assert (done.exit_code, done.stderr) == (0, "1 document, 1 event, 1 report\n")


def test_the_same_dispatch_twice_counts_once(run, folder, gold, languages):
    done = run("evaluate", gold(line()), folder, folder / "a.txt", "--json")
    assert json.loads(done.stdout)["detection"]["predicted"] == 1


def test_a_trigger_that_stands_elsewhere_is_told(run, folder, gold, languages):
    done = run("evaluate", gold(line(), line(trigger="accusé", type="ACCUSE"), line(trigger="x")), folder)
    assert "gold.jsonl:2: 'accusé' does not stand at 9 of a.txt; so it is with 1 more" in done.stderr
    assert done.exit_code == 0


def test_records_are_found_by_their_ids(run, gold, languages, tmp_path):
    records = [{"id": "x.1", "text": MET}, {"id": "x.2", "text": f"{MET} Bis."}, {"id": "x.3"}]
    (tmp_path / "r.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    done = run("evaluate", gold(line("x.2")), "r.jsonl", "--json")
    assert (done.exit_code, json.loads(done.stdout)["detection"]["right"]) == (0, 1)
    missing = run("evaluate", gold(line("x.2"), line("x.3")), "r.jsonl")
    assert missing.exit_code == 3
    assert missing.stderr.startswith("r.jsonl:3: ")


def test_merging_is_held_against_judgements(run, folder, gold, languages, tmp_path):
    from legation.dispatch import Dispatch, text_id  # noqa: PLC0415
    from legation.judgement import encode, on_pair  # noqa: PLC0415

    reader = languages.the_reader
    (folder / "unannotated.txt").write_text(f"{MET} Encore.", "utf-8")
    texts = [MET, f"{HOME} {MET} Bis.", f"{MET} Encore."]
    a, b, other = (reader.read(Dispatch(text_id(text), text, "x", "fr"))[-1] for text in texts)
    made = [on_pair(x, y, kind, by="ana", at="2024-05-31T12:00:00Z") for x, y, kind in
            ((a, b, "same"), (a, other, "different"))]  # fmt: skip
    (tmp_path / "made.jsonl").write_bytes(b"\n".join(map(encode, made)) + b"\n")
    name = gold(line(), line("b.txt"))
    found = json.loads(run("evaluate", name, folder, "--json", "--judgements", "made.jsonl").stdout)["judgements"]
    assert (found["same"]["right"], found["same"]["of"]) == (1, 1)
    assert (found["different"]["right"], found["different"]["of"]) == (0, 1)
    assert (found["otherwise"], found["lost"]) == ([made[1].id], 0)
    done = run("evaluate", name, folder, "--judgements", "made.jsonl")
    assert "pairs judged the same event" in done.stdout
    assert f"decided otherwise: {made[1].id}" in done.stdout
    assert "judgements" not in json.loads(run("evaluate", name, folder, "--json").stdout)


@pytest.mark.parametrize(
    ("content", "said"),
    [("oops", "made.jsonl:1: "), ('\n{"version": 1}', "made.jsonl:2: "), (None, "made.jsonl: no such file")],
)
def test_a_file_of_judgements_that_cannot_be_used_is_one_line(run, folder, gold, languages, tmp_path, content, said):
    if content is not None:
        (tmp_path / "made.jsonl").write_text(content, "utf-8")
    done = run("evaluate", gold(line()), folder, "--judgements", "made.jsonl")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
