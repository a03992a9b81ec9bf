from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.dispatch import Span
from legation.views.wording import quotation


def spans(text, start, end, offset=7):
    return Span(text, offset, offset + len(text)), Span(text[start:end], offset + start, offset + end)


def test_three_parts():
    found = quotation(*spans("Lavrov a reçu  Arreaza\n vendredi.", 9, 13))
    assert (found.before, found.trigger, found.after) == ("Lavrov a ", "reçu", " Arreaza vendredi.")


def test_long_sentences_are_cut_at_words_around_the_trigger():
    text = "mot " * 200 + "signé" + " mot" * 200
    found = quotation(*spans(text, 800, 805), longest=100)
    assert found.trigger == "signé"
    assert found.before.startswith("… mot")
    assert found.after.endswith("mot …")
    assert len(found.text) <= 104


def test_a_trigger_outside_is_not_marked():
    found = quotation(Span("Une phrase.", 0, 11), Span("ailleurs", 20, 28))
    assert (found.before, found.trigger, found.after) == ("Une phrase.", "", "")


@given(st.text(min_size=1), st.data())
def test_the_trigger_is_the_dispatchs_words(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = quotation(*spans(text, start, end))
    assert "".join(found.trigger.split()) == "".join(text[start:end].split())
    if len(text) < 300:
        assert "".join(found.text.split()) == "".join(text.split())
