"""`watch` against a real server: good, slow, endless, huge, redirecting and lying feeds."""

from __future__ import annotations

import gzip
import os
import re
import signal
from collections.abc import Iterator

import msgspec
import pytest

from intake.feeds.site import QuickClock, Site, endless, rss, send
from legation.address import Address
from legation.intake.feeds.client import FetchLimits
from legation.intake.feeds.memory import place_beside
from legation.intake.feeds.settings import FeedSettings
from legation.ledger import open_ledger
from legation.views.cli.options import ScopeChoice
from legation.views.cli.watch import Watching, user_agent
from views.cases import WordLanguages


@pytest.fixture
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.close()


class Desk:
    """Rounds over feeds of the test's server into one ledger."""

    def __init__(self, site: Site, path, capsys) -> None:
        self.site, self.path, self._capsys = site, path, capsys
        self.languages, self.clock = WordLanguages(), QuickClock()

    def round(self, *urls: str, **settings: object) -> tuple[int, list[str]]:
        """How many were skipped, and the lines on standard error."""
        feeds = [{"url": url, **settings} for url in urls]
        watching = Watching(
            msgspec.convert({"feed": feeds, "pause": 0}, FeedSettings), Address(path=self.path),
            place_beside(Address(path=self.path), self.path), self.languages, ScopeChoice.all,
            clock=self.clock, limits=FetchLimits(seconds=1.0), allowed=self.site.allowed,
        )  # fmt: skip
        self._capsys.readouterr()
        skipped = watching.round()
        return skipped, self._capsys.readouterr().err.splitlines()

    def dispatches(self):
        with open_ledger(self.path) as ledger:
            return {dispatch.source: dispatch for dispatch in ledger.dispatches()}

    def asked(self) -> list[str]:
        """The paths asked since the last time, without robots.txt."""
        paths = [path for path in self.site.paths() if path != "/robots.txt"]
        self.site.asked.clear()
        return paths


@pytest.fixture
def desk(site, tmp_path, capsys) -> Desk:
    return Desk(site, tmp_path / "x.db", capsys)


def test_articles_go_into_the_ledger_as_files_do(desk, site, tmp_path):
    links = [site.article(i) for i in range(3)]
    skipped, lines = desk.round(site.feed("/fil.xml", *links), outlet="Le Journal")
    assert skipped == 0
    assert lines == ["asked 1 feed", "read 3 dispatches, 3 reports", f"{desk.path} holds 3 dispatches, 1 event"]
    found = desk.dispatches()
    assert set(found) == set(links)
    first = found[links[0]]
    assert (first.title, first.outlet, first.published, first.language) == (
        "Entretien 0", "Le Journal", "2020-02-07", "fr"
    )  # fmt: skip
    (tmp_path / "page.html").write_bytes(site.pages["/a/0.html"][2])
    from legation.walk import walk  # noqa: PLC0415

    (read,) = walk([str(tmp_path / "page.html")], desk.languages)
    assert first.text == read.dispatch.text


def test_the_day_stands_in_the_page_before_the_feed(desk, site):
    link = site.article(1, head='<meta property="article:published_time" content="2021-03-04T08:00:00+01:00">')
    desk.round(site.feed("/fil.xml", link, date="ven., 05 mars 2021 10:00:00 +0100"))
    assert desk.dispatches()[link].published == "2021-03-04"


def test_what_is_known_is_not_fetched_again(desk, site):
    links = [site.article(i) for i in range(3)]
    url = site.feed("/fil.xml", *links[:2])
    desk.round(url)
    assert desk.asked() == ["/fil.xml", "/a/0.html", "/a/1.html"]
    site.feed("/fil.xml", *links)
    desk.round(url)
    assert desk.asked() == ["/fil.xml", "/a/2.html"]
    assert len(desk.dispatches()) == 3


def conditional(site: Site, body: bytes):
    def act(handler):
        if handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since") == "yesterday":
            send(handler, 304, {"Content-Length": "0"}, b"")
        else:
            send(handler, 200, {"ETag": '"v1"', "Last-Modified": "yesterday", "Content-Length": str(len(body))}, body)

    return act


def test_feeds_are_asked_whether_they_have_changed(desk, site):
    site.pages["/fil.xml"] = conditional(site, rss(site.article(1)))
    assert "unchanged" not in desk.round(site.at("/fil.xml"))[1][0]
    assert desk.round(site.at("/fil.xml"))[1][0] == "asked 1 feed: 1 unchanged"
    desk.path.unlink()  # a new ledger has nothing: the feed must come whole
    assert desk.round(site.at("/fil.xml"))[1][0] == "asked 1 feed"
    assert len(desk.dispatches()) == 1


