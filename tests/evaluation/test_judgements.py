from legation.evaluation.judgements import as_record, hold_against
from legation.judgement import correction, on_pair
from record_builders import make_dispatch, make_report

MET = {"actors": "RUS:Sergueï Lavrov", "recipients": "VEN:Jorge Arreaza"}


def told(text, **said):
    dispatch = make_dispatch(text, published="2020-02-08")
    return dispatch, make_report(dispatch, **(MET | said))


WORLD = [
    told("Lavrov a rencontré Arreaza vendredi à Caracas.", date="2020-02-07"),
    told("À Caracas, Lavrov a rencontré Arreaza vendredi.", date="2020-02-07"),
    told("Moscou reçoit Caracas en mars.", date="2020-03-20"),
    told("Les ministres se sont vus en avril.", date="2020-04-17"),
]
(A, B, C, D) = (report for _, report in WORLD)


def pair(a, b, kind, second=0):
    return on_pair(a, b, kind, by="ana", at=f"2024-05-31T12:00:{second:02}Z")


def held(*judgements):
    return hold_against(judgements, [d for d, _ in WORLD], [r for _, r in WORLD])


def test_pairs_are_counted_by_what_was_judged():
    wrong = pair(A, C, "same")
    found = held(pair(A, B, "same"), wrong, pair(A, D, "different"), pair(B, D, "later"))
    assert (found.same.count, found.same.of) == (1, 2)
    assert (found.different.count, found.different.of) == (1, 1)
    assert found.corrections.value is None
    assert found.otherwise == (wrong.id,)


def test_only_the_last_judgement_of_a_pair_is_a_test_case():
    found = held(pair(A, B, "different", 1), pair(A, B, "same", 2))
    assert (found.same.count, found.same.of, found.different.of) == (1, 1, 0)


def test_corrected_fields_and_what_was_not_read():
    at = "2024-05-31T12:00:00Z"
    right = correction(A, "date", "2020-02-07", "lu", by="ana", at=at)
    wrong = correction(A, "actors", "VEN", "lu", by="ana", at=at)
    unread = pair(A, make_report(make_dispatch("Jamais lu."), **MET), "same")
    found = held(right, wrong, unread)
    assert as_record(found) == {
        "same": {"share": None, "right": 0, "of": 0},
        "different": {"share": None, "right": 0, "of": 0},
        "corrections": {"share": 0.5, "right": 1, "of": 2},
        "otherwise": [wrong.id],
        "lost": 1,
    }
