"""What the API gives is what the command line prints; every list comes whole in parts."""

from __future__ import annotations

import io
import time

import msgspec
import pytest

from legation.ledger import open_ledger
from legation.views.exports.registry import FORMATS, write
from legation.views.web.streams import PART, streamed
from record_builders import make_dispatch, make_report
from views.cases import kept


def given(ledger):
    """The ledger as a command takes it."""
    return ledger.address.url or ledger.path


@pytest.mark.parametrize("what", ["events", "commitments", "disagreements"])
def test_a_list_has_the_lines_of_the_command_in_their_form(api, filled, run, walked, what):
    lines = run(what, "--ledger", given(filled), "--format", "jsonl").stdout.splitlines()
    assert lines
    body = api.get(f"/api/v1/{what}").text
    for line in lines:
        assert line in body
    assert len(walked(api, f"/api/v1/{what}?limit=1")) == len(lines)


def test_people_have_the_form_of_the_command(api, filled, run, walked):
    lines = run("people", "RUS", "--ledger", given(filled), "--format", "jsonl").stdout.splitlines()
    body = api.get("/api/v1/people?state=russie").text
    assert lines and all(line in body for line in lines)
    assert len(walked(api, "/api/v1/people?state=RUS&limit=1")) == len(lines)


def test_reports_and_dispatches_are_all_there(api, filled, walked):
    reports = walked(api, "/api/v1/reports?limit=2")
    assert {one["id"] for one in reports} == {one.id for one in filled.reports()}
    assert (
        msgspec.json.encode(filled.report(reports[0]["id"])) == api.get(f"/api/v1/reports/{reports[0]['id']}").content
    )
    dispatches = walked(api, "/api/v1/dispatches?limit=2")
    assert {one["id"] for one in dispatches} == {one.id for one in filled.dispatches()}
    assert dispatches[-1]["published"] is None  # what has no day comes last


def test_one_event_with_all_that_belongs_to_it(api, filled):
    event = next(one for one in filled.events() if len(one.reports) == 3)
    there = f"/api/v1/events/{event.id}"
    assert api.get(there).content == msgspec.json.encode(event)
    assert api.get(there[:-8]).headers["content-location"] == there
    assert [one["id"] for one in api.get(f"{there}/reports").json()["items"]] == [one.id for one in event.reports]
    why = api.get(f"{there}/why").json()
    assert len(why["joins"]) >= 2 and why["joins"][0]["observations"]


def test_one_dispatch_with_its_text_and_reports(api, filled):
    dispatch = filled.dispatch("https://journal.example/1")
    there = f"/api/v1/dispatches/{dispatch.id}"
    assert api.get(there).json()["text"] == dispatch.text
    text = api.get(f"{there}/text")
    assert (text.text, text.headers["content-type"]) == (dispatch.text, "text/plain; charset=utf-8")
    (first, *_) = api.get(f"{there}/reports").json()["items"]
    assert text.text[first["trigger"]["start"] : first["trigger"]["end"]] == first["trigger"]["text"]


def test_filters_narrow_as_the_ledger_does(api, filled):
    def ids(query):
        return {one["id"] for one in api.get(f"/api/v1/events?{query}").json()["items"]}

    everything = {one.id for one in filled.events()}
    assert ids("state=Russie&state=ve") == everything
    aid = {one.id for one in filled.events() if one.type == "AID"}
    assert ids("type=AID") == aid and aid < everything
    assert ids("type=AID&since=2021-03") < aid
    assert ids("status=planned") and ids("sources=2") and ids("person=arreaza") and ids("place=VEN")
    assert ids("state=FRA") == set()
    assert len(ids("source=Radio")) == 1


def test_pairs_by_activity_and_one_by_month(api):
    (pair,) = api.get("/api/v1/pairs").json()["items"]
    assert (pair["one"], pair["other"]) == ("RUS", "VEN")
    one = api.get("/api/v1/pairs/Venezuela/moscou").json()
    assert one["events"] == pair["events"] and {month["month"] for month in one["months"]} >= {"2020-02", "2021-03"}
    assert api.get("/api/v1/pairs/VEN/RUS?type=AID").json()["events"] < one["events"]


def test_commitments_of_a_day(desk_of, ledger):
    ledger.keep(kept())
    ledger.update_events()
    client = desk_of(ledger, rate=0)

    def outcomes(query):
        return [one["outcome"] for one in client.get(f"/api/v1/commitments{query}").json()["items"]]

    assert outcomes("") == ["kept"]
    assert outcomes("?as_of=2020-03") == ["open"]
    assert outcomes("?outcome=open") == [] and outcomes("?as_of=2020-03&outcome=open") == ["open"]


def test_as_of_is_for_ledgers_of_bounded_size(api, monkeypatch):
    monkeypatch.setattr("legation.views.web.api.commitments.MERGED_MOST", 1)
    answer = api.get("/api/v1/commitments?as_of=2020")
    assert answer.status_code == 422 and "as_of" in answer.json()["detail"]


def test_search_finds_without_accents_and_takes_any_signs(api):
    assert api.get("/api/v1/search", params={"q": "Sergueï"}).json()["reports"]
    assert api.get("/api/v1/search?q=serguei").json()["dispatches"]
    for words in ('"', "NEAR(", "* OR *", "\0", "a" * 500, "'; DROP TABLE events; --"):
        assert api.get("/api/v1/search", params={"q": words}).status_code == 200


def test_states_have_their_names(api):
    items = {one["code"]: one for one in api.get("/api/v1/states").json()["items"]}
    assert items["RUS"]["names"] == {"en": "Russia", "fr": "Russie"} and items["UNO"]["kind"] == "organisation"


