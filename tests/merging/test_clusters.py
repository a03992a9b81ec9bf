import pytest

from legation.merging.clusters import JUDGED, gather
from legation.merging.components import components
from legation.merging.telling import prepare_all
from record_builders import make_dispatch, make_report


def told(text, day, **fields):
    dispatch = make_dispatch(text, published=day)
    return dispatch, make_report(dispatch, actors="RUS:Lavrov", recipients="VEN:Arreaza", date=day, **fields)


@pytest.fixture
def three():
    """Two tellings of one meeting and one of another, three weeks later."""
    return (
        told("Lavrov a vu Arreaza à Caracas.", "2020-02-07"),
        told("Arreaza reçoit Lavrov vendredi.", "2020-02-07"),
        told("Nouvel entretien de Lavrov et d'Arreaza.", "2020-02-28"),
    )


def gathered(pairs, judged=None):
    return gather(prepare_all((report for _, report in pairs), {}), judged)


def groups(pairs, judged=None):
    place = {report.id: n for n, (_, report) in enumerate(pairs)}
    return sorted(sorted(place[i] for i in group.reports) for group in gathered(pairs, judged))


def judgement(pairs, *answers):
    ids = [report.id for _, report in pairs]
    return {(min(ids[a], ids[b]), max(ids[a], ids[b])): answer for a, b, answer in answers}


def test_a_judgement_stands_above_what_was_observed(three):
    assert groups(three) == [[0, 1], [2]]
    assert groups(three, judgement(three, (0, 1, "different"))) == [[0], [1], [2]]
    assert groups(three, judgement(three, (0, 2, "same"))) in ([[0, 2], [1]], [[0, 1, 2]])


def test_judged_the_same_though_nobody_would_compare_them(three):
    other = told("Moscou accuse Paris.", "2011-01-01", type_="ACCUSE")
    pairs = [*three, other]
    assert groups(pairs, judgement(pairs, (2, 3, "same"))) == [[0, 1], [2, 3]]
    joins = [group.joins for group in gathered(pairs, judgement(pairs, (2, 3, "same")))]
    (verdict,) = next(joined for joined in joins if joined and joined[0].score == JUDGED)
    assert [o.name for o in verdict.observations] == ["judgement"]


def test_only_a_judgement_keeps_apart_what_a_judgement_joins(three):
    judged = judgement(three, (0, 2, "same"), (1, 2, "different"))
    assert groups(three, judged) == [[0, 2], [1]]
    all_same = judgement(three, (0, 2, "same"), (1, 2, "same"))
    assert groups(three, all_same) == [[0, 1, 2]]


def test_judgements_of_unknown_reports_change_nothing(three):
    assert groups(three, {("a", "b"): "same", ("a", three[0][1].id): "same"}) == [[0, 1], [2]]


def test_components():
    assert components("abcdef", [("a", "c"), ("f", "c"), ("b", "e"), ("e", "x")]) == (
        ("a", "c", "f"),
        ("b", "e"),
        ("d",),
    )
    assert components((), [("a", "b")]) == ()
