"""The figures of a story of two dispatches that tell one meeting."""

import pytest

from evaluation.cases import TEXT, gold_event
from legation.dispatch import Span
from legation.evaluation.figures import Share
from legation.evaluation.gold import Gold
from legation.evaluation.judging import judge
from legation.evaluation.stories import EventGold, StoryGold, annotated_reports, as_record, measure
from record_builders import make_dispatch

SECOND = "Lavrov a rencontré Arreaza vendredi à Caracas."


@pytest.fixture
def story():
    """The gold, the dispatches, the annotated reports: one meeting told twice."""
    people = {"people": ("Sergueï Lavrov", "Nobody"), "person_codes": {"Sergueï Lavrov": "RUS"}}
    fields = {"event": "s1-e1", "date": "2020-02-07", **people}
    first = gold_event(line=1, attributed_to="TASS", **fields)
    second = gold_event(document="b.txt", trigger_start=SECOND.find("rencontré"), line=2, other_mentions=(0,), **fields)
    doubtful = gold_event(trigger="accuse", borderline=True, line=3, **fields)
    gold = Gold({"a.txt": (first, doubtful), "b.txt": (second,), "gone.txt": (first,)})
    dispatches = {
        "a.txt": make_dispatch(TEXT, "in/a.txt", "2020-02-08"), "b.txt": make_dispatch(SECOND, "b.txt", "2020-02-08"),
    }  # fmt: skip
    return gold, dispatches, list(annotated_reports(gold, dispatches, lambda d: [Span(d.text, 0, len(d.text))]))


def test_reports_of_what_is_annotated_surely_and_there(story):
    _, _, annotated = story
    assert [event for _, event in annotated] == ["s1-e1", "s1-e1"]
    first, second = (report for report, _ in annotated)
    assert [(p.code, p.person) for p in first.actors] == [("RUS", "Sergueï Lavrov")]
    assert [(p.code, p.person) for p in first.recipients] == [("VEN", None)]
    assert (first.trigger.text, first.date, first.attribution[0].name) == ("rencontré", "2020-02-07", "TASS")
    assert (second.attribution, len(second.mentions)) == ((), 1)


def test_one_meeting_told_twice_and_read_once(story):
    gold, dispatches, annotated = story
    events = {"s1-e1": EventGold("s1-e1", "CONSULT", "occurred", 2, "2020-02-07")}
    judged = judge(Gold({"b.txt": gold.documents["b.txt"]}), {"b.txt": []})
    figures = measure(StoryGold(events, ()), dispatches, annotated, judged)
    assert figures.given_pairwise.f1 == figures.given.f1 == 1
    assert figures.sources == Share(1, 1)
    assert figures.outcomes == Share(0, 0)
    assert figures.raw.recall == 1  # the one that was missed is a group of its own on both sides
    record = as_record(figures)
    assert record["given"] == {"precision": 1, "recall": 1, "f1": 1}
    assert record["outcomes"] == {"share": None, "right": 0, "of": 0}
