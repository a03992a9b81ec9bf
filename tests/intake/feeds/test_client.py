from __future__ import annotations

import gzip
import socket
import time
import zlib
from ipaddress import ip_address

import pytest

from legation.intake.feeds.client import FetchError, is_public

from .site import endless, send

PRIVATE = "leads to an address that is not public"


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
     "2002:7f00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "ff02::1", "::"],
)  # fmt: skip
def test_private_addresses(ip):
    assert not is_public(ip_address(ip))


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses(ip):
    assert is_public(ip_address(ip))


def test_the_one_address_that_is_allowed_is_asked(site, get):
    site.pages["/x"] = b"hello"
    answer = get(site.at("/x"))
    assert (answer.status, answer.body) == (200, b"hello")
    assert site.asked[0][1]["user-agent"] == "legation/test"
    assert "cookie" not in site.asked[0][1]


def test_without_the_allowance_the_own_machine_is_refused(site, get):
    site.pages["/x"] = b"hello"
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"):
        with pytest.raises(FetchError, match=PRIVATE):
            get(f"http://{host}:{site.port}/x", allow=False)
    assert site.asked == []


def test_the_allowance_holds_for_one_port_alone(site, get):
    with pytest.raises(FetchError, match=PRIVATE):
        get("http://127.0.0.1:9/x")


def answer_with(monkeypatch, *rounds: str):
    """Makes every name resolve to these addresses, one round after the other, the last for ever."""
    left = list(rounds)
    real = socket.getaddrinfo

    def found(host, port, *args, **kwargs):
        if host in ("journal.example", b"journal.example"):
            host = left.pop(0) if len(left) > 1 else left[0]
        return real(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", found)


def test_a_name_of_a_private_address_is_refused(site, get, monkeypatch):
    answer_with(monkeypatch, "127.0.0.1")
    with pytest.raises(FetchError, match=PRIVATE):
        get(f"http://journal.example:{site.port}/x", allow=False)
    assert site.asked == []


def test_a_name_that_answers_otherwise_the_second_time_is_refused(site, get, monkeypatch):
    answer_with(monkeypatch, "93.184.216.34", "127.0.0.1")
    with pytest.raises(FetchError, match=PRIVATE):
        get(f"http://journal.example:{site.port}/x", allow=False)
    assert site.asked == []


def test_no_such_host(get):
    with pytest.raises(FetchError, match=r"no such host: nothing\.invalid") as caught:
        get("http://nothing.invalid/x")
    assert caught.value.passing


def test_an_endless_body_ends_at_the_limit(site, get):
    site.pages["/x"] = endless(site, pause=0)
    with pytest.raises(FetchError, match="over the limit of 1 MB"):
        get(site.at("/x"), body_bytes=1_000_000)


def test_a_body_that_drips_ends_with_the_time(site, get):
    site.pages["/x"] = endless(site, pause=0.05)
    begun = time.monotonic()
    with pytest.raises(FetchError, match=r"no whole answer within 0\.4 s") as caught:
        get(site.at("/x"), seconds=0.4)
    assert time.monotonic() - begun < 3
    assert caught.value.passing


def test_headers_that_drip_end_with_the_time(site, get):
    def act(handler):
        while not site.over.is_set():
            handler.wfile.write(b"H")
            time.sleep(0.05)

    site.pages["/x"] = act
    with pytest.raises(FetchError, match="no whole answer within"):
        get(site.at("/x"), seconds=0.4)


def test_a_huge_body_is_refused_by_its_declared_length(site, get):
    site.pages["/x"] = lambda handler: send(handler, 200, {"Content-Length": "99000000"}, b"<")
    with pytest.raises(FetchError, match="99 MB, over the limit of 10 MB"):
        get(site.at("/x"))


def test_packed_bodies(site, get):
    text = b"bonjour " * 1000
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(text), "deflate": zlib.compress(text), "x-gzip": gzip.compress(text) + b"\0\0",
        "Deflate": raw.compress(text) + raw.flush(), "GZIP": gzip.compress(text[:4000]) + gzip.compress(text[4000:]),
        "identity": text,
    }  # fmt: skip
    for name, body in packed.items():
        site.pages["/x"] = (200, {"Content-Encoding": name}, body)
        assert get(site.at("/x")).body == text, name


def test_a_bomb_is_not_unpacked(site, get):
    site.pages["/x"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(200_000_000), 1))
    with pytest.raises(FetchError, match="over the limit of 10 MB"):
        get(site.at("/x"))


@pytest.mark.parametrize(
    ("packing", "body", "said"),
    [
        ("gzip", b"<rss>", "not packed as gzip"),
        ("gzip", gzip.compress(b"x" * 9000)[:-9], "breaks off"),
        ("br", b"xxx", "packed in a way that was not asked for"),
        ("gzip, gzip", b"xxx", "packed in a way that was not asked for"),
    ],
)
def test_lies_about_packing(site, get, packing, body, said):
    site.pages["/x"] = (200, {"Content-Encoding": packing}, body)
    with pytest.raises(FetchError, match=said):
        get(site.at("/x"))


def test_lies_about_length(site, get):
    site.pages["/x"] = lambda handler: send(handler, 200, {"Content-Length": "50"}, b"short")
    with pytest.raises(FetchError, match="no answer"):
        get(site.at("/x"))


def test_what_is_plainly_no_text_is_not_fetched(site, get):
    site.pages["/x"] = (200, {"Content-Type": "application/pdf"}, b"%PDF")
    with pytest.raises(FetchError, match="no page but application/pdf"):
        get(site.at("/x"))
