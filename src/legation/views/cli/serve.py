"""`legation serve`: the desk in a browser."""

from __future__ import annotations

import errno
import logging
import socket
import stat
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Annotated

import typer

from legation.address import Address
from legation.reasons import reason_of
from legation.views.cli.failures import USAGE, Failure, guarded, opened, say
from legation.views.cli.options import DEFAULT_LEDGER, ledger_address

if TYPE_CHECKING:
    from legation.ledger import Ledger

DEFAULT_PORT = 8600
_BREATH = 0.1
"""Seconds between portions that are merged, for those who want to write or read."""


@guarded
def serve(
    ledger: Annotated[
        Address,
        typer.Option(
            "--ledger",
            metavar="LEDGER",
            parser=ledger_address,
            help="The ledger to show: a file, or postgresql://USER@HOST/DATABASE; made if it is not there.",
        ),
    ] = DEFAULT_LEDGER,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any free one.")] = DEFAULT_PORT,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen at; beyond this machine a token is needed.")
    ] = "127.0.0.1",
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", metavar="FILE", help="Holds the token without which nothing is shown."),
    ] = None,
    language: Annotated[
        str, typer.Option("--language", metavar="CODE", help="en or fr, for browsers that ask for neither.")
    ] = "en",
    rate: Annotated[
        float, typer.Option("--rate", min=0, help="Calls of the API a second and client; 0 sets no limit.")
    ] = 20.0,
) -> None:
    """Show the ledger as pages in a browser, until Ctrl-C."""
    from legation.views.wording import interface_languages  # noqa: PLC0415

    if language not in interface_languages():
        raise Failure(f"--language: unknown {language!r} (there are: {', '.join(interface_languages())})", USAGE)
    token = _token(token_file)
    import uvicorn  # noqa: PLC0415

    from legation.views.web.settings import LOOPBACK, Settings, is_loopback  # noqa: PLC0415  loads FastAPI

    here = is_loopback(host)
    if not here and token is None:
        raise Failure(f"--host {host}: beyond this machine a token is needed (--token-file)", USAGE)
    with opened(ledger, create=True, mapped=True) as book, _listening(host, port) as listener:
        from legation.views.web import make_app  # noqa: PLC0415

        hosts = (*LOOPBACK, host.lower()) if here else None
        app = make_app(book, Settings(token=token, hosts=hosts, language=language, rate=rate))
        logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
        server = uvicorn.Server(
            uvicorn.Config(app, log_config=None, access_log=False, server_header=False, proxy_headers=False)
        )
        name = f"[{host}]" if ":" in host else host
        say(f"{ledger} is open at http://{name}:{listener.getsockname()[1]}/ (Ctrl-C ends it)")
        # Readers need not wait for it: neither the first ones, nor all after an update of the program.
        Thread(target=_prepare, args=(book, f"{ledger}"), daemon=True).start()
        server.run(sockets=[listener])


def _prepare(book: Ledger, name: str) -> None:
    """Loads what pages need, and joins to events what was read but not joined yet, a portion at a time."""
    from legation.ledger import LedgerError  # noqa: PLC0415  loads SQLAlchemy
    from legation.views.web.warming import prepare  # noqa: PLC0415

    prepare(book)
    try:
        if stale := book.counts().stale:
            say(f"{name}: {stale} readings are joined to events meanwhile")
            book.update_events(lambda _done, _all: time.sleep(_BREATH))
            say(f"{name}: all readings are joined to events")
    except LedgerError as error:
        say(f"{name}: {error}")


def _token(path: Path | None) -> str | None:
    """The token in a file; says so when others on this machine can read it.

    Raises:
        Failure: it cannot be read, is empty, or holds what no header can carry.
    """
    if path is None:
        return None
    try:
        token = path.read_text("ascii").strip()
        mode = path.stat().st_mode
    except UnicodeDecodeError:
        raise Failure(f"{path}: the token must be plain letters, digits and signs (ASCII)") from None
    except OSError as error:
        raise Failure(f"{path}: {reason_of(error)}") from None
    if not token:
        raise Failure(f"{path}: is empty; put a long random token into it")
    if not token.isprintable() or " " in token:
        raise Failure(f"{path}: the token must be one word of letters, digits and signs")
    if mode & (stat.S_IRGRP | stat.S_IROTH):
        say(f"{path}: others on this machine can read the token (chmod 600 keeps it to you)")
    return token


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens at this address.

    Raises:
        Failure: the address is unknown or taken.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.create_server(address[:2], family=family)
    except OSError as error:
        raise Failure(f"{host}:{port}: {_why(error)}") from None
    # What is accepted inherits it. Head and body of an answer leave one after the other: without it the body waits for
    # the client to have acknowledged the head, which takes 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _why(error: OSError) -> str:
    known = {
        errno.EADDRINUSE: "in use by another program; --port takes another",
        errno.EACCES: "not allowed; --port takes another",
    }
    return known.get(error.errno or 0, reason_of(error))
