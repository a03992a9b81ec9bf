import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.fitted import load_fitted
from legation.merging.likeness import EXCLUDED
from legation.merging.verdict import SAME, Verdict, judge, kind_of, observed, rows
from merging.tellings import telling

BASE = {"actors": "RUS:Sergueï Lavrov", "recipients": "VEN:Jorge Arreaza", "date": "2020-02-07"}
TEXTS = ("Entretien à deux.", "Rencontre entre eux.")


def verdict(a, b, published=("2020-02-08", "2020-02-08"), texts=TEXTS):
    first, second = (
        telling(text, day, **(BASE | fields)) for text, day, fields in zip(texts, published, (a, b), strict=True)
    )
    assert judge(first, second) == judge(second, first)
    return judge(first, second)


def test_an_obvious_pair_joins():
    assert verdict({}, {}).same
    assert verdict({"mode": "visit"}, {"mode": "visit"}).same
    assert verdict({}, {}).answer == "same"


@pytest.mark.parametrize(
    ("what", "a", "b"),
    [
        ("another counterpart the same day", {}, {"recipients": "VEN:Nicolas Maduro"}),
        ("the same two ministers three weeks later", {}, {"date": "2020-02-28"}),
        ("a call and a visit in a week", {"mode": "visit", "date": "2020-02"}, {"mode": "phone", "date": "2020-02"}),
        ("swapped roles", {"type_": "ACCUSE"}, {"type_": "ACCUSE", "actors": "VEN", "recipients": "RUS"}),
        ("a promise the other way round", {"type_": "AGREE"}, {"type_": "AGREE", "actors": "VEN", "recipients": "RUS"}),
        ("other parties", {}, {"actors": "FRA", "recipients": "CUB"}),
        ("an act of another family", {}, {"type_": "SANCTION"}),
    ],
)
def test_two_acts_are_kept_apart_whatever_a_third_telling_says(what, a, b):
    found = verdict(a, b)
    assert not found.same, what
    assert found.opposed, what
    assert found.answer == "different", what


def test_a_plan_put_off_joins_only_where_one_says_so():
    plan = {"status": "planned", "mode": "visit"}
    texts = ("La visite de Lavrov prévue en avril à Caracas.", "La visite de Lavrov prévue en juin à Caracas.")
    told = {**plan, "date": "2020-06"}
    apart = verdict({**plan, "date": "2020-04"}, told, texts=texts)
    put_off = verdict({**plan, "date": "2020-04"}, {**told, "postponed": True}, texts=texts)
    assert put_off.score > apart.score
    assert put_off.same
    # The third telling that says it was put off may still bring them together.
    assert not apart.opposed


def test_what_excludes_keeps_its_weight():
    found = verdict({"mode": "visit"}, {"mode": "phone"})
    assert found.observations[-1].score == EXCLUDED
    assert found.observations[-1].name == "mode"


def test_the_steps_are_weighed_as_they_were_fitted():
    a, b = (telling(text, "2020-02-08", **BASE) for text in TEXTS)
    weights = load_fitted("likeness").weights
    found = judge(a, b)
    steps = observed(*sorted((a, b), key=lambda one: one.id))
    assert [o.name for o in found.observations] == [o.name for o in steps]
    for step, weighed in list(zip(steps, found.observations, strict=True))[1:]:
        sign = f"{step.name} {step.score:+g}"
        of_kind = weights.get(f"{sign} CONSULT", 0.0)
        assert weighed.score == pytest.approx(2 * (weights[sign] + of_kind), abs=0.006)


def test_what_was_never_fitted_keeps_the_step_it_had():
    a, b = ({"recipients": f"VEN:{name} Manalo"} for name in ("Enrique", "Ricky"))
    weights = load_fitted("likeness").weights
    first, second = (telling(text, "2020-02-08", **(BASE | one)) for text, one in zip(TEXTS, (a, b), strict=True))
    for step, weighed in zip(observed(first, second)[1:], verdict(a, b).observations[1:], strict=True):
        assert (f"{step.name} {step.score:+g}" in weights) or weighed.score == step.score


def test_the_signs_of_a_pair_name_its_kind():
    consult = telling(TEXTS[0], **BASE)
    agree, support, aid = (telling(TEXTS[1], type_=kind, **BASE) for kind in ("AGREE", "SUPPORT", "AID"))
    assert kind_of(consult, consult) == "CONSULT"
    assert kind_of(agree, support) == "kindred"
    assert kind_of(aid, aid) == "other"
    assert list(rows(observed(agree, support)[:1], "kindred")) == ["base", "type +1", "type +1 kindred"]


OPTIONS = {
    "date": st.sampled_from([None, "2020-02-07", "2020-02", "XXXX-02", "2020-02-07/2020-02-09", "2020-03-01"]),
    "status": st.sampled_from(["occurred", "planned", "denied", "ongoing", "hypothetical"]),
    "type_": st.sampled_from(["CONSULT", "AGREE", "AID"]),
    "actors": st.sampled_from(["RUS", "RUS:Lavrov", "", "RUS + CUB"]),
}


@given(st.fixed_dictionaries(OPTIONS), st.fixed_dictionaries(OPTIONS))
def test_symmetric_and_adding_up(a, b):
    found = verdict(a, b)
    assert found.score == pytest.approx(sum(o.score for o in found.observations), abs=0.0006)
    assert not (found.same and found.opposed)
    assert found.same == (found.score >= SAME and not found.opposed)
    assert all(o.reason for o in found.observations)


def test_what_falls_short_by_little_is_asked():
    verdicts = [
        Verdict("a", "b", score, score >= 5 and not opposed, opposed, ())
        for score, opposed in ((5.0, False), (4.9, False), (3.0, False), (2.9, False), (5.0, True), (3.5, True))
    ]
    assert [verdict.answer for verdict in verdicts] == ["same", "ask", "ask", "different", "different", "different"]
