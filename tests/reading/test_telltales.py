import pytest

from legation.language.words import split_words
from legation.reading.parse import parse


@pytest.fixture(scope="module")
def telltales(stages):
    return stages.triggers.telltales


def words_of(text):
    return {w.lower for w in split_words(text)}


def test_every_form_of_a_telling_word_is_known(telltales):
    assert {"condamnera", "condamnées", "visites", "entretenu"} <= telltales.forms
    assert not {"fenêtre", "fenêtres", "mangé"} & telltales.forms


@pytest.mark.parametrize("word", ["a", "est", "ont", "de", "mis", "fait"])
def test_light_words_alone_tell_nothing(telltales, word):
    assert not telltales.stand_in({word})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo a condamné Riga.", True),
        ("La LETTONIE est CONDAMNÉE par Oslo.", True),
        ("Oslo a pris part aux manœuvres.", True),
        ("Oslo a mis la table.", False),
        ("Oslo a imposé des sanctions à Riga.", True),
        ("Les sanctions d'Oslo.", True),
        ("Oslo a imposé le silence à la salle.", False),
        ("Une mise en scène.", False),
        ("", False),
    ],
)
def test_an_entry_wants_all_its_words(telltales, text, expected):
    assert telltales.stand_in(words_of(text)) is expected


def test_no_sentence_with_a_trigger_is_kept_from_the_parser(reader, stages, telltales):
    texts = [entry.test[0].partition(": ")[2] for entry in reader.pack.lexicon.triggers[::97]]
    views = [view for text in texts for view in stages.views(text)]
    parse(views, stages.parser, None, stages.pack.syntax)
    firing = [view for view in views if stages.triggers.find(view.doc)]
    assert len(firing) > 80
    assert [view.text for view in firing if not telltales.stand_in(words_of(view.text))] == []
