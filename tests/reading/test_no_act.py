"""What has the words of an act and is none."""

import pytest


def _types(tell, text):
    return [line.split("/")[0].removeprefix("planned ").removeprefix("denied ").split(" ")[0] for line in tell(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Inscrivez-vous à notre lettre pour suivre le Kenya et l'Ouganda.",
        "Contactez notre rédaction au Kenya ou en Ouganda.",
        "Le Kenya n'exclut pas de participer à une force en Haïti.",
        "Quito n'a pas exclu une rencontre avec Lima.",
        "Berlin n'a pas rejeté la demande de Varsovie.",
        "L'Inde n'a pas menacé le Pakistan.",
        "Le gouvernement letton n'a pas promis d'aide à l'Ukraine.",
        "Le Pérou a réagi après une réunion de son cabinet de sécurité consacrée au Chili.",
        "Une caravane de touristes est arrivée au Maroc depuis l'Espagne.",
        "Le président serbe a demandé à ses ministres de rester calmes après les propos du Kosovo.",
        "L'Éthiopie répondra à toute attaque de l'Érythrée.",
        "Quelle agression de l'Iran ?",
        "La ministre suisse n'a pas voulu commenter la décision de Washington.",
        "Le porte-parole britannique a refusé de commenter les propos de Moscou.",
        "Les présidents serbe et kosovar s'affrontent par médias interposés.",
    ],
)
def test_nothing_is_done(tell, text):
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les entretiens entre l'Égypte et la Grèce ont porté sur le soutien financier.", ["CONSULT"]),
        ("La Russie et l'Iran ont débattu du soutien à la Syrie.", ["CONSULT"]),
        ("Le Qatar a dénoncé l'ingérence de l'Iran.", ["ACCUSE"]),
        ("Le Chili se félicite de la lutte contre la drogue menée avec le Pérou.", ["SUPPORT"]),
        ("Alger a répliqué en rappelant son ambassadeur à Paris.", ["SANCTION"]),
        ("Le Mali a rappelé son ambassadeur à Alger pour consultations.", ["SANCTION"]),
        ("Des inspecteurs chinois sont arrivés à Vilnius.", ["CONSULT"]),
        ("Séoul n'abandonnera pas l'Ukraine.", ["AGREE"]),
        ("L'Inde et le Pakistan n'ont pas convenu d'une nouvelle rencontre.", ["AGREE"]),
        ("Le Maroc et le Kenya ont publié un communiqué conjoint.", ["SUPPORT"]),
    ],
)
def test_the_act_beside_it_is_told(tell, text, expected):
    assert _types(tell, text) == expected
