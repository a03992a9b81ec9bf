from __future__ import annotations

import pytest

from legation.views.cli.failures import Failure
from legation.views.cli.writing import write_whole


def test_writes_and_replaces(tmp_path):
    for text in ("one\n", "zwei ü\n"):
        write_whole(tmp_path / "a.html", text)
        assert (tmp_path / "a.html").read_bytes() == text.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_what_cannot_be_written_is_named_and_leaves_no_litter(tmp_path):
    (tmp_path / "a.html").mkdir()
    for path in (tmp_path / "a.html", tmp_path / "nowhere" / "b.html"):
        with pytest.raises(Failure) as caught:
            write_whole(path, "x")
        assert str(caught.value).startswith(f"{path}: ")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
