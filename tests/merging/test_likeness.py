"""What is observed of two tellings, step by step, before anything is weighed."""

import pytest

from legation.merging.likeness import EXCLUDED
from legation.merging.verdict import observed
from merging.tellings import telling

BASE = {"actors": "RUS:Sergueï Lavrov", "recipients": "VEN:Jorge Arreaza", "date": "2020-02-07"}
NOBODY = {"actors": "RUS", "recipients": "VEN"}
TEXTS = ("Entretien à deux.", "Rencontre entre eux.")
PROMISE = {"type_": "AGREE", **NOBODY}


def steps(a, b, published=("2020-02-08", "2020-02-08"), texts=TEXTS):
    """The steps by the names of the observations; the same whichever telling comes first."""
    first, second = (
        telling(text, day, **(BASE | fields)) for text, day, fields in zip(texts, published, (a, b), strict=True)
    )
    found = {o.name: o.score for o in observed(first, second)}
    assert {o.name: o.score for o in observed(second, first)} == found
    assert all(o.reason for o in observed(first, second))
    return found


@pytest.mark.parametrize(
    ("name", "a", "b", "step"),
    [
        ("type", {}, {}, 2),
        ("type", {"type_": "AGREE"}, {"type_": "SUPPORT"}, 1),
        ("type", {"type_": "AID"}, {"type_": "SUPPORT"}, 0),
        ("type", {}, {"type_": "SANCTION"}, EXCLUDED),
        ("mode", {}, {}, 0.25),
        ("mode", {"mode": "visit"}, {}, -0.25),
        ("mode", {"mode": "visit"}, {"mode": "visit"}, 0.5),
        ("mode", {"mode": "visit"}, {"mode": "mediate"}, -1),
        ("mode", {"mode": "visit"}, {"mode": "phone"}, EXCLUDED),
        ("parties", {}, {}, 2),
        ("parties", {}, {"recipients": "VEN + CUB"}, 1),
        ("parties", {"actors": "RUS", "recipients": ""}, {}, 0),
        ("parties", {"actors": "RUS", "recipients": ""}, {"actors": "RUS", "recipients": ""}, 0.5),
        ("parties", {"recipients": "VEN + FRA"}, {"recipients": "VEN + CUB"}, -2),
        ("parties", {"recipients": "VEN"}, {"actors": "CUB", "recipients": "FRA"}, EXCLUDED),
        ("parties", {"type_": "ACCUSE"}, {"type_": "ACCUSE", "actors": "VEN", "recipients": "RUS"}, EXCLUDED),
        ("parties", {}, {"actors": "VEN", "recipients": "RUS"}, 2),
        ("parties", PROMISE, {"type_": "AGREE", "actors": "VEN", "recipients": "RUS"}, EXCLUDED),
        ("parties", PROMISE, {"type_": "AGREE", "actors": "RUS + VEN", "recipients": ""}, 1),
        ("date", {}, {}, 3),
        ("date", {}, {"date": "XXXX-02-07"}, 2.5),
        ("date", {}, {"date": "2020-02"}, 1),
        ("date", {"date": "2020-01/2020-03"}, {"date": "2020-02"}, 0.5),
        ("date", {}, {"date": "2020"}, 0),
        ("date", {}, {"date": "2020-02-08"}, -1),
        ("date", {}, {"date": "XXXX-02-08"}, -1),
        ("date", {}, {"date": "2020-02-09"}, EXCLUDED),
        ("date", {"date": None}, {"date": None}, -0.5),
        ("date", {}, {"date": None}, -0.25),
        ("date", {"date": "2020-05", "status": "planned"}, {"date": "2020-06-03"}, -0.5),
        ("date", {"date": "2020-05"}, {"date": "2020-06-03"}, EXCLUDED),
        ("date", {"date": "2020-04", "status": "planned"}, {"date": "2020-06", "status": "planned"}, -3.5),
        ("date", {"date": "2020-04", "status": "planned"}, {"date": "2020-06-20"}, -3.5),
        (
            "date",
            {"date": "2020-04", "status": "planned"},
            {"date": "2020-06", "status": "planned", "postponed": True},
            0.5,
        ),
        ("date", {"date": "2019-05-01/..", "status": "ongoing"}, {}, -2),
        ("date", {"date": "2020-02-07/..", "status": "ongoing"}, {}, 0),
        ("people", {}, {}, 3),
        ("people", {}, {"actors": "RUS:Lavrov", "recipients": "VEN"}, 1.5),
        ("people", {}, NOBODY, -0.25),
        ("people", {"recipients": "VEN"}, {"actors": "RUS:Vladimir Poutine", "recipients": "VEN"}, -5),
        ("people", {}, {"recipients": "VEN:Nicolas Maduro"}, -3.5),
        ("people", {"type_": "AID"}, {"type_": "AID", "recipients": "VEN:Nicolas Maduro"}, -0.5),
        ("people", {"recipients": "VEN:Enrique Manalo"}, {"recipients": "VEN:Ricky Manalo"}, 0),
        ("place", {"place": "VEN"}, {"place": "VEN"}, 1),
        ("place", {"place": "VEN"}, {"place": "RUS"}, -2),
        ("published", {}, {"date": None}, 1),
        ("published", {"date": None, "status": "ongoing"}, {"date": None, "status": "ongoing"}, 1),
        ("plan", {"status": "planned", "date": "2020-02"}, {"date": "2020-02-09"}, 0.5),
        ("plan", {"status": "planned", "date": None}, {"date": "2020-02-09"}, -1),
        ("plan", {"status": "planned", "date": None}, {"date": "2020-02-05"}, EXCLUDED),
    ],
)
def test_each_step(name, a, b, step):
    assert steps(a, b)[name] == step


