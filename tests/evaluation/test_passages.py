from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evaluation.cases import FIRST, SECOND, TEXT, dispatch
from legation.evaluation.passages import sentence_at, sentences


def test_sentences_in_the_text_s_own_offsets(pack):
    found = sentences(dispatch(), pack.syntax)
    assert [found[0].text, found[-1].text] == [FIRST, SECOND]
    assert sentence_at(found, dispatch(), TEXT.index("accuse"), TEXT.index("accuse") + 6).text == SECOND


def test_words_outside_any_sentence_stand_for_themselves(pack):
    text = dispatch("Un.\n\n  \nDeux.")
    found = sentences(text, pack.syntax)
    assert sentence_at(found, text, 4, 6).text == "\n "
    assert sentence_at(found, text, 99, 120).text == ""


@given(st.text(alphabet="Aé e\u0301.\n !«»-", max_size=60), st.integers(0, 80), st.integers(0, 20))
def test_spans_are_the_text_s_own_words(pack, text, start, length):
    if not text:
        return
    given_dispatch = dispatch(text)
    found = sentences(given_dispatch, pack.syntax)
    for span in (*found, sentence_at(found, given_dispatch, start, start + length)):
        assert text[span.start : span.end] == span.text
