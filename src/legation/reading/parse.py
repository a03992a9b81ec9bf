"""The parser: spaCy over the sentences that passed the gate, in batches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.language.syntax import Syntax
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.language import Language

_BATCH = 64


def load_parser(syntax: Syntax) -> Language:
    """The spaCy pipeline of a language, without what the reading does not use.

    Raises:
        OSError: the model is not installed (the message of spaCy names it).
    """
    import spacy  # noqa: PLC0415

    return spacy.load(syntax.model, exclude=list(syntax.exclude))


def _for_parser(view: View) -> str:
    """A sentence as the parser reads it best, character by character as long as the text: one line, and compound
    demonyms ("russo-vénézuélien") without the hyphen at which the tokeniser would cut them.
    """
    text = view.text.replace("\n", " ")
    for mention in view.mentions:
        if mention.kind == "adjective" and "-" in mention.text:
            start, end = mention.start - view.sentence.start, mention.end - view.sentence.start
            text = text[:start] + text[start:end].replace("-", "o") + text[end:]
    return text


def parse(views: Iterable[View], parser: Language) -> None:
    """Gives every view its parse. One sentence is one document for the parser: it must not split or join them."""
    waiting = list(views)
    texts = (_for_parser(view) for view in waiting)
    for view, doc in zip(waiting, parser.pipe(texts, batch_size=_BATCH), strict=True):
        view.doc = doc
        view.align()
