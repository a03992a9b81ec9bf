"""Words of the pages, one file a page and language: `data/interface/web/<language>/<page>.toml`.

In a template `words.title`, `words.columns.date`; a word with two forms is an array: `count(words.events, 5)`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

FRAME = "frame"
"""The words that all pages share, `frame` in templates."""


class Words:
    """The words of a page; a table is again one. A word that is not there is an error, in Python and in templates."""

    def __init__(self, found: dict[str, Any], where: str) -> None:
        self._found, self._where = found, where

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  a string, an array or a table
        if name.startswith("_") or name not in self._found:
            raise AttributeError(f"{self._where} has no word {name!r}")
        return self[name]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401  a string, an array or a table
        value = self._found[name]
        return Words(value, f"{self._where}, {name}") if isinstance(value, dict) else value

    def get(self, name: str, default: str) -> Any:  # noqa: ANN401  as above
        """The word of this name, else the default: for names that come from records."""
        return self[name] if name in self._found else default


@cache
def load_words(language: str, page: str) -> Words:
    """The words of a page; none where the page has no file of its own.

    Raises:
        msgspec.DecodeError: the file is no TOML.
    """
    path = files("legation") / "data" / "interface" / "web" / language / f"{page}.toml"
    found = msgspec.toml.decode(path.read_bytes(), type=dict[str, Any]) if path.is_file() else {}
    return Words(found, f"{language}/{page}.toml")
