"""The page on Python prints what it says. `python tests/test_python_page.py --write` writes its outputs anew."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from test_docs import DOCS, replayed

PAGE = DOCS / "python.md"


def run_in(folder: Path) -> str:
    """The page with what its examples print in a folder with the example dispatches."""
    (folder / "examples").symlink_to(DOCS.parent / "examples")
    before = Path.cwd()
    os.chdir(folder)
    try:
        return replayed(PAGE.read_text(encoding="utf-8"))
    finally:
        os.chdir(before)


def test_the_page_prints_what_it_says(tmp_path):
    assert run_in(tmp_path).splitlines() == PAGE.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__" and "--write" in sys.argv:
    with tempfile.TemporaryDirectory() as made:
        PAGE.write_text(run_in(Path(made)), encoding="utf-8")
