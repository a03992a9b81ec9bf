"""Trees of the other school are turned; a hand-made one shows each turn."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from legation.language.pack import load_pack
from legation.reading.heads import Rehanger

HEADS = load_pack("en").syntax.heads
VOCAB = spacy.blank("en").vocab
LABELS = ["nsubj", "prep", "pobj", "pcomp", "aux", "attr", "acomp", "expl", "conj", "agent", "dobj"]


def turned(*tokens):
    """(word, head, label) in, (word, label, word of the head) out."""
    words, heads, deps = zip(*tokens, strict=True)
    doc = Rehanger(HEADS).turn(Doc(VOCAB, words=list(words), heads=list(heads), deps=list(deps)))
    return [(t.text, t.dep_, t.head.text) for t in doc]


def test_a_noun_stands_above_its_preposition():
    assert turned(("talks", 0, "ROOT"), ("with", 0, "prep"), ("Kenya", 1, "pobj")) == [
        ("talks", "ROOT", "talks"), ("with", "case", "Kenya"), ("Kenya", "prep", "talks"),
    ]  # fmt: skip


def test_prepositions_in_a_row_hang_on_the_noun():
    found = turned(("said", 0, "ROOT"), ("according", 0, "prep"), ("to", 1, "prep"), ("Kenya", 2, "pobj"))
    assert found[1:] == [("according", "case", "Kenya"), ("to", "case", "Kenya"), ("Kenya", "prep", "said")]


def test_a_phrase_within_a_phrase_keeps_its_own_preposition():
    found = turned(
        ("met", 0, "ROOT"), ("with", 0, "prep"), ("envoys", 1, "pobj"), ("in", 2, "prep"), ("Lima", 3, "pobj")
    )
    assert found[1:] == [
        ("with", "case", "envoys"), ("envoys", "prep", "met"), ("in", "case", "Lima"), ("Lima", "prep", "envoys"),
    ]  # fmt: skip


def test_a_clause_below_a_preposition_keeps_its_label():
    found = turned(("accused", 0, "ROOT"), ("of", 0, "prep"), ("arming", 1, "pcomp"), ("rebels", 2, "dobj"))
    assert found[1:] == [("of", "mark", "arming"), ("arming", "pcomp", "accused"), ("rebels", "dobj", "arming")]


def test_a_predicate_stands_above_its_copula():
    found = turned(("Mali", 1, "nsubj"), ("is", 1, "ROOT"), ("ready", 1, "acomp"), (".", 1, "punct"))
    assert found == [
        ("Mali", "nsubj", "ready"), ("is", "cop", "ready"), ("ready", "ROOT", "ready"), (".", "punct", "ready"),
    ]  # fmt: skip


def test_what_there_is_is_subject():
    found = turned(("There", 1, "expl"), ("were", 1, "ROOT"), ("talks", 1, "attr"))
    assert found[2] == ("talks", "nsubj", "were")


@given(st.data())
def test_any_tree_stays_a_tree(data):
    size = data.draw(st.integers(1, 9))
    heads = [data.draw(st.integers(0, max(i - 1, 0))) for i in range(size)]
    deps = ["ROOT", *(data.draw(st.sampled_from(LABELS)) for _ in range(size - 1))]
    words = data.draw(st.lists(st.sampled_from(["is", "to", "of", "Mali"]), min_size=size, max_size=size))
    doc = Rehanger(HEADS).turn(Doc(VOCAB, words=words, heads=heads, deps=deps))
    assert [t.text for t in doc] == words
    for token in doc:
        node = token
        for _ in range(size):
            node = node.head
        assert node.head == node


@pytest.mark.parametrize("words", [[], ["Mali"]])
def test_little_is_left_as_it_is(words):
    doc = Doc(VOCAB, words=words, heads=list(range(len(words))), deps=["ROOT"] * len(words))
    assert [t.text for t in Rehanger(HEADS).turn(doc)] == words
