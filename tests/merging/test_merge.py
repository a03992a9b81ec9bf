import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.merging import describe, explain, merge, merge_explained
from record_builders import make_dispatch, make_report, speaker

LAVROV = "RUS:Sergueï Lavrov:ministre des Affaires étrangères"
ARREAZA = "VEN:Jorge Arreaza"


def told(text, published=None, **fields):
    dispatch = make_dispatch(text, published=published)
    return dispatch, make_report(dispatch, **fields)


def events_of(*pairs, as_of=None):
    return merge([d for d, _ in pairs], [r for _, r in pairs], as_of=as_of)


def sizes(*pairs):
    return sorted(len(event.reports) for event in events_of(*pairs))


def meeting(text, day, published=None, **fields):
    fields = {"actors": LAVROV, "recipients": ARREAZA, "date": day} | fields
    return told(text, published or day, **fields)


def test_one_meeting_told_in_three_dispatches_is_one_event():
    three = [
        meeting("Lavrov a rencontré Arreaza vendredi à Caracas.", "2020-02-07", place="VEN"),
        meeting("Entretiens russo-vénézuéliens au début du mois.", "2020-02", "2020-02-09", actors="RUS:Lavrov"),
        told("Les deux ministres se sont vus.", "2020-02-08", actors="RUS", recipients="VEN:J. Arreaza"),
    ]
    (event,) = events_of(*three)
    assert event.date == "2020-02-07"
    assert event.date_bounds == ("2020-02-07", "2020-02-07")
    assert event.people == ("Sergueï Lavrov", "Jorge Arreaza")
    assert event.place
    assert event.place.code == "VEN"
    assert event.dispatches == 3
    assert event.independent_sources == 3
    assert event.disagreements == ()
    assert event.actors[0].office == "ministre des Affaires étrangères"
    assert not event.recipients[0].office


def test_the_same_two_ministers_three_weeks_later_are_another_event():
    assert sizes(
        meeting("Lavrov a rencontré Arreaza à Caracas pour parler de coopération.", "2020-02-07"),
        meeting("Lavrov a rencontré Arreaza à Moscou pour parler de coopération.", "2020-02-28"),
    ) == [1, 1]


def test_near_misses_stay_apart():
    base = meeting("Lavrov s'est entretenu avec Arreaza à Caracas.", "2020-02-07", mode="visit")
    assert sizes(base, meeting("Lavrov a vu Maduro.", "2020-02-07", recipients="VEN:Nicolas Maduro")) == [1, 1]
    assert sizes(base, meeting("Lavrov a appelé Arreaza.", "2020-02-07", mode="phone")) == [1, 1]
    assert sizes(base, meeting("Lavrov a reçu son homologue cubain.", "2020-02-07", recipients="CUB:Rodríguez")) == [
        1,
        1,
    ]
    assert sizes(base, meeting("Moscou condamne les pressions.", "2020-02-07", type_="ACCUSE")) == [1, 1]


def test_swapped_roles_are_another_act_where_the_act_has_a_direction():
    first = told("Moscou accuse Londres.", "2020-02-07", type_="ACCUSE", recipients="GBR", date="2020-02-07")
    back = told(
        "Londres accuse Moscou.", "2020-02-07", type_="ACCUSE", actors="GBR", recipients="RUS", date="2020-02-07"
    )
    assert sizes(first, back) == [1, 1]
    visit = meeting("Lavrov a vu Arreaza.", "2020-02-07")
    hosted = meeting("Arreaza a reçu Lavrov.", "2020-02-07", actors=ARREAZA, recipients=LAVROV)
    assert sizes(visit, hosted) == [2]


def test_two_reports_of_one_dispatch_stay_two_even_through_a_third():
    text = "Lavrov a vu Arreaza vendredi. Puis une nouvelle séance a eu lieu."
    dispatch = make_dispatch(text, published="2020-02-07")
    parts = text.split(". ")
    fields = {"actors": LAVROV, "recipients": ARREAZA, "date": "2020-02-07"}
    first = make_report(dispatch, sentence=parts[0] + ".", **fields)
    second = make_report(dispatch, sentence=parts[1], **fields)
    other, third = meeting("Vendredi Lavrov a vu son homologue Arreaza.", "2020-02-07")
    events = merge([dispatch, other], [first, second, third])
    assert sorted(len(event.reports) for event in events) == [1, 2]


