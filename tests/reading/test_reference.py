"""What "il", "les deux pays", "son homologue", a bare surname… stand for."""

import pytest

from .stages import dispatch


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le Qatar a rencontré l'Égypte. Il a promis une aide à l'Égypte.", "AGREE QAT > EGY"),
        ("La ministre suédoise a reçu l'ambassadeur turc. Elle a condamné la Turquie.", "ACCUSE/disapprove SWE > TUR"),
        ("Le président zambien a rencontré le président angolais. Il l'a remercié.", "SUPPORT ZMB > AGO"),
    ],
)
def test_pronouns(tell, text, last):
    assert tell(text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "La Hongrie et la Serbie se parlent. Les deux pays ont signé un accord.",
        "Le président hongrois a rencontré son homologue serbe. Les deux chefs d'État ont signé un accord.",
        "Le Premier ministre hongrois a rencontré le président serbe. Les deux hommes ont signé un accord.",
        "La Hongrie a invité la Serbie. Les deux capitales ont signé un accord.",
    ],
)
def test_the_current_pair(tell, text):
    assert tell(text)[-1] == "SUPPORT HUN SRB"


def test_a_group_of_three_is_the_last_three(tell):
    text = "Le Mali, le Niger et le Burkina Faso se parlent. Les trois pays ont signé un accord."
    assert tell(text)[-1] == "SUPPORT BFA MLI NER"


def test_two_without_a_pair_stand_for_nobody(tell):
    assert tell("Les deux pays ont signé un accord.") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le ministre grec des Affaires étrangères s'est entretenu avec son homologue turc.", "CONSULT GRC TUR"),
        ("La Grèce salue la Turquie. Le ministre grec a rencontré son homologue.", "CONSULT GRC TUR"),
    ],
)
def test_counterparts(tell, text, last):
    assert tell(text)[-1] == last


def test_a_bare_surname_is_whom_the_dispatch_introduced(reader):
    text = "La ministre canadienne Anne Tremblay est arrivée à Riga. Tremblay a condamné la Russie."
    found = reader.read(dispatch(text))[-1]
    assert [(p.code, p.person, p.office) for p in found.actors] == [("CAN", "Anne Tremblay", "ministre canadienne")]
    assert found.actors[0].text == "Tremblay"


def test_a_well_known_surname_needs_no_introduction(reader):
    found = reader.read(dispatch("Le Bénin salue la Russie. M. Lavrov a condamné le Bénin.", "2020-05-02"))[-1]
    assert [(p.code, p.person) for p in found.actors] == [("RUS", "Sergueï Lavrov")]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Le Pérou a condamné le Chili. Le gouvernement chilien a rejeté ces accusations.", "REJECT CHL > PER"),
        ("Le ministre malien a reçu l'ambassadeur russe. Le ministre a remercié la Russie.", "SUPPORT MLI > RUS"),
        ("La Zambie et le Malawi se parlent. Leurs ministres se sont rencontrés à Lusaka.", "CONSULT MWI ZMB"),
        ("Le Qatar a accusé l'Égypte. Le Caire a rejeté ces accusations.", "REJECT EGY > QAT"),
    ],
)
def test_definite_descriptions_and_possessives(tell, text, last):
    assert tell(text)[-1] == last


def test_our_is_the_speaker_s(tell):
    text = "« Le Tchad a expulsé notre ambassadeur », a déclaré le ministre soudanais."
    assert tell(text) == ["SANCTION/expel TCD > SDN"]
