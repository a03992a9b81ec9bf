"""What is fuzzed: bytes through intake, texts through reading. A target returns, or the input is a find.

Each may take any input, raises only when a promise is broken, and has its time.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

from legation.dispatch import Dispatch, Span, text_id
from legation.intake import FoundText, Limits, Patience, Refusal, TimeUp, take_in_texts
from legation.intake.files import read_source
from legation.intake.sources import FORMS as SUFFIXES
from legation.intake.sources import Form, Source
from legation.reading.reader import Reader
from legation.report import Report, encode
from legation.walk import ReaderSet, agencies

HERE = Path(__file__).parent
FINDS = HERE / "finds"
EXAMPLES = HERE.parents[1] / "examples"
FORMS: tuple[Form | None, ...] = ("text", "page", "records", "table", None)
SECONDS = 60
"""No input of some thousand bytes takes a second; who needs this long is caught in something without an end."""
_LIMITS = Limits(seconds=SECONDS)
_WORDS, _SIGNS = 0, 1


class Bytes(Source, frozen=True):
    """An input that stands in memory."""

    data: bytes = b""

    def open(self) -> io.BufferedReader:
        return io.BufferedReader(io.BytesIO(self.data))  # type: ignore[arg-type]


@cache
def languages() -> ReaderSet:
    return ReaderSet()


@cache
def reader() -> Reader:
    return Reader(languages().packs["fr"], agencies=agencies())


@cache
def fragments() -> tuple[str, ...]:
    return tuple((HERE / "fragments.txt").read_text("utf-8").split("\n")[:-1])


def intake(data: bytes) -> None:
    """The first byte tells the form, the rest is the file."""
    if not data:
        return
    source = Bytes("fuzz", "fuzz", FORMS[data[0] % len(FORMS)], data=data[1:])
    texts = read_source(source, _LIMITS)
    for item in take_in_texts(texts, packs=languages().packs, limits=_LIMITS, place_code=languages().place_code):
        if isinstance(item, Refusal):
            line = str(item)
            assert line.isprintable(), "a refusal is one line"
            assert "given up" not in line, line
        else:
            _fits(item)


def reading(data: bytes) -> None:
    """The first byte tells whether the others are words of a dispatch or a text as it stands."""
    text = _text(data)
    if not text.strip() or "\0" in text:
        return
    (item,) = take_in_texts([FoundText(text, "fuzz", "fuzz", language="fr")], packs=languages().packs, limits=_LIMITS)
    if isinstance(item, Refusal):
        # The language is told from the text itself, whatever is said of it.
        assert item.reason in ("holds no words", "empty") or "no language pack" in item.reason, str(item)
        return
    _fits(item)
    try:
        with Patience(SECONDS):
            reports = reader().read(item)
    except TimeUp:
        raise AssertionError(f"not read within {SECONDS} s") from None
    for report in reports:
        _quotes(item, report)
        assert encode(msgspec.json.decode(encode(report), type=Report)) == encode(report)


TARGETS: dict[str, Callable[[bytes], None]] = {"intake": intake, "reading": reading}


def finds(target: str) -> list[Path]:
    """The inputs that once broke a promise."""
    return sorted(path for path in (FINDS / target).iterdir() if not path.name.startswith("."))


def seeds(target: str) -> list[bytes]:
    """Inputs to begin with: the examples, and all finds."""
    found = [path.read_bytes() for path in finds(target)]
    for path in sorted(EXAMPLES.iterdir()):
        if target == "intake":
            found.append(bytes([FORMS.index(SUFFIXES[path.suffix])]) + path.read_bytes()[:4_000])
        elif path.suffix == ".txt":
            found.append(bytes([_SIGNS]) + path.read_bytes()[:2_000])
    if target == "intake":
        found.append(bytes([FORMS.index("page")]) + b"<html lang=fr><body><article><p>Moscou a salu\xc3\xa9 Paris.</p>")
    else:
        found += [bytes([_WORDS, *range(start, start + 60)]) for start in range(0, 200, 20)]
    return found


def _text(data: bytes) -> str:
    if data[:1] == bytes([_SIGNS]):
        return data[1:].decode("utf-8", "replace")
    known = fragments()
    pieces = (known[byte] if byte < len(known) else "\n" if byte % 5 == 0 else chr(byte) for byte in data[1:])
    return " ".join(pieces)


def _fits(item: Dispatch) -> None:
    assert item.id == text_id(item.text)
    assert item.language in languages().packs
    assert all(0 <= mark.start < mark.end <= len(item.text) for mark in item.furniture)
    spans = [credit.span for credit in item.credits] + [item.own_date.span if item.own_date else None]
    assert all(item.span(span.start, span.end) == span for span in spans if span is not None)
    assert msgspec.json.decode(msgspec.json.encode(item), type=Dispatch) == item


def _quotes(item: Dispatch, told: object) -> None:
    """Every span, however deep in a record, quotes the dispatch."""
    if isinstance(told, Span):
        assert item.span(told.start, told.end) == told
    elif isinstance(told, msgspec.Struct):
        for field in told.__struct_fields__:
            _quotes(item, getattr(told, field))
    elif isinstance(told, tuple):
        for one in told:
            _quotes(item, one)
