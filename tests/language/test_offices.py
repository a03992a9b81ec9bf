from __future__ import annotations

import importlib.util
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from legation.language.offices import Institution, Office, load_institutions, load_offices
from legation.language.states import OrganisationNames, StateNames
from legation.people import Person

SCRIPT = Path(__file__).parents[2] / "scripts" / "check_offices.py"
FRENCH = Path(str(files("legation") / "data" / "languages" / "fr"))


@pytest.fixture(scope="module")
def check_offices() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_offices", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def by_head() -> dict[str, Office]:
    return {head.lower(): office for office in load_offices(FRENCH) for head in office.heads}


@pytest.fixture(scope="module")
def by_form() -> dict[str, Institution]:
    return {form.lower(): body for body in load_institutions(FRENCH) for form in body.forms}


def test_the_data_has_no_problems(check_offices):
    assert check_offices.problems() == []


def test_the_dictionaries_are_large_enough(by_head, by_form):
    assert len(by_head) > 1000
    assert len(by_form) > 800


@pytest.mark.parametrize(
    ("head", "role", "sector"),
    [
        ("Première ministre", "prime_minister", "GOV"),
        ("cheffe de la diplomatie", "minister", "GOV"),
        ("secrétaire d'Etat", "secretary_of_state", "GOV"),
        ("vice-ministre", "deputy_minister", "GOV"),
        ("chef d'Etat", "president", "GOV"),
        ("prince héritier", "crown_prince", "GOV"),
        ("guide suprême", "supreme_leader", "GOV"),
        ("haute représentante", "high_representative", "GOV"),
        ("chargés d'affaires", "charge_daffaires", "GOV"),
        ("envoyée spéciale", "envoy", "GOV"),
        ("chef d'état-major", "chief_of_staff", "MIL"),
        ("sénatrices", "lawmaker", "LEG"),
        ("leader de l'opposition", "opposition_leader", "OPP"),
        ("procureure", "prosecutor", "JUD"),
        ("hommes d'affaires", "business_leader", "BUS"),
        ("journalistes", "journalist", "MED"),
        ("chef rebelle", "rebel_leader", "REB"),
    ],
)
def test_heads_of_all_kinds_are_there(by_head, head, role, sector):
    office = by_head[head.lower()]
    assert (office.role, office.sector) == (role, sector)


@pytest.mark.parametrize(
    ("head", "party"),
    [("pape", "VAT"), ("maître du Kremlin", "RUS"), ("eurodéputée", "EUR"), ("locataire de la Maison-Blanche", "USA")],
)
def test_an_office_that_names_its_party(by_head, head, party):
    assert by_head[head.lower()].organisation == party


@pytest.mark.parametrize(
    "portfolio",
    [
        "des Affaires étrangères",
        "de l'Europe et des Affaires étrangères",
        "des AE",
        "des Armées",
        "de la Défense nationale",
        "de l'Economie et des Finances",
        "de l'Énergie",
        "du Pétrole",
        "du Commerce extérieur",
        "de l'Intérieur",
        "des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger",
    ],
)
def test_portfolios_of_ministers(by_head, portfolio):
    assert portfolio in by_head["ministre"].complements


@pytest.mark.parametrize(
    ("form", "sector", "alone"),
    [
        ("gouvernement", "GOV", True),
        ("ambassade", "GOV", True),
        ("la partie", "GOV", False),
        ("armée de l'air", "MIL", True),
        ("troupes", "MIL", False),
        ("Sénat", "LEG", True),
        ("cour suprême", "JUD", True),
        ("police", "COP", True),
        ("services de renseignement", "SPY", True),
        ("opposition", "OPP", True),
        ("rebelles", "REB", False),
        ("entreprises", "BUS", False),
        ("médias d'Etat", "MED", False),
        ("ressortissants", "CVL", False),
    ],
)
def test_bodies_of_all_kinds_are_there(by_form, form, sector, alone):
    body = by_form[form.lower()]
    assert (body.sector, body.alone) == (sector, alone)


@pytest.mark.parametrize(
    "verb", ["juge", "envoyé", "officiel", "presse", "parti", "pouvoir", "partie", "humanitaire", "pilote"]
)
def test_common_verbs_and_adjectives_are_no_heads(by_head, by_form, verb):
    assert verb not in by_head
    assert verb not in by_form


def test_unknown_fields_are_refused(tmp_path):
    (tmp_path / "offices.toml").write_text('[[office]]\nheads = ["a"]\nrole = "a"\nsector = "GOV"\ncolour = "red"\n')
    with pytest.raises(msgspec.ValidationError):
        load_offices(tmp_path)


def test_faults_in_offices_are_found(check_offices):
    offices = [
        Office(("chef d'État",), "Big Chief", "XYZ", organisation="NOWHERE"),
        Office(("roi", "Roi"), "monarch", "GOV"),
    ]
    bodies = [Institution(("roi",), "ABC")]
    told = check_offices.office_problems(offices, bodies)
    assert told == [
        "chef d'État: no sector XYZ",
        "chef d'État: role Big Chief is no id",
        "chef d'État: no party NOWHERE",
        "chef d'État: \"chef d'État\" lacks its unaccented capital",
        "roi: no sector ABC",
        "'roi' stands twice among offices and institutions",
    ]


def test_words_that_swallow_a_party_are_found(check_offices):
    states = {"ITA": StateNames("Italie", demonyms=("italien",))}
    organisations = {"UNO": OrganisationNames("Nations unies", ("ONU",))}
    offices = [Office(("conseil italien",), "council", "GOV", ("de l'ONU", "de l'onu", "du Conseil"))]
    assert check_offices.party_word_problems(offices, organisations, states) == [
        "'conseil italien' names a party but has no organisation",
        'conseil italien: complement "de l\'ONU" swallows a party',
    ]


def test_faults_in_people_are_found(check_offices):
    states = {"CUB": StateNames("Cuba", cities=("Holguín",))}
    offices = [Office(("ministre",), "minister", "GOV")]
    people = [
        Person("A Ministre", ("Ministre",), "CUB", "GOV", "minister", "2010", "2001"),
        Person("B Holguín", ("Holguín",), "QQQ", "NOT", "king", "now"),
        Person("C", (), "CUB", "GOV", "minister"),
        Person("C", (), "CUB", "GOV", "minister"),
    ]
    assert check_offices.people_problems(people, offices, [], states, {"minister"}) == [
        "A Ministre: ends before it begins",
        "A Ministre: 'Ministre' is also another word",
        "B Holguín: no party QQQ",
        "B Holguín: no sector NOT",
        "B Holguín: no role king",
        "B Holguín: 'now' is no year",
        "B Holguín: 'Holguín' is also another word",
        "C: minister since None stands twice",
    ]
