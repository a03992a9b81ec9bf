"""Sources are cut into pieces, and the pieces together give each record once, whatever the source holds."""

from __future__ import annotations

import gzip
import hashlib
import io
import json

import pytest

pytest.importorskip("daft", reason="the extra archive is not installed")

import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from legation.archive import ArchiveError
from legation.archive.pieces import Job, Source
from legation.archive.sources import expand, form_of
from legation.archive.storage import StorageError
from legation.archive.workers import cut_of, texts_of
from legation.intake import FoundText, Limits, Refusal
from legation.intake.files import read_source
from legation.intake.sources import Source as PlainSource

LIMITS = Limits(1_000)


def source(path):
    return Source(path.name, str(path), form_of(path.name), path.stat().st_size)


def taken(path, at_once):
    """What the pieces of a file give, and what could not be cut."""
    one = source(path)
    cut = cut_of(one, at_once)
    assert cut.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert all(piece.count <= at_once for piece in cut.pieces)
    return [f for n, piece in enumerate(cut.pieces) for f in texts_of(Job(n, one, piece), LIMITS)], cut.problems


def words(found):
    return [one.text if isinstance(one, FoundText) else one.reason for one in found]


LINES = [
    json.dumps({"text": "Un.", "id": "1"}), "", json.dumps({"text": "Deux.", "url": "https://b.example/2"}), "{",
    json.dumps({"text": "x" * 2_000}), "z" * 30_000, "   ", json.dumps({"text": 5}), "\ufeff{}", "\ud7ff",
    json.dumps({"text": "é\u2028è", "title": "T", "published": "2020-01-02", "outlet": "O", "language": "fr"}),
]  # fmt: skip


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=30), st.integers(1, 9), st.booleans(), st.booleans())
def test_pieces_of_lines_give_what_the_file_gives_as_a_whole(tmp_path_factory, lines, at_once, packed, ended):
    path = tmp_path_factory.mktemp("lines") / "a.jsonl"
    path.write_text("\n".join(lines) + "\n" * ended, encoding="utf-8")
    plain = PlainSource(path.name, str(path), "records", path.stat().st_size)
    wanted = list(read_source(plain, LIMITS))
    if packed:
        packed_path = path.with_name("a.jsonl.gz")
        packed_path.write_bytes(gzip.compress(path.read_bytes()))
        path = packed_path
    found, problems = taken(path, at_once)
    named = [one if isinstance(one, FoundText) else str(one) for one in wanted]
    shown = [one if isinstance(one, FoundText) else str(one) for one in found]
    if packed:
        named, shown = words(wanted), words(found)
    if named and any(isinstance(one, Refusal) and one.path == path.name.removesuffix(".gz") for one in wanted):
        assert all(isinstance(one, Refusal) for one in found)  # said of the file as a whole: empty, or no text in it
    else:
        assert shown == named
        assert problems == ()


