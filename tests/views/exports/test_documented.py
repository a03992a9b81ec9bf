"""docs/exports.md names what is written, all of it, in its order."""

from __future__ import annotations

import re
from pathlib import Path

import polars
import pytest

from legation.views.exports import FORMATS, cameo, polecat, rows
from legation.views.exports.cameo_codes import load_cameo
from legation.views.exports.folding import PLANNED

PAGE = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


def section(name):
    found = re.search(rf"^## `{name}`\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/exports.md has no section {name}"
    return found[1]


def first_cells(text, heading):
    """What stands in backquotes in the first cells of the table that has this heading."""
    table = text.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_its_section_and_its_command(name):
    assert f"--format {name} " in section(name)


@pytest.mark.parametrize(
    ("name", "columns"), [("csv", rows.COLUMNS), ("polecat", polecat.COLUMNS), ("cameo", cameo.COLUMNS)]
)
def test_every_column_is_described_in_its_order(name, columns):
    assert first_cells(section(name), "column") == list(columns)


def test_the_columns_of_parquet(exported, ledger_file, tmp_path):
    (tmp_path / "x.parquet").write_bytes(exported(ledger_file, "parquet")[0])
    written = polars.read_parquet_schema(tmp_path / "x.parquet")
    assert first_cells(section("parquet"), "column") == list(written)


def test_what_cannot_be_filled_says_so():
    table = section("polecat").split("| column |", 1)[1]
    lines = [line for line in table.splitlines() if "cannot be filled" in line]
    named = {name for line in lines for name in re.findall(r"`([^`]+)`", line.split("|")[1])}
    assert named == polecat.UNFILLED


def test_what_is_folded_is_told():
    for type_, becomes in PLANNED.items():
        (line,) = (
            row
            for row in section("polecat").splitlines()
            if row.startswith("| `planned`") and type_ in row.split("|")[1]
        )
        assert line.split("|")[2].strip().startswith(becomes) or becomes in line


def test_the_roots_in_short_are_those_of_the_data():
    table = section("cameo").split("| PLOVER | CAMEO root |", 1)[1].split("\n\n", 1)[0]
    told = {}
    for line in table.splitlines()[2:]:
        types, roots = (cell.strip() for cell in line.strip("|").split("|"))
        names, numbers = re.findall(r"[A-Z]{3,}", types), re.findall(r"\b\d\d\b", roots)
        told |= dict(
            zip(names, numbers if len(names) > 1 and len(numbers) > 1 else numbers[:1] * len(names), strict=True)
        )
    assert told == {name: found.root for name, found in load_cameo().types.items()}
