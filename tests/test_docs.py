"""The pages of the guide say what the program does: their Python is run, their data blocks are read.

`python tests/test_docs.py --write` writes the outputs of the pages anew.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

import legation
from legation.dispatch import Dispatch, text_id
from legation.language.pack import read_pack
from legation.reading.reader import Reader

DOCS = Path(__file__).parents[1] / "docs"
FRENCH = Path(legation.__file__).parent / "data" / "languages" / "fr"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def replayed(page: str) -> str:
    """The page with every `text` block that follows a `python` block holding what that one prints."""
    names: dict[str, Any] = {}
    printed: list[str | None] = [None]

    def block(match: re.Match[str]) -> str:
        kind, body = match.groups()
        if kind == "python":
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(body, "page", "exec"), names)
            printed[0] = out.getvalue()
        elif kind == "text" and printed[0] is not None:
            body, printed[0] = printed[0], None
        return f"```{kind}\n{body}```"

    return BLOCK.sub(block, page)


def test_the_reading_page_prints_what_it_says():
    page = (DOCS / "reading.md").read_text(encoding="utf-8")
    assert replayed(page).splitlines() == page.splitlines()


@pytest.fixture(scope="module")
def taught(tmp_path_factory, parser):
    """A reader of French with the entries of the page added."""
    folder = tmp_path_factory.mktemp("languages") / "fr"
    shutil.copytree(FRENCH, folder)
    added = []
    for kind, body in BLOCK.findall((DOCS / "reading.md").read_text(encoding="utf-8")):
        if kind == "toml":
            first, rest = body.split("\n", 1)
            path = folder / first.removeprefix("# ")
            path.write_text(f"{path.read_text(encoding='utf-8')}\n{rest}", encoding="utf-8")
            added.append(path.name)
    assert added == ["accuse.toml", "offices.toml", "times.toml"]
    return Reader(read_pack("fr", folder), parser=parser)


def test_the_words_it_teaches_are_read(taught):
    text = "Le grand chambellan péruvien a grondé le Chili le 4 mars 2021. Cela fait trois jours."
    (report,) = taught.read(Dispatch(text_id(text), text, "page", "fr"))
    assert report.type == "ACCUSE"
    assert [(p.code, p.office) for p in report.actors] == [("PER", "grand chambellan péruvien")]
    assert [p.code for p in report.recipients] == ["CHL"]
    from legation.reading.times import find  # noqa: PLC0415

    assert "Cela fait trois jours" in {e.text for e in find(text, taught.pack.times)}


def test_every_file_and_command_it_names_is_there():
    page = (DOCS / "reading.md").read_text(encoding="utf-8")
    root = DOCS.parent
    for name in re.findall(r"`((?:scripts|tests|src|evaluation)/[\w/.<>]+)`", page):
        assert "<" in name or (root / name).exists(), name
    stages = re.findall(r"`reading\.(\w+)`", page)
    assert len(stages) >= 15
    for name in stages:
        assert importlib.util.find_spec(f"legation.reading.{name}"), name
    for name in re.findall(r"^python (\S+)", page, re.MULTILINE):
        assert (root / name).exists(), name


if __name__ == "__main__" and "--write" in sys.argv:
    path = DOCS / "reading.md"
    path.write_text(replayed(path.read_text(encoding="utf-8")), encoding="utf-8")
