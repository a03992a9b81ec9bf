from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from legation.intake.folding import fold, fold_words


def test_folds_what_the_wild_writes_in_many_ways() -> None:
    assert fold_words("  •\u00a0À lire également\u00a0: ") == "à lire également:"
    assert fold_words("**Voir l’original**") == "voir l'original"
    assert fold_words("e\u0301pingler\u200b") == "épingler"


def test_offsets_lead_back_over_marks_and_unseen_characters() -> None:
    raw = "x le 3 fe\u0301vrier\u200b 2020"
    folded = fold(raw, 2, len(raw))
    assert folded.text == "le 3 février 2020"
    start = folded.text.index("février")
    span = folded.span(start, start + len("février"))
    assert span.text == raw[span.start : span.end] == "fe\u0301vrier\u200b"


@given(st.text(max_size=40), st.data())
def test_every_folded_stretch_quotes_the_raw_text(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    folded = fold(raw, start, end)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    first = data.draw(st.integers(0, len(folded.text)))
    last = data.draw(st.integers(first, len(folded.text)))
    span = folded.span(first, last)
    assert start <= span.start <= span.end <= end
    assert raw[span.start : span.end] == span.text
    if last - first == len(folded.text):
        kept = "".join(c for c in unicodedata.normalize("NFC", span.text) if c.isalnum())
        assert all(char in unicodedata.normalize("NFC", raw) for char in kept)
