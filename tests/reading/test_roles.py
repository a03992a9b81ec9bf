"""Who did it to whom, one linguistic fact a sentence."""

import pytest

from .stages import dispatch


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Norvège a condamné l'Iran.", ["ACCUSE/disapprove NOR > IRN"]),
        ("Le Kenya a été accusé par la Somalie.", ["ACCUSE/allege SOM > KEN"]),
        ("Trois diplomates chiliens ont été expulsés par le Pérou.", ["SANCTION/expel PER > CHL"]),
        ("Deux ressortissants russes ont été arrêtés en Géorgie.", ["COERCE/arrest GEO > RUS"]),
        ("Le Maroc a été condamné.", []),
        ("La Suède livre des chars à l'Ukraine.", ["ongoing AID SWE > UKR"]),
        ("Le Pérou a expulsé deux cents migrants chiliens.", ["COERCE/deport PER > CHL"]),
        ("L'armée israélienne a bombardé le Liban.", ["ASSAULT/aerial ISR > LBN"]),
        ("La Géorgie a retiré ses troupes d'Afghanistan.", ["RETREAT/withdraw GEO > AFG"]),
    ],
)
def test_active_and_passive(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Grèce s'est entretenue avec Chypre.", ["CONSULT CYP GRC"]),
        ("Le Chili, la Bolivie et le Pérou se sont réunis à Lima.", ["CONSULT BOL CHL PER"]),
        ("Le Premier ministre indien se rend à Oslo.", ["CONSULT/visit IND > NOR"]),
        ("Le ministre grec a téléphoné à son homologue turc.", ["CONSULT/phone GRC TUR"]),
    ],
)
def test_reflexive_and_mutual(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Japon a accepté de recevoir le président mongol.", ["AGREE JPN > MNG"]),
        ("Le Japon a refusé de recevoir le président mongol.", ["REJECT JPN > MNG"]),
        ("Le Japon ne recevra pas le président mongol.", ["REJECT JPN > MNG"]),
        ("L'Arménie s'est engagée à livrer des armes à l'Inde.", ["AGREE ARM > IND"]),
        ("La Suède continue de livrer des chars à l'Ukraine.", ["ongoing AID SWE > UKR"]),
        ("Le Chili a demandé à la Bolivie de libérer deux pêcheurs.", ["REQUEST CHL > BOL"]),
    ],
)
def test_control(tell, text, expected):
    assert [t.split("/")[0].split(" ")[0] for t in tell(text)] == [e.split(" ")[0] for e in expected]
    assert [t.split(" ", 1)[1] for t in tell(text)] == [e.split(" ", 1)[1] for e in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le président finlandais, qui a rencontré la présidente moldave, a quitté Chisinau.", ["CONSULT FIN MDA"]),
        ("La présidente moldave, reçue par le chancelier allemand, a souri.", ["CONSULT/visit MDA > DEU"]),
        ("L'aide humanitaire envoyée par le Koweït au Soudan est arrivée.", ["AID KWT > SDN"]),
        ("Des sanctions contre la Russie ont été imposées par le Canada.", ["SANCTION/discontinue CAN > RUS"]),
        ("Des sanctions ont été imposées à la Russie par le Canada.", ["SANCTION/discontinue CAN > RUS"]),
        ("Des sanctions ont été imposées par le Canada à la Russie.", ["SANCTION/discontinue CAN > RUS"]),
    ],
)
def test_relative_clauses_and_participles(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La visite du président vietnamien au Laos a commencé.", ["CONSULT/visit VNM > LAO"]),
        ("La visite du roi de Jordanie à Londres.", ["CONSULT/visit JOR > GBR"]),
        ("La condamnation de l'Iran par le Canada.", ["ACCUSE/disapprove CAN > IRN"]),
        ("Une aide humanitaire du Koweït au Soudan.", ["ongoing AID KWT > SDN"]),
        ("Des entretiens ont eu lieu entre la Turquie et la Grèce.", ["CONSULT GRC TUR"]),
    ],
)
def test_nominal_events(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Danemark et la Suède ont condamné la Chine.", ["ACCUSE/disapprove DNK SWE > CHN"]),
        ("L'Argentine a condamné l'Uruguay et le Paraguay.", ["ACCUSE/disapprove ARG > PRY URY"]),
        ("La France, l'Italie et l'Espagne ont signé un accord avec la Tunisie.", ["SUPPORT ESP FRA ITA TUN"]),
        ("La Malaisie a aidé le Bangladesh et condamné la Birmanie.",
         ["AID MYS > BGD", "ACCUSE/disapprove MYS > MMR"]),
    ],
)  # fmt: skip
def test_coordination(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Kremlin a condamné la Maison Blanche.", ["ACCUSE/disapprove RUS > USA"]),
        ("Bruxelles a imposé des sanctions contre Minsk.", ["SANCTION/discontinue EUR > BLR"]),
        ("Le Maroc a rappelé son ambassadeur à Madrid.", ["SANCTION/withdraw MAR > ESP"]),
        ("L'ambassadeur de France a été convoqué à Rabat.", ["ACCUSE/disapprove MAR > FRA"]),
        ("La Corée du Nord et la Corée du Sud ont échangé des prisonniers.", ["RETREAT/release KOR PRK"]),
    ],
)
def test_capitals_seats_and_ambassadors_stand_for_states(tell, text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "À Singapour, la Chine a critiqué les États-Unis.",
        "En marge de l'Assemblée générale de l'ONU, la Chine a critiqué les États-Unis.",
        "Selon Kiev, la Chine a critiqué les États-Unis.",
    ],
)
def test_places_and_sources_fill_no_role(tell, text):
    assert tell(text) == ["ACCUSE/disapprove CHN > USA"]


def test_a_visitor_is_actor_and_the_host_recipient(reader):
    (report,) = reader.read(dispatch("Le ministre bulgare a reçu son homologue roumain à Sofia."))
    assert [p.code for p in report.actors] == ["ROU"]
    assert [p.code for p in report.recipients] == ["BGR"]
    assert report.place is not None
    assert (report.place.code, report.place.text) == ("BGR", "Sofia")


def test_sectors_are_those_of_who_acts(reader):
    for text, sector in (
        ("L'opposition vénézuélienne a demandé l'aide des États-Unis.", "OPP"),
        ("L'armée israélienne a bombardé le Liban.", "MIL"),
    ):
        (report,) = reader.read(dispatch(text))
        assert report.actors[0].sector == sector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le Tchad reproche à la Libye de livrer des armes au Soudan.",
            ["ACCUSE/allege TCD > LBY", "AID LBY > SDN"],
        ),
        ("Le bombardement de l'Éthiopie contre l'Érythrée a fait dix morts.", ["ASSAULT/aerial ETH > ERI"]),
        ("Elle a ordonné à deux attachés chiliens de quitter le Pérou.", ["SANCTION/expel PER > CHL"]),
    ],
)
def test_who_is_addressed_and_who_strikes(tell, text, expected):
    assert tell(text) == expected


def test_who_stands_below_a_mere_circumstance_takes_no_part(tell):
    told = tell("Des fonds iraniens ont été gelés par le Canada dans le cadre des sanctions de l'ONU.")
    assert told[0] == "SANCTION/discontinue CAN > IRN"


def test_a_named_party_below_the_object_stays(tell):
    text = (
        "Le Chili et le Pérou se sont réunis à Lima. Le Chili a salué le Pérou. Interrogé sur le Pérou, le ministre"
        " chilien a rejeté les accusations de la Bolivie."
    )
    assert tell(text)[-1] == "REJECT CHL > BOL"
