from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.intake.lines import split_lines


def test_knows_where_lines_stand_and_what_is_around_them() -> None:
    lines = split_lines("\n\n  Un titre\n\nUne phrase.\r\nUne autre.\r\r\nFin")
    assert [(line.text, line.start, line.blank_before, line.blank_after) for line in lines] == [
        ("Un titre", 4, True, True),
        ("Une phrase.", 14, True, False),
        ("Une autre.", 27, False, True),
        ("Fin", 40, True, True),
    ]


def test_sentence_ends_are_seen_behind_quotes() -> None:
    ends = {line.text: line.ends_sentence for line in split_lines("Oui. »\nNon\n« Soit ! »\n(fin.)\nMoscou,")}
    assert ends == {"Oui. »": True, "Non": False, "« Soit ! »": True, "(fin.)": True, "Moscou,": False}


@given(st.text(alphabet="ab \t\r\n.é", max_size=60))
def test_lines_quote_the_text_in_order(text: str) -> None:
    end = 0
    for line in split_lines(text):
        assert text[line.start : line.end] == line.text == line.text.strip() != ""
        assert line.start >= end
        end = line.end
