from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from legation.language.states import OrganisationNames, StateNames
from legation.states import Organisation, State, are_neighbours, load_neighbours, load_states

SCRIPT = Path(__file__).parent.parent / "scripts" / "check_states.py"


@pytest.fixture(scope="module")
def check_states() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_states", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_data_has_no_problems(check_states):
    assert check_states.problems() == []


def test_a_word_of_two_states_is_a_problem(check_states):
    names = {
        "XAA": StateNames("Aa", capitals=("Port-Louis",), combining=("aao",)),
        "XBB": StateNames("Bb", cities=("port-louis",), combining=("aao",)),
    }
    told = list(check_states.shared_words(names, {}))
    assert told == [
        "'port-louis' is claimed by XAA, XBB",
        "'aao' is claimed as first element by XAA, XBB",
    ]


def test_a_word_of_a_state_and_an_organisation_is_a_problem(check_states):
    names = {"XAA": StateNames("Aa", capitals=("Addis",))}
    organisations = {"UAA": OrganisationNames("Union", seats=("Addis",))}
    assert list(check_states.shared_words(names, organisations)) == ["'addis' is claimed by UAA, XAA"]


def test_a_gap_in_the_facts_is_a_problem(check_states):
    states = dict(load_states())
    del states["VEN"]
    states["QQQ"] = State("Nowhere", alpha2="RU", parent="ZZZ")
    told = set(check_states._facts(states))
    assert {
        "VEN is missing",
        "QQQ is no code of ISO 3166-1",
        "alpha-2 code RU stands 2 times",
        "QQQ names the unknown code ZZZ",
        "QQQ: only a territory has a parent",
    } == told


def test_all_of_iso_3166_and_kosovo_are_there():
    current = [code for code, state in load_states().items() if state.kind != "former"]
    assert len(current) == 249 + 1
    assert "XKX" in current


@pytest.mark.parametrize(
    ("code", "alpha2", "name", "kind", "parent"),
    [
        ("VEN", "VE", "Venezuela", "state", None),
        ("CHE", "CH", "Switzerland", "state", None),
        ("GRL", "GL", "Greenland", "territory", "DNK"),
        ("SUN", "SU", "Soviet Union", "former", None),
        ("XKX", "XK", "Kosovo", "state", None),
    ],
)
def test_facts(code, alpha2, name, kind, parent):
    state = load_states()[code]
    assert (state.alpha2, state.name, state.kind, state.parent) == (alpha2, name, kind, parent)


def test_who_existed_when():
    states = load_states()
    assert states["SSD"].since == "2011"
    assert states["SUN"].until == "1991-12-26"
    assert "RUS" in states["SUN"].successors
    assert states["FRA"].since is None


def test_states_are_read_once_and_cannot_be_changed():
    assert load_states() is load_states()
    with pytest.raises(TypeError):
        load_states()["VEN"] = State("Other")
    with pytest.raises(AttributeError):
        load_states()["VEN"].name = "Other"


def test_unknown_fields_are_refused():
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(b'name = "X"\ncapitol = "Y"', type=State)
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(b'name = "X"\ncode = "Y"', type=Organisation)


def test_neighbours():
    assert are_neighbours("FRA", "DEU")
    assert are_neighbours("DEU", "FRA")
    assert not are_neighbours("FRA", "POL")
    assert {code for pair in load_neighbours() for code in pair} <= load_states().keys()
