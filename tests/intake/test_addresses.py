from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.addresses import find_addresses, hidden_date


@pytest.mark.parametrize(
    ("address", "edtf", "digits"),
    [
        ("https://www.exemple.fr/monde/2024/11/08/un-accord.html", "2024-11-08", "2024/11/08"),
        ("https://exemple.vn/mot-hai-ba-185241108100223842.htm", "2024-11-08", "241108"),
        ("https://exemple.vn/mot-hai-ba-20241108100223842.htm", "2024-11-08", "20241108"),
        ("http://french.exemple.cn/2024-11/08/c_139.htm", "2024-11-08", "2024-11/08"),
        ("http://french.exemple.cn/n3/2021/0312/c31357-98282.html", "2021-03-12", "2021/0312"),
        ("https://exemple.fr/fr/20241108-un-accord", "2024-11-08", "20241108"),
        ("https://exemple.fr/un-accord-08-11-2024", "2024-11-08", "08-11-2024"),
        ("https://exemple.fr/archives/2024/11/un-accord", "2024-11", "2024/11"),
    ],
)
def test_finds_the_hidden_date(address: str, edtf: str, digits: str) -> None:
    hidden = hidden_date(address)
    assert hidden is not None
    assert (hidden.edtf, address[hidden.start : hidden.end]) == (edtf, digits)


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.cu/fr/noticias/292564-la-russie-et-le-venezuela",
        "https://20241108.exemple.fr/article",  # the host is no path
        "https://exemple.fr/2024/13/08/x",
        "https://exemple.fr/1824/11/08/x",
        "https://exemple.fr/objectif-2030-cap-2063",
        "https://exemple.fr/id/185249908100223842",
        "https://exemple.fr/id/185241108250223842",  # 25 o'clock
        "https://exemple.fr",
    ],
)
def test_believes_no_other_digits(address: str) -> None:
    assert hidden_date(address) is None


def test_addresses_end_before_closing_punctuation() -> None:
    text = "Source : <https://exemple.fr/a_(b)>, www.exemple.org/c. Et (https://exemple.net/d)."
    found = find_addresses(text)
    assert [span.text for span in found] == ["https://exemple.fr/a_(b)", "www.exemple.org/c", "https://exemple.net/d"]
    assert all(text[span.start : span.end] == span.text for span in found)


@given(st.text(alphabet="0123456789/-_.htps:wé", max_size=60))
def test_any_address_is_read_without_raising(rest: str) -> None:
    hidden = hidden_date("https://exemple.fr/" + rest)
    assert hidden is None or 0 < hidden.start < hidden.end
