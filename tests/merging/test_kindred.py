from legation.merging.kindred import kinships
from legation.ontology import load


def test_every_type_and_mode_named_is_one_of_the_ontology():
    known = kinships()
    ontology = load()
    types = set(ontology.types)
    assert known.mutual | known.keepable | known.families.keys() | set(known.families.values()) <= types
    assert {name for pair in known.pairs for name in pair} <= types
    for name, first, second in known.opposed:
        modes = {str(getattr(mode, "name", mode)) for mode in ontology.types[name].modes}
        assert {first, second} <= modes


def test_families_hold_together_through_a_third_type():
    known = kinships()
    assert known.family("AID") == known.family("SUPPORT") == known.family("COOPERATE") == known.family("AGREE")
    assert known.family("CONSULT") == "CONSULT"
    assert known.family("ACCUSE") != known.family("SANCTION")


def test_opposed_modes_oppose_both_ways():
    assert ("CONSULT", "phone", "visit") in kinships().opposed
    assert ("CONSULT", "visit", "phone") in kinships().opposed