def test_what_was_left_over_comes_with_the_next_round(desk, site):
    links = [site.article(i) for i in range(5)]
    site.pages["/fil.xml"] = conditional(site, rss(*links))
    for held in (2, 4, 5):
        assert desk.round(site.at("/fil.xml"), max_articles=2)[0] == 0
        assert len(desk.dispatches()) == held
    assert desk.round(site.at("/fil.xml"), max_articles=2)[1][0] == "asked 1 feed: 1 unchanged"


def test_an_entry_s_own_text(desk, site):
    text = "Moscou a rencontré Caracas vendredi pour parler du pétrole et de la coopération entre les pays."
    site.pages["/fil.xml"] = rss("http://journal.example/1", text=f"&lt;p&gt;{text}&lt;/p&gt;")
    desk.round(site.at("/fil.xml"), articles=False)
    assert desk.asked() == ["/fil.xml"]
    assert desk.dispatches()["http://journal.example/1"].text == text


def bad_feeds(site: Site) -> dict[str, str]:
    """Feeds that break, and what is said of them."""
    site.pages |= {
        "/robots.txt": b"User-agent: *\nDisallow: /forbidden\n",
        "/slow": endless(site, pause=0.05),
        "/endless": endless(site, pause=0),
        "/huge": lambda handler: send(handler, 200, {"Content-Length": "99000000"}, b"<rss>"),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/inward": (302, {"Location": "http://127.0.0.1:1/feed"}, b""),
        "/outward": (302, {"Location": "file:///etc/passwd"}, b""),
        "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
        "/page": b"<html><body>Bonjour</body></html>",
        "/broken": b"<?xml version='1.0'?><rss version='2.0'><channel><title>x</titl",
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000), 1)),
        "/short": lambda handler: send(handler, 200, {"Content-Length": "9000"}, b"<rss>"),
        "/fails": (500, {}, b""),
        "/forbidden": rss(site.article(9)),
    }
    return {
        "/slow": "no whole answer within 1 s", "/endless": "over the limit of 10 MB",
        "/huge": "99 MB, over the limit of 10 MB", "/loop": "more than 5 redirects",
        "/inward": "robots.txt: leads to an address that is not public",
        "/outward": "redirects to what is no address of the web",
        "/picture": "no page but image/png", "/page": "no feed (neither RSS nor Atom)", "/broken": "a broken feed",
        "/bomb": "over the limit of 10 MB", "/short": "no answer", "/fails": "the server fails (status 500)",
        "/forbidden": "robots.txt forbids it", "/none": "not found (status 404)",
    }  # fmt: skip


def test_a_feed_that_breaks_is_one_line_and_the_others_are_read(desk, site):
    said = bad_feeds(site)
    good = site.feed("/good.xml", site.article(1))
    skipped, lines = desk.round(*(site.at(path) for path in said), good)
    assert skipped == len(said)
    for (path, reason), line in zip(said.items(), lines, strict=False):
        assert line.startswith(f"{site.at(path)}: {reason}"), line
    assert lines[len(said) :][:2] == [f"asked {len(said) + 1} feeds: {len(said)} skipped",
                                      f"read 1 dispatch, 1 report; skipped {len(said)}"]  # fmt: skip
    assert len(desk.dispatches()) == 1


def test_a_feed_that_fails_is_left_alone_longer_each_time(desk, site):
    url = site.at("/none.xml")
    for minutes in (10, 20, 40):
        assert "not found" in desk.round(url)[1][0]
        desk.asked()
        assert f"not asked for another {minutes} min" in desk.round(url)[1][0]
        assert desk.asked() == []
        desk.clock.time += minutes * 60 + 1
    site.feed("/none.xml", site.article(1))
    assert desk.round(url)[0] == 0
    assert len(desk.dispatches()) == 1


def test_a_clock_that_was_wrong_stops_no_feed_for_years(desk, site):
    desk.clock.time += 10 * 365 * 86_400
    desk.round(site.at("/none.xml"))
    desk.clock.time -= 10 * 365 * 86_400
    assert "not found" in desk.round(site.at("/none.xml"))[1][0]


def test_a_busy_server_is_left_alone_over_the_end_of_the_program(desk, site):
    site.pages["/fil.xml"] = (429, {"Retry-After": "600"}, b"")
    assert "asks to wait (status 429)" in desk.round(site.at("/fil.xml"))[1][0]
    desk.asked()
    assert "the server asked to wait; 10 min left" in desk.round(site.at("/fil.xml"))[1][0]
    assert site.asked == []


def test_articles_that_cannot_be_had(desk, site):
    good, empty = site.article(1), site.at("/empty.html")
    site.pages["/empty.html"] = b"<html><body></body></html>"
    site.pages["/english.html"] = (
        b"<html lang='en'><body><article><p>" + b"The ministers of both countries met on Friday in the capital. " * 9
    )
    url = site.feed("/fil.xml", empty, site.at("/gone.html"), site.at("/english.html"), good)
    skipped, lines = desk.round(url)
    assert skipped == 3
    assert lines[0] == f"{empty}: no text found in the page"
    assert lines[1] == f"{site.at('/gone.html')}: not found (status 404)"
    assert "no language pack" in lines[2]
    desk.asked()
    assert desk.round(url)[0] == 0  # said once; not asked again
    assert desk.asked() == ["/fil.xml"]


