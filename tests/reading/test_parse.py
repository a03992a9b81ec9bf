import pytest

from legation.reading.parse import load_parser, parse


def test_one_sentence_is_one_document(stages):
    views = stages.views("Oslo a condamné Riga. Riga proteste.\nParis se tait.")
    parse(views, stages.parser)
    assert [view.doc.text for view in views] == [view.text for view in views]


def test_tokens_stand_where_the_words_do(stages):
    view = stages.view("Le sommet russo-turc\na réuni l'Élysée et Oslo.")
    for token in view.doc:
        quoted = view.text[view.start_of(token) - view.sentence.start : view.end_of(token) - view.sentence.start]
        assert quoted == token.text or {quoted, token.text} == {"russo-turc", "russooturc"}


def test_a_compound_demonym_is_one_token(stages):
    view = stages.view("L'accord russo-turc a été signé.")
    (mention,) = view.mentions
    assert len(view.tokens_of(mention)) == 1
    assert view.mention_at(view.head_of(mention)) is mention


def test_names_in_a_row_are_coordinated(stages):
    view = stages.view("Le Brésil, la Colombie et Cuba ont protesté.")
    assert [m.codes for m in view.coordinated(view.mentions[0])] == [("BRA",), ("COL",), ("CUB",)]


def test_what_the_reading_does_not_use_is_not_loaded(stages):
    assert not {"ner", "lemmatizer"} & set(stages.parser.pipe_names)
    assert "parser" in stages.parser.pipe_names


def test_a_missing_model_is_named(pack):
    import msgspec  # noqa: PLC0415

    syntax = msgspec.structs.replace(pack.syntax, models=("fr_no_such_model",))
    with pytest.raises(OSError, match="no parser installed: pip install fr_no_such_model"):
        load_parser(syntax)


def test_any_installed_model_of_the_language_serves(pack):
    import msgspec  # noqa: PLC0415

    syntax = msgspec.structs.replace(pack.syntax, models=("fr_no_such_model", *pack.syntax.models))
    assert load_parser(syntax).meta["lang"] == "fr"
