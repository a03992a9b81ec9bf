"""Topics that are not ours though they borrow our words (topics.toml)."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words by which a topic is known, lower case."""

    words: tuple[str, ...]


def load_topics(folder: Path) -> dict[str, Topic]:
    """The topics of a language folder by name.

    Raises:
        msgspec.ValidationError: the file does not fit the form.
    """
    return msgspec.toml.decode((folder / "topics.toml").read_bytes(), type=dict[str, Topic])
