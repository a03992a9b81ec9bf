from __future__ import annotations

import os
from pathlib import Path

import pytest

from legation.intake.limits import Limits, Refusal, UnreadableError
from legation.intake.sources import Source, gather


def shown(paths: list[str], limits: Limits | None = None) -> list[str]:
    return [source.path if isinstance(source, Source) else str(source) for source in gather(paths, limits or Limits())]


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl", "sub/c.HTML", "sub/.hidden/d.txt", ".e.txt", "f.pdf", "g.csv", "h.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    expected = ["a.jsonl", "b.txt", "g.csv", "h.md", "sub/c.HTML"]
    assert shown([str(tmp_path)]) == [str(tmp_path / name) for name in expected]
    assert shown([str(tmp_path / "h.md"), str(tmp_path / "b.txt")]) == [str(tmp_path / n) for n in ("h.md", "b.txt")]


def test_what_leads_nowhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert shown([str(tmp_path / "none.txt"), str(tmp_path / "empty")]) == [
        f"{tmp_path}/none.txt: no such file or directory",
        f"{tmp_path}/empty: folder without a .txt, .md, .html, .jsonl or .csv file",
    ]


def test_a_text_over_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)  # takes no room on disk
    assert shown([str(path)]) == [f"{path}: 50 MB, over the limit of 2 MB"]
    assert shown([str(path)], Limits(text_bytes=60_000_000)) == [str(path)]


def test_devices_and_dangling_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert shown(["/dev/null", str(tmp_path)]) == [
        "/dev/null: no regular file",
        f"{tmp_path}/gone.txt: no such file or directory",
    ]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "a.txt").write_text("x")
    assert shown([str(tmp_path)]) == [str(tmp_path / "a.txt")]


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    location = os.fsencode(tmp_path) + b"/d\xe9p\xeache.txt"
    Path(os.fsdecode(location)).write_text("x")
    (source,) = gather([str(tmp_path)], Limits())
    assert isinstance(source, Source)
    assert source.path == f"{tmp_path}/d\ufffdp\ufffdche.txt"
    assert source.open().read() == b"x"


def test_a_path_with_a_nul_is_refused() -> None:
    (refusal,) = gather(["a\0b"], Limits())
    assert isinstance(refusal, Refusal)
    assert str(refusal) == "a\\x00b: embedded null byte"


@pytest.mark.parametrize("reason", ["a\nb", "a\x1b[31mb"])
def test_a_refusal_is_one_printable_line(reason: str) -> None:
    assert str(Refusal("p", reason)).isprintable()


def test_a_file_that_may_not_be_opened_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    with pytest.raises(UnreadableError, match=r"^permission denied$"):
        Source("a.txt", "a.txt", "text").open()
