"""Parties behind pronouns and words without a name: agreement, governing clauses, names that stand against them."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministre péruvien a remercié la Bolivie de l'aide qu'elle a accordée aux Péruviens.",
            "BOL > PER",
        ),
        ("La présidente chilienne a reçu l'ambassadeur du Pérou. Il a accusé le Chili de mentir.", "PER > CHL"),
        (
            "Le Premier ministre grec est déçu par la Bulgarie. Elle a fermé sa frontière aux camions grecs.",
            "BGR > GRC",
        ),
        ("Le Kenya a saisi la Cour ; l'Ouganda a indiqué qu'il rejetait la plainte.", "UGA > KEN"),
        (
            "Le Ghana a rappelé son ambassadeur ; le Togo prévient qu'il expulsera deux diplomates ghanéens.",
            "TGO > GHA",
        ),
    ],
)
def test_pronouns_agree_and_go_by_the_clause_around(tell, text, expected):
    assert any(told.endswith(expected) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le Kenya et l'Ouganda négocient. Les soldats ougandais préparent leur retrait du Soudan.",
            "UGA > SDN",
        ),
        ("Le Pérou et le Chili discutent. Les Chiliens ont annoncé leurs représailles contre la Bolivie.", "CHL > BOL"),
    ],
)
def test_whose_several_people_of_one_state_own(tell, text, expected):
    assert any(told.endswith(expected) for told in tell(text))


def test_an_actor_found_by_reference_is_not_the_one_named_on_the_other_side(tell):
    told = tell("Le Pérou et le Chili s'opposent sur la pêche. Le ministre a accusé le Chili de mentir.")
    assert "ACCUSE/allege PER > CHL" in told


@pytest.mark.parametrize(
    "text",
    [
        "Le Togo a dénoncé la reprise du processus de Nairobi.",
        "Le Pérou a dénoncé une violation de la convention de Vienne.",
        "Le président angolais a réitéré la disponibilité de son pays à soutenir le processus de Nairobi.",
    ],
)
def test_what_is_named_after_a_capital_is_no_party(tell, text):
    assert not any("KEN" in told or "AUT" in told for told in tell(text))
