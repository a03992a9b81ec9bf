from __future__ import annotations

import asyncio

import pytest

from legation.intake.feeds.client import Client, FetchError
from legation.intake.feeds.fetching import Fetcher, HostWaitsError, redirected, retry_after
from legation.intake.feeds.robots import read_rules

from .site import QuickClock


@pytest.fixture
def fetch(site):
    """Fetches addresses at once with one polite fetcher; gives answers and errors."""

    def fetched(*addresses, clock=None, pause=0.0, waiting=None):
        async def run():
            async with Client("legation/test", allowed=site.allowed) as client:
                fetcher = Fetcher(
                    client, clock or QuickClock(), pause=pause, waiting={} if waiting is None else waiting
                )
                return await asyncio.gather(*(fetcher.fetch(one, {}) for one in addresses), return_exceptions=True)

        return asyncio.run(run())

    return fetched


def test_redirects_are_followed_five_times(site, fetch):
    for i in range(7):
        site.pages[f"/{i}"] = (302, {"Location": f"/{i + 1}"}, b"")
    site.pages["/5"] = b"there"
    (answer,) = fetch(site.at("/0"))
    assert (answer.address, answer.body) == (site.at("/5"), b"there")
    site.pages["/5"] = (302, {"Location": "/6"}, b"")
    site.pages["/6"] = b"too far"
    (error,) = fetch(site.at("/0"))
    assert str(error) == "more than 5 redirects"
    site.pages["/0"] = (301, {"Location": "/0"}, b"")
    assert str(fetch(site.at("/0"))[0]) == "more than 5 redirects"


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1:9/", "http://localhost/", "http://169.254.169.254/latest/", "http://[::1]/"]
)
def test_a_redirect_to_a_private_address_is_refused(site, fetch, target):
    site.pages["/x"] = (302, {"Location": target}, b"")
    (error,) = fetch(site.at("/x"))
    assert "leads to an address that is not public" in str(error)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "javascript:alert(1)", "", "http://", "http://u:p@a.example/", "//["]
)
def test_a_redirect_away_from_the_web_is_refused(target):
    with pytest.raises(FetchError, match="no address of the web"):
        redirected("https://a.example/x", target)


def test_a_redirect_from_https_to_http_is_refused():
    with pytest.raises(FetchError, match="from https to http"):
        redirected("https://a.example/x", "http://a.example/x")
    assert redirected("http://a.example/x", "https://a.example/y#z") == "https://a.example/y"
    assert redirected("https://a.example/x/y", "../z") == "https://a.example/z"


def test_robots(site, fetch):
    site.pages["/robots.txt"] = b"User-agent: legation\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n"
    site.pages["/open"] = site.pages["/private/x"] = b"text"
    answer, error = fetch(site.at("/open"), site.at("/private/x"))
    assert answer.body == b"text"
    assert str(error) == "robots.txt forbids it"
    assert site.paths() == ["/robots.txt", "/open"]


def test_a_redirect_into_what_robots_forbid_is_refused(site, fetch):
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /private\n"
    site.pages["/open"] = (302, {"Location": "/private"}, b"")
    assert str(fetch(site.at("/open"))[0]) == "robots.txt forbids it"
    assert "/private" not in site.paths()


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (410, True), (401, False), (403, False), (500, False)])
def test_a_site_without_robots(status, allowed):
    assert read_rules(status, b"").allows("http://a.example/x") is allowed


def test_one_request_at_a_time_and_a_pause(site, fetch):
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 7\nDisallow:\n"
    addresses = [site.at(f"/{i}") for i in range(5)]
    site.pages |= {f"/{i}": b"x" for i in range(5)}
    clock = QuickClock()
    assert [a.status for a in fetch(*addresses, clock=clock, pause=2.0)] == [200] * 5
    assert site.most_at_once == 1
    assert clock.waits == [7.0] * 5


def test_too_long_a_pause_is_not_ignored(site, fetch):
    site.pages["/robots.txt"] = b"User-agent: *\nCrawl-delay: 86400\n"
    (error,) = fetch(site.at("/x"))
    assert str(error) == "robots.txt asks for 86400 s between two requests"


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_left_alone(site, fetch, status):
    site.pages["/x"] = (status, {"Retry-After": "120"}, b"")
    site.pages["/y"] = b"text"
    waiting: dict[str, float] = {}
    clock = QuickClock()
    first, second = fetch(site.at("/x"), site.at("/y"), waiting=waiting, clock=clock)
    assert isinstance(first, HostWaitsError) and isinstance(second, HostWaitsError)
    assert "/y" not in site.paths()
    assert waiting == {"127.0.0.1": clock.now() + 120}
    clock.time += 121
    assert fetch(site.at("/y"), waiting=waiting, clock=clock)[0].body == b"text"


def test_retry_after():
    assert retry_after("120", 0) == 120
    assert retry_after("Thu, 01 Jan 1970 00:10:00 GMT", 60) == 540
    assert retry_after("Thu, 01 Jan 1970 00:10:00 GMT", 9999) == 0
    assert retry_after("99999999999", 0) == 86_400
    assert retry_after("soon", 0) is None
