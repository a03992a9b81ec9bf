"""Words that say what became of a plan or a promise."""

import pytest

from legation.merging import outcome_words

SENTENCES = {
    "tells_a_part": [
        "Une première tranche a été versée.",
        "Le premier lot est arrivé.",
        "Deux sur les trois sont arrivées.",
    ],
    "tells_it_was_promised": ["Les camions sont arrivés, comme convenu.", "Les vedettes promises en mai sont là."],
    "tells_it_was_honoured": ["Rabat a tenu parole.", "Le Chili et le Pérou ont honoré leurs engagements."],
    "tells_it_was_called_off": ["La visite prévue en mars a été annulée.", "Le ministre n'ira pas à Lima."],
}
ENGLISH = {
    "tells_a_part": "The first batch arrived.",
    "tells_it_was_promised": "The trucks arrived, as promised.",
    "tells_it_was_honoured": "Rabat kept its word.",
    "tells_it_was_called_off": "The visit was called off.",
}


@pytest.mark.parametrize("asked", SENTENCES)
def test_each_phrase_tells_one_thing(asked):
    tells = getattr(outcome_words, asked)
    for kind, sentences in SENTENCES.items():
        assert [tells(one, "fr") for one in sentences] == [kind == asked] * len(sentences)
        assert tells(ENGLISH[kind], "en") is (kind == asked)


@pytest.mark.parametrize("asked", SENTENCES)
def test_nothing_is_told_by_other_words_or_in_another_language(asked):
    tells = getattr(outcome_words, asked)
    assert not tells("Rabat n'a pas tenu parole : tous les camions sont restés au port.", "fr")
    assert not any(tells(one, "xx") or tells(one, "../fr") for ones in SENTENCES.values() for one in ones)
