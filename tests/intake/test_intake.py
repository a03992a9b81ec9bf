"""The whole stage: the promises that hold for every text."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.dispatch import Dispatch, Span, text_id
from legation.intake import Refusal, take_in
from legation.intake.composing import Composer
from legation.intake.found import FoundText

from .samples import PACKS, PARAGRAPH, PLACES, SECOND

FIVE = Path(__file__).parents[3] / "shared" / "dispatches"
COMPOSER = Composer("fr", PACKS["fr"], PLACES.get)

PIECES = [
    PARAGRAPH, SECOND, "Moscou, 4 juillet . (RHC)", "PARIS, 12 mars 2021 (AFP) -", "date 2020-02",
    "Publié le 7 février", "Source : https://exemple.vn/mot-185241108100223842.htm",
    "Lire aussi :", "Partager", "0/400", "---", "# *Titre*",
    "Avec AFP", "(AFP)", "**Radio Habana Cuba**", "La gauche survivra-t-elle ?", "«", "»", "’", "e\u0301",
    "\u00a0", "\x07", "\n", "\n\n", "\r\n", "\r", " ", "\t", "•", "mars 2021", "07/02/2020", "www.",
    "à 10h30", "\ud800", "\u200b",
    "Ǆ", "ß", "İ",
]  # fmt: skip
mess = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=25).map("".join)


def spans_of(dispatch: Dispatch) -> list[Span]:
    spans = [credit.span for credit in dispatch.credits if credit.span]
    if dispatch.own_date and dispatch.own_date.span:
        spans.append(dispatch.own_date.span)
    return spans


def check(dispatch: Dispatch) -> None:
    end = 0
    for mark in dispatch.furniture:
        assert end <= mark.start < mark.end <= len(dispatch.text)
        assert mark.reason
        end = mark.end
    for span in spans_of(dispatch):
        assert span.text
        assert dispatch.text[span.start : span.end] == span.text
    names = [credit.name for credit in dispatch.credits]
    assert len(names) == len(set(names))


@settings(max_examples=300, deadline=None)
@given(mess)
def test_any_text_becomes_a_dispatch_whose_spans_quote_it(text: str) -> None:
    found = FoundText(text, "s", "s")
    dispatch = COMPOSER.compose(found)
    assert dispatch.text == text
    assert dispatch.id == text_id(text)
    check(dispatch)
    assert COMPOSER.compose(found) == dispatch


@settings(max_examples=100, deadline=None)
@given(mess, mess, mess, mess)
def test_any_fields_are_taken_or_left(title: str, url: str, published: str, outlet: str) -> None:
    check(COMPOSER.compose(FoundText(PARAGRAPH, "s", "s", title, url, published, outlet)))


def test_one_item_for_each_input_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PARAGRAPH)
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.jsonl").write_text('{"id": "c1", "text": "' + SECOND + '"}\n{"id": 2\n')
    paths = [str(tmp_path), str(tmp_path / "none")]
    first = list(take_in(paths, packs=PACKS))
    names = [item.source if isinstance(item, Dispatch) else item.path for item in first]
    assert names == [f"{tmp_path}/a.txt", f"{tmp_path}/b.txt", "c1", f"{tmp_path}/c.jsonl:2", f"{tmp_path}/none"]
    assert list(take_in(paths, packs=PACKS)) == first


def test_dispatches_come_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PARAGRAPH)
    items = take_in([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")], packs=PACKS)
    assert isinstance(next(items), Dispatch)
    (tmp_path / "later.txt").write_text(SECOND)
    assert isinstance(next(items), Dispatch)


@pytest.mark.parametrize("size", [200_000])
@pytest.mark.parametrize("make", [
    lambda n: "a" * n, lambda n: "A " * n, lambda n: "\n" * n, lambda n: "Partager\n" * (n // 9), lambda n: "(" * n,
    lambda n: "Moscou " * (n // 7), lambda n: "A" * n + "(", lambda n: "1" * n, lambda n: "https://" * (n // 8),
    lambda n: "e\u0301" * n, lambda n: "abonnez " * (n // 8), lambda n: "Le 4 juillet 2020 " * (n // 18),
    lambda n: "?\n" * n, lambda n: "• A\n" * (n // 4), lambda n: ".! " * (n // 3),
])  # fmt: skip
def test_hostile_texts_take_no_time(make: Callable[[int], str], size: int) -> None:
    start = time.process_time()
    check(COMPOSER.compose(FoundText(make(size), "s", "s")))
    assert time.process_time() - start < 5


# start of the file's name: own date, basis, outlet, dateline place, credits, lines of furniture
FOUND: dict[str, tuple[str | None, str | None, str | None, str | None, list[str], int]] = {
    "000": ("XXXX-07-04", "dateline", "Radio Habana Cuba", "RUS", ["Radio Habana Cuba", "Prensa Latina"], 6),
    "001": (None, None, None, None, [], 14),
    "002": ("2020-02", "text", None, None, [], 4),
    "003": ("2024-11-08", "address", "Thanh Niên", None, ["Thanh Niên"], 3),
    "004": ("XXXX-11-19", "dateline", "Radio Habana Cuba", "RUS", ["Radio Habana Cuba", "Prensa Latina"], 7),
}


@pytest.mark.skipif(not FIVE.is_dir(), reason="the five real dispatches are not beside the repository")
@pytest.mark.parametrize("start", FOUND)
def test_the_five_real_dispatches(start: str) -> None:
    (path,) = FIVE.glob(f"{start}_*.txt")
    (dispatch,) = take_in([str(path)], packs=PACKS, place_code=PLACES.get)
    assert not isinstance(dispatch, Refusal)
    check(dispatch)
    assert dispatch.text == path.read_text(encoding="utf-8")
    basis = dispatch.own_date.basis if dispatch.own_date else None
    names = [credit.name for credit in dispatch.credits]
    place = dispatch.dateline_place
    assert (dispatch.published, basis, dispatch.outlet, place, names, len(dispatch.furniture)) == FOUND[start]
    for event in map(json.loads, (FIVE / "gold.jsonl").read_text(encoding="utf-8").splitlines()):
        if event["document"] == path.name:
            for offset in (event["trigger_start"], *event["other_mentions"]):
                assert not any(mark.start <= offset < mark.end for mark in dispatch.furniture)
