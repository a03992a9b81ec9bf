from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from legation.ledger import open_ledger
from legation.views.brief.pdf import write_pdf
from record_builders import make_dispatch, make_report, speaker


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


HOSTILE = ("W" * 400, "M W " * 200, "\0\x1b\u202e" * 120, "😀" * 150, "السلام عليكم " * 40, "习近平" * 90)


def crowd(path, number):
    """A pair with very many events and promises, every string of which is long or grows when it is set."""
    readings = []
    for i in range(number):
        words = HOSTILE[i % len(HOSTILE)]
        text = f"{i} rencontré {words}. Ils se verront {words}."
        dispatch = make_dispatch(text, f"{words[:80]}{i}.txt", f"{2000 + i % 20}-02-08", outlet=words)
        day = f"{2000 + i % 20}-{i % 12 + 1:02}-{i % 27 + 1:02}"
        parties = {"actors": f"RUS:{words}", "recipients": f"VEN:{words} + CUB + FRA + BLR + CHN + IRN"}
        readings.append((dispatch, [
            make_report(dispatch, ("CONSULT", "AID", "ACCUSE")[i % 3], date=day, sentence=f"{i} rencontré {words}.",
                        trigger=f"rencontré {words}", speakers=(speaker(words, None),), **parties),
            make_report(dispatch, "AGREE", date=f"{2000 + i % 25}-06", status="planned", trigger="se verront",
                        sentence=f"Ils se verront {words}.", **parties),
        ]))  # fmt: skip
    with open_ledger(path) as ledger:
        ledger.keep(readings)
        ledger.update_events()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_whatever_comes_the_annex_begins_on_its_own_page_by_the_third(make_brief, tmp_path, language):
    crowd(tmp_path / "crowd.db", 60)
    brief = make_brief(path=tmp_path / "crowd.db", language=language)
    assert brief.hurried.happened_more > 0
    found = PdfReader(io.BytesIO(write_pdf(brief)))
    assert len(found.pages) > 10
    pages = [" ".join(page.extract_text().split()) for page in found.pages[:10]]
    (first,) = (number for number, page in enumerate(pages, 1) if brief.interface.brief.annex_note in page)
    assert first <= 3
    assert brief.interface.brief.disputes in " ".join(pages[: first - 1]), "the hurried part is whole"
    assert brief.interface.brief.disputes not in pages[first - 1], "nothing of it is on the annex's page"
    assert "\\x00" in " ".join(pages)


def test_short_entries_lead_to_the_annex(make_brief):
    from legation.views.brief import write_html, write_markdown  # noqa: PLC0415

    brief = make_brief()
    short = write_html(brief).split('id="annex"', maxsplit=1)[0]
    for one in brief.hurried.happened:
        assert f'href="#e{one.number}"' in short
        assert f"(entry {one.number} of the annex)" in write_markdown(brief)
