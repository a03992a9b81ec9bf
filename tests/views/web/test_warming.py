"""What the desk loads at its start, so that the first reader of a page need not wait for it."""

from __future__ import annotations

import pytest

from legation.ledger import Question
from legation.views.web import rendering, warming
from legation.views.web.activity import draw_months
from legation.views.web.remembering import between
from legation.views.web.timeline import Period, draw_timeline
from legation.views.web.words import load_words


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_chart_of_a_pair_needs_no_form_any_more(filled, monkeypatch, language):
    warming.prepare(filled)
    monkeypatch.setattr("legation.views.web.timeline.form_of", refuse)
    monkeypatch.setattr("legation.views.brief.chart.form_of", refuse)
    there = between(filled, Question(("RUS", "VEN"))).relations
    axis = load_words(language, "relations").axis
    assert draw_timeline(there.marks, there.months, Period(), axis, language)
    assert draw_months(there.months, language)
    with pytest.raises(AssertionError):
        draw_timeline(there.marks, there.months, Period(), "another axis", language)


def refuse(spec):
    raise AssertionError("a form was made")


def test_templates_are_compiled(filled, monkeypatch):
    warming.prepare(filled)
    environment = rendering._environment()
    monkeypatch.setattr(environment, "compile", refuse)
    assert all(environment.get_template(name) for name in environment.list_templates())
