import msgspec
import pytest

from legation import ontology
from legation.ontology import EventType, Ontology

QUADS = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}

SCORES = [
    ("AGREE", None, "verbal cooperation", 2.5),
    ("CONSULT", None, "verbal cooperation", 2.5),
    ("CONSULT", "visit", "verbal cooperation", 4),
    ("CONSULT", "multilateral", "verbal cooperation", 4),
    ("CONSULT", "phone", "verbal cooperation", 1.5),
    ("CONSULT", "third-party", "verbal cooperation", 1),
    ("SUPPORT", None, "verbal cooperation", 5),
    ("CONCEDE", None, "verbal cooperation", 4.5),
    ("COOPERATE", None, "material cooperation", 9.5),
    ("AID", None, "material cooperation", 10),
    ("RETREAT", None, "material cooperation", 6.5),
    ("RETREAT", "withdraw", "material cooperation", 8),
    ("RETREAT", "disarm", "material cooperation", 10),
    ("RETREAT", "resign", "material cooperation", 4.5),
    ("REQUEST", None, "verbal conflict", 0),
    ("REQUEST", "assist", "verbal conflict", 0.5),
    ("ACCUSE", "disapprove", "verbal conflict", -2),
    ("REJECT", "assist", "verbal conflict", -1.5),
    ("THREATEN", "territory", "verbal conflict", -4),
    ("PROTEST", "riot", "material conflict", -7),
    ("SANCTION", "expel", "material conflict", -5.5),
    ("MOBILIZE", "troops", "material conflict", -6.5),
    ("COERCE", "martial-law", "material conflict", -7.5),
    ("ASSAULT", None, "material conflict", -9),
]


@pytest.mark.parametrize(("kind", "mode", "quad", "score"), SCORES)
def test_scores_are_the_codebook_s(kind, mode, quad, score):
    found = ontology.load()
    assert found.types[kind].quad == quad
    assert found.intensity(kind, mode) == score


def test_there_are_sixteen_types_in_four_quads():
    types = ontology.load().types
    assert len(types) == 16
    assert {kind.quad for kind in types.values()} == QUADS


def test_cooperation_is_above_zero_and_conflict_not():
    for kind in ontology.load().types.values():
        scores = [kind.score, *kind.modes.values()]
        assert all(-10 <= score <= 10 for score in scores)
        if kind.quad != "verbal conflict":
            assert all((score > 0) == ("cooperation" in kind.quad) for score in scores)


def test_a_mode_without_a_score_has_its_type_s():
    found = Ontology({"GREET": EventType("verbal cooperation", 3.0, modes={"wave": 4.0})}, ontology.load().contexts)
    assert [found.intensity("GREET", mode) for mode in (None, "wave", "nod")] == [3.0, 4.0, 3.0]
    with pytest.raises(KeyError):
        found.intensity("PART", None)


def test_contexts_have_names_of_their_own():
    names = ontology.load().contexts.names
    assert len(names) == len(set(names)) >= 35
    assert {"diplomatic", "economic", "military", "natural_resource"} <= set(names)


def test_it_is_read_once_and_cannot_change():
    assert ontology.load() is ontology.load()
    with pytest.raises(AttributeError):
        ontology.load().types = {}  # type: ignore[misc]
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"quad": "verbal conflict", "score": 1.0, "colour": "red"}, EventType)
