from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.dispatch import Dispatch, OwnDate
from legation.intake import Refusal
from legation.intake.pages import decode_page

from .samples import PARAGRAPH, SECOND

Read = Callable[..., list[Dispatch | Refusal]]

PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Lima et Santiago signent - Exemple</title>
<meta property="og:title" content="Lima et Santiago signent"><meta property="og:site_name" content="Exemple">
<meta property="article:published_time" content="2023-05-04T10:00:00+02:00">
<link rel="canonical" href="https://www.exemple.fr/monde/accord.html"></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/m">Monde</a></li></ul></nav>
<article><h1>Lima et Santiago signent</h1><p>LIMA, 4 mai 2023 (AFP) - {PARAGRAPH}</p><p>{SECOND}</p>
<p>Lire aussi : Le Brésil renforce ses frontières</p><p>{PARAGRAPH}</p></article>
<aside><h3>Les plus lus</h3><a href="/x">Un autre article sans rapport</a></aside>
<footer>Tous droits réservés</footer></body></html>"""


def test_main_text_and_metadata(read: Read) -> None:
    (dispatch,) = read("a.html", PAGE)
    assert isinstance(dispatch, Dispatch)
    assert dispatch.source.endswith("a.html")
    assert (dispatch.title, dispatch.outlet) == ("Lima et Santiago signent", "Exemple")
    assert dispatch.own_date == OwnDate("2023-05-04", "published")
    assert [credit.name for credit in dispatch.credits] == ["Exemple", "AFP"]
    assert dispatch.dateline_place == "PER"
    assert PARAGRAPH in dispatch.text
    assert "Accueil" not in dispatch.text
    assert "Lire aussi : Le Brésil renforce ses frontières" in [
        dispatch.text[mark.start : mark.end] for mark in dispatch.furniture
    ]


def test_a_relative_or_yearless_date_is_not_counted_from_today(read: Read) -> None:
    bare = PAGE.replace('content="2023-05-04T10:00:00+02:00"', 'content=""').replace("LIMA, 4 mai 2023 (AFP) - ", "")
    for line in ("Publié il y a deux jours", "Publié hier", "4 juillet"):
        (dispatch,) = read("a.html", bare.replace("<article>", f'<article><p class="date">{line}</p>'))
        assert isinstance(dispatch, Dispatch)
        assert dispatch.published in (None, "XXXX-07-04")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "iso-8859-15", "utf-16"])
def test_declared_encodings(encoding: str) -> None:
    page = PAGE.replace("utf-8", encoding)
    assert decode_page(page.encode(encoding)) == page


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<html><body></body></html>", "no text found in the page"),
        (b"<html>\x00\x01\x02", "binary, not a page"),
        (b"<div>" * 5_000, "no text found in the page"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary, not a page"),
    ],
)
def test_pages_that_hold_nothing(read: Read, data: bytes, reason: str) -> None:
    (refusal,) = read("a.htm", data)
    assert isinstance(refusal, Refusal)
    assert refusal.reason == reason