def test_a_broken_gzip_gives_what_comes_before(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress("".join(json.dumps({"text": f"Texte {n}."}) + "\n" for n in range(50_000)).encode())
    path.write_bytes(whole[: len(whole) // 2])
    found, problems = taken(path, 1_000)
    assert len([one for one in found if isinstance(one, FoundText)]) > 1_000
    assert [reason.split(" (")[0] for _, reason in problems] == ["broken gzip"]
    path.write_bytes(b"\x1f\x8b\x08 not packed at all")
    found, problems = taken(path, 10)
    assert found == []
    assert problems[0][1].startswith("broken gzip")


def test_lines_in_two_bytes_a_letter_are_refused_with_a_reason(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": "Un."}), encoding="utf-16")
    assert taken(path, 5) == ([], (("a.jsonl", "in UTF-16: JSON lines of archives are read in UTF-8 only"),))


def test_an_empty_file(tmp_path):
    for name in ("a.jsonl", "a.warc"):
        (tmp_path / name).write_bytes(b"")
        found, problems = taken(tmp_path / name, 5)
        assert (found, len(problems)) == ([], 1)


@pytest.mark.parametrize("at_once", [1, 3, 7, 100])
def test_pieces_of_parquet_give_each_row_once(tmp_path, at_once):
    path = tmp_path / "a.parquet"
    rows = [{"text": f"Texte {n}.", "id": n, "other": n} for n in range(20)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=6)
    found, problems = taken(path, at_once)
    assert [(one.text, one.source, one.label) for one in found] == [
        (f"Texte {n}.", str(n), f"a.parquet:{n + 1}") for n in range(20)
    ]
    assert problems == ()


def test_days_and_strange_cells_of_parquet(tmp_path):
    from datetime import UTC, date, datetime  # noqa: PLC0415

    path = tmp_path / "a.parquet"
    table = pa.table(
        {
            "text": pa.array(["Un.", None, "x" * 5_000, "a\0b"]),
            "published": pa.array([date(2020, 2, 7)] * 4),
            "title": pa.array([datetime(2020, 2, 7, tzinfo=UTC)] * 4),
        }
    )
    pq.write_table(table, path)
    found, _ = taken(path, 10)
    assert found[0].published == "2020-02-07"
    assert words(found)[1:] == [
        "record without text", "over the limit of 1000 bytes", "the text holds a NUL character",
    ] or words(found)[1:] == [
        "record without text", "5000 bytes, over the limit of 1000 bytes", "the text holds a NUL character",
    ]  # fmt: skip


def test_cells_that_are_no_text(tmp_path):
    path = tmp_path / "a.parquet"
    broken = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")])
    pq.write_table(pa.table({"text": broken}), path)
    assert words(taken(path, 10)[0]) == ["record without text"]
    pq.write_table(pa.table({"text": pa.array([["Un."]])}), path)
    assert words(taken(path, 10)[0]) == ["the text of the record is no string"]


@given(st.data())
def test_broken_parquet_never_raises(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("broken") / "a.parquet"
    pq.write_table(pa.Table.from_pylist([{"text": f"Texte {n}."} for n in range(200)]), path)
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    found, problems = taken(path, 50)
    assert found or problems


def test_parquet_without_a_text(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"body": ["Un."]}), path)
    assert taken(path, 5) == ([], (("a.parquet", "no column named text (there are: body)"),))
    path.write_bytes(b"no parquet")
    assert taken(path, 5)[1][0][1].startswith("broken Parquet (")


PAGE = "<html lang='fr'><body><article><p>{}</p></article></body></html>"


def record(writer, number, body, *, status="200 OK", kind="text/html; charset=utf-8", headers=(), **options):
    http = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
    made = writer.create_warc_record(
        f"https://a.example/{number}", options.get("type", "response"), payload=io.BytesIO(body), http_headers=http
    )
    writer.write_record(made)


def warc(*, packed=True, number=12):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for n in range(number):
        record(writer, n, PAGE.format(f"Moscou a condamné Paris, page {n}.").encode())
    return file.getvalue()


SIX = {packed: warc(packed=packed, number=6) for packed in (True, False)}
"""Made once: its records have ids drawn anew and the time in them."""


@pytest.mark.parametrize("at_once", [1, 5, 100])
@pytest.mark.parametrize("how", ["packed", "plain", "packed as one"])
def test_pieces_of_warc_give_each_page_once(tmp_path, how, at_once):
    path = tmp_path / ("a.warc" if how == "plain" else "a.warc.gz")
    data = warc(packed=how == "packed")
    path.write_bytes(gzip.compress(data) if how == "packed as one" else data)
    found, problems = taken(path, at_once)
    assert problems == ()
    assert [(one.text, one.source, one.url, one.label) for one in found] == [
        (f"Moscou a condamné Paris, page {n}.", address := f"https://a.example/{n}", address, f"{path.name}:{n + 1}")
        for n in range(12)
    ]


def test_what_of_a_warc_is_not_read_is_named(tmp_path):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    page = PAGE.format("Moscou a condamné Paris en français.").encode()
    record(writer, 0, page, status="404 Not Found")
    record(writer, 1, b"\x89PNG", kind="image/png")
    record(writer, 2, b"")
    record(writer, 3, b"x" * 6_000)
    record(writer, 4, gzip.compress(b"x" * 50_000_000), headers=[("Content-Encoding", "gzip")])
    record(writer, 5, page.decode().encode("cp1251", "replace"), kind="text/html; charset=windows-1251")
    record(writer, 6, "Moscou a condamné Paris.".encode(), kind="text/plain")
    writer.write_record(
        writer.create_warc_record(
            "https://a.example/7", "conversion", payload=io.BytesIO("Paris a répondu.".encode()),
            warc_content_type="text/plain",
        )
    )  # fmt: skip
    record(writer, 8, gzip.compress(page), headers=[("Content-Encoding", "gzip")])
    path = tmp_path / "a.warc.gz"
    path.write_bytes(file.getvalue())
    found, problems = taken(path, 4)
    assert problems == ()
    over = "over the limit of 5000 bytes"
    assert words(found) == [
        "HTTP status 404 (https://a.example/0)", "image/png, neither a page nor a text (https://a.example/1)",
        "empty (https://a.example/2)", f"{over} (https://a.example/3)", f"{over} (https://a.example/4)",
        "Moscou a condamn? Paris en fran?ais.", "Moscou a condamné Paris.", "Paris a répondu.",
        "Moscou a condamné Paris en français.",
    ]  # fmt: skip


def test_reading_goes_on_behind_a_broken_record(tmp_path):
    data = warc(number=20)
    places = [at for at in range(len(data)) if data[at : at + 3] == b"\x1f\x8b\x08"]
    middle = places[len(places) // 2]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data[: middle + 20] + b"\xff" * 40 + data[middle + 60 :])
    found, problems = taken(path, 4)
    assert problems
    assert all(place.startswith("a.warc.gz@") and reason.startswith("broken WARC") for place, reason in problems)
    pages = [one for one in words(found) if one.startswith("Moscou")]
    assert 18 <= len(pages) == len(set(pages)) <= 19
    assert pages[0].endswith("page 0.")
    assert pages[-1].endswith("page 19.")


@given(st.data())
def test_broken_warc_never_raises_and_ends(tmp_path_factory, data):
    whole = bytearray(SIX[data.draw(st.booleans())])
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("broken") / "a.warc.gz"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))])
    found, problems = taken(path, 2)
    assert found or problems


