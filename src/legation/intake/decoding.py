"""Bytes to text, for files as they are found.

UTF-8 is tried first (byte-order mark dropped), UTF-16 and UTF-32 are read where a byte-order mark says so, and what
is neither is read as Windows-1252 (which holds Latin-1) when it looks like text. The rest is refused.
"""

from __future__ import annotations

import codecs
import re

from legation.intake.limits import UnreadableError

_LINE_END = re.compile(r"\r\n?")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = ((b"%PDF-", "a PDF file"), (b"PK\x03\x04", "a ZIP archive or office document"), (b"\x1f\x8b", "a gzip file"))
_MAX_CONTROL_SHARE = 0.02  # more control characters than this and an 8-bit file is no text
_CONTROL_BYTES = bytes(byte for byte in range(0x20) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"


def encoding_by_mark(data: bytes) -> str | None:
    """The encoding that a byte-order mark at the start of `data` names, or None."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def decode(data: bytes) -> str:
    """The text of a whole file; its line ends stay as they are.

    Raises:
        UnreadableError: the bytes are no text.
    """
    for magic, what in _FORMATS:
        if data.startswith(magic):
            raise UnreadableError(f"{what}, not text")
    marked = encoding_by_mark(data)
    if marked and marked != "utf-8":
        try:
            return _without_nul(data.decode(marked).removeprefix("\ufeff"))
        except UnicodeDecodeError:
            raise UnreadableError(f"not text: marked as {marked.upper()} but broken") from None
    if b"\0" in data:
        raise UnreadableError(_why_nul(data))
    return decode_eight_bit(data.removeprefix(codecs.BOM_UTF8))


def decode_eight_bit(data: bytes) -> str:
    """UTF-8, else Windows-1252 when it looks like text. For single lines too.

    Raises:
        UnreadableError: the bytes are no text.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > _MAX_CONTROL_SHARE * len(data):
        raise UnreadableError("binary, not text")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    if sum("\x80" <= char <= "\x9f" for char in text) > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableError("binary, or text in an unknown encoding")
    return text


def unify_line_ends(text: str) -> str:
    r"""`\r\n` and `\r` as `\n`, as Python reads text files; nothing else changes."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def _without_nul(text: str) -> str:
    if "\0" in text:
        raise UnreadableError("binary, not text")
    return text


def _why_nul(data: bytes) -> str:
    """Text in UTF-16 shows as a zero in every second byte."""
    head = data[:4096]
    for zeros, letters in ((head[1::2], head[0::2]), (head[0::2], head[1::2])):
        if zeros and zeros.count(0) > 0.7 * len(zeros) and letters.count(0) < 0.1 * len(letters):
            return "UTF-16 without a byte-order mark: save it as UTF-8"
    return "binary, not text"
