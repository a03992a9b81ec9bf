"""What stands before the pages."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from legation.views.web.security.bodies import BodyLimit
from legation.views.web.security.headers import HEADERS
from legation.views.web.security.rates import Rates
from legation.views.web.settings import is_loopback
from views.web.conftest import HERE, TOKEN

BEARER = {"Authorization": f"Bearer {TOKEN}"}


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/v1/nothing", "/healthz", "/metrics", "/sign-in",
                                  "/static/desk.css", "/static/nothing"])  # fmt: skip
def test_every_answer_has_the_headers(desk, path):
    headers = desk.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_the_policy_allows_nothing_inline():
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "data:" not in policy


def test_a_fault_has_the_headers_and_no_traceback(desk):
    @desk.app.get("/fault")
    def fault():
        raise RuntimeError("secret path")

    answer = desk.get("/fault")
    assert (answer.status_code, "secret" in answer.text, "Traceback" in answer.text) == (500, False, False)
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize(("host", "status"), [
    ("127.0.0.1:8600", 200), ("localhost", 200), ("[::1]:8600", 200), ("LOCALHOST:1", 200),
    ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("evil.example:127.0.0.1", 421), ("", 421),
])  # fmt: skip
def test_only_names_of_this_machine_are_answered(desk, host, status):
    assert desk.get("/", headers={"Host": host}).status_code == status


class TestToken:
    @pytest.fixture
    def locked(self, filled, desk_of):
        return desk_of(filled, token=TOKEN)

    def test_without_it_a_page_asks_for_it_and_a_call_is_refused(self, locked):
        page, call = locked.get("/"), locked.get("/api/v1/events")
        assert (page.status_code, 'type="password"' in page.text, "Venezuela" in page.text) == (401, True, False)
        assert (call.status_code, call.headers["content-type"]) == (401, "application/problem+json")
        assert call.headers["WWW-Authenticate"].startswith("Bearer")
        assert locked.get("/metrics").status_code == 401
        assert locked.get("/healthz").status_code == 200

    @pytest.mark.parametrize("given", ["", "Bearer", "Bearer x", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \u00e9"])
    def test_a_wrong_one_is_refused(self, locked, given):
        assert locked.get("/", headers={"Authorization": given.encode("latin-1")}).status_code == 401

    def test_as_bearer_it_opens(self, locked):
        assert "Venezuela" in locked.get("/", headers=BEARER).text

    def test_signing_in_sets_a_cookie_that_is_not_the_token(self, locked):
        own = {"Origin": HERE}
        assert locked.post("/sign-in", data={"token": "no"}, headers=own).status_code == 401
        answer = locked.post("/sign-in", data={"token": TOKEN, "then": "/events?x=1"}, headers=own)
        cookie = answer.headers["set-cookie"]
        assert (answer.status_code, answer.headers["location"]) == (303, "/events?x=1")
        assert "HttpOnly" in cookie and "samesite=strict" in cookie.lower() and TOKEN not in cookie
        assert locked.get("/").status_code == 200
        locked.post("/sign-out", headers=own)
        assert locked.get("/").status_code == 401

    @pytest.mark.parametrize("then", ["//evil.example", "https://evil.example", "/\\evil.example", "", "/\n/evil"])
    def test_signing_in_leads_nowhere_else(self, locked, then):
        answer = locked.post("/sign-in", data={"token": TOKEN, "then": then}, headers={"Origin": HERE})
        assert answer.headers["location"] == "/"


class TestOrigin:
    @pytest.mark.parametrize("headers", [
        {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:1"},
        {"Cookie": "legation_theme=dark"},
    ])  # fmt: skip
    def test_a_form_of_another_site_is_refused(self, desk, headers):
        assert desk.post("/sign-out", headers=headers).status_code == 403

    @pytest.mark.parametrize("headers", [{"Origin": HERE}, {"Sec-Fetch-Site": "same-origin", "Cookie": "a=b"}, {}])
    def test_our_own_and_programs_may(self, desk, headers):
        assert desk.post("/sign-out", headers=headers).status_code == 303


class TestLimits:
    def test_a_long_body_is_refused_by_its_told_length_and_by_its_true_one(self, filled, desk_of):
        small = desk_of(filled, body_limit=100)
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        assert small.post("/sign-in", content=b"token=" + b"x" * 200, headers=form).status_code == 413
        chunks = (b"x" * 60 for _ in range(5))  # sent without a length
        assert small.post("/sign-in", content=chunks, headers=form).status_code == 413
        assert small.post("/sign-in", content=b"token=x", headers=form).status_code == 303

    def test_reading_stops_where_the_limit_is(self):
        import asyncio  # noqa: PLC0415

        taken = []

        async def receive():
            taken.append(1)
            return {"type": "http.request", "body": b"x" * 10, "more_body": True}

        async def endless(scope, receive, send):
            async for _ in Request(scope, receive).stream():
                pass

        async def send(message):
            pass

        scope = {"type": "http", "method": "POST", "path": "/api/v1/x", "headers": [], "query_string": b""}
        asyncio.run(BodyLimit(endless, 35)(scope, receive, send))
        assert len(taken) == 4

    def test_too_many_calls_must_wait_and_pages_need_not(self, filled, desk_of):
        busy = desk_of(filled, rate=0.5, burst=3)
        answers = [busy.get("/api/v1/nothing") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [404, 404, 404, 429]
        assert answers[-1].headers["Retry-After"] in ("1", "2")
        assert answers[-1].headers["content-type"] == "application/problem+json"
        assert busy.get("/").status_code == 200

    def test_a_bucket_fills_again(self):
        now = [0.0]
        rates = Rates(None, rate=2, burst=1, clock=lambda: now[0])
        assert rates._wait("a") == 0 and rates._wait("a") == pytest.approx(0.5) and rates._wait("b") == 0
        now[0] = 0.5
        assert rates._wait("a") == 0


@pytest.mark.parametrize(("host", "here"), [
    ("127.0.0.1", True), ("127.0.0.9", True), ("::1", True), ("localhost", True),
    ("127.evil.example", False), ("0.0.0.0", False), ("::", False),
])  # fmt: skip
def test_what_is_loopback(host, here):
    assert is_loopback(host) is here
