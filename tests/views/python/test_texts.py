from __future__ import annotations

from datetime import date
from itertools import count, islice

import pytest

import legation
from legation.report import decode, encode

TOLD = "Lavrov a rencontré Maduro à Caracas. Les ministres se sont réuni vendredi."


def test_a_text_is_read_with_what_is_known_of_it(word_reader):
    found = legation.read(
        TOLD, title="À Caracas", published=date(2020, 2, 8), outlet="Le Journal", source="https://journal.example/1",
        language="fr",
    )  # fmt: skip
    (report,) = found
    assert TOLD[report.trigger.start : report.trigger.end] == report.trigger.text == "rencontré"
    assert decode(encode(report)) == report
    about = found.dispatch
    assert (about.title, about.published, about.outlet) == ("À Caracas", "2020-02-08", "Le Journal")
    assert (about.source, about.language, about.text) == ("https://journal.example/1", "fr", TOLD)
    assert found.to_polars()["quote"].to_list() == ["Lavrov a rencontré Maduro à Caracas."]
    assert found.to_dicts()[0]["dispatch"]["published"] == "2020-02-08"


def test_scope(word_reader):
    assert len(legation.read(TOLD)) == 1
    assert len(legation.read(TOLD, scope="all")) == 2
    with pytest.raises(ValueError, match="scope: unknown 'every'"):
        legation.read(TOLD, scope="every")


def test_published_in_several_forms(word_reader):
    days = ["2020-02-08", "2020-02-08T10:00:00Z", "2020-02"]
    assert [legation.read(TOLD, published=day).dispatch.published for day in days] == [
        "2020-02-08", "2020-02-08", "2020-02"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "known", "said"),
    [
        ("", {}, "text: empty"),
        ("…", {}, "text: holds no words"),
        ("a\0b", {}, "text: the text holds a NUL character"),
        ("Lavrov \ud800 a dit", {}, "text: the text holds half a character"),
        ("я" * 1_100_000, {}, "text: 2.2 MB, over the limit"),
        (TOLD, {"published": "hier"}, "text: published: not a date: 'hier'"),
        (TOLD, {"published": 2020}, "text: published: text is wanted, not int"),
        (TOLD, {"title": b"x"}, "text: title: text is wanted, not bytes"),
        (b"octets", {}, "text: text is wanted, not bytes"),
    ],
)
def test_what_cannot_be_read_is_one_line(word_reader, text, known, said):
    with pytest.raises(ValueError) as caught:
        legation.read(text, **known)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_many_texts_in_their_order(word_reader):
    given = [TOLD, {"text": "Rien.", "source": "b"}, "", {"text": TOLD, "source": "d"}]
    found = list(legation.read_many(given, errors="keep"))
    assert [len(one) for one in found] == [1, 0, 0, 1]
    assert [one.refused for one in found] == [None, None, "empty", None]
    assert found[3].dispatch.source == "d"
    with pytest.raises(ValueError, match="text 2: empty"):
        list(legation.read_many(given))
    with pytest.raises(ValueError, match="text 0: unknown field 'date'"):
        list(legation.read_many([{"text": TOLD, "date": "2020"}]))
    with pytest.raises(ValueError, match="errors: unknown 'ignore'"):
        legation.read_many(given, errors="ignore")


def test_many_texts_may_be_endless(word_reader):
    endless = (f"Lavrov a rencontré Maduro le {number}." for number in count())
    assert [len(one) for one in islice(legation.read_many(endless), 40)] == [1] * 40
    assert len(word_reader.the_reader.read_ids) <= 64