@pytest.mark.parametrize("name", ["people", "place", "published", "plan", "reprint", "one dispatch", "numbers"])
def test_silence_where_nothing_is_known(name):
    assert name not in steps(NOBODY, NOBODY)


def test_nothing_is_observed_beyond_what_excludes():
    assert list(steps({}, {"type_": "SANCTION"})) == ["type"]


def test_modes_of_two_types_are_not_compared():
    assert "mode" not in steps({"type_": "AGREE", "mode": "visit"}, {"type_": "SUPPORT"})


def test_a_recollection_is_no_news_and_news_is_no_recollection():
    published = ("2020-02-08", "2020-09-01")
    assert steps({}, {"date": None}, published)["published"] == -4
    assert steps({}, {"date": None, "salience": "background"}, published)["published"] == -1
    assert steps({}, {"date": None}, ("2020-02-08", "2020-01-01"))["published"] == EXCLUDED


def test_one_dispatch_tells_one_event_once():
    text = "Entretien à deux."
    assert steps({}, {"status": "planned"}, texts=(text, text))["one dispatch"] == EXCLUDED


CEREALS = "Ils ont évoqué les livraisons de céréales ukrainiennes vers Alexandrie"
FISH = "Cette séance portait surtout sur les quotas de pêche norvégiens."


@pytest.mark.parametrize(
    ("texts", "fields", "step"),
    [
        ((CEREALS + ".", CEREALS + " hier."), {}, 1),
        ((CEREALS + ".", FISH), {}, -1),
        # Words of one root are one: the livraison and the livraisons, évoqué and évoquer, of six words.
        ((CEREALS + ".", "Ils veulent évoquer une livraison prochaine, disent certains diplomates."), {}, 0.5),
        ((CEREALS + ".", FISH), {"type_": "SUPPORT"}, -2),
    ],
)
def test_words_shared_and_not_shared(texts, fields, step):
    other = {"type_": "AGREE"} if fields else {}
    assert steps(NOBODY | fields, NOBODY | other, texts=texts)["words"] == step


def test_the_names_of_those_taking_part_are_no_shared_words():
    texts = ("Lavrov arrive.", "Voici Lavrov.")
    assert "words" not in steps({}, {}, texts=texts)


def test_the_same_number_of_the_same_thing():
    def numbers(*texts):
        return steps(NOBODY, NOBODY, texts=texts).get("numbers")

    assert numbers("Don de 300 000 tonnes de riz.", "Trois cent mille tonnes sont là.") == 1.5
    assert numbers("Don de 300 000 tonnes de riz.", "Il y a 300 000 tonnes, puis 100 000 tonnes.") is None
    assert numbers("Don de 300 000 tonnes de riz.", "Les 300 000 tonnes sont là.") == 1.5
    assert numbers("Douze camions offerts.", "Un convoi de 12 camions.") == 1.5
    assert numbers("Don de 300 000 tonnes de riz.", "Don de 200 000 tonnes de riz.") is None
    assert numbers("Don de 300 tonnes de riz.", "Don de 300 camions.") is None
    assert numbers("Deux accords signés.", "Les deux accords.") is None


def test_the_words_for_the_act():
    def trigger(first, second):
        return steps({"trigger": first}, {"trigger": second}, texts=(f"Ils ont {first} hier.", f"On a {second}.")).get(
            "trigger"
        )

    assert trigger("rencontré", "rencontré") == 1
    assert trigger("rencontrés", "rencontrer") == 1
    assert trigger("rencontré", "discuté") == -0.5
    assert trigger("vu", "rencontré") is None


def test_a_reprint_tells_the_same_with_the_same_sentence():
    def reprint(first, second, trigger="rencontré", other="rencontré"):
        one = telling(first, "2020-02-08", trigger=trigger, **BASE)
        copy = telling(second, "2020-02-08", trigger=other, original=one.report.dispatch.id, **BASE)
        return next(o.score for o in observed(one, copy) if o.name == "reprint")

    text = "Il a rencontré son homologue à Caracas vendredi."
    assert reprint(text, text + " ") == 4
    assert reprint(text, text + " ", other="homologue") == 2
    assert reprint(text, "Plus tard, les deux capitales ont rencontré la presse.") == -1
