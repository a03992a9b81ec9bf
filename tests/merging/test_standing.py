import random

import msgspec

from legation.dispatch import Span
from legation.judgement import correction, on_pair
from legation.merging.standing import standing
from record_builders import make_dispatch, make_report

FIRST = make_dispatch("Lavrov a rencontré Arreaza. Puis il l'a accusé. Une rencontre utile.")
A = make_report(FIRST, trigger="rencontré", sentence="Lavrov a rencontré Arreaza.")
ACCUSED = make_report(FIRST, "ACCUSE", trigger="accusé", sentence="Puis il l'a accusé.")
B = make_report(make_dispatch("Entretien à Moscou."), trigger="Entretien")


def at(second):
    return f"2024-05-31T12:00:{second:02}Z"


def same(kind="same", second=0, a=A, b=B):
    return on_pair(a, b, kind, by="ana", at=at(second))


def reread(report, **said):
    return msgspec.structs.replace(report, id="anew" + report.id, **said)


def test_the_last_judgement_on_a_pair_counts_in_whatever_order_they_come():
    made = [same("same", 1), same("different", 2), same("later", 3), same("different", 4)]
    pair = (min(A.id, B.id), max(A.id, B.id))
    for last, judged in ((1, "same"), (2, "different"), (3, None), (4, "different")):
        some = made[:last]
        random.Random(last).shuffle(some)
        held = standing(some, [A, B, ACCUSED])
        assert held.pairs == {pair: made[last - 1]}
        assert held.judged == ({pair: judged} if judged else {})


def test_a_report_read_anew_is_found_by_its_place():
    made = same()
    wider = reread(A, trigger=Span("a rencontré", A.trigger.start - 2, A.trigger.end))
    held = standing([made], [wider, reread(ACCUSED), reread(B)])
    assert list(held.pairs) == [(min(wider.id, "anew" + B.id), max(wider.id, "anew" + B.id))]
    assert held.lost == ()


def test_a_kindred_type_or_another_mention_is_the_same_report():
    accord = make_report(FIRST, "AGREE", trigger="rencontré", sentence="Lavrov a rencontré Arreaza.")
    made = correction(accord, "date", "2020", "lu", by="ana", at=at(0))
    assert standing([made], [reread(accord, type="COOPERATE")]).corrections
    assert standing([made], [reread(accord, type="ACCUSE")]).lost == (made.id,)
    later = FIRST.text.index("rencontre utile")
    elsewhere = reread(accord, trigger=Span("rencontre", later, later + 9), mentions=(accord.trigger,))
    assert standing([made], [elsewhere]).corrections
    assert not standing([made], [msgspec.structs.replace(elsewhere, mentions=())]).corrections


def test_what_is_not_there_is_lost_not_guessed():
    made = same()
    assert standing([made], [A]).lost == (made.id,)
    assert standing([made], []).lost == (made.id,)
    two = make_report(FIRST, trigger="accusé", sentence="Puis il l'a accusé.")
    twice = same(a=A, b=two)
    both = reread(A, trigger=Span("x", 0, len(FIRST.text)))
    assert standing([twice], [both]).lost == (twice.id,), "one report now where there were two"


def test_the_very_report_wins_over_one_that_overlaps_more():
    rival = reread(A, trigger=Span("x", 0, 40))
    made = same()
    assert A.id in next(iter(standing([made], [rival, A, B]).pairs))
