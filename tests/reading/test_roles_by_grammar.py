"""Parties that the grammar of a sentence names although they stand far from the trigger or behind a pronoun."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima a dénoncé une manœuvre et sommé Quito de retirer ses soldats.", "REQUEST/yield PER > ECU"),
        ("Le Kenya a rappelé son ambassadeur et exhorté l'Ouganda à la retenue.", "REQUEST KEN > UGA"),
        ("Le Pérou blâme la Bolivie et l'enjoint de retirer ses soldats.", "REQUEST/yield PER > BOL"),
        ("Nairobi a une nouvelle fois rejeté les accusations du Soudan.", "REJECT KEN > SDN"),
    ],
)
def test_participles_that_share_or_lose_their_auxiliary(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Mali, que le Niger accuse d'ingérence, se tait.", "ACCUSE/allege NER > MLI"),
        ("Le Pérou a convoqué l'ambassadeur chilien et l'a sommé de s'expliquer.", "REQUEST/yield PER > CHL"),
        ("Quito, dont un patrouilleur surveille la zone, vient d'expulser deux diplomates péruviens.", "ECU > PER"),
        ("Oslo, qui forme des milliers de recrues, a expulsé deux diplomates russes.", "NOR > RUS"),
    ],
)
def test_relatives_and_clitics(tell, text, expected):
    assert any(told.endswith(expected) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Chili a arrêté six hommes, parmi lesquels deux Péruviens et trois Boliviens.", "CHL > BOL PER"),
        ("La Suède versera deux millions d'euros à des médias russes établis en Lettonie et en Estonie.", "SWE > RUS"),
        ("Un cargo grec a été arraisonné par la marine turque et Chypre a protesté.", "TUR > GRC"),
        ("Au lendemain de la rupture entre Juba et Khartoum, le Tchad a condamné l'Éthiopie.", "TCD > ETH"),
        ("Dans un texte rédigé par le Kenya et le Ghana, l'Algérie accuse le Maroc de mentir.", "DZA > MAR"),
    ],
)
def test_who_belongs_to_an_enumeration(tell, text, expected):
    assert any(told.endswith(expected) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Chili a rejeté les accusations, accusant la Bolivie de mentir.", "ACCUSE/allege CHL > BOL"),
        ("La Chine a sommé le Japon de partir, condamnant les manœuvres des Philippines.", "CHN > PHL"),
        ("Le Togo a rompu avec le Bénin, accusé de soutenir les rebelles.", "ACCUSE/allege TGO > BEN"),
        ("Le Pérou a expulsé l'ambassadrice de Bolivie, accusée d'ingérence.", "ACCUSE/allege PER > BOL"),
        ("Le Pérou a quitté la réunion, accusé d'ingérence par la Bolivie.", "ACCUSE/allege BOL > PER"),
    ],
)
def test_participles_behind_a_comma(tell, text, expected):
    assert any(told.endswith(expected) for told in tell(text))
