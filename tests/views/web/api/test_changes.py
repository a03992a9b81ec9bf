"""Texts that come in, and judgements."""

from __future__ import annotations

import json
import threading
import time

import pytest

from legation.views.web.reading import LONGEST, BusyError, SharedReader
from record_builders import make_dispatch, make_report
from views.web.api.test_manners import problem

TEXT = "Lavrov a rencontré Maduro à Caracas vendredi pour parler de blé et de pétrole avec les deux délégations."
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
READ = "/api/v1/dispatches"


class TestReading:
    def test_a_text_comes_in_and_its_reports_come_back_and_nothing_is_kept(self, api, filled):
        before, mark = filled.counts(), filled.mark()
        body = api.post(
            READ, json={"text": TEXT, "title": "Titre", "published": "2020-02-08", "outlet": "Radio"}
        ).json()
        assert body["kept"] is False and body["dispatch"]["published"] == "2020-02-08"
        (report,) = body["reports"]
        assert TEXT[report["trigger"]["start"] : report["trigger"]["end"]] == report["trigger"]["text"]
        assert (filled.counts(), filled.mark()) == (before, mark)

    def test_kept_only_if_asked_and_once(self, api, filled):
        given = {"text": TEXT, "published": "2020-02-08", "source": "https://radio.example/7"}
        first = api.post(f"{READ}?keep=true", json=given)
        assert first.status_code == 201 and first.json()["kept"]
        assert api.get(first.headers["location"]).json()["source"] == "https://radio.example/7"
        (report,) = first.json()["reports"]
        assert any(report["id"] in [r.id for r in event.reports] for event in filled.events())
        again = api.post(f"{READ}?keep=true", json=given)
        assert again.status_code == 200 and again.json() == first.json()

    def test_plain_text_is_read_too(self, api):
        assert api.post(READ, content=TEXT.encode(), headers=PLAIN).json()["reports"]
        marked = api.post(READ, content=b"\xef\xbb\xbf" + TEXT.encode(), headers=PLAIN).json()
        assert marked["dispatch"]["id"] == api.post(READ, json={"text": TEXT}).json()["dispatch"]["id"]

    def test_events_within_a_state_if_asked(self, api):
        text = "Les ministres se sont réuni hier à Moscou pour parler longuement du budget de la fédération."
        assert api.post(READ, json={"text": text}).json()["reports"] == []
        assert api.post(f"{READ}?scope=all", json={"text": text}).json()["reports"]

    @pytest.mark.parametrize("given", [
        {}, {"text": ""}, {"text": " \n"}, {"text": 1}, {"text": None}, {"text": TEXT, "txet": 1}, [TEXT], TEXT,
        {"text": TEXT, "published": "gestern"}, {"text": TEXT, "title": "x" * 1001}, {"text": "\0" * 50},
        {"text": f"{TEXT}\0"}, {"text": TEXT, "language": "xx"},
    ])  # fmt: skip
    def test_what_is_no_text_is_refused(self, api, given):
        assert problem(api.post(READ, json=given), 422)

    @pytest.mark.parametrize("body", [
        b"", b"{", b"[" * 100_000, b'{"text":' * 50_000, b'{"text": "\xff\xfe"}', b'{"text": "\\ud800"}', b"\x00" * 100,
        json.dumps({"text": TEXT}).encode("utf-16"), b'{"text": ' + b"1" * 10_000 + b"}", b"NaN",
    ])  # fmt: skip
    def test_hostile_json_is_refused(self, api, body):
        assert problem(api.post(READ, content=body, headers={"Content-Type": "application/json"}), 422)

    @pytest.mark.parametrize(
        "body", [b"", b"\xff\xfeL\x00", TEXT.encode("utf-16"), TEXT.encode("latin-1"), b"\x00" * 99]
    )
    def test_hostile_plain_text_is_refused(self, api, body):
        assert problem(api.post(READ, content=body, headers=PLAIN), 422)

    def test_strange_signs_are_read(self, api):
        text = f"\u202e{TEXT} \x1b[31m <script>alert(1)</script>"
        body = api.post(f"{READ}?keep=true", json={"text": text}).json()
        assert api.get(f"{READ}/{body['dispatch']['id']}").json()["text"] == text

    @pytest.mark.parametrize(
        "kind",
        [
            None,
            "",
            "application/xml",
            "multipart/form-data; boundary=x",
            "text/html",
            "text/plain; charset=utf-16",
            "application/json; charset=latin-1",
            ";;",
            "a" * 999,
        ],
    )
    def test_other_media_types_are_refused(self, api, kind):
        headers = {} if kind is None else {"Content-Type": kind}
        answer = api.post(READ, content=b'{"text": "x"}', headers=headers)
        assert problem(answer, 415) and "text/plain" in answer.headers["accept-post"]

    def test_what_is_too_long_is_413(self, api):
        assert str(LONGEST) in problem(api.post(READ, json={"text": "é" * LONGEST}), 413)
        problem(api.post(READ, content=b"x" * 3_000_000, headers=PLAIN), 413)
        problem(api.post(READ, content=(b"x" * 100_000 for _ in range(30)), headers=PLAIN), 413)

    def test_a_text_that_makes_the_reader_fail_is_refused(self, api):
        assert "fault" in problem(api.post(READ, json={"text": f"FAUTE {TEXT}"}), 422)

    @pytest.mark.parametrize("query", ["keep=perhaps", "scope=world", "kepp=true"])
    def test_a_wrong_wish_is_refused(self, api, query):
        assert query.split("=")[0] in problem(api.post(f"{READ}?{query}", json={"text": TEXT}), 422)


