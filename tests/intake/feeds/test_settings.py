from __future__ import annotations

import pytest

from legation.intake.feeds.settings import FeedsFileError, read_settings, web_address

GOOD = """contact = "desk@journal.example"
pause = 5

[[feed]]
url = "https://journal.example/fil.xml"
name = "Le Fil"
outlet = "Le Journal"
language = "fr"
articles = false
max_articles = 10

[[feed]]
url = "http://radio.example/atom"
"""


def test_settings():
    found = read_settings(GOOD)
    assert (found.contact, found.pause) == ("desk@journal.example", 5.0)
    first, second = found.feed
    assert (first.label, first.outlet, first.language, first.articles, first.max_articles) == (
        "Le Fil", "Le Journal", "fr", False, 10
    )  # fmt: skip
    assert (second.label, second.articles, second.max_articles) == ("http://radio.example/atom", True, 50)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "Le Fil"', 'nom = "Le Fil"', "6: unknown key 'nom'"),
        ("pause = 5", "paws = 5", "2: unknown key 'paws'"),
        ("pause = 5", "pause = 5\n[other]", "3: unknown key 'other'"),
        ("articles = false", 'articles = "no"', "9: articles: Expected `bool`"),
        ("max_articles = 10", "max_articles = 0", "10: max_articles: 1 to 1000"),
        ('language = "fr"', 'language = "French"', "8: language: wants a two-letter code"),
        ("http://radio.example/atom", "file:///etc/passwd", "13: url: no address"),
        ("http://radio.example/atom", "http://a:b@radio.example/", "13: url: no address"),
        ("http://radio.example/atom", "https://journal.example/fil.xml", "13: url: .* stands there twice"),
        ('url = "http://radio.example/atom"\n', "", "12: Object missing required field `url`"),
        ("pause = 5", "pause = -1", "2: pause: 0 to 3600"),
        ("desk@journal.example", "x\\ny", "1: contact:"),
        ("pause = 5", "pause = ", "2: broken TOML"),
    ],
)
def test_what_cannot_be_used_names_its_line(old, new, said):
    assert old in GOOD
    with pytest.raises(FeedsFileError, match=f"^{said}"):
        read_settings(GOOD.replace(old, new))


def test_no_feed():
    with pytest.raises(FeedsFileError, match=r"no \[\[feed\]\]"):
        read_settings("pause = 1")


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "//a.example", "", "http://a b/", "http://a:99999/", "http://[", "x\x1b"]
)
def test_no_addresses_of_the_web(address):
    assert not web_address(address)
