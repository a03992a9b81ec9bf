"""Sites by https: the address is looked up and checked first, and the certificate must still be that of the name."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess

import pytest

from legation.intake.feeds.client import FetchError

NAME = "journal.example"


def make_certificate(folder):
    """A certificate for `NAME` by an authority of its own, good for a day; the authority, the certificate, its key."""
    ask = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "1",
    ]
    paths = [str(folder / name) for name in ("ca.pem", "ca.key", "site.pem", "site.key")]
    authority, own_key, certificate, key = paths
    commands = [
        [*ask, "-subj", "/CN=Authority of a test", "-keyout", own_key, "-out", authority],
        [*ask, "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-addext", "basicConstraints=CA:FALSE",
         "-CA", authority, "-CAkey", own_key, "-keyout", key, "-out", certificate],
    ]  # fmt: skip
    for command in commands:
        subprocess.run(command, check=True, capture_output=True)
    return authority, certificate, key


@pytest.fixture
def secured(site, tmp_path, monkeypatch):
    """The site by TLS, under every name; the names that clients asked for in their greeting."""
    if not shutil.which("openssl"):
        if os.environ.get("CI"):
            pytest.fail("openssl is missing")
        pytest.skip("openssl, which makes the certificate, is not installed")
    authority, certificate, key = make_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    named = []
    context.sni_callback = lambda _socket, name, _context: named.append(name)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.pages["/x"] = b"hello"
    real = socket.getaddrinfo

    def found(host, port, *args, **kwargs):
        known = str(host.decode() if isinstance(host, bytes) else host).endswith(".example")
        return real("127.0.0.1" if known else host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    monkeypatch.setattr("certifi.where", lambda: authority)
    return named


def test_the_certificate_is_that_of_the_name_and_not_of_the_address(site, get, secured):
    answer = get(f"https://{NAME}:{site.port}/x")
    assert (answer.status, answer.body) == (200, b"hello")
    assert site.asked[0][1]["host"] == f"{NAME}:{site.port}"
    assert set(secured) == {NAME}


def test_a_certificate_of_another_name_brings_nothing(site, get, secured):
    with pytest.raises(
        FetchError, match=r"^no answer \(certificate verify .* not valid for 'other\.example'\)$"
    ) as failed:
        get(f"https://other.example:{site.port}/x")
    assert failed.value.passing
    assert site.asked == []


def test_an_authority_that_nobody_knows_brings_nothing(site, get, secured, monkeypatch):
    monkeypatch.undo()
    with pytest.raises(FetchError, match=r"^no answer \(certificate verify failed"):
        get(f"https://127.0.0.1:{site.port}/x")
    assert site.asked == []
