"""The parser: spaCy over the sentences that passed the gate, in batches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from legation.language.syntax import Syntax
from legation.reading.heads import Rehanger
from legation.reading.stand_ins import put_in, take_out
from legation.reading.view import View

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 64


def load_parser(syntax: Syntax) -> Language:
    """The spaCy pipeline of a language, without what the reading does not use.

    Raises:
        MissingParserError: none of the language's models is installed.
    """
    import spacy  # noqa: PLC0415

    model = next((name for name in syntax.models if spacy.util.is_package(name)), None)
    if model is None:
        raise MissingParserError(syntax)
    return spacy.load(model, exclude=list(syntax.exclude))


class MissingParserError(OSError):
    """No model of a language is installed; the message says how to get one."""

    def __init__(self, syntax: Syntax) -> None:
        wanted = f"legation[{syntax.extra}]" if syntax.extra else syntax.models[0]
        super().__init__(f"no parser installed: pip install {wanted}")


def parse(
    views: Iterable[View], parser: Language, rehanger: Rehanger | None = None, syntax: Syntax | None = None
) -> None:
    """Gives every view its parse. One sentence is one document for the parser: it must not split or join them.

    `syntax`: where its stand-ins for words that trap the parser come from, if any.
    """
    waiting = list(views)
    tokens = (_stood_in(_tokens(v, parser), v, syntax) for v in waiting)
    for view, parsed in zip(waiting, parser.pipe(tokens, batch_size=_BATCH), strict=True):
        doc = take_out(parsed)
        view.doc = rehanger.turn(doc) if rehanger is not None else doc
        view.align()


def _stood_in(doc: Doc, view: View, syntax: Syntax | None) -> Doc:
    if syntax is None or not syntax.stand_ins:
        return doc
    return put_in(doc, view, syntax.stand_ins, openings=syntax.words["determiners"], joiners=syntax.words["and"])


def _tokens(view: View, parser: Language) -> Doc:
    """A sentence's tokens, on one line. Compound demonyms ("russo-vénézuélien") stay whole: cut at the hyphen, their
    second half becomes a verb or a noun to the parser.
    """
    doc = parser.make_doc(view.text.replace("\n", " "))
    spans = []
    for mention in view.mentions:
        if mention.kind == "adjective" and "-" in mention.text:
            span = doc.char_span(mention.start - view.sentence.start, mention.end - view.sentence.start)
            if span is not None and len(span) > 1:
                spans.append(span)
    if spans:
        with doc.retokenize() as retokenizer:
            for span in spans:
                retokenizer.merge(span)
    return doc
