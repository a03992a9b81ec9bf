import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.merging.likeness import EXCLUDED
from legation.merging.telling import prepare
from legation.merging.verdict import Verdict, judge
from record_builders import make_dispatch, make_report

BASE = {"actors": "RUS:Sergueï Lavrov", "recipients": "VEN:Jorge Arreaza", "date": "2020-02-07"}


def verdict(a, b, published=("2020-02-08", "2020-02-08"), texts=("Entretien à deux.", "Rencontre entre eux.")):
    dispatches = [make_dispatch(text, published=day) for text, day in zip(texts, published, strict=True)]
    first, second = (
        prepare(make_report(d, **(BASE | fields)), {}) for d, fields in zip(dispatches, (a, b), strict=True)
    )
    assert judge(first, second) == judge(second, first)
    return judge(first, second)


def score(name, found):
    return next((o.score for o in found.observations if o.name == name), None)


@pytest.mark.parametrize(
    ("name", "a", "b", "least", "most"),
    [
        ("type", {}, {}, 2, 2),
        ("type", {"type_": "AGREE"}, {"type_": "SUPPORT"}, 1, 1),
        ("type", {}, {"type_": "SANCTION"}, EXCLUDED, EXCLUDED),
        ("mode", {"mode": "visit"}, {"mode": "visit"}, 0.5, 0.5),
        ("mode", {"mode": "visit"}, {"mode": "phone"}, EXCLUDED, EXCLUDED),
        ("parties", {}, {}, 2, 2),
        ("parties", {}, {"recipients": "VEN + CUB"}, 1, 1),
        ("parties", {"recipients": "VEN + FRA"}, {"recipients": "VEN + CUB"}, -2, -2),
        ("parties", {"recipients": "VEN"}, {"actors": "CUB", "recipients": "FRA"}, EXCLUDED, EXCLUDED),
        ("date", {}, {}, 3, 3),
        ("date", {}, {"date": "XXXX-02-07"}, 2.5, 2.5),
        ("date", {}, {"date": "2020-02"}, 1, 1),
        ("date", {}, {"date": "2020"}, 0, 0),
        ("date", {}, {"date": "2020-02-08"}, -1, -1),
        ("date", {}, {"date": "2020-02-28"}, EXCLUDED, EXCLUDED),
        ("date", {"date": "2020-05", "status": "planned"}, {"date": "2020-06-03"}, -0.5, -0.5),
        ("date", {"date": "2020-05"}, {"date": "2020-06-03"}, EXCLUDED, EXCLUDED),
        ("people", {}, {}, 3, 3),
        ("people", {}, {"actors": "RUS:Lavrov", "recipients": "VEN"}, 1.5, 1.5),
        ("people", {}, {"recipients": "VEN:Nicolas Maduro"}, -4, -3),
        ("place", {"place": "VEN"}, {"place": "VEN"}, 1, 1),
        ("place", {"place": "VEN"}, {"place": "RUS"}, -2, -2),
        ("published", {}, {"date": None}, 1, 1),
        ("plan", {"status": "planned", "date": None}, {"date": "2020-02-05"}, EXCLUDED, EXCLUDED),
    ],
)
def test_each_observation(name, a, b, least, most):
    found = score(name, verdict(a, b))
    assert found is not None
    assert least <= found <= most


@pytest.mark.parametrize("name", ["mode", "people", "place", "published", "plan", "reprint", "one dispatch"])
def test_silence_where_nothing_is_known(name):
    assert score(name, verdict({"recipients": "VEN", "actors": "RUS"}, {})) is None


def test_a_recollection_is_no_news_and_news_is_no_recollection():
    published = ("2020-02-08", "2020-09-01")
    assert score("published", verdict({}, {"date": None}, published)) == -4
    assert score("published", verdict({}, {"date": None, "salience": "background"}, published)) == -1
    assert score("published", verdict({}, {"date": None}, ("2020-02-08", "2020-01-01"))) == EXCLUDED


def test_words_shared_and_not_shared():
    same = "Ils ont évoqué les livraisons de céréales ukrainiennes vers Alexandrie"
    other = "Cette séance portait surtout sur les quotas de pêche norvégiens."
    assert score("words", verdict({}, {}, texts=(same + ".", same + " hier."))) == 1
    assert score("words", verdict({}, {}, texts=(same, other))) == -1


OPTIONS = {
    "date": st.sampled_from([None, "2020-02-07", "2020-02", "XXXX-02", "2020-02-07/2020-02-09", "2020-03-01"]),
    "status": st.sampled_from(["occurred", "planned", "denied", "ongoing", "hypothetical"]),
    "type_": st.sampled_from(["CONSULT", "AGREE", "AID"]),
    "actors": st.sampled_from(["RUS", "RUS:Lavrov", "", "RUS + CUB"]),
}


@given(st.fixed_dictionaries(OPTIONS), st.fixed_dictionaries(OPTIONS))
def test_symmetric_and_adding_up(a, b):
    found = verdict(a, b)
    assert found.score == pytest.approx(sum(o.score for o in found.observations))
    assert not (found.same and found.opposed)
    assert all(o.reason for o in found.observations)


def test_what_falls_short_by_little_is_asked():
    verdicts = [
        Verdict("a", "b", score, score >= 5 and not opposed, opposed, ())
        for score, opposed in ((5.0, False), (4.9, False), (3.0, False), (2.9, False), (5.0, True), (3.5, True))
    ]
    assert [verdict.answer for verdict in verdicts] == ["same", "ask", "ask", "different", "different", "different"]
