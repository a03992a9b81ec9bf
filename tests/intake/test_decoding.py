from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.decoding import decode, unify_line_ends
from legation.intake.limits import UnreadableError

SENTENCE = "L’été dernier, l'Élysée a « salué » l'accord – à Ouagadougou."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_reads_the_encodings_of_the_wild(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_reads_latin_1() -> None:
    assert decode("coopération à l'Élysée".encode("latin-1")) == "coopération à l'Élysée"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n...", "a PDF file, not text"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or office document, not text"),
        (bytes(range(256)), "binary, not text"),
        (bytes(range(1, 32)) * 9 + b"\xff\xfe\xfd", "binary, not text"),
        ("Moscou et Caracas".encode("utf-16-le"), "UTF-16 without a byte-order mark: save it as UTF-8"),
        ("Moscou et Caracas".encode("utf-16-be"), "UTF-16 without a byte-order mark: save it as UTF-8"),
        (b"\xff\xfea", "not text: marked as UTF-16 but broken"),
    ],
)
def test_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(data)


def test_stray_control_characters_and_decomposed_letters_stay() -> None:
    wild = "L'e\u0301te\u0301\x07 a\u00ad \u200bMoscou"
    assert decode(wild.encode()) == wild


def test_line_ends_are_unified_as_python_does() -> None:
    assert unify_line_ends("a\r\nb\rc\nd\r\r\n") == "a\nb\nc\nd\n\n"


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert "\0" not in decode(data)
    except UnreadableError as error:
        assert str(error)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0\ufeff"), max_size=60))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    if not text.startswith(("%PDF-", "PK\x03\x04")):
        assert decode(text.encode()) == text
