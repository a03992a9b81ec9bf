"""The part of an address that says what a reader asked of a page."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

_DIGITS = 6
"""Of the number of a page."""


def query_of(asked: msgspec.Struct, **changes: object) -> str:
    """What is asked, with some fields changed, as `?name=value&…`; "" where every field has its default.

    Fields are called as the struct encodes them; a field with several values stands there once for each of them.
    """
    wanted, plain = msgspec.structs.replace(asked, **changes), type(asked)()
    pairs: list[tuple[str, str]] = []
    for field, name in zip(wanted.__struct_fields__, wanted.__struct_encode_fields__, strict=True):
        value = getattr(wanted, field)
        if value != getattr(plain, field):
            pairs += [(name, str(one)) for one in (value if isinstance(value, tuple) else (value,))]
    return "?" + urlencode(pairs) if pairs else ""


def page_number(given: str) -> int:
    """The number of a page, from 1; the first for what is none."""
    fits = given.isascii() and given.isdecimal() and 0 < len(given) <= _DIGITS
    return max(1, int(given)) if fits else 1