def test_a_reprint_gives_each_sentence_its_own_event_and_no_new_source():
    sentences = [
        "Le ministre russe Sergueï Lavrov s'est entretenu vendredi à Caracas avec le président Maduro de la dette.",
        "Plus tôt, il avait rencontré son homologue Jorge Arreaza pour préparer la prochaine commission économique.",
    ]
    fields = {"actors": "RUS", "recipients": "VEN", "date": "2020-02-07"}
    pairs = []
    for header, source in (("", "a"), ("Accueil. ", "b")):
        dispatch = make_dispatch(header + " ".join(sentences), source, "2020-02-07")
        pairs += [(dispatch, make_report(dispatch, sentence=s, **fields)) for s in sentences]
    merged = merge_explained([d for d, _ in pairs], [r for _, r in pairs])
    assert [reprint.kind for reprint in merged.reprints] == ["exact"]
    assert len(merged.events) == 2
    for event in merged.events:
        assert len({report.sentence.text for report in event.reports}) == 1
        assert (event.dispatches, event.independent_sources) == (2, 1)
        assert event.sources[0].dispatches == ("a", "b")


def test_an_unknown_year_is_lent_by_a_report_that_agrees_in_everything_else():
    (event,) = events_of(
        meeting(
            "Lavrov a discuté avec Faría de coopération.", "XXXX-07-04", "XXXX-07-04", recipients="VEN:Carlos Faría"
        ),
        meeting("Moscou: Faría reçu par Lavrov.", "2022-07-04", recipients="VEN:Carlos Faría"),
    )
    assert event.date == "2022-07-04"


def test_a_year_unknown_never_joins_two_known_years():
    pairs = [
        meeting("Lavrov a discuté avec Arreaza.", "XXXX-07-04"),
        meeting("Lavrov a reçu Arreaza.", "2020-07-04"),
        meeting("Arreaza reçu par Lavrov.", "2021-07-04"),
    ]
    assert sizes(*pairs) == [1, 2]


def test_disagreements_are_kept_with_those_who_say_so():
    fields = {"type_": "SUPPORT", "actors": "RUS + VEN", "recipients": "", "place": "VEN"}
    events = events_of(
        told("Ils ont signé 17 accords jeudi.", "2024-11-08", date="2024-11-07", **fields),
        told("Ils ont signé seize accords jeudi.", "2024-11-08", date="2024-11-07", **fields),
        told("Ils ont signé 17 accords vendredi.", "2024-11-08", date="2024-11-08", **fields),
    )
    (event,) = events
    found = {one.field: {value.value: len(value.dispatches) for value in one.values} for one in event.disagreements}
    assert found == {"number": {"17 accords": 2, "seize accords": 1}, "date": {"2024-11-07": 2, "2024-11-08": 1}}
    assert event.date == "2024-11-07"


def test_a_denial_is_a_disagreement_on_the_status():
    (event,) = events_of(
        meeting("Lavrov a rencontré Arreaza jeudi.", "2020-02-06"),
        meeting("Lavrov a vu Arreaza jeudi soir.", "2020-02-06"),
        meeting("Lavrov n'a pas rencontré Arreaza jeudi.", "2020-02-06", status="denied"),
    )
    assert event.status == "occurred"
    assert [one.field for one in event.disagreements] == ["status"]


def test_kindred_types_join_and_others_do_not():
    fields = {"actors": "RUS:Lavrov + VEN:Arreaza", "recipients": "", "date": "2024-11-07", "trigger": "accords"}
    signed = told("Signature de 17 accords céréaliers à Caracas.", "2024-11-07", type_="SUPPORT", **fields)
    agreed = told("Accords sur les céréales: 17 accords céréaliers.", "2024-11-07", type_="AGREE", **fields)
    plain = {"actors": "RUS + VEN", "recipients": "", "date": "2024-11-07"}
    vague = told("Nouvelle entente.", "2024-11-07", type_="AGREE", **plain)
    aid = told("Rupture des 17 accords céréaliers à Caracas.", "2024-11-07", type_="SANCTION", **fields)
    assert sizes(signed, agreed) == [2]
    assert sizes(signed, vague) == [1, 1]  # a kindred type asks for more than the day and the parties
    assert sizes(signed, aid) == [1, 1]


