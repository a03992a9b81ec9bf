from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.evaluation.gold import GoldError, document_name, load_gold

EVENT = {"document": "a.txt", "type": "AID", "status": "occurred", "trigger": "x", "trigger_start": 3,
         "actors": ["FRA"], "recipients": []}  # fmt: skip
EVALUATION = Path(__file__).parents[2] / "evaluation"


def write(folder, *lines):
    path = folder / "gold.jsonl"
    path.write_bytes(b"\n".join(s if isinstance(s, bytes) else json.dumps(s).encode() for s in lines))
    return path


def test_events_by_document_with_their_lines(tmp_path):
    gold = load_gold(write(tmp_path, b"\xef\xbb\xbf" + json.dumps(EVENT).encode(), b"  ", EVENT | {"future": 1}))
    assert [event.line for event in gold.documents["a.txt"]] == [1, 3]
    assert gold.documents["a.txt"][0].actors == ("FRA",)


def test_a_line_with_the_document_alone_says_that_it_is_silent(tmp_path):
    gold = load_gold(write(tmp_path, {"document": "b"}, {"document": "c", "type": None}, {"document": "a.txt"}, EVENT))
    assert gold.silent == {"b", "c"}
    assert len(gold.documents["a.txt"]) == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"{'a': 1}", "not JSON: JSON is malformed"),
        (b'{"document": "\xff"}', "UTF-8"),
        (b"[]", "expected `object`"),
        ({"type": "AID"}, "missing required field `document`"),
        ({"document": ""}, "`$.document`"),
        (EVENT | {"type": "AIDE"}, "unknown type 'AIDE'"),
        (EVENT | {"also": ["x"]}, "unknown type 'x'"),
        (EVENT | {"status": "done"}, "invalid enum value 'done' - at `$.status`"),
        (EVENT | {"trigger_start": -1}, "`$.trigger_start`"),
        ({"document": "a.txt", "type": "AID"}, "missing required field"),
        (b'{"document": "a", "x": ' + b"[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path, line, said):
    path = write(tmp_path, EVENT, line)
    with pytest.raises(GoldError) as caught:
        load_gold(path)
    text = str(caught.value)
    assert text.startswith(f"{path}:2: ")
    assert said in text
    assert "\n" not in text


def test_an_empty_file_names_no_document(tmp_path):
    with pytest.raises(GoldError, match="names no document"):
        load_gold(write(tmp_path, b""))


@given(st.binary(max_size=80))
def test_no_bytes_raise_anything_else(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.jsonl"
    path.write_bytes(content)
    try:
        assert load_gold(path).documents
    except GoldError as error:
        assert str(error).startswith(str(path))


@pytest.mark.parametrize(
    ("source", "name"),
    [("in/a.txt", "a.txt"), ("https://x.example/2020/b/", "b"), ("bbc.12", "bbc.12"), ("-", "-")],
)
def test_the_name_of_a_dispatch_is_the_last_part_of_its_source(source, name):
    assert document_name(source) == name


def test_our_own_gold_can_be_read():
    gold = load_gold(EVALUATION / "written" / "develop.gold.jsonl")
    assert sum(map(len, gold.documents.values())) > 300
