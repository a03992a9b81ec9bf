"""What a promise binds to do and by when; plans that were put off."""

import pytest

from legation.report import Promise
from reading.stages import dispatch

PUBLISHED = "2024-03-11"  # a Monday


def agreements(reader, text):
    return [r for r in reader.read(dispatch(text, PUBLISHED)) if r.type == "AGREE"]


@pytest.mark.parametrize(
    ("text", "type_", "due"),
    [
        ("Le Japon s'est engagé à livrer 30 ambulances à l'Ukraine d'ici à la fin de l'année.", "AID", "2024"),
        ("L'Inde a promis de livrer 200 000 doses de vaccins au Népal en avril.", "AID", "2024-04"),
        ("Le Canada s'est engagé lundi à verser 20 millions de dollars au Kenya.", "AID", None),
        ("La Suède a promis à la Zambie une aide de 5 millions d'euros.", "AID", None),
        ("La France s'est engagée à retirer ses soldats du Niger d'ici à décembre.", "RETREAT", "2024-12"),
        ("La Turquie s'est engagée à libérer douze prisonniers arméniens.", "RETREAT", None),
        ("La Chine et la Serbie ont convenu de se rencontrer à Pékin en mai.", "CONSULT", "2024-05"),
    ],
)
def test_a_promise_holds_an_act_and_a_time(reader, text, type_, due):
    (report,) = agreements(reader, text)
    assert report.status == "occurred"
    assert report.promised == Promise(type_, due)


def test_a_time_without_an_act_that_is_known_is_a_promise_all_the_same(reader):
    (report,) = agreements(reader, "La Norvège a promis de livrer dix camions à la Moldavie avant la fin juin.")
    assert report.promised is not None
    assert report.promised.due == "2024-06"


def test_the_day_of_the_words_is_not_the_day_by_which_they_bind(reader):
    (report,) = agreements(reader, "Le Canada s'est engagé lundi à verser 20 millions de dollars au Kenya.")
    assert (report.date, report.promised) == ("2024-03-11", Promise("AID", None))


@pytest.mark.parametrize(
    "text",
    [
        "Le Japon et le Brésil ont convenu de renforcer leurs liens.",
        "Le Pérou et le Chili se sont engagés à approfondir leur coopération.",
        "L'Espagne s'est engagée à soutenir le Maroc.",
        "Le Ghana et le Togo ont convenu de poursuivre leurs échanges.",
        "L'Italie promettra de livrer des vaccins à la Tunisie.",
    ],
)
def test_attitudes_and_promises_to_come_bind_to_nothing(reader, text):
    (report,) = agreements(reader, text)
    assert report.promised is None


@pytest.mark.parametrize(
    "text",
    [
        "Le Japon a livré 30 ambulances à l'Ukraine.",
        "L'Allemagne n'a pas promis de livrer des chars à l'Ukraine.",
        "La visite du président turc à Athènes est prévue en avril.",
    ],
)
def test_what_is_done_denied_or_planned_is_no_promise(reader, text):
    assert all(r.promised is None for r in reader.read(dispatch(text, PUBLISHED)))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("La visite du président turc à Athènes, prévue en avril, a été reportée à juin.", "2024-06"),
        ("La visite du ministre japonais à Oslo, prévue mardi, a été reportée au 20 mars.", "2024-03-20"),
        ("Le sommet entre l'Inde et le Népal, prévu en mars, a été repoussé à septembre.", "2024-09"),
        (
            "La rencontre entre les présidents serbe et kosovar, prévue le 20 mars, a été reportée au 4 avril.",
            "2024-04-04",
        ),
        ("La rencontre entre le Qatar et l'Égypte a été reportée au 3 mars 2025.", "2025-03-03"),
        ("La Pologne a reporté à mai la visite de son ministre en Lituanie.", "2024-05"),
    ],
)
def test_what_was_put_off_is_planned_for_the_new_time(reader, text, date):
    (report,) = reader.read(dispatch(text, PUBLISHED))
    assert (report.type, report.status, report.date, report.postponed) == ("CONSULT", "planned", date, True)


@pytest.mark.parametrize(
    "text",
    [
        "La visite du président turc à Athènes est prévue en avril.",
        "La visite du président turc à Athènes, prévue en avril, a été annulée.",
        "Le président turc a effectué en avril une visite à Athènes.",
    ],
)
def test_what_is_planned_called_off_or_done_was_not_put_off(reader, text):
    (report,) = reader.read(dispatch(text, PUBLISHED))
    assert not report.postponed
