from __future__ import annotations

import importlib.util
from importlib.resources import files
from pathlib import Path

import pytest

from legation.language.states import OrganisationNames, StateNames, load_organisation_names
from legation.states import load_organisations, load_states

SCRIPT = Path(__file__).parents[2] / "scripts" / "check_offices.py"
FRENCH = Path(str(files("legation") / "data" / "languages" / "fr"))
NAMES = load_organisation_names(FRENCH)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ONU", "UNO"),
        ("Conseil de sécurité", "UNO"),
        ("MONUSCO", "UNO"),
        ("HCR", "UNO"),
        ("Unesco", "UNO"),
        ("PAM", "UNO"),
        ("UE", "EUR"),
        ("Commission européenne", "EUR"),
        ("Parlement européen", "EUR"),
        ("les Vingt-Sept", "EUR"),
        ("Otan", "NATO"),
        ("OTAN", "NATO"),
        ("Alliance atlantique", "NATO"),
        ("UA", "AFU"),
        ("Cédéao", "ECOWAS"),
        ("CEDEAO", "ECOWAS"),
        ("Ligue arabe", "ARL"),
        ("FMI", "IMF"),
        ("OMS", "WHO"),
        ("AIEA", "IAEA"),
        ("CPI", "ICC"),
        ("CIJ", "ICJ"),
        ("OMC", "WTO"),
        ("OCI", "OIC"),
        ("Opep", "OPEC"),
        ("OSCE", "OSCE"),
        ("CELAC", "CELAC"),
        ("Brics", "BRICS"),
        ("AES", "AES"),
        ("G5 Sahel", "G5S"),
        ("OEA", "OAS"),
        ("Unasur", "UNASUR"),
        ("CCG", "GCC"),
        ("OCS", "SCO"),
        ("OTSC", "CSTO"),
        ("CICR", "ICRC"),
        ("Croix-Rouge", "ICRC"),
    ],
)
def test_names_in_the_news(text, code):
    assert [c for c, names in NAMES.items() if text in (names.name, *names.names)] == [code]


def test_every_organisation_has_a_french_name_and_no_code_of_a_state():
    assert NAMES.keys() == load_organisations().keys()
    assert len(NAMES) >= 70
    assert not NAMES.keys() & load_states().keys()


def test_sectors():
    facts = load_organisations()
    assert facts["UNO"].sector == "IGO"
    assert facts["ICRC"].sector == "NGO"


def test_brussels_stands_for_the_union_and_numbers_do_not():
    assert "Bruxelles" in NAMES["EUR"].seats
    assert not {"Vingt-Sept", "vingt-sept", "27"} & set(NAMES["EUR"].names)


def test_faults_are_found():
    spec = importlib.util.spec_from_file_location("check_offices", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    names = dict(NAMES)
    names["UNO"] = OrganisationNames("Nations unies", ("FMI", "États réunis", "X", "X"))
    names["FRA"] = OrganisationNames("France")
    del names["WHO"]
    told = module.organisation_problems(names, {"BEL": StateNames("Belgique", names=("UE",))})
    assert told == [
        "FRA: not in data/organisations.toml",
        "WHO: has no name",
        "UNO: 'X' stands twice",
        "UNO: 'États réunis' lacks its unaccented capital",
        "'fmi' means IMF, UNO",
        "'ue' means BEL, EUR",
    ]
