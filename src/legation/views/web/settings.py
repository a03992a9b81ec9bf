"""What a desk is served with."""

from __future__ import annotations

from ipaddress import ip_address

import msgspec

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Settings(msgspec.Struct, frozen=True):
    """Who may come in, and how much they may ask.

    `token` is needed for every page and call when it is given. `hosts` are the names under which the desk answers
    (without port), None for any. `body_limit` is in bytes; `rate` in calls of the API a second and client, of which
    `burst` may come at once; a rate of 0 sets no limit. `language` is the one of readers whose browser asks for none
    that the interface speaks.
    """

    token: str | None = None
    hosts: tuple[str, ...] | None = LOOPBACK
    body_limit: int = 2_000_000
    rate: float = 20.0
    burst: int = 60
    language: str = "en"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a program bound to this address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
