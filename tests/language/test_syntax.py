import re

import msgspec
import pytest

from legation.language.pack import load_pack
from legation.language.syntax import Syntax, load_syntax
from legation.reading.parse import load_parser

SYNTAX = load_pack("fr").syntax


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("à", ("à", 1)),
        ("parle au", ("à", 1)),
        ("des", ("de", 1)),
        ("d'", ("de", 1)),
        ("à l' encontre du", ("contre", 4)),
        ("auprès des", ("auprès de", 2)),
        ("en faveur d'", ("en faveur de", 3)),
        ("en marge du", ("lors de", 3)),
        ("la table", None),
        ("", None),
    ],
)
def test_the_longest_preposition_that_ends_the_words(words, expected):
    assert SYNTAX.preposition_of(tuple(words.split())) == expected


def test_the_labels_are_those_of_the_model(parser):
    known = set(parser.get_pipe("parser").labels) | {"ROOT"}
    for name, labels in SYNTAX.labels.items():
        assert not labels or labels & known, f"no label of {name} is one of the model's"


def test_the_english_labels_are_those_of_the_model_or_of_the_turned_tree():
    syntax = load_pack("en").syntax
    known = {*load_parser(syntax).get_pipe("parser").labels, "ROOT", syntax.heads.preposition, syntax.heads.copula}
    for name, labels in syntax.labels.items():
        assert not labels or labels & known, f"no label of {name} is one of the model's"


def test_the_packs_name_the_same_things():
    english = load_pack("en").syntax
    assert english.labels.keys() == SYNTAX.labels.keys()
    assert english.words.keys() == SYNTAX.words.keys()
    assert english.parts.keys() == SYNTAX.parts.keys()


def known_gaps():
    """Slots that no preposition fills yet; only fewer may stand here."""
    return ("au-dessus de", "autour de", "derrière")


def test_the_frames_name_slots_that_can_be_filled():
    special = {"subject", "object", "content", "support", "adjective", "possessive", "deed", "speaker"}
    slots = {
        slot
        for family in load_pack("fr").lexicon.frames.values()
        for frame in family.values()
        for slot in (*frame.actor, *frame.recipient, *frame.place)
    }
    assert slots - special - SYNTAX.prepositions.keys() <= set(known_gaps())


def test_closed_classes_are_lower_case():
    words = [w for table in (SYNTAX.words, SYNTAX.places) for group in table.values() for w in group]
    assert [w for w in words if w != w.lower()] == []


def test_number_words_tell_how_many():
    assert SYNTAX.reference.number_words["deux"] == 2


def test_unknown_fields_are_refused(tmp_path):
    (tmp_path / "syntax.toml").write_text('models = ["x"]\nexclude = []\nsurprise = 1\n')
    with pytest.raises(msgspec.ValidationError, match=re.escape("surprise")):
        load_syntax(tmp_path)


def test_prepositions_are_looked_up_per_language():
    other = msgspec.structs.replace(SYNTAX, prepositions={"to": ("to", "in the direction of")})
    assert isinstance(other, Syntax)
    assert other.preposition_of(("in", "the", "direction", "of")) == ("to", 4)
    assert SYNTAX.preposition_of(("to",)) is None
