"""Tags, HEAD, errors in their form, limits."""

from __future__ import annotations

import pytest

from views.web.conftest import TOKEN

LISTS = ["events", "reports", "dispatches", "pairs", "people?state=RUS", "commitments", "disagreements", "search?q=blé",
         "judgements", "states", "openapi.json"]  # fmt: skip


def problem(answer, status):
    """The detail of an error in the right form."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    body = answer.json()
    assert body["status"] == status and body["type"] == "about:blank" and body["title"]
    return body.get("detail", "")


@pytest.mark.parametrize("what", LISTS[:-1])
def test_a_client_asks_only_for_what_has_changed(api, what):
    first = api.get(f"/api/v1/{what}")
    tag = first.headers["etag"]
    assert first.status_code == 200 and tag.startswith('"')
    for named in (tag, f'"other", W/{tag}', "*"):
        again = api.get(f"/api/v1/{what}", headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.get(f"/api/v1/{what}", headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("what", [*LISTS, "export.jsonl", "events/zz"])
def test_head_has_the_headers_of_get(api, what):
    head, get = api.head(f"/api/v1/{what}"), api.get(f"/api/v1/{what}")
    assert (head.status_code, head.content) == (get.status_code, b"")
    assert head.headers.get("etag") == get.headers.get("etag")
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize("what", [*LISTS[:-1], "export.csv", "pairs/RUS/VEN"])
def test_an_unknown_parameter_is_named(api, what):
    said = problem(api.get(f"/api/v1/{what}{'&' if '?' in what else '?'}tpye=AID"), 422)
    assert "tpye" in said and "no such parameter" in said


@pytest.mark.parametrize("query", [
    "limit=0", "limit=201", "limit=x", "since=2019-13", "since=yesterday", "until=20190101", "type=WAR", "status=done",
    "context=x", "place=ven", "sources=-1", "state=Atlantis", "state=", "person=", "source=" + "x" * 201,
    "&".join(["state=RUS"] * 11),
])  # fmt: skip
def test_a_value_that_makes_no_sense_is_named(api, query):
    assert query.split("=", maxsplit=1)[0] in problem(api.get(f"/api/v1/events?{query}"), 422)


@pytest.mark.parametrize(("path", "named"), [
    ("events/zz", "zz"), ("events/zz/reports", "zz"), ("events/zz/why", "zz"), ("reports/zz", "zz"),
    ("dispatches/zz", "zz"), ("dispatches/zz/text", "zz"), ("judgements/zz", "zz"), ("export.docx", "jsonl"),
    ("nothing", ""), ("events/zz/nothing", ""),
])  # fmt: skip
def test_what_is_not_there(api, path, named):
    assert named in problem(api.get(f"/api/v1/{path}"), 404)


def test_a_method_that_is_not_known_is_told_those_that_are(api):
    answer = api.delete("/api/v1/dispatches")
    problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert api.put("/api/v1/events").headers["allow"] == "GET, HEAD"
    assert api.get("/api/v1/events/zz/corrections").headers["allow"] == "POST"


def test_a_ledger_that_fails_is_503(api, filled, monkeypatch):
    from legation.ledger import LedgerError  # noqa: PLC0415

    def broken(*_, **__):
        raise LedgerError("desk.db: in use by another program for more than 30 s")

    monkeypatch.setattr(type(filled), "events_after", broken)
    assert "in use" in problem(api.get("/api/v1/events"), 503)


def test_the_token_opens_and_a_cookie_needs_the_origin(filled, desk_of, languages):
    locked = desk_of(filled, token=TOKEN, rate=0)
    problem(locked.get("/api/v1/events"), 401)
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert locked.get("/api/v1/events", headers=bearer).status_code == 200
    assert locked.post("/api/v1/dispatches", json={"text": "Rien."}, headers=bearer).status_code in (200, 422)
    locked.post("/sign-in", data={"token": TOKEN}, headers={"Origin": "http://127.0.0.1"})
    assert locked.get("/api/v1/events").status_code == 200
    problem(locked.post("/api/v1/dispatches", json={"text": "Rien."}), 403)
    assert "security" in locked.get("/api/v1/openapi.json").json()


def test_hostile_records_are_data(api):
    answer = api.get("/api/v1/events?person=script")
    (event,) = answer.json()["items"]
    assert event["people"] == ["<script>alert(1)</script>"]
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
