"""The words of a parsed sentence in lower case, made once a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def lowered_words(doc: Doc) -> list[str]:
    """The words of a sentence in lower case, in order."""
    if "lowered" not in doc.user_data:
        doc.user_data["lowered"] = [token.lower_ for token in doc]
    lowered: list[str] = doc.user_data["lowered"]
    return lowered


def words_of(doc: Doc) -> frozenset[str]:
    """The words of a sentence in lower case, as a set."""
    if "words" not in doc.user_data:
        doc.user_data["words"] = frozenset(lowered_words(doc))
    words: frozenset[str] = doc.user_data["words"]
    return words
