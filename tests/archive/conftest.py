"""What the tests of archives share: made-up dispatches in all three forms, read once by the engine on this machine."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from legation.archive.run import Begun, Done, read_archive
from legation.archive.stored import readings, whole
from legation.intake import Refusal
from legation.report import encode

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def benchmark(name: str) -> ModuleType:
    """A module of the benchmarks."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
        assert spec and spec.loader
        sys.path.append(str(BENCHMARKS))  # they import each other
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def go(sources, folder, **options):
    """Reads archives; the refusals, what was begun, and the parts read."""
    steps = list(read_archive([str(source) for source in sources], folder, **options))
    return (
        [step for step in steps if isinstance(step, Refusal)],
        next(step for step in steps if isinstance(step, Begun)),
        [step for step in steps if isinstance(step, Done)],
    )


def report_lines(folder):
    """The reports in a folder as lines, sorted."""
    manifest = whole(folder)
    return sorted(
        encode(report) for part in manifest.parts.values() for _, told in readings(manifest, part) for report in told
    )


def rejects(folder):
    """What stands in the files of rejects: path and reason."""
    return [
        (found["path"], found["reason"])
        for path in sorted((folder / "rejects").rglob("*.jsonl"))
        for found in map(msgspec.json.decode, path.read_bytes().splitlines())
    ]


@pytest.fixture(scope="session")
def made():
    return benchmark("made_archive")


LINES, ROWS, PAGES = 24, 21, 12


@pytest.fixture(scope="session")
def sources(made, tmp_path_factory):
    """A file of each form, each with other dispatches, and some records that cannot be read."""
    folder = tmp_path_factory.mktemp("archive")
    made.write_lines(folder / "a.jsonl", LINES, seed=1)
    with (folder / "a.jsonl").open("ab") as file:
        file.write(b'{"text": "cut off\n{"text": ""}\n\n{"text": "Bonjour ' + b"x" * 300_000 + b'"}\n')
        file.write('{"text": "Moscou a condamné Paris."}'.encode())  # without an end, an id, an address
    made.write_parquet(folder / "b.parquet", ROWS, seed=2, rows_of_a_group=8)
    made.write_warc(folder / "c.warc.gz", PAGES, seed=3)
    return [folder / name for name in ("a.jsonl", "b.parquet", "c.warc.gz")]


@pytest.fixture(scope="session")
def read_once(sources, tmp_path_factory):
    """The folder into which they were read, in small parts, by two processes."""
    from legation.intake import Limits  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("read") / "to"
    found = go(sources, folder, workers=2, at_once=5, limits=Limits(20_000))
    return folder, *found
