"""Judging: reports kept apart, events joined, doubtful pairs answered, and the list of it all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from views import cases
from views.web.conftest import HERE

OURS = {"Origin": HERE}


def the_meeting(ledger):
    return next(event for event in ledger.events() if event.dispatches == 3)


def judge(desk, **given):
    return desk.post("/judgements", data={"by": "Ève"} | given, headers=OURS)


@pytest.fixture
def doubtful(ledger, undecided):
    ledger.keep(cases.doubtful())
    ledger.update_events()
    return ledger


class TestApart:
    def test_the_report_leaves_the_event_alone(self, desk, filled):
        event = the_meeting(filled)
        stray = event.reports[-1].id
        answer = judge(desk, answer="different", event=event.id, report=stray)
        assert answer.status_code == 303
        found = filled.events_of([one.id for one in event.reports])
        assert len({found[one.id] for one in event.reports if one.id != stray}) == 1
        assert found[stray] not in {found[one.id] for one in event.reports if one.id != stray}
        assert 'role="status"' in desk.get(answer.headers["location"]).text

    def test_a_name_is_needed_and_what_was_open_stays_open(self, desk, filled):
        event = the_meeting(filled)
        answer = judge(desk, answer="different", event=event.id, report=event.reports[0].id, by=" ")
        assert (
            answer.status_code == 422
            and "Say who judges" in answer.text
            and '<details class="judge-one" open>' in answer.text
        )
        assert filled.judgements() == ()


class TestJoined:
    @pytest.mark.parametrize("form", ["{}", "http://127.0.0.1/events/{}?page=2#reports", " /events/{}/ "])
    def test_two_events_become_one(self, desk, filled, form):
        one, other = [event for event in filled.events() if event.type == "AID"]
        answer = judge(desk, answer="same", event=one.id, same_as=form.format(other.id))
        assert answer.status_code == 303 and "said=joined" in answer.headers["location"]
        assert filled.event(one.id).id == filled.event(other.id).id

    @pytest.mark.parametrize(("typed", "said"), [
        ("zzzz", "“zzzz” is no event"), ("", "is no event"), ("x" * 5000, "is no event"),
        ('"><script>', "&lt;script&gt;")
    ])  # fmt: skip
    def test_what_is_no_event_comes_back(self, desk, filled, typed, said):
        answer = judge(desk, answer="same", event=the_meeting(filled).id, same_as=typed)
        assert (
            answer.status_code == 422
            and said in answer.text
            and "<script>" not in answer.text.replace("<script src", "")
        )

    def test_not_with_itself(self, desk, filled):
        event = the_meeting(filled)
        assert "this event itself" in judge(desk, answer="same", event=event.id, same_as=event.id).text


class TestReview:
    def test_a_pair_side_by_side(self, doubtful, desk_of):
        text = desk_of(doubtful).get("/review").text
        first = doubtful.doubts()[0]
        assert f'value="{first.a}"' in text and f'value="{first.b}"' in text
        assert text.count('<blockquote class="told"') == 2 and "in all; from" in text
        assert all(f'data-key="{key}"' in text for key in "sdl")

    @pytest.mark.parametrize("answer", ["same", "different"])
    def test_an_answer_changes_the_events_and_the_next_pair_comes(self, doubtful, desk_of, answer):
        desk, before = desk_of(doubtful), doubtful.doubts()
        first = before[0]
        sent = judge(desk, answer=answer, report=first.a, other=first.b)
        assert sent.status_code == 303
        events = doubtful.events_of([first.a, first.b])
        assert (events[first.a] == events[first.b]) is (answer == "same")
        assert first not in doubtful.doubts()
        after = desk.get(sent.headers["location"]).text
        assert f"/review?pair={first.a}.{first.b}" in after and 'role="status"' in after

    def test_it_is_undone_by_judging_again(self, doubtful, desk_of):
        desk, first = desk_of(doubtful), doubtful.doubts()[0]
        judge(desk, answer="same", report=first.a, other=first.b)
        assert "A new answer takes its place" in desk.get(f"/review?pair={first.a}.{first.b}").text
        judge(desk, answer="different", report=first.b, other=first.a)
        assert len(set(doubtful.events_of([first.a, first.b]).values())) == 2

    def test_later_puts_it_behind_the_others(self, doubtful, desk_of):
        desk, before = desk_of(doubtful), doubtful.doubts()
        judge(desk, answer="later", report=before[0].a, other=before[0].b)
        after = doubtful.doubts()
        assert after[-1] == before[0] and len(after) == len(before)

    def test_the_filter_takes_names_and_keeps_what_was_typed(self, doubtful, desk_of):
        desk = desk_of(doubtful)
        assert '<blockquote class="told"' in desk.get("/review?state=Russie").text
        assert "No pair is in doubt" in desk.get("/review?state=USA").text
        wrong = desk.get('/review?state=Syldavie"<')
        assert wrong.status_code == 422 and "Syldavie&#34;&lt;" in wrong.text

    def test_of_very_many_only_the_strongest_are_looked_at(self, doubtful, desk_of, monkeypatch):
        (one,) = doubtful.doubts(most=1)
        assert one in doubtful.doubts() and doubtful.doubts(["CUB"], most=9) == doubtful.doubts(["CUB"])
        monkeypatch.setattr("legation.views.web.pages.review._COUNTED", 1)
        assert "more than 1 pairs waiting" in desk_of(doubtful).get("/review").text

    def test_a_pair_that_is_not_there(self, desk):
        for pair in ("a.b", "a", "a.b.c", "..", "%00.%00"):
            assert desk.get(f"/review?pair={pair}").status_code == 404
        assert desk.get("/review?pair=" + "x" * 5000).status_code == 422

    def test_nothing_in_doubt(self, ledger, desk_of):
        assert "Aucune paire n’est douteuse" in desk_of(ledger).get("/review?lang=fr").text


class TestFaults:
    @pytest.mark.parametrize("given", [
        {}, {"answer": "maybe"}, {"answer": "same"}, {"answer": "same", "report": "x", "other": "y"},
        {"answer": "same", "report": "x" * 5000, "other": "\0"}, {"answer": "later", "report": "%", "other": "_"},
    ])  # fmt: skip
    def test_wrong_input_is_refused_with_a_line(self, desk, filled, given):
        answer = judge(desk, **given)
        assert answer.status_code == 422 and 'role="alert"' in answer.text
        assert filled.judgements() == ()

    def test_a_report_with_itself(self, desk, filled):
        id_ = the_meeting(filled).reports[0].id
        assert judge(desk, answer="same", report=id_, other=id_).status_code == 422

    def test_another_site_may_not_judge(self, desk, filled):
        event = the_meeting(filled)
        data = {"answer": "different", "event": event.id, "report": event.reports[0].id, "by": "x"}
        for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
            assert desk.post("/judgements", data=data, headers=headers).status_code == 403
        assert filled.judgements() == ()

    def test_bytes_that_are_no_text(self, desk):
        form = OURS | {"Content-Type": "application/x-www-form-urlencoded"}
        assert desk.post("/judgements", content=b"answer=same&by=%ff%fe&report=\xff", headers=form).status_code == 422


class TestList:
    def test_it_says_who_what_when_the_newest_first(self, desk, filled):
        event = the_meeting(filled)
        for place in ("Moscou (Russie)", "Paris (France)"):
            data = {"field": "place", "value": place, "reason": "<u>vu</u>", "by": "Ève"}
            desk.post(f"/events/{event.id}/corrections", data=data, headers=OURS)
        text = desk.get("/judgements").text
        assert text.index("Paris (FRA)") < text.index("Moscou (RUS)")
        assert "judged again" in text and "&lt;u&gt;vu" in text and f"/events/{event.id[:12]}" in text

    def test_pages(self, desk, filled):
        event = the_meeting(filled)
        for number in range(52):
            data = {"field": "place", "value": "Russie", "reason": f"raison {number}", "by": "Ève"}
            desk.post(f"/events/{event.id}/corrections", data=data, headers=OURS)
        assert "raison 51<" in desk.get("/judgements").text and "raison 0<" not in desk.get("/judgements").text
        assert (
            "raison 0<" in desk.get("/judgements?page=2").text and "raison 0<" in desk.get("/judgements?page=99").text
        )
        assert desk.get("/judgements?page=0").status_code == desk.get("/judgements?page=x").status_code == 422

    def test_it_is_empty_at_first(self, desk):
        assert "0 judgements" in desk.get("/judgements").text


def test_two_at_once_both_count(desk, filled):
    event = the_meeting(filled)
    values = ("Moscou (Russie)", "Paris (France)", "La Havane (Cuba)", "Caracas (Venezuela)")

    def send(number):
        data = {"field": "place" if number % 2 else "date", "value": values[number % 4] if number % 2 else "2020-02-07",
                "reason": str(number), "by": "Ève"}  # fmt: skip
        return desk.post(f"/events/{event.id}/corrections", data=data, headers=OURS).status_code

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(send, range(16))) == [303] * 16
    assert len(filled.judgements()) == 16
    last = next(one for one in reversed(filled.judgements()) if one.field == "place")
    place = filled.event(event.id).place
    assert f"{place.name} ({place.code})" == last.value
