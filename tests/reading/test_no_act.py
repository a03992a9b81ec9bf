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
        "Pourquoi accusez-vous le Pérou ?",
        "Craignez-vous l'attaque de la Turquie contre la Grèce ?",
        "Ce geste témoigne de la volonté de l'Égypte de renforcer la coopération avec Chypre.",
        "Le Kenya est resté solidaire de l'Ouganda face à ce que son ministre a qualifié d'agression.",
        "Le ministre indien a réaffirmé que le Népal est un voisin essentiel pour son pays.",
        "« Le fleuve monte », confie un diplomate letton joint par notre rédaction à propos de l'Estonie.",
        "Les propos de Washington ont suscité l'indignation générale.",
        "Niamey s'était rapproché de Moscou sous la présidence de son prédécesseur.",
        "L'espion estonien a fourni de fausses informations lors de son entrée en Lettonie.",
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
        ("La décision américaine a provoqué un vif malaise à Paris.", ["ACCUSE"]),
        ("Niamey s'est rapproché de Moscou au cours des derniers mois.", ["SUPPORT"]),
        ("Le Maroc et le Kenya ont publié un communiqué conjoint.", ["SUPPORT"]),
    ],
)
def test_the_act_beside_it_is_told(tell, text, expected):
    assert _types(tell, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les images montrent que la Corée du Nord a bombardé la Corée du Sud.", ["ASSAULT"]),
        ("Ces chiffres prouvent que le Togo a promis son aide au Bénin.", ["AGREE"]),
        ("Tallinn a interrogé Abou Dhabi sur les livraisons d'armes.", ["REQUEST"]),
        ("Interrogé par Kiev sur ses frontières, le gouvernement hongrois étudie la carte.", ["REQUEST"]),
        ("Le ministre indien a réaffirmé que son pays est prêt à aider le Népal.", ["AGREE"]),
        ("L'armée turque a tiré sur un poste grec sans blesser personne.", ["ASSAULT"]),
        ("Des navires russes ont longé la Suède, ce que Stockholm a qualifié de provocation.", ["MOBILIZE", "ACCUSE"]),
        ("Le Danemark a fermé son ambassade en Irak. Des députés demandent des explications.", ["SANCTION"]),
    ],
)
def test_what_was_done_is_told_beside_what_only_looks_like_it(tell, text, expected):
    assert _types(tell, text) == expected


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("La livraison de blé à l'Égypte a été évoquée par les ministres grec et chypriote.", {"CONSULT"}),
        ("Le renforcement de la coopération entre le Chili et le Pérou a été mis en avant hier.", set()),
        ("La levée des sanctions contre le Mali est l'une de nos priorités, a dit le ministre togolais.", {"ongoing"}),
        ("Le retrait des troupes russes de Moldavie est un objectif, a dit le ministre roumain.", set()),
        ("Cette politique, montrant que Rabat et Nairobi coordonnent leurs positions, a surpris.", set()),
        ("Aide humanitaire\n\nLa Norvège et le Soudan ont rompu leurs relations.", {"SANCTION"}),
    ],
)
def test_topics_hopes_and_rubrics_tell_nothing(tell, text, types):
    assert set(_types(tell, text)) <= types
