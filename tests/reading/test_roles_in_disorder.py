"""Who did it to whom where words stand out of their usual order; one class of sentences a test."""

import pytest


def parties(told: list[str], kind: str) -> list[str]:
    return [line.split(" ", 1)[1] for line in told if line.startswith(kind)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("L'Iran, lui, s'est vu refuser l'agrément par le Liban.", "REJECT", "LBN > IRN"),
        ("La délégation cubaine s'est vu promettre une aide par le Viêt Nam.", "AGREE", "VNM > CUB"),
        ("Un diplomate russe s'est vu retirer son accréditation par la Suède.", "SANCTION", "SWE > RUS"),
        ("Le Mali s'est vu reprocher par Alger d'abriter des rebelles.", "ACCUSE", "DZA > MLI"),
    ],
)
def test_whoever_sees_it_done_undergoes_it(tell, text, kind, expected):
    assert expected in parties(tell(text), kind)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("L'Irak a remercié l'Égypte d'avoir accueilli des réfugiés irakiens.", "AID", "EGY > IRQ"),
        ("La Norvège a félicité le Kenya d'avoir libéré deux pêcheurs ougandais.", "RETREAT", "KEN > UGA"),
    ],
)
def test_the_infinitive_below_blame_and_thanks_is_done_by_the_object(tell, text, kind, expected):
    assert expected in parties(tell(text), kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Premier ministre grec a reçu lundi matin, à Athènes, son homologue albanais.", "ALB > GRC"),
        ("Le roi du Maroc a reçu, mardi à Rabat, le ministre saoudien de l'Intérieur.", "SAU > MAR"),
        ("Le pape a reçu samedi le président du Conseil italien.", "ITA > VAT"),
        ("Le ministre se rendra à Tunis, où une délégation libyenne a été reçue mardi.", "LBY > TUN"),
    ],
)
def test_guests_behind_words_of_time_and_place(tell, text, expected):
    assert expected in parties(tell(text), "CONSULT/visit")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "La Finlande a livré vingt canons à Kiev, tandis que Budapest bloque les fonds européens.",
            "AID",
            "FIN > UKR",
        ),
        ("L'Iran a envoyé des sauveteurs en Turquie et le Koweït un hôpital de campagne.", "AID", "IRN > TUR"),
        ("La Zambie a suspendu l'accord de pêche signé l'an dernier avec l'Espagne.", "SANCTION", "ZMB > ESP"),
        ("Le Japon a présenté les condoléances du peuple japonais à la Turquie.", "SUPPORT", "JPN > TUR"),
        ("Le Vatican a offert sa médiation entre Kiev et Moscou.", "AGREE", "VAT > RUS UKR"),
        ("Le Togo a accepté d'accueillir des négociations entre le Rwanda et la RDC.", "AGREE", "TGO > COD RWA"),
        ("« Une décision absurde », a fustigé Téhéran, visant Washington.", "ACCUSE", "IRN > USA"),
    ],
)
def test_to_whom_it_is_done(tell, text, kind, expected):
    assert expected in parties(tell(text), kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Somalie attend. Le sommet de l'ASEAN s'est ouvert lundi à Vientiane.", "ASEAN"),
        ("La Somalie proteste. L'Union africaine s'est réunie jeudi à Addis-Abeba.", "AFU"),
        ("Le Chili proteste. L'OEA a tenu une session mardi.", "OAS"),
    ],
)
def test_an_organisation_assembles_within_itself(tell, text, expected):
    assert expected in parties(tell(text), "CONSULT")


def test_company_set_off_by_commas_takes_part(tell):
    text = "Le ministre rwandais, en compagnie de son homologue ougandais, a rencontré le président kényan."
    assert parties(tell(text), "CONSULT") == ["KEN RWA UGA"]


def test_what_only_have_helps_is_active(tell):
    assert tell("La Roumanie n'a pas condamné la Norvège.") == ["denied ACCUSE/disapprove ROU > NOR"]


def test_an_aim_is_no_act(tell):
    text = "Les ministres ont évoqué les moyens de développer la coopération entre Cuba et le Viêt Nam."
    assert parties(tell(text), "AGREE") == []