class TestParts:
    """A list that is gone through while more comes in."""

    @staticmethod
    def _grow(ledger, number, day):
        made = make_dispatch(f"Moscou a promis du gaz numéro {number} à Caracas.", f"neu{number}.txt", day)
        ledger.keep([(made, [make_report(made, "AID", date=day, trigger="promis")])])
        ledger.update_events()

    @pytest.mark.parametrize("what", ["events", "dispatches", "reports"])
    def test_nothing_is_skipped_or_told_twice(self, api, filled, what):
        before = {one["id"] for one in api.get(f"/api/v1/{what}?limit=200").json()["items"]}
        address, seen, number = f"/api/v1/{what}?limit=1", [], 0
        while address:
            body = api.get(address).json()
            seen += [one["id"] for one in body["items"]]
            address = body["next"]
            if number < 4:
                self._grow(filled, number, f"19{90 + number}-01-01")  # before all that was seen
            number += 1
        assert len(seen) == len(set(seen)) and before <= set(seen)

    def test_what_comes_in_behind_the_place_is_seen(self, api, filled):
        first = api.get("/api/v1/events?limit=1").json()
        self._grow(filled, 9, "2030-01-01")
        rest = api.get(f"{first['next']}&limit=200").json()["items"]
        assert any(one["date"] == "2030-01-01" for one in rest)

    @pytest.mark.parametrize("cursor", ["", "x", "%00", "bnVsbA==", "W10=", "WyJhIiwiYiJd", "WyI" * 300])
    def test_a_cursor_that_is_none_is_refused(self, api, cursor):
        answer = api.get(f"/api/v1/events?cursor={cursor}")
        assert (answer.status_code, "cursor" in answer.json()["detail"]) == (422, True)

    def test_a_cursor_holds_for_its_list_only(self, api):
        following = api.get("/api/v1/events?limit=1&type=CONSULT&type=AID").json()["next"]
        assert api.get(following.replace("type=AID", "type=ACCUSE")).status_code == 422
        assert api.get(following.replace("/events", "/disagreements")).status_code == 422
        assert api.get(following.replace("limit=1", "limit=5")).status_code == 200


class TestExports:
    @pytest.mark.parametrize("name", FORMATS)
    def test_the_bytes_are_those_of_the_export(self, api, filled, name):
        from legation.ledger import Question  # noqa: PLC0415

        expected = io.BytesIO()
        write(name, filled, Question(("RUS", "VEN"), types=("AID", "CONSULT")), expected, language="fr")
        answer = api.get(f"/api/v1/export.{name}?state=RUS&state=VEN&type=AID&type=CONSULT&language=fr")
        assert answer.content == expected.getvalue()
        assert answer.headers["content-type"] == FORMATS[name].media_type
        assert "attachment" in answer.headers["content-disposition"]

    def test_it_changes_its_tag_with_the_ledger_and_the_question(self, api, filled):
        tag = api.get("/api/v1/export.jsonl").headers["etag"]
        assert api.get("/api/v1/export.jsonl", headers={"If-None-Match": tag}).status_code == 304
        assert api.get("/api/v1/export.jsonl?type=AID", headers={"If-None-Match": tag}).status_code == 200
        TestParts._grow(filled, 1, "2022-01-01")
        assert api.get("/api/v1/export.jsonl", headers={"If-None-Match": tag}).status_code == 200

    def test_the_head_is_had_without_writing(self, api, monkeypatch):
        monkeypatch.setattr("legation.views.web.api.exports.write", None)
        answer = api.head("/api/v1/export.csv")
        assert (answer.status_code, answer.content, "etag" in answer.headers) == (200, b"", True)

    def test_what_fails_before_the_first_byte_is_an_error(self, api, monkeypatch):
        from legation.ledger import LedgerError  # noqa: PLC0415

        def broken(*_, **__):
            raise LedgerError("desk.db: the file is damaged")

        monkeypatch.setattr("legation.views.web.api.exports.write", broken)
        for _ in range(6):  # a place is given back each time
            answer = api.get("/api/v1/export.csv")
            assert (answer.status_code, answer.json()["detail"]) == (503, "desk.db: the file is damaged")

    def test_a_stream_that_nobody_takes_ends_its_writer(self):
        written = []

        def endless(stream):
            try:
                while True:
                    stream.write(b"x" * PART)
                    written.append(1)
            finally:
                written.append("end")

        taken = streamed(endless)
        assert len(next(taken)) == PART
        taken.close()
        for _ in range(200):
            if written[-1] == "end":
                break
            time.sleep(0.02)
        assert written[-1] == "end" and len(written) < 50

    def test_a_stream_that_is_taken_too_slowly_breaks_off(self, monkeypatch):
        monkeypatch.setattr("legation.views.web.streams.PATIENCE", 0.05)
        taken = streamed(lambda stream: [stream.write(b"x" * PART) for _ in range(100)])
        time.sleep(1)
        with pytest.raises(OSError, match="too slowly"):
            list(taken)

    def test_what_fails_later_breaks_the_stream_off(self):
        def half(stream):
            stream.write(b"x" * PART)
            raise OSError("gone")

        taken = streamed(half)
        assert len(next(taken)) == PART
        with pytest.raises(OSError, match="gone"):
            next(taken)


def test_an_event_that_was_forwarded_is_found_by_its_old_id(place, desk_of):
    with open_ledger(place("moved")) as ledger:
        one = make_dispatch("Moscou a aidé Caracas le 3 mars avec du blé russe.", "a.txt", "2021-03-04")
        ledger.keep([(one, [make_report(one, "AID", date="2021-03-03", trigger="aidé")])])
        ledger.update_events()
        (event,) = ledger.events()
        assert desk_of(ledger, rate=0).get(f"/api/v1/events/{event.id}").json()["id"] == event.id
