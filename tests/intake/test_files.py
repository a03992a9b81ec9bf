from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable

import pytest

from legation.dispatch import Dispatch, text_id
from legation.intake import Limits, Refusal, take_in

from .samples import PACKS, PARAGRAPH, SECOND
from .test_pages import PAGE

Read = Callable[..., list[Dispatch | Refusal]]


def test_front_matter_speaks_for_the_text(read: Read) -> None:
    (dispatch,) = read(
        "a.md",
        f"\ufeff---\r\ntitle: Lima\r\npublished: 2020-02-07\r\nurl: https://www.rfi.fr/x\r\n---\r\n{PARAGRAPH}\r\n",
    )
    assert isinstance(dispatch, Dispatch)
    assert dispatch.text == PARAGRAPH + "\n"
    assert dispatch.id == text_id(dispatch.text)
    assert (dispatch.title, dispatch.published, dispatch.outlet) == ("Lima", "2020-02-07", "RFI")
    assert dispatch.source.endswith("a.md")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"--- ... ---", "holds no words"),
        (bytes(range(256)), "binary, not text"),
        (PARAGRAPH.encode("utf-16-le"), "UTF-16 without a byte-order mark: save it as UTF-8"),
        ("O ministro recebeu na quinta-feira o seu homólogo chileno para discutir a cooperação entre os dois "
         "países.".encode(), "in Portuguese (pt): no language pack for it"),
    ],
)  # fmt: skip
def test_texts_that_are_refused(read: Read, data: bytes, reason: str) -> None:
    (refusal,) = read("a.txt", data)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason


def test_the_limit_can_be_raised(read: Read) -> None:
    (refusal,) = read("a.txt", PARAGRAPH * 10, Limits(text_bytes=1_000))
    assert isinstance(refusal, Refusal)
    assert refusal.reason == f"{len((PARAGRAPH * 10).encode())} bytes, over the limit of 1000 bytes"
    (dispatch,) = read("a.txt", PARAGRAPH * 10, Limits(text_bytes=2_000))
    assert isinstance(dispatch, Dispatch)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: object) -> None:
    path = os.path.join(str(tmp_path), "a.txt")  # noqa: PTH118
    with open(path, "w", opener=lambda name, flags: os.open(name, flags, 0)) as file:
        file.write("x")
    (refusal,) = take_in([path], packs=PACKS)
    assert str(refusal) == f"{path}: permission denied"


@pytest.mark.parametrize(
    ("data", "sources"),
    [
        (PARAGRAPH, ["-"]),
        (PAGE, ["-"]),
        (json.dumps({"id": "a", "text": PARAGRAPH}) + "\n" + json.dumps({"id": "b", "text": SECOND}), ["a", "b"]),
        (f'id,text\na,"{PARAGRAPH}"\n', ["a"]),
    ],
)
def test_standard_input_tells_its_form(monkeypatch: pytest.MonkeyPatch, data: str, sources: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    items = list(take_in(["-"], packs=PACKS))
    assert [item.source for item in items if isinstance(item, Dispatch)] == sources
    assert len(items) == len(sources)


def test_a_file_without_a_telling_name_tells_its_form(read: Read) -> None:
    for data in (PARAGRAPH, PAGE, json.dumps({"text": PARAGRAPH})):
        (dispatch,) = read("dispatch", data)
        assert isinstance(dispatch, Dispatch)
        assert PARAGRAPH in dispatch.text
