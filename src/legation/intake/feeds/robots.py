"""robots.txt: what a site lets programs ask for, and how fast."""

from __future__ import annotations

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import msgspec

ROBOT = "legation"
"""The name by which a robots.txt may speak of this program."""
MOST_BYTES = 500_000
"""What is read of a robots.txt at most (RFC 9309 asks for no less)."""


class SiteRules(msgspec.Struct, frozen=True):
    """What one site asks of this program. Without a parser `everything` says whether all or nothing is allowed."""

    parser: RobotFileParser | None = None
    everything: bool = True

    def allows(self, address: str) -> bool:
        """Whether the address may be asked."""
        return self.everything if self.parser is None else self.parser.can_fetch(ROBOT, address)

    @property
    def delay(self) -> float:
        """Seconds to wait between two requests; 0 where the site says nothing."""
        asked = self.parser.crawl_delay(ROBOT) if self.parser else None
        return float(asked) if asked else 0.0


def address_of_rules(address: str) -> str:
    """Where the robots.txt of the site of an address stands."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def read_rules(status: int, body: bytes) -> SiteRules:
    """The rules from the answer to the request for robots.txt, by RFC 9309.

    A site without one allows everything; one that hides it (401, 403) or whose server fails allows nothing.
    """
    if status in (401, 403) or status >= 500 or status == 429:
        return SiteRules(everything=False)
    if status != 200:
        return SiteRules()
    parser = RobotFileParser()
    parser.parse(body.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
    return SiteRules(parser)
