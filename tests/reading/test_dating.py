import msgspec
import pytest

from legation.dispatch import OwnDate, Span
from legation.reading.dating import DateWeigher

from .stages import dispatch

FRIDAY = "2024-11-15"


def date(reader, text, published=FRIDAY):
    return reader.read(dispatch(text, published))[-1].date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le 7 février 2020, le Togo a signé un accord avec le Bénin.", "2020-02-07"),
        ("Le Togo a signé un accord avec le Bénin mardi.", "2024-11-12"),
        ("Mardi, le Togo a signé un accord avec le Bénin.", "2024-11-12"),
        ("Le Togo signera un accord avec le Bénin mardi prochain.", "2024-11-19"),
        ("En mai prochain, le Togo signera un accord avec le Bénin.", "2025-05"),
        ("La semaine dernière, le Togo a signé un accord avec le Bénin.", "2024-11-04/2024-11-10"),
        ("La visite du président togolais au Bénin a commencé hier.", "2024-11-14"),
        ("Le Togo a signé un accord avec le Bénin.", "2024-11-15~"),
        ("Le Togo n'a pas livré de vivres au Bénin.", None),
        ("Le Togo pourrait signer un accord avec le Bénin.", None),
    ],
)
def test_a_date_is_that_of_its_clause_else_the_dispatch_s_own(reader, text, expected):
    assert date(reader, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Togo a signé un accord avec le Bénin.", None),
        ("Le Togo a signé un accord avec le Bénin mardi.", None),
        ("Le Togo a signé un accord avec le Bénin le 4 juillet.", "XXXX-07-04"),
        ("Le Togo a signé un accord avec le Bénin le 4 juillet 2019.", "2019-07-04"),
    ],
)
def test_without_a_day_of_its_own_a_dispatch_lends_none(reader, text, expected):
    assert date(reader, text, None) == expected


def test_two_clauses_have_their_own_dates(reader):
    text = "Le Togo a salué le Bénin lundi et a condamné le Ghana mardi."
    assert [r.date for r in reader.read(dispatch(text, FRIDAY))] == ["2024-11-11", "2024-11-12"]


def test_the_eve_is_told_from_the_date_before(reader):
    text = (
        "Le 4 juillet, le ministre togolais a rencontré son homologue béninois. "
        "La veille, il avait rencontré son homologue ghanéen."
    )
    assert [r.date for r in reader.read(dispatch(text, FRIDAY))] == ["2024-07-04", "2024-07-03"]


def test_the_eve_in_a_new_paragraph_is_that_of_the_dispatch(reader):
    text = (
        "Le ministre togolais a rencontré mardi son homologue béninois.\n\n"
        "La veille, il avait rencontré son homologue ghanéen."
    )
    assert [r.date for r in reader.read(dispatch(text, FRIDAY))] == ["2024-11-12", "2024-11-14"]


def test_a_scene_lends_its_date_to_what_follows(reader):
    text = "Mardi, le président togolais s'est rendu à Cotonou. Il a remercié le Bénin."
    assert [r.date for r in reader.read(dispatch(text, FRIDAY))] == ["2024-11-12", "2024-11-12"]


def test_what_rests_on_words_quotes_them_and_on_what_else_says_so(reader):
    (report,) = reader.read(dispatch("Le Togo a signé un accord avec le Bénin mardi.", FRIDAY))
    assert (report.date_basis.text, report.date_basis.origin) == ("mardi", "text")
    text = "LOMÉ, 15 nov. 2024. Le Togo a signé un accord avec le Bénin."
    own = OwnDate(FRIDAY, "dateline", Span("15 nov. 2024", 6, 18))
    (report,) = reader.read(msgspec.structs.replace(dispatch(text), own_date=own))
    assert report.date == f"{FRIDAY}~"  # told that day, happened about then
    assert report.date_basis is not None
    assert report.date_basis.text == "15 nov. 2024"


@pytest.mark.parametrize("published", ["2024-11", "2024", "XXXX-11-15"])
def test_an_own_date_that_is_no_day_is_no_event_s_date(reader, published):
    found = date(reader, "Le Togo a signé un accord avec le Bénin.", published)
    assert found in {None, f"{published}~" if published.startswith("XXXX") else None}


@pytest.mark.parametrize(
    "text", ["La Suède livrera des chars à l'Ukraine.", "La Suède va livrer des chars à l'Ukraine."]
)
def test_a_plan_without_a_date_is_not_due_on_the_day_it_is_told(reader, text):
    (report,) = reader.read(dispatch(text, FRIDAY))
    assert report.date is None


def dates(reader, text, published=FRIDAY):
    return [r.date for r in reader.read(dispatch(text, published))]


