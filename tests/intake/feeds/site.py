"""A real server on the loopback address that plays good and bad sites; and a clock that need not be waited for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = tuple[int, Mapping[str, str], bytes]
Act = Callable[[BaseHTTPRequestHandler], None]

PAGE = """<!doctype html><html lang="fr"><head><title>{title}</title>{head}</head><body><nav>Menu</nav><article>
<h1>{title}</h1><p>{text}</p><p>Les deux pays ont promis de se revoir avant la fin de l'année, sans dire où ni à quel
niveau, selon un communiqué publié dans la soirée par leurs services.</p></article></body></html>"""
TEXT = "Moscou a rencontré Caracas vendredi pour parler du pétrole et de la coopération, numéro {}."


class Site:
    """Paths and what they answer: bytes, a status with headers and bytes, or an act on the request's handler."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes | Reply | Act] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.at_once = self.most_at_once = 0
        self.over = threading.Event()
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                with site._lock:
                    site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                    site.at_once += 1
                    site.most_at_once = max(site.most_at_once, site.at_once)
                try:
                    site._answer(self)
                except OSError:
                    self.close_connection = True
                finally:
                    with site._lock:
                        site.at_once -= 1

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that hung up is no fault here
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def allowed(self) -> frozenset[tuple[str, int]]:
        return frozenset({("127.0.0.1", self.port)})

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def close(self) -> None:
        self.over.set()
        self.server.shutdown()
        self.server.server_close()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        page = self.pages.get(handler.path, (404, {}, b""))
        if callable(page):
            handler.close_connection = True
            page(handler)
            return
        status, headers, body = (200, {}, page) if isinstance(page, bytes) else page
        send(handler, status, {"Content-Length": str(len(body))} | dict(headers), body)

    def article(self, number: int, *, head: str = "") -> str:
        """Puts up an article; its address."""
        page = PAGE.format(title=f"Entretien {number}", text=TEXT.format(number), head=head)
        self.pages[f"/a/{number}.html"] = (200, {"Content-Type": "text/html; charset=utf-8"}, page.encode())
        return self.at(f"/a/{number}.html")

    def feed(self, path: str, *links: str, date: str = "ven., 07 févr. 2020 18:00:00 +0100") -> str:
        """Puts up a feed of these articles; its address."""
        self.pages[path] = (200, {"Content-Type": "application/rss+xml"}, rss(*links, date=date))
        return self.at(path)


def rss(*links: str, date: str = "ven., 07 févr. 2020 18:00:00 +0100", text: str = "Un résumé.") -> bytes:
    items = "".join(
        f"<item><title>Titre {i}</title><link>{link}</link><guid>{link}</guid><pubDate>{date}</pubDate>"
        f"<description>{text}</description></item>"
        for i, link in enumerate(links)
    )
    head = "<title>Le Fil</title><link>http://journal.example/</link><description>x</description>"
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def send(handler: BaseHTTPRequestHandler, status: int, headers: Mapping[str, str], body: bytes) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


class QuickClock:
    """Waiting takes no time; how long was waited is kept."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.time, self.waits = now, list[float]()

    def now(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


def endless(site: Site, *, pause: float) -> Act:
    """A body that goes on as long as somebody listens."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        send(handler, 200, {"Content-Type": "text/xml"}, b"<rss>")
        while not site.over.is_set():
            handler.wfile.write(b" " * (1 if pause else 65_536))
            time.sleep(pause)

    return act