def test_an_article_that_cannot_be_had_for_now_is_tried_three_times(desk, site):
    site.pages["/a.html"] = (502, {}, b"")
    url = site.feed("/fil.xml", site.at("/a.html"))
    assert [desk.round(url)[0] for _ in range(5)] == [1, 1, 1, 0, 0]
    assert desk.asked().count("/a.html") == 3


def test_an_article_that_comes_at_the_second_try(desk, site):
    link = site.article(1)
    page, site.pages["/a/1.html"] = site.pages["/a/1.html"], (502, {}, b"")
    site.pages["/fil.xml"] = conditional(site, rss(link))
    assert desk.round(site.at("/fil.xml"))[0] == 1
    site.pages["/a/1.html"] = page
    assert desk.round(site.at("/fil.xml"))[0] == 0
    assert set(desk.dispatches()) == {link}
    assert desk.round(site.at("/fil.xml"))[1][0] == "asked 1 feed: 1 unchanged"


def test_hostile_words_of_a_feed_do_nothing(desk, site):
    text = "Moscou a rencontré &#x202e;[bold]Caracas &lt;script&gt;x()&lt;/script&gt; pour parler du pétrole et du blé."
    site.pages["/fil.xml"] = rss("http://journal.example/\u202e&#x9;x", "http://journal.example/1", text=text)
    skipped, lines = desk.round(site.at("/fil.xml"), articles=False)
    assert skipped == 0
    assert not re.search(r"[\u202e\x1b]", "".join(lines))
    assert "x()" not in "".join(dispatch.text for dispatch in desk.dispatches().values())


def test_stopped_in_the_middle_nothing_is_lost(desk, site):
    links = [site.article(i) for i in range(40)]
    page = site.pages["/a/35.html"]

    def stop(handler):
        os.kill(os.getpid(), signal.SIGINT)
        site.over.wait(5)

    site.pages["/a/35.html"] = stop
    site.pages["/fil.xml"] = conditional(site, rss(*links))
    with pytest.raises(KeyboardInterrupt):
        desk.round(site.at("/fil.xml"))
    with open_ledger(desk.path) as ledger:
        counts = ledger.counts()
        assert (counts.dispatches, counts.stale) == (32, 0)
    site.pages["/a/35.html"] = page
    desk.round(site.at("/fil.xml"))
    assert len(desk.dispatches()) == 40


def test_the_command_line_cannot_be_led_to_the_own_machine(run, site, languages, tmp_path):
    url = site.feed("/fil.xml", site.article(1))
    (tmp_path / "FEEDS.toml").write_text(f'pause = 0\n[[feed]]\nname = "Le Fil"\nurl = "{url}"\n', "utf-8")
    done = run("watch", "FEEDS.toml", "--once")
    assert done.exit_code == 3
    assert done.stderr.splitlines()[0] == "Le Fil: robots.txt: leads to an address that is not public"
    assert site.asked == []
    assert run("watch", "FEEDS.toml", "--once", "--ledger", "other.db").exit_code == 3
    assert (tmp_path / "other.db").exists()


def test_wrong_usage(run, languages, tmp_path):
    (tmp_path / "FEEDS.toml").write_text('[[feed]]\nurl = "http://a.example/"\nevery = 5\n', "utf-8")
    done = run("watch", "FEEDS.toml", "--once")
    assert done.exit_code == 1
    assert done.stderr.startswith("FEEDS.toml:3: unknown key 'every'")
    assert run("watch", "NONE.toml", "--once").stderr == "NONE.toml: no such file or directory\n"
    assert run("watch", "FEEDS.toml", "--every", "0").exit_code == 2
    assert not (tmp_path / "legation.db").exists()


def test_ctrl_c_between_two_rounds(run, languages, tmp_path, monkeypatch):
    (tmp_path / "FEEDS.toml").write_text('[[feed]]\nurl = "http://nothing.invalid/"\n', "utf-8")
    waits = []

    def wait(seconds):
        waits.append(seconds)
        if len(waits) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("legation.views.cli.watch.time.sleep", wait)
    done = run("watch", "FEEDS.toml", "--every", "5")
    assert done.exit_code == 130
    assert waits == [300.0, 300.0]
    assert done.stderr.splitlines()[-1] == "stopped"


def test_the_program_names_itself():
    assert re.fullmatch(r"legation/\d[\w.]*", user_agent(None))
    assert user_agent("desk@journal.example").endswith(" (+desk@journal.example)")
