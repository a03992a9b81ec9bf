from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.dispatch import Dispatch, OwnDate
from legation.intake.found import FoundText
from legation.intake.limits import Limits, Refusal
from legation.intake.records import read_json_lines, read_table

from .samples import PARAGRAPH, SECOND

Read = Callable[..., list[Dispatch | Refusal]]


def lines_of(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def outcomes(items: list[Dispatch | Refusal], tmp_path: Path) -> list[str]:
    return [item.source if isinstance(item, Dispatch) else str(item).removeprefix(f"{tmp_path}/") for item in items]


def test_one_dispatch_a_line(read: Read, tmp_path: Path) -> None:
    items = read(
        "news.jsonl",
        lines_of(
            {"id": "a", "text": PARAGRAPH, "url": "https://www.rfi.fr/x", "published": "2020-02-07T10:00:00Z"},
            {"id": 7, "text": SECOND, "outlet": "Jeune Afrique", "title": "Lima", "language": "fr", "extra": [1]},
            {"text": PARAGRAPH, "title": None, "published": "bientôt", "url": 3.5},
        ),
    )
    assert outcomes(items, tmp_path) == ["https://www.rfi.fr/x", "7", f"{tmp_path}/news.jsonl:3"]
    first, second, third = (item for item in items if isinstance(item, Dispatch))
    assert (first.outlet, first.own_date) == ("RFI", OwnDate("2020-02-07", "published"))
    assert (second.outlet, second.title) == ("Jeune Afrique", "Lima")
    assert (third.outlet, third.published) == (None, None)


def test_a_broken_line_is_named_and_the_others_read(read: Read, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(number), "text": PARAGRAPH}) for number in range(1, 10)]
    lines[6] = '{"id": "7", "text": "La ministre'
    items = read("news.jsonl", "\n".join(lines))
    assert outcomes(items, tmp_path) == [
        "1", "2", "3", "4", "5", "6", "news.jsonl:7: broken JSON (Input data was truncated)", "8", "9",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1]", "no JSON object"),
        ('{"id": "x"}', "record without text"),
        ('{"text": "  "}', "record without text"),
        ('{"text": 5}', "the text of the record is no string"),
        ('{"text": "a\\u0000b"}', "the text holds a NUL character"),
        ('{"text": "a\\ud800b"}', "broken JSON"),
        ("[" * 100_000, "no JSON object"),
        ('{"id": ' + "[" * 100_000, "broken JSON"),
    ],
)
def test_unusable_records(read: Read, line: str, reason: str) -> None:
    good, bad = read("news.ndjson", lines_of({"text": PARAGRAPH}) + line)
    assert isinstance(good, Dispatch)
    assert isinstance(bad, Refusal)
    assert bad.path.endswith("news.ndjson:2")
    assert reason in bad.reason


def test_a_file_without_any_text_is_refused_once(read: Read, tmp_path: Path) -> None:
    assert outcomes(read("a.jsonl", lines_of(*[{"id": 1}] * 5)), tmp_path) == [
        "a.jsonl: none of its 5 records has a text"
    ]
    mixed = read("b.jsonl", lines_of({"id": 1}, {"id": 2}, {"id": "c", "text": PARAGRAPH}, {"id": 4}))
    assert outcomes(mixed, tmp_path) == [
        "b.jsonl:1: record without text", "b.jsonl:2: record without text", "c", "b.jsonl:4: record without text",
    ]  # fmt: skip


def test_a_long_line_is_passed_over_without_being_kept(read: Read, tmp_path: Path) -> None:
    limits = Limits(text_bytes=1_000)
    items = read(
        "a.jsonl",
        lines_of({"id": "a", "text": PARAGRAPH}, {"id": "b", "text": "x " * 50_000}, {"id": "c", "text": SECOND * 20})
        + lines_of({"id": "d", "text": PARAGRAPH}),
        limits,
    )
    assert outcomes(items, tmp_path) == [
        "a", "a.jsonl:2: over the limit of 26 kB", "a.jsonl:3: 2100 bytes, over the limit of 1000 bytes", "d",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_encodings_and_line_ends(read: Read, name: str, encoding: str) -> None:
    text = PARAGRAPH.replace("'", "’")
    data = lines_of({"id": "a", "text": text}) if name == "a.jsonl" else f'id,text\na,"{text}"\n'
    (dispatch,) = read(name, data.replace("\n", "\r\n").encode(encoding))
    assert isinstance(dispatch, Dispatch)
    assert (dispatch.source, dispatch.text) == ("a", text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables(read: Read, tmp_path: Path, delimiter: str) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerow(["ID", "Published", "text", "url"])
    writer.writerow(["a", "2020-02-07", f"{PARAGRAPH}\n\n{SECOND}", ""])
    writer.writerow(["b", "", "", ""])
    writer.writerow(["c"])
    writer.writerow(["d", "", PARAGRAPH, "https://www.rfi.fr/x", "surplus"])
    items = read("a.csv", table.getvalue())
    assert outcomes(items, tmp_path) == [
        "a", "a.csv:5: record without text", "a.csv:6: record without text", "https://www.rfi.fr/x",
    ]  # fmt: skip
    assert isinstance(items[0], Dispatch)
    assert items[0].published == "2020-02-07"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("id,titre\n1,x\n", "a.csv: no column named text in the header (id,titre)"),
        ("", "a.csv: empty"),
        ("\n\n \n", "a.csv: empty"),
        ("id,text\n", "a.csv: no record below the header"),
        ('id,text\n1,"x\n', "a.csv:2: broken CSV (unexpected end of data), the rest of the file was not read"),
    ],
)
def test_unusable_tables(read: Read, tmp_path: Path, table: str, reason: str) -> None:
    assert outcomes(read("a.csv", table), tmp_path) == [reason]


def test_a_huge_field_is_one_refusal(read: Read, tmp_path: Path) -> None:
    items = read("a.csv", f'id,text\na,{"mot " * 600_000}\nb,"{PARAGRAPH}"\n')
    assert outcomes(items, tmp_path) == ["a.csv:2: 2.4 MB, over the limit of 2 MB", "b"]


def test_a_binary_file_is_refused_once(read: Read, tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.csv"):
        assert outcomes(read(name, bytes(range(256)) * 40), tmp_path) == [f"{name}: binary, not text"]


@given(st.binary(max_size=300), st.sampled_from([read_json_lines, read_table]))
def test_any_bytes_give_texts_or_refusals(data: bytes, reader: Callable[..., object]) -> None:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    for item in reader(stream, "f", Limits()):  # type: ignore[attr-defined]
        assert isinstance(item, (FoundText, Refusal))


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0")), max_size=4))
def test_texts_of_records_come_as_the_record_gives_them(texts: list[str]) -> None:
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([["text", "id"], *([text, "x"] for text in texts)])
    as_lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    expected = [text for text in texts if text.strip()]
    for reader, data in ((read_json_lines, as_lines), (read_table, table.getvalue())):
        stream = io.BufferedReader(io.BytesIO(data.encode()))  # type: ignore[arg-type]
        found = [item.text for item in reader(stream, "f", Limits()) if isinstance(item, FoundText)]
        assert found == expected