def test_storage_that_fails_is_no_matter_of_the_record(tmp_path):
    gone = Source("a.jsonl", str(tmp_path / "a.jsonl"), "lines", 3)
    with pytest.raises(StorageError, match="no such file"):
        cut_of(gone, 5)


def test_sources_are_found_in_folders_and_by_patterns(tmp_path, monkeypatch):
    for name in ("b.jsonl", "a.parquet", "c.txt", ".d.jsonl", "sub/e.warc.gz", "sub/f.parquet.gz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    monkeypatch.chdir(tmp_path)
    assert [one.path for one in expand(["."])] == ["./a.parquet", "./b.jsonl", "./sub/e.warc.gz"]
    assert [one.path for one in expand(["*.jsonl", "b.jsonl"])] == ["b.jsonl"]
    assert [(one.path, one.form, one.size) for one in expand(["**/*.warc.gz"])] == [("sub/e.warc.gz", "warc", 1)]
    for wrong in ("c.txt", "gone.jsonl", "*.csv", "nowhere"):
        with pytest.raises(ArchiveError, match=r"^[^\n]+$"):
            expand([wrong])


def test_the_engine_opens_what_has_an_address(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"text": f"Texte {n}."}) + "\n" for n in range(20)))
    pq.write_table(pa.table({"text": [f"Texte {n}." for n in range(20)]}), tmp_path / "b.parquet")
    (tmp_path / "c.warc.gz").write_bytes(warc())
    (tmp_path / "d.txt").write_text("x")
    found = expand([f"file://{tmp_path}/*"])
    assert [(one.path, one.form) for one in found] == [
        (f"file://{tmp_path}/a.jsonl", "lines"), (f"file://{tmp_path}/b.parquet", "parquet"),
        (f"file://{tmp_path}/c.warc.gz", "warc"),
    ]  # fmt: skip
    for one, number in zip(found, (20, 20, 12), strict=True):
        cut = cut_of(one, 7)
        plain = tmp_path / one.path.rsplit("/", 1)[1]
        assert cut.sha256 == hashlib.sha256(plain.read_bytes()).hexdigest()
        texts = [text for n, piece in enumerate(cut.pieces) for text in texts_of(Job(n, one, piece), LIMITS)]
        assert [text.label for text in texts] == [f"{one.path}:{n + 1}" for n in range(number)]
    with pytest.raises(ArchiveError, match=r"^file://[^\n]+$"):
        expand([f"file://{tmp_path}/gone/*"])
