"""Archives read by the engine on this machine: the same reports as `legation read`, whatever stops it."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import time

import pytest

pytest.importorskip("daft", reason="the extra archive is not installed")

import legation
from archive.conftest import LINES, PAGES, ROWS, go, rejects, report_lines
from legation.archive import ArchiveError
from legation.archive.loading import load
from legation.archive.manifest import NAME, Manifest, Terms
from legation.archive.stored import readings, whole
from legation.intake import FoundText, Limits
from legation.ledger import Question, open_ledger
from legation.report import encode
from legation.walk import ReaderSet, Reading, walk, walk_texts

SMALL = Limits(20_000)


@pytest.fixture(scope="module")
def languages():
    return ReaderSet()


@pytest.fixture(scope="module")
def told(sources, made, languages):
    """The readings of the same dispatches by `legation read`'s own walk: lines from the file, the others as texts."""
    lines = list(walk([str(sources[0])], languages, limits=SMALL))
    rows = [
        FoundText(
            one["text"], one["url"], "", url=one["url"], published=one["published"], outlet=one["outlet"],
            language=one["language"],
        )
        for one in made.records(ROWS, 2)
    ]  # fmt: skip
    from legation.intake.pages import read_page  # noqa: PLC0415

    pages = [read_page(made.page_of(one).encode(), one["url"]) for one in made.records(PAGES, 3)]
    pages = [
        FoundText(
            page.text, page.source, "", title=page.title, url=page.source, published=page.published,
            outlet=page.outlet, language=page.language,
        )
        for page in pages
    ]  # fmt: skip
    return lines, list(walk_texts([*rows, *pages], languages))


def test_the_same_reports_as_reading_them(read_once, told):
    folder, _, begun, done = read_once
    wanted = [step for steps in told for step in steps if isinstance(step, Reading)]
    lines = sorted(encode(report) for step in wanted for report in step.reports)
    assert len(lines) > 50
    assert report_lines(folder) == lines
    assert begun.records == LINES + 5 + ROWS + PAGES
    assert sum(step.records for step in done) == begun.records
    manifest = whole(folder)
    kept = [found for _, part in sorted(manifest.parts.items()) for found in readings(manifest, part)]
    assert [dispatch for dispatch, _ in kept] == [step.dispatch for step in wanted]


def test_what_was_not_read_is_counted_and_named(read_once, told, sources):
    folder, refused, _, done = read_once
    assert refused == []
    wanted = [(step.path, step.reason) for step in told[0] if not isinstance(step, Reading)]
    assert rejects(folder) == wanted
    assert len(wanted) == sum(step.part.rows("rejects") for step in done) == 3
    assert [path.rsplit(":")[-1] for path, _ in wanted] == [str(LINES + n) for n in (1, 2, 4)]


def test_the_manifest_holds_hashes_and_counts(read_once, sources):
    folder, *_ = read_once
    lines = [json.loads(line) for line in (folder / NAME).read_text().splitlines()]
    assert (lines[0]["kind"], lines[0]["program"], lines[0]["at_once"]) == ("archive", legation.__version__, 5)
    assert [line["source"]["path"] for line in lines if line["kind"] == "source"] == [str(path) for path in sources]
    parts = [line for line in lines if line["kind"] == "part"]
    assert [part["number"] for part in parts] == list(range(1, len(parts) + 1))
    assert all(part["files"]["dispatches"]["rows"] <= 5 for part in parts)
    manifest = whole(folder)
    for part in manifest.parts.values():
        for note in part.files.values():
            manifest.check(note)


def test_the_files_are_plain_parquet(read_once):
    import polars as pl  # noqa: PLC0415

    folder, *_ = read_once
    reports = pl.read_parquet(folder / "reports" / "**" / "*.parquet")
    dispatches = pl.read_parquet(folder / "dispatches" / "**" / "*.parquet")
    assert len(dispatches) == LINES + 1 + ROWS + PAGES
    assert set(reports["dispatch"]) <= set(dispatches["id"])
    assert {"type", "status", "date", "actors", "recipients", "sentence"} <= set(reports.columns)


def test_a_run_that_is_done_does_nothing(read_once, sources):
    folder, *_ = read_once
    before = (folder / NAME).read_bytes()
    _, begun, done = go(sources, folder, workers=1, at_once=5, limits=SMALL)
    assert (done, begun.parts_done, begun.records_done) == ([], begun.parts, begun.records)
    assert (folder / NAME).read_bytes() == before


