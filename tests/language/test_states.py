from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import legation
from legation.language.states import (
    OrganisationNames,
    StateNames,
    load_organisation_names,
    load_state_names,
    lookup,
    suggest,
)

FRENCH = Path(legation.__file__).parent / "data" / "languages" / "fr"
STATES = load_state_names(FRENCH)
ORGANISATIONS = {
    "UNO": OrganisationNames("Organisation des Nations unies", names=("ONU",), adjectives=("onusien",)),
    "EUR": OrganisationNames("Union européenne", names=("UE",), seats=("Bruxelles",)),
}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("VEN", "VEN"),
        ("ven", "VEN"),
        ("VE", "VEN"),
        (" venezuela ", "VEN"),
        ("vénézuélienne", "VEN"),
        ("VENEZUELIEN", "VEN"),
        ("caracas", "VEN"),
        ("Etats-Unis", "USA"),
        ("états unis", "USA"),
        ("U.S.A.", "USA"),
        ("RDC", "COD"),
        ("RD Congo", "COD"),
        ("Congo-Brazzaville", "COG"),
        ("congolais", "COD"),
        ("nigérien", "NER"),
        ("nigérian", "NGA"),
        ("Birmanie", "MMR"),
        ("Myanmar", "MMR"),
        ("République de Corée", "KOR"),
        ("Cote d’Ivoire", "CIV"),
        ("Hamas", "PSE"),
        ("Autorité palestinienne", "PSE"),
        ("Swaziland", "SWZ"),
        ("Kyiv", "UKR"),
        ("Kremlin", "RUS"),
        ("Élysée", "FRA"),
        ("Russia", "RUS"),
        ("URSS", "SUN"),
        ("Kosovo", "XKX"),
        ("UNO", "UNO"),
        ("onu", "UNO"),
        ("UE", "EUR"),
        ("Bruxelles", "BEL"),
    ],
)
def test_lookup(text, code):
    assert lookup(text, STATES, ORGANISATIONS) == code


@pytest.mark.parametrize("text", ["", "  ", "Venezuella", "Atlantide", "-", "QQ"])
def test_lookup_of_what_nobody_knows(text):
    assert lookup(text, STATES, ORGANISATIONS) is None


def test_lookup_prefers_the_present_state_to_a_former_one():
    assert lookup("YE", STATES, ORGANISATIONS) == "YEM"
    assert lookup("Allemagne", STATES, ORGANISATIONS) == "DEU"
    assert lookup("Allemagne de l'Est", STATES, ORGANISATIONS) == "DDR"


def test_every_display_name_leads_back_to_its_code():
    assert {code: lookup(named.name, STATES, {}) for code, named in STATES.items()} == {code: code for code in STATES}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Venezuella", "Venezuela (VEN)"),
        ("Rusie", "Russie (RUS)"),
        ("Kazachstan", "Kazakhstan (KAZ)"),
        ("Union europeene", "Union européenne (EUR)"),
    ],
)
def test_suggest(text, first):
    found = suggest(text, STATES, ORGANISATIONS)
    assert found[0] == first
    assert len(found) <= 3


@pytest.mark.parametrize("text", ["", "zzzzqqqqxxxxwwww", "12345"])
def test_suggest_nothing(text):
    assert suggest(text, STATES, ORGANISATIONS) == ()


@given(st.text(max_size=300))
def test_any_query_is_answered(text):
    code = lookup(text, STATES, ORGANISATIONS)
    assert code is None or code in STATES or code in ORGANISATIONS
    assert all(s.endswith(")") for s in suggest(text, STATES, ORGANISATIONS))


@pytest.mark.parametrize(
    ("code", "field", "expected"),
    [
        ("USA", "demonyms", {"américain", "américaine", "américains", "américaines", "étatsunien", "étasunienne"}),
        ("BFA", "demonyms", {"burkinabè", "burkinabé", "burkinabe"}),
        ("EGY", "demonyms", {"égyptienne", "egyptienne"}),
        ("RUS", "combining", {"russo"}),
        ("CHN", "capitals", {"Pékin", "Beijing"}),
        ("ISR", "capitals", {"Jérusalem", "Tel-Aviv", "Tel Aviv"}),
        ("EGY", "capitals", {"Le Caire", "Caire"}),
        ("FRA", "seats", {"Quai d'Orsay", "Élysée", "Elysée"}),
        ("CHE", "cities", {"Genève"}),
    ],
)
def test_words_that_must_be_there(code, field, expected):
    assert expected <= set(getattr(STATES[code], field))


def test_ambiguous_words_are_left_out():
    words = {w for n in STATES.values() for f in ("names", "capitals", "cities") for w in (*getattr(n, f), n.name)}
    assert not words & {
        "Dominique",
        "Maurice",
        "Victoria",
        "Jordan",
        "La Réunion",
        "Tours",
        "Nice",
        "Sucre",
        "Hollande",
    }
    assert not {"coréen", "coréenne", "malaise", "grenadine"} & {d for n in STATES.values() for d in n.demonyms}


def test_files_of_a_folder_are_united(tmp_path):
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / "a.toml").write_text('[XAA]\nname = "Aa"\ncapitals = ["Aville"]\n', encoding="utf-8")
    (tmp_path / "states" / "b.toml").write_text('[XBB]\nname = "Bb"\n', encoding="utf-8")
    assert load_state_names(tmp_path) == {"XAA": StateNames("Aa", capitals=("Aville",)), "XBB": StateNames("Bb")}


def test_a_code_in_two_files_is_refused(tmp_path):
    (tmp_path / "states").mkdir()
    for name in ("a", "b"):
        (tmp_path / "states" / f"{name}.toml").write_text('[XAA]\nname = "Aa"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"b\.toml: XAA"):
        load_state_names(tmp_path)


def test_an_unknown_field_is_refused(tmp_path):
    (tmp_path / "states").mkdir()
    (tmp_path / "states" / "a.toml").write_text('[XAA]\nname = "Aa"\ncapitol = ["x"]\n', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="capitol"):
        load_state_names(tmp_path)


def test_a_language_without_names_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_state_names(tmp_path)
    with pytest.raises(FileNotFoundError):
        load_organisation_names(tmp_path)


def test_organisations_are_read(tmp_path):
    (tmp_path / "organisations.toml").write_text('[UNO]\nname = "ONU"\nseats = ["New York"]\n', encoding="utf-8")
    assert load_organisation_names(tmp_path) == {"UNO": OrganisationNames("ONU", seats=("New York",))}