def test_a_new_paragraph_is_told_as_news_of_the_day_again(reader):
    text = (
        "Mardi, le président togolais s'est rendu à Cotonou. Il a remercié le Bénin.\n\n"
        "Le Ghana a condamné le Nigeria. Il a expulsé l'ambassadeur du Nigeria."
    )
    assert dates(reader, text) == ["2024-11-12", "2024-11-12", f"{FRIDAY}~", f"{FRIDAY}~"]


@pytest.mark.parametrize(
    ("weekday", "expected"), [("vendredi", "XXXX-11-15"), ("jeudi", "XXXX-11-15"), ("jeudi soir", "XXXX-11-14")]
)
def test_the_first_weekday_told_is_the_day_of_a_dateline_without_a_year(reader, weekday, expected):
    text = f"Le Togo a signé un accord avec le Bénin {weekday}."
    assert date(reader, text, "XXXX-11-15") == expected


def test_of_several_weekdays_the_last_is_the_day_of_the_dateline(reader):
    text = "Le Togo a expulsé jeudi l'ambassadeur du Bénin, a annoncé vendredi le ministère togolais."
    assert dates(reader, text, "XXXX-11-15")[0] == "XXXX-11-14"


@pytest.mark.parametrize(
    "text",
    [
        "Le Togo s'est engagé à livrer du riz au Bénin d'ici à la fin de l'année.",
        "Le Togo a exigé du Bénin, signataire du traité de 1951, qu'il retire ses troupes.",
        pytest.param(
            "Le Togo, qui a rouvert sa frontière en mars, a condamné le Bénin.",
            marks=pytest.mark.xfail(reason="the weights take the month of the relative clause"),
        ),
    ],
)
def test_the_time_of_what_is_said_is_not_that_of_the_saying(reader, text):
    assert date(reader, text) == f"{FRIDAY}~"


def test_what_a_pluperfect_tells_without_a_date_is_older_than_the_news(reader):
    assert date(reader, "Le Togo avait condamné le Bénin.") is None
    assert date(reader, "Le Togo a révélé que le Bénin avait condamné le Ghana.") is None


def test_what_somebody_quoted_tells_of_the_past_has_no_day(reader):
    assert date(reader, "« Nous avons bombardé le Bénin », a dit le ministre togolais.") is None


def test_a_year_that_follows_from_the_text_is_written(reader):
    text = (
        "Le président togolais s'est félicité de la trêve auprès de ses ministres. "
        "La salle était comble et les applaudissements nourris. "
        "Le Togo a signé un accord avec le Bénin à Lomé, où les deux délégations siègent, le 19 décembre 2022. "
        "En juin, le Togo avait condamné le Bénin."
    )
    assert dates(reader, text, None)[-1] == "2022-06"


@pytest.mark.parametrize(
    "byline",
    [
        "Par Awa K. | 17 juil. 2024 08:21",
        "AB / Lomé / 17.07.2024",
        "Source : Agence | 17-07-2024 à 08:15",
        "Publié le 17 juillet 2024 à 8h10 | Lecture : 3 min",
        "Lettre n° 12 – mercredi 17 juillet 2024",
    ],
)
def test_a_byline_gives_the_dispatch_its_day(reader, byline):
    body = "Le Togo a signé un accord avec le Bénin mardi."
    assert date(reader, f"Lomé et Cotonou se rapprochent\n\n{byline}\n\n{body}", None) == "2024-07-16"


def test_the_day_may_stand_below_the_text(reader):
    text = "Le Togo a signé un accord avec le Bénin mardi.\n\nFait à Lomé, le 17 juillet 2024"
    assert date(reader, text, None) == "2024-07-16"


def test_a_byline_gives_its_year_to_a_dateline_without_one(reader):
    text = "Agence | 17-07-2024 08:15\n\nLe Togo a signé un accord avec le Bénin mardi."
    assert date(reader, text, "XXXX-07-16") == "2024-07-16"
    far = "Agence | 17-12-2024 08:15\n\nLe Togo a signé un accord avec le Bénin le 4 juillet."
    assert date(reader, far, "XXXX-07-16") == "XXXX-07-04"


@pytest.mark.parametrize(
    "text",
    [
        "Le {} a signé un accord avec le {}.",
        "{} et {} ont signé mardi un accord.",
        "Au {}, le président a reçu hier le ministre du {}.",
    ],
)
def test_no_name_of_a_state_is_a_sign_of_a_date(reader, monkeypatch, text):
    seen = []

    def best(_self, found):
        seen.append([sorted(option.signs) for option in found])
        return found[0]

    monkeypatch.setattr(DateWeigher, "best", best)
    for states in (("Togo", "Bénin"), ("Niger", "Tchad")):
        reader.read(dispatch(text.format(*states), FRIDAY))
    assert seen
    assert seen[: len(seen) // 2] == seen[len(seen) // 2 :]
