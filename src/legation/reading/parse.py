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
_HYPHEN = "-"


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
    """A sentence's tokens, on one line. Words with a hyphen ("accord-cadre", "Royaume-Uni", "russo-vénézuélien") stay
    whole: cut at the hyphen, their second half becomes a verb or a noun to the parser, and no entry knows them.
    """
    doc = parser.make_doc(view.text.replace("\n", " "))
    at = view.sentence.start
    words = ((w.start - at, w.end - at) for w in view.words if _HYPHEN in w.text[1:-1])
    cut = [span for word in words if (span := doc.char_span(*word)) is not None and len(span) > 1]
    if cut:
        with doc.retokenize() as retokenizer:
            for span in cut:
                retokenizer.merge(span)
    return doc
