"""Stand-ins for words that trap the parser: "Paris somme Alger" is read as "Paris exhorte Alger".

Right behind a party's name a finite verb that could also be a noun ("somme", "presse") is often taken for a part
of the name, and the sentence falls apart. The parser is given another verb of the same frame instead; what it finds is
written on the sentence's own words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

_WORDS = "words behind stand-ins"
_CLOSING = frozenset('»”"')


def put_in(
    doc: Doc, view: View, stand_ins: Mapping[str, str], *, openings: frozenset[str], joiners: frozenset[str]
) -> Doc:
    """The sentence with stand-ins for words right behind a party, a quotation or an "and" (`joiners`) that begin a
    complement (one of `openings`, or behind a party a capital letter, follows); the same document where there is none.
    """
    from spacy.tokens import Doc  # noqa: PLC0415  loaded with the parser

    words = [t.text for t in doc]
    traps = [i for i, word in enumerate(words[:-1]) if i > 0 and word in stand_ins]
    if not traps:
        return doc
    ends = {m.end - view.sentence.start for m in view.mentions if not m.placed and m.kind != "city"}
    found: dict[int, str] = {}
    for i in traps:
        opened = words[i + 1].lower() in openings
        named = doc[i].idx - 1 in ends and (opened or words[i + 1][:1].isupper())
        joined = words[i - 1] in joiners and opened
        quoted = words[i - 1] == "," and i > 1 and words[i - 2] in _CLOSING and opened
        if named or joined or quoted:
            found[i] = stand_ins[words[i]]
    if not found:
        return doc
    given = [found.get(i, word) for i, word in enumerate(words)]
    changed = Doc(doc.vocab, words=given, spaces=[bool(t.whitespace_) for t in doc])
    changed.user_data[_WORDS] = words
    return changed


def take_out(doc: Doc) -> Doc:
    """The parse of a sentence with stand-ins, on its own words."""
    from spacy.tokens import Doc  # noqa: PLC0415

    words = doc.user_data.get(_WORDS)
    if words is None:
        return doc
    return Doc(
        doc.vocab,
        words=words,
        spaces=[bool(t.whitespace_) for t in doc],
        heads=[t.head.i for t in doc],
        deps=[t.dep_ for t in doc],
        pos=[t.pos_ for t in doc],
        tags=[t.tag_ for t in doc],
        morphs=[str(t.morph) for t in doc],
    )
