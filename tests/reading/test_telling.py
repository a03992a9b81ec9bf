"""A dispatch told from its first sentence to its last."""

import pytest

from legation.dispatch import Credit, Furniture

from .stages import dispatch


def test_the_unnamed_addressee_is_whom_the_dispatch_deals_with(tell):
    text = "Le Pérou a condamné le Chili. Le Chili a rejeté ces accusations."
    assert tell(text)[-1] == "REJECT CHL > PER"


def test_nothing_is_told_of_states_that_only_stand_there(tell):
    assert tell("Le Pérou est plus grand que le Chili.") == []
    assert tell("Les relations entre la Chine et l'Australie sont excellentes.") == []
    assert tell("La France a gagné le match contre l'Italie.") == []


def test_a_meeting_needs_two(tell):
    assert tell("Le ministre péruvien a tenu une réunion.") == []


@pytest.mark.parametrize("text", ["", "\n\n", "Bonjour.", "Le chat dort.", "1 2 3", "!!!"])
def test_texts_without_parties_tell_nothing(tell, text):
    assert tell(text) == []


def test_furniture_tells_nothing(tell):
    text = "Le Pérou aide le Chili.\nÀ lire aussi : la Norvège a condamné l'Iran."
    assert len(tell(text)) == 2
    assert tell(text, furniture=(Furniture(24, len(text), "others"),)) == ["ongoing AID PER > CHL"]


def test_the_government_of_a_national_agency_is_its_own(tell):
    text = "Le gouvernement a condamné Israël."
    assert tell(text) == []
    assert tell(text, credits=(Credit("agency", "Agence X", "DZA"),)) == ["ACCUSE/disapprove DZA > ISR"]


def test_a_quotation_that_goes_on_keeps_its_speaker(reader):
    text = "« Nous avons condamné la Russie. Nous soutenons l'Ukraine. », a déclaré le ministre letton. Il est parti."
    found = reader.read(dispatch(text))
    assert found
    assert all(r.actors[0].code == "LVA" for r in found)


def test_a_visit_is_with_its_host(reader):
    (report,) = reader.read(dispatch("Le président turc est arrivé à Athènes."))
    assert report.mode == "visit"
    assert (report.place.code, report.place.text) == ("GRC", "Athènes")
