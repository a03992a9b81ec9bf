"""Where a ledger is: a file, or a database on a PostgreSQL server.

What is shown of a server's address holds no password and no options: those may hold one.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_SCHEMES = ("postgresql", "postgres")
_PORT = re.compile(r":\d*$")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class Address:
    """Where a ledger is; `str` gives what people may see. Exactly one of `path` and `url` is given.

    `url` may hold a password: it is for the driver alone.
    """

    path: Path | None = None
    url: str | None = None

    def __str__(self) -> str:
        return str(self.path) if self.url is None else _shown(self.url)

    def __repr__(self) -> str:
        return f"Address({str(self)!r})"

    @property
    def short(self) -> str:
        """The name of the file without its folder, or the whole address of a server, without what may hold a password.

        Whoever works beside the file, or may come in at the server, can give it to `--ledger`.
        """
        return self.path.name if self.path is not None else str(self)

    @property
    def is_missing(self) -> bool:
        """Whether it is a file that is not there; of a server only opening it tells."""
        return self.path is not None and not self.path.exists()

    @property
    def fingerprint(self) -> str:
        """A few signs that tell this address from others; the password has no part in them."""
        if self.url is None:
            return hashlib.sha256(str(self.path).encode("utf-8", "surrogatepass")).hexdigest()[:12]
        parts = urlsplit(self.url)
        options = "&".join(one for one in parts.query.split("&") if not one.lower().startswith("password="))
        said = f"{parts.netloc.rpartition('@')[2]}{parts.path}?{options}"
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def address_of(given: str | Path | Address) -> Address:
    """The address in what was given: `postgresql://USER@HOST/DATABASE` (as libpq takes it), or else a path.

    Raises:
        ValueError: the address of something that holds no ledgers, or one that cannot be read; one line.
    """
    if isinstance(given, Address):
        return given
    if isinstance(given, Path):
        return Address(path=given)
    scheme = _SCHEME.match(given)
    if scheme is None:
        return Address(path=Path(given))
    if scheme[1].lower() not in _SCHEMES:
        raise ValueError(f"{scheme[1]}://…: a ledger is a file or stands at postgresql://…")
    _check(given)
    return Address(url=given)


def _check(url: str) -> None:
    """Refuses what would be cut in other places than its writer meant: a part of the password could come to be shown.

    Raises:
        ValueError: one line, without the address.
    """
    try:
        parts = urlsplit(url)
        hosts = parts.netloc.rpartition("@")[2]
        ports_are_numbers = all(re.fullmatch(r"[^:]*|\[[^\]]*\]", _PORT.sub("", host)) for host in hosts.split(","))
    except ValueError:
        ports_are_numbers = False
    if not ports_are_numbers or "@" in parts.path + parts.query + parts.fragment or parts.fragment:
        raise ValueError(
            "postgresql://…: not an address (postgresql://USER:PASSWORD@HOST:PORT/DATABASE; signs like / @ # in a "
            "password are written %2F %40 %23)"
        )


def _shown(url: str) -> str:
    """The address without password and options."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    user = f"{parts.username}@" if parts.username else ""
    return f"postgresql://{user}{place}{parts.path}"