def test_other_terms_and_other_sources_are_refused(read_once, sources, tmp_path):
    folder, *_ = read_once
    with pytest.raises(ArchiveError, match="begun on other terms \\(at_once 5, not 6\\)"):
        go(sources, folder, at_once=6, limits=SMALL)
    changed = Manifest.read(folder)
    assert changed.terms is not None
    with Manifest.write(tmp_path / "to", Terms(legation.__version__, "international", 20_000, 5)) as manifest:
        manifest.add_source(changed.sources[0].source, _cut_of_another_file(changed))
        with pytest.raises(ArchiveError, match="another process is reading into it"):
            Manifest.write(tmp_path / "to", changed.terms)
    with pytest.raises(ArchiveError, match="not what it was when the folder was begun"):
        go(sources[:1], tmp_path / "to", at_once=5, limits=SMALL)


def _cut_of_another_file(manifest):
    from legation.archive.pieces import Cut  # noqa: PLC0415

    return Cut("0" * 64, manifest.sources[0].pieces)


def test_a_file_that_was_changed_is_found(read_once, tmp_path):
    import shutil  # noqa: PLC0415

    folder, *_ = read_once
    shutil.copytree(folder, tmp_path / "to")
    victim = next((tmp_path / "to" / "reports").rglob("*.parquet"))
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.write_bytes(data)
    with open_ledger(tmp_path / "l.db") as ledger, pytest.raises(ArchiveError, match="not what was written"):
        list(load(tmp_path / "to", ledger))
    victim.unlink()
    with open_ledger(tmp_path / "l.db") as ledger, pytest.raises(ArchiveError, match="are not read yet"):
        list(load(tmp_path / "to", ledger))


def test_imported_it_gives_the_events_that_reading_gives(read_once, told, tmp_path):
    folder, *_ = read_once
    with open_ledger(tmp_path / "read.db") as ledger:
        ledger.keep((step.dispatch, step.reports) for steps in told for step in steps if isinstance(step, Reading))
        ledger.update_events()
        wanted = ledger.events(Question())
    with open_ledger(tmp_path / "imported.db") as ledger:
        for part in itertools.islice(load(folder, ledger), 3):  # stopped in the middle, then begun again
            assert part.parts <= 3
        *_, last = load(folder, ledger)
        ledger.update_events()
        assert ledger.events(Question()) == wanted
        texts = {step.dispatch.id for steps in told for step in steps if isinstance(step, Reading)}
        assert len(ledger.dispatches()) == len(texts)
        assert last.dispatches == sum(isinstance(step, Reading) for steps in told for step in steps)
    assert len(wanted) > 30


COMMAND = (
    "import sys; from pathlib import Path; from legation.archive.run import read_archive\n"
    "from legation.intake import Limits\n"
    "for step in read_archive(sys.argv[1:-1], Path(sys.argv[-1]), workers=1, limits=Limits(20_000), at_once=3): pass\n"
)


def test_a_run_that_is_killed_goes_on(sources, made, tmp_path, languages):
    made.write_lines(tmp_path / "a.jsonl", 30, seed=8)
    to = tmp_path / "to"
    run = subprocess.Popen([sys.executable, "-c", COMMAND, str(tmp_path / "a.jsonl"), str(to)], start_new_session=True)
    while run.poll() is None and _parts(to) < 3:
        time.sleep(0.02)
    assert run.poll() is None
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    before = _parts(to)
    assert 0 < before < 10
    with (to / NAME).open("ab") as file:
        file.write(b'{"kind":"part","numb')  # as if it had been killed while writing a line
    (to / "reports" / "0000" / ".part-0000009.parquet").write_bytes(b"half")
    _, begun, done = go([tmp_path / "a.jsonl"], to, workers=2, at_once=3, limits=SMALL)
    assert (begun.parts, begun.parts_done, len(done)) == (10, before, 10 - before)
    assert not list(to.rglob(".part-*"))
    wanted = [step for step in walk([str(tmp_path / "a.jsonl")], languages) if isinstance(step, Reading)]
    assert report_lines(to) == sorted(encode(report) for step in wanted for report in step.reports)


def _parts(folder):
    try:
        return sum(line.startswith(b'{"kind":"part"') for line in (folder / NAME).read_bytes().splitlines())
    except OSError:
        return 0


def test_the_page_shows_what_is_printed(tmp_path, monkeypatch, capfd):
    import re  # noqa: PLC0415
    import shlex  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    from legation.views.cli import main  # noqa: PLC0415

    root = Path(__file__).parents[2]
    page = (root / "docs" / "archive.md").read_text("utf-8")
    shown = re.search(r"^```console\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(root / "examples")
    printed = ""
    for command in re.findall(r"^\$ (legation .*)$", shown, re.MULTILINE):
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        printed += capfd.readouterr().err
    lines = [line for line in shown.splitlines() if not line.startswith("$ ")]
    assert len(lines) == 3
    for line in lines:
        assert re.search("^" + ".*".join(map(re.escape, line.split("…"))) + "$", printed, re.MULTILINE), printed
    code = re.search(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]
    exec(compile(code, "page", "exec"), {})
    assert "CONSULT" in capfd.readouterr().out
