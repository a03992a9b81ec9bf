from __future__ import annotations

import msgspec
import pytest

from legation import judgement as j
from record_builders import make_dispatch, make_report

AT = "2024-05-31T12:00:00.123456Z"
A = make_report(make_dispatch("Moscou a rencontré Caracas."), trigger="rencontré")
B = make_report(make_dispatch("Entretien à Moscou."), trigger="Entretien")


def test_a_pair_is_one_judgement_whichever_report_comes_first():
    one, other = j.on_pair(A, B, "same", by="ana", at=AT), j.on_pair(B, A, "same", by="ana", at=AT)
    assert one == other
    assert one.id
    assert {end.dispatch for end in one.reports} == {A.dispatch.id, B.dispatch.id}
    (end,) = [end for end in one.reports if end.report == A.id]
    assert A.dispatch.title
    assert (end.start, end.end, end.type) == (A.trigger.start, A.trigger.end, "CONSULT")


def test_what_is_written_is_read_again():
    made = [
        j.on_pair(A, B, "later", by="ana", at=AT),
        j.correction(A, "date", "2020-02-07", "le communiqué", by="bruno", at=AT),
        j.correction(A, "mode", None, "on ne sait", by="bruno", at=AT),
    ]
    assert [j.decode(j.encode(one)) for one in made] == made
    assert len({one.id for one in made}) == 3


GOOD = msgspec.json.decode(j.encode(j.on_pair(A, B, "same", by="ana", at=AT)))
CORRECTED = msgspec.json.decode(j.encode(j.correction(A, "date", "2020", "lu", by="ana", at=AT)))


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (GOOD | {"kind": "different"}, "never changed"),
        (GOOD | {"by": "eve"}, "never changed"),
        (GOOD | {"version": 2}, "version 2"),
        (GOOD | {"reports": GOOD["reports"][:1]}, "two reports"),
        (GOOD | {"reports": GOOD["reports"][::-1]}, "wrong order"),
        (GOOD | {"kind": "maybe"}, "maybe"),
        (GOOD | {"field": "date"}, "has a field"),
        (GOOD | {"at": "hier"}, "no time in UTC"),
        (GOOD | {"by": " "}, "may not be empty"),
        (CORRECTED | {"reason": None}, "may not be empty"),
        (CORRECTED | {"field": "confidence"}, "confidence"),
        (CORRECTED | {"value": "2021"}, "never changed"),
        (CORRECTED | {"reason": "x" * 3000}, "more than 2000"),
        ({"kind": "same"}, "version"),
    ],
)
def test_what_is_no_judgement_is_refused(record, said):
    with pytest.raises(ValueError, match=said):
        j.decode(msgspec.json.encode(record))
