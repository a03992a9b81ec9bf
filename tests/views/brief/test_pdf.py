from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from legation.ledger import open_ledger
from legation.views.brief.pdf import write_pdf
from record_builders import make_dispatch, make_report


def read(data):
    found = PdfReader(io.BytesIO(data))
    return found, " ".join(" ".join(page.extract_text() for page in found.pages).split())


def links(found):
    actions = (note.get_object().get("/A") for page in found.pages for note in page.get("/Annots") or ())
    return {action.get_object()["/URI"] for action in actions if action and "/URI" in action.get_object()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_says_what_the_page_says_on_numbered_pages(make_brief, language):
    brief = make_brief(language=language)
    found, text = read(write_pdf(brief))
    assert brief.title in text
    assert "Sergueï Lavrov a rencontré Jorge Arreaza à Caracas vendredi." in text
    assert f"1 / {len(found.pages)}" in text
    assert brief.as_of in text
    assert links(found) == {"https://journal.example/1"}


def test_nothing_between_them(make_brief):
    _, text = read(write_pdf(make_brief("FRA", "UNO")))
    assert "The ledger holds no event for France – United Nations" in text


def test_a_hostile_dispatch_cannot_act(make_brief, hostile_file):
    found, text = read(write_pdf(make_brief(path=hostile_file)))
    assert links(found) == set()
    assert "{{7*7}}" in text
    assert "\u202e" not in text


def test_words_stay_words_and_no_sign_is_lost(make_brief, tmp_path):
    words = r"Lavrov #import $x$ *bold* @ref \\ <d1> 习近平 😀 Сергей a rencontré Maduro à Caracas."
    dispatch = make_dispatch(words, "signs.txt", "2020-03-01")
    with open_ledger(tmp_path / "signs.db") as ledger:
        ledger.keep([(dispatch, [make_report(dispatch, date="2020-03-01", trigger="rencontré")])])
        ledger.update_events()
    _, text = read(write_pdf(make_brief(path=tmp_path / "signs.db")))
    for told in ("#import $x$ *bold* @ref", "<d1>", "‹XiJinPing›", ":grinning:", "Сергей"):
        assert told in text
