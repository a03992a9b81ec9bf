from __future__ import annotations

from legation import ontology
from legation.evaluation.standard import load
from legation.states import load_organisations, load_states


def test_aliases_lead_to_codes_and_are_none_themselves():
    known = load_states().keys() | load_organisations().keys()
    aliases = load().aliases
    assert set(aliases.values()) <= known
    assert not aliases.keys() & known


def test_symmetric_types_are_types():
    kinds = ontology.load().types
    assert load().symmetric <= kinds.keys()
    assert {name for name, kind in kinds.items() if kind.symmetric} <= load().symmetric


def test_codes_have_one_form():
    assert load().codes(["UE", "EUR", "FRA", "", None]) == {"EUR", "FRA"}
