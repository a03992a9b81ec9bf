"""The commands of archives: one clear line where something is wrong."""

from __future__ import annotations

import sys

import pytest

from legation.archive import engine


@pytest.fixture
def no_engine(monkeypatch):
    """As if the extra were not installed."""
    monkeypatch.setitem(sys.modules, "daft", None)
    engine.load_daft.cache_clear()
    yield
    engine.load_daft.cache_clear()


@pytest.fixture
def run(tmp_path, monkeypatch):
    from typer.testing import CliRunner  # noqa: PLC0415

    from legation.views.cli import app  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(app, [str(one) for one in arguments])


def test_without_the_extra_each_command_says_how_to_get_it(run, no_engine, tmp_path):
    (tmp_path / "a.jsonl").write_text("{}")
    for command in (["archive", "read", "a.jsonl", "--to", "to"], ["import", "to"]):
        done = run(*command)
        assert (done.exit_code, done.stderr) == (1, "archives need daft: pip install 'legation[archive]'\n")
    assert not (tmp_path / "legation.db").exists()


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        (["archive", "read", "gone.jsonl", "--to", "to"], 1, "gone.jsonl: no such file or directory"),
        (["archive", "read", "a.txt", "--to", "to"], 1, "a.txt: archives are .parquet, .jsonl"),
        (["archive", "read", "a.jsonl", "--to", "to", "--engine", "spark"], 1, "engine 'spark': it is local or ray://"),
        (["archive", "read", "a.jsonl", "--to", "to", "--max-size", "0"], 2, "--max-size: between 0 and 1000"),
        (["archive", "read", "a.jsonl", "--to", "to", "--part-size", "0"], 2, None),
        (["archive", "merge", "to"], 1, "to: no archive that was read (no such file or directory)"),
        (["import", "to"], 1, "to: no archive that was read (no such file or directory)"),
    ],
)
def test_what_is_wrong_is_one_line(run, tmp_path, monkeypatch, command, status, said):
    pytest.importorskip("daft", reason="the extra archive is not installed")
    monkeypatch.setattr(engine, "_places", set())
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.jsonl").write_text("{}")
    done = run(*command)
    assert done.exit_code == status, done.output
    if said:
        assert done.stderr.startswith(said)
        assert done.stderr.count("\n") == 1
    assert not (tmp_path / "legation.db").exists()