def test_the_id_stays_when_a_later_telling_joins():
    first = meeting("Lavrov a rencontré Arreaza vendredi.", "2020-02-07")
    before = events_of(first)[0].id
    for n in range(6):
        later = meeting(f"Rappel numéro {n}: Lavrov avait vu Arreaza.", "2020-02-07", f"2020-02-{n + 8:02}")
        (event,) = events_of(first, later)
        assert event.id == before


def test_reasons_are_given_in_plain_lines():
    pairs = [meeting("Lavrov a vu Arreaza à Caracas.", "2020-02-07"), meeting("Entretien vendredi.", "2020-02-07")]
    dispatches, reports = [d for d, _ in pairs], [r for _, r in pairs]
    (event,) = merge(dispatches, reports)
    lines = explain(event.id, dispatches, reports)
    assert "same event" in lines[0]
    assert any("same day: 2020-02-07" in line for line in lines)
    assert any("RUS: Sergueï Lavrov" in line for line in lines)
    assert explain("nothing", dispatches, reports) == ()
    (verdict,) = merge_explained(dispatches, reports).joins[event.id]
    assert verdict.score == pytest.approx(sum(observation.score for observation in verdict.observations))
    assert describe(verdict) == lines


def test_events_come_in_order_of_their_dates_unknown_ones_last():
    pairs = [
        meeting("Lavrov a vu Arreaza hier.", None, "2021-01-01"),
        meeting("Lavrov a vu Arreaza en mars.", "2020-03"),
        meeting("Lavrov a vu Arreaza en février.", "2020-02-07"),
    ]
    assert [event.date for event in events_of(*pairs)] == ["2020-02-07", "2020-03", None]


def test_as_of_knows_only_what_was_published_and_what_has_no_date():
    pairs = [
        meeting("Lavrov a vu Arreaza en février.", "2020-02-07"),
        meeting("Lavrov a vu Arreaza en juin.", "2020-06-07"),
        meeting("Lavrov a vu Arreaza un jour.", "2019", "XXXX-03-01"),
    ]
    assert len(events_of(*pairs, as_of=date(2020, 3, 1))) == 2
    assert len(events_of(*pairs)) == 3


DAYS = st.sampled_from([None, "2020-02-07", "2020-02-08", "2020-02", "2020", "XXXX-02-07", "2020-02-28", "2020-02-07~"])
PEOPLE = st.sampled_from(["RUS", "RUS:Sergueï Lavrov", "RUS:Lavrov", "RUS:Serguei Riabkov"])
OTHERS = st.sampled_from(["VEN", "VEN:Jorge Arreaza", "VEN:Nicolas Maduro", "CUB", "VEN + CUB", ""])
WORDS = st.sampled_from(
    ["coopération énergétique", "commission intergouvernementale", "sanctions américaines", "visite"]
)
TELLING = st.tuples(
    DAYS,
    PEOPLE,
    OTHERS,
    st.sampled_from(["occurred", "planned", "denied", "ongoing"]),
    st.sampled_from(["CONSULT", "AGREE", "SUPPORT", "ACCUSE"]),
    st.sampled_from([None, "2020-02-08", "2020-03-01", "2020-02"]),
    WORDS,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TELLING, min_size=2, max_size=14), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_events(tellings, rng: random.Random):
    pairs = []
    for n, (day, actor, other, status, kind, published, words) in enumerate(tellings):
        text = f"Dépêche {n // 2}. Il est question de {words} selon la source numéro {n}."
        dispatch = make_dispatch(text, published=published)
        pairs.append(
            (dispatch, make_report(dispatch, kind, actor, other, date=day, status=status, speakers=(speaker("X"),)))
        )
    merged = merge_explained([d for d, _ in pairs], [r for _, r in pairs])
    rng.shuffle(pairs)
    again = merge_explained([d for d, _ in pairs[::-1]], [r for _, r in pairs])
    assert again == merged
    counted = [report.id for event in merged.events for report in event.reports]
    assert sorted(counted) == sorted({r.id for _, r in pairs})
    for event in merged.events:
        assert len({report.dispatch.id for report in event.reports}) == len(event.reports)


@pytest.mark.parametrize("published", ["gestern", "2020-13-45", ""])
def test_an_own_date_that_is_none_is_taken_as_unknown(published):
    (event,) = events_of(meeting("Lavrov a vu Arreaza.", "2020-02-07", published))
    assert event.date == "2020-02-07"