class TestOneReader:
    """Texts are read one after the other, and nobody waits for ever."""

    @pytest.fixture
    def slow(self, languages):
        from legation.intake import FoundText  # noqa: PLC0415

        go, under_way = threading.Event(), []
        read_many = languages.the_reader.read_many

        def waiting(dispatches):
            under_way.append(1)
            assert go.wait(10)
            under_way.pop()
            return read_many(dispatches)

        languages.the_reader.read_many = waiting
        yield FoundText(TEXT, "t", "t"), go, under_way
        go.set()

    def test_who_waits_too_long_is_told_so(self, slow, languages):
        text, go, _ = slow
        reader = SharedReader(seconds=0.1)
        with pytest.raises(BusyError, match="not read within"):
            reader.read(text, "international", None)
        go.set()
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:  # it is free again as soon as the slow one is done
            try:
                assert reader.read(text, "international", None).reports
                return
            except BusyError:
                continue
        raise AssertionError("never free again")

    def test_one_at_a_time_and_only_so_many_wait(self, slow):
        text, go, under_way = slow
        reader = SharedReader(seconds=10, waiting=3)
        found, most = [], []
        threads = [threading.Thread(target=lambda: found.append(reader.read(text, "international", None)))
                   for _ in range(3)]  # fmt: skip
        for thread in threads:
            thread.start()
        time.sleep(0.2)
        most.append(len(under_way))
        with pytest.raises(BusyError, match="too many"):
            reader.read(text, "international", None)
        go.set()
        for thread in threads:
            thread.join()
        assert most == [1] and len(found) == 3

    def test_it_is_503_with_the_time_to_come_again(self, api, monkeypatch):
        def busy(*_):
            raise BusyError("too many texts wait to be read")

        monkeypatch.setattr(SharedReader, "read", busy)
        answer = api.post(READ, json={"text": TEXT})
        assert problem(answer, 503) == "too many texts wait to be read" and answer.headers["retry-after"] == "10"


class TestJudging:
    @pytest.fixture
    def two(self, filled):
        """Two reports in events of their own."""
        made = [make_dispatch(f"Moscou a aidé Caracas, {word}.", f"{word}.txt", day) for word, day in
                (("d'abord", "2022-01-01"), ("ensuite", "2022-06-01"))]  # fmt: skip
        reports = [make_report(one, "AID", date=one.published, trigger="aidé") for one in made]
        filled.keep([(one, [report]) for one, report in zip(made, reports, strict=True)])
        filled.update_events()
        return [report.id for report in reports]

    def test_a_pair_is_judged_and_the_events_follow(self, api, filled, two):
        answer = api.post("/api/v1/judgements", json={"reports": two, "kind": "same", "by": "Anne"})
        made = answer.json()
        assert (answer.status_code, made["kind"], made["by"]) == (201, "same", "Anne")
        assert api.get(answer.headers["location"]).json() == made
        assert api.get("/api/v1/judgements").json()["items"] == [made]
        (event,) = [one for one in filled.events() if two[0] in {report.id for report in one.reports}]
        assert two[1] in {report.id for report in event.reports}
        assert api.get(f"/api/v1/events/{event.id}/why").json()["judgements"] == [made]

    @pytest.mark.parametrize(("changed", "status"), [
        ({"kind": "perhaps"}, 422), ({"by": ""}, 422), ({"by": "  "}, 422), ({"reports": ["a"]}, 422),
        ({"reports": ["zz", "yy"]}, 404), ({"more": 1}, 422), ({"by": None}, 422),
    ])  # fmt: skip
    def test_a_judgement_that_makes_no_sense_is_refused(self, api, filled, two, changed, status):
        given = {"reports": two, "kind": "same", "by": "Anne"} | changed
        assert problem(api.post("/api/v1/judgements", json=given), status)
        assert filled.judgements() == ()

    def test_a_report_is_not_judged_with_itself(self, api, two):
        given = {"reports": [two[0], two[0]], "kind": "same", "by": "Anne"}
        assert "twice" in problem(api.post("/api/v1/judgements", json=given), 422)

    def test_a_field_is_corrected(self, api, filled, two):
        event = next(one for one in filled.events() if one.reports[0].id == two[0])
        given = {"field": "actors", "value": "Cuba, Moscou", "reason": "le communiqué", "by": "Anne"}
        answer = api.post(f"/api/v1/events/{event.id}/corrections", json=given)
        body = answer.json()
        assert answer.status_code == 201 and {one["code"] for one in body["event"]["actors"]} == {"CUB", "RUS"}
        assert body["event"]["judgements"] == [body["judgement"]["id"]]
        assert api.get(f"/api/v1/events/{event.id}").json() == body["event"]
        unknown = {"field": "date", "value": None, "reason": "nichts", "by": "Anne"}
        assert api.post(f"/api/v1/events/{event.id}/corrections", json=unknown).json()["event"]["date"] is None

    @pytest.mark.parametrize("changed", [
        {"field": "people"}, {"value": "gestern"}, {"reason": ""}, {"reason": " "}, {"by": " "}, {"value": "x" * 2001},
        {"field": "actors", "value": "Atlantis"}, {"field": "type", "value": "WAR"}, {"value": ""},
    ])  # fmt: skip
    def test_a_correction_that_makes_no_sense_is_refused(self, api, filled, changed):
        event = filled.events()[0]
        given = {"field": "date", "value": "2020-02-07", "reason": "r", "by": "Anne"} | changed
        assert problem(api.post(f"/api/v1/events/{event.id}/corrections", json=given), 422)
        assert filled.judgements() == ()

    def test_an_event_that_is_not_there(self, api):
        given = {"field": "date", "value": "2020-02-07", "reason": "r", "by": "Anne"}
        problem(api.post("/api/v1/events/zz/corrections", json=given), 404)
        problem(api.post("/api/v1/events/zz/corrections", content=b"x"), 415)
