"""The page of an event: what is agreed and not, its reports with their words, why it is one."""

from __future__ import annotations

import html
import re

import msgspec
import pytest

from legation.dispatch import Span
from legation.report import Attribution, DateBasis, Participant, Place
from record_builders import make_dispatch, make_report
from views.cases import kept
from views.web.conftest import HERE

SENTENCE = "🕊️ Ze\u0301lie 𝔞 reçu Arreaza a\u0300 Caracas vendredi, dit l'AFP."
TEXT = f"Titre de l'article\n\nOn l'attendait. {SENTENCE} On n'en sait pas plus. Fin."


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def marked():
    """A report whose every role has words in the sentence, offsets counted in code points."""
    dispatch = make_dispatch(TEXT, "marques.txt", "2020-02-08", outlet="Le Journal")
    report = make_report(dispatch, sentence=SENTENCE, trigger="𝔞 reçu", date="2020-02-07")
    return dispatch, [
        msgspec.structs.replace(
            report,
            actors=(Participant("RUS", "GOV", "Zélie", None, "Ze\u0301lie", *at("Ze\u0301lie")),),
            recipients=(Participant("VEN", "GOV", "Arreaza", None, "Arreaza", *at("Arreaza")),),
            date_basis=DateBasis("vendredi", *at("vendredi"), "text"),
            place=Place("VEN", "Venezuela", "Caracas", *at("Caracas")),
            attribution=(Attribution("agency", "AFP", "FRA", "dit l'AFP", *at("dit l'AFP")),),
            mentions=(Span("Titre", *at("Titre")),),
        )
    ]


@pytest.fixture
def marked_page(ledger, desk_of):
    ledger.keep([marked()])
    ledger.update_events()
    (event,) = ledger.events()
    return desk_of(ledger).get(f"/events/{event.id}").text


def marks(text):
    found = re.findall(
        r'<span class="m ((?:m-\w+ )+)" role="note" tabindex="0" title="([^"]*)"[^>]*>([^<]*)</span>', text
    )
    return {html.unescape(words): (roles.split(), html.unescape(said)) for roles, said, words in found}


def the_meeting(ledger):
    return next(event for event in ledger.events() if event.dispatches == 3)


class TestMarks:
    def test_every_role_stands_at_its_words(self, marked_page):
        found = marks(marked_page)
        assert {words: roles for words, (roles, _) in found.items()} == {
            "Ze\u0301lie": ["m-actor"], "𝔞 reçu": ["m-what"], "Arreaza": ["m-recipient"],
            "Caracas": ["m-where"], "vendredi": ["m-when"], "dit l'AFP": ["m-says"],
        }  # fmt: skip

    def test_it_names_the_role(self, marked_page):
        found = marks(marked_page)
        assert found["Ze\u0301lie"][1] == "Who acts: Russia, Zélie"
        assert found["vendredi"][1] == "When: 7 February 2020 (told by the text)"
        assert found["dit l'AFP"][1] == "Who says so: AFP (agency)"

    def test_the_sentence_stands_between_its_neighbours(self, marked_page):
        text = html.unescape(re.sub(r"<[^>]+>", "", marked_page))
        assert f"On l'attendait. {SENTENCE} On n'en sait pas plus." in text
        assert "plus. Fin." not in text

    def test_words_of_another_place_are_listed(self, filled, desk_of, ledger):
        dispatch, (report,) = marked()
        report = msgspec.structs.replace(report, mentions=(Span("Fin", *at("Fin")),))
        ledger.keep([(dispatch, [report])])
        ledger.update_events()
        event = next(one for one in ledger.events() if any(r.id == report.id for r in one.reports))
        assert '<ul class="elsewhere"' in desk_of(ledger).get(f"/events/{event.id}").text


class TestFinding:
    def test_by_id_and_by_its_beginning(self, desk, filled):
        event = the_meeting(filled)
        for asked in (event.id, event.id[:12]):
            assert desk.get(f"/events/{asked}").status_code == 200

    def test_an_unknown_one(self, desk):
        for asked in ("zzzz", "x" * 500, "%00", "' OR 1=1 --", "%25"):
            assert desk.get(f"/events/{asked}").status_code == 404

    def test_a_beginning_that_fits_several_lists_them(self, ledger, desk_of):
        for number in range(17):  # more than there are digits
            dispatch = make_dispatch(f"Fait {number}.", f"{number}.txt", f"19{number + 10}-01-01")
            ledger.keep([(dispatch, [make_report(dispatch, "AID", date=f"19{number + 10}-01-01")])])
        ledger.update_events()
        by_first = {}
        for event in ledger.events():
            by_first.setdefault(event.id[0], []).append(event.id)
        first, several = max(by_first.items(), key=lambda item: len(item[1]))
        answer = desk_of(ledger).get(f"/events/{first}")
        assert answer.status_code == 300 and len(several) > 1
        assert all(f'href="/events/{id_[:12]}"' in answer.text for id_ in several)
        assert desk_of(ledger).get(f"/events/{first}/nearest").status_code == 300

    def test_a_forwarded_id_leads_on(self, ledger, desk_of):
        plan, held = kept()
        ledger.keep([held])
        ledger.update_events()
        (before,) = ledger.events()
        ledger.keep([plan])
        ledger.update_events()
        (after,) = ledger.events()
        assert before.id != after.id, "the plan came out first and founds the event now"
        answer = desk_of(ledger).get(f"/events/{before.id}?lang=fr")
        assert (answer.status_code, answer.headers["location"]) == (307, f"/events/{after.id[:12]}?lang=fr")


class TestContents:
    def test_consensus_and_dissent(self, desk, filled):
        text = desk.get(f"/events/{the_meeting(filled).id}").text
        assert "7 February 2020" in text and "6 February 2020" in text and "AFP" in text
        assert "What is disputed" in text and "ministre des Affaires étrangères" in text

    def test_a_promise_with_its_words_and_its_outcome(self, ledger, desk_of):
        ledger.keep(kept())
        ledger.update_events()
        (event,) = ledger.events()
        text = desk_of(ledger).get(f"/events/{event.id}").text
        assert "What was promised" in text and "What came of it" in text
        assert "<mark>se réunira</mark>" in text and "<mark>s&#39;est réunie</mark>" in text

    def test_why_it_is_one_event_and_what_would_split_it(self, desk, filled):
        text = desk.get(f"/events/{the_meeting(filled).id}").text
        assert "both are Talks" in text and "They would be apart" in text
        french = desk.get(f"/events/{the_meeting(filled).id}?lang=fr").text
        assert "les deux sont Entretien" in french and "Elles seraient séparées" in french

    def test_what_stayed_apart(self, desk, filled):
        answer = desk.get(f"/events/{the_meeting(filled).id}/nearest")
        assert answer.status_code == 200 and 'id="nearest"' in answer.text

    def test_french(self, desk, filled):
        text = desk.get(f"/events/{the_meeting(filled).id}?lang=fr").text
        assert '<html lang="fr"' in text and "Qui agit\u00a0: Russie, Sergueï Lavrov" in text
        assert not re.search(r" [:;?!](?=[\s<])", re.sub(r"<blockquote.*?</blockquote>", "", text, flags=re.DOTALL))


class TestHostile:
    def test_it_is_harmless(self, desk, filled):
        event = next(one for one in filled.events() if any("<script>" in r.sentence.text for r in one.reports))
        for address in (f"/events/{event.id}", f"/events/{event.id}/nearest"):
            text = desk.get(address).text
            assert "<script>alert" not in text and "<img src=x" not in text and "<i>on" not in text
            assert "\u202e" not in text and "\x1b" not in text
            assert not re.search(r"\s(style|on\w+)=\"", text) and 'href="javascript' not in text

    def test_quotes_in_names_do_not_leave_their_attribute(self, ledger, desk_of):
        dispatch = make_dispatch('Lavrov a vu "x" onfocus="alert(1)" Arreaza.', "a.txt", "2020-01-01")
        report = make_report(dispatch, actors='RUS:"x" onfocus="alert(1)', trigger="vu", date="2020-01-01")
        ledger.keep([(dispatch, [report])])
        ledger.update_events()
        text = desk_of(ledger).get(f"/events/{ledger.events()[0].id}").text
        assert 'onfocus="alert' not in text and "onfocus=&#34;alert" in text


def form_of(text):
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', text))


class TestCorrecting:
    def send(self, desk, event, **given):
        wanted = {
            "field": "place",
            "value": "Moscou (Russie)",
            "reason": "Le communiqué",
            "by": "Ève \u202e<b>",
        } | given
        return desk.post(f"/events/{event.id}/corrections", data=wanted, headers={"Origin": HERE})

    def test_it_changes_the_event_and_says_who_when_why(self, desk, filled):
        event = the_meeting(filled)
        answer = self.send(desk, event)
        assert answer.status_code == 303
        changed = filled.event(event.id)
        assert (changed.place.code, changed.place.name) == ("RUS", "Moscou")
        page = desk.get(answer.headers["location"]).text
        assert "Moscou, Russia" in page, "a town that stands in no dispatch"
        assert 'role="status"' in page and "Le communiqué" in page and "Ève" in page
        assert "<b>" not in page and "\u202e" not in page
        assert filled.judgements()[0].at[:10] in page

    def test_the_name_is_kept_for_the_next_time(self, desk, filled):
        event = the_meeting(filled)
        self.send(desk, event, by="Ève Ménard")
        assert 'value="Ève Ménard"' in desk.get(f"/events/{event.id}").text

    def test_unknown_is_a_value(self, desk, filled):
        event = the_meeting(filled)
        assert self.send(desk, event, field="date", value="", unknown="1").status_code == 303
        assert filled.event(event.id).date is None

    @pytest.mark.parametrize(("given", "said"), [
        ({"value": ""}, "Say what is right"), ({"value": "Nirgends"}, "“Nirgends” is not a place"),
        ({"field": "date", "value": "demain"}, "“demain” is not a date"), ({"field": "colour"}, "Choose what is wrong"),
        ({"field": "type", "unknown": "1"}, "cannot be unknown"), ({"reason": "  "}, "needs a reason"),
        ({"by": ""}, "Say who judges"), ({"by": "x" * 500}, "Longer than 120"), ({"reason": "x" * 3000}, "Longer than"),
        ({"field": "actors", "value": "Russie, Syldavie"}, "not known"), ({"value": "\0"}, "Longer than 2000"),
        ({"field": "status", "value": "maybe"}, "not a status"), ({"field": "mode", "value": "visti"}, "not a mode"),
    ])  # fmt: skip
    def test_what_cannot_be_comes_back_with_what_was_typed(self, desk, filled, given, said):
        event = the_meeting(filled)
        answer = self.send(
            desk, event, reason=given.get("reason", 'Vu "là" <i>'), **{k: v for k, v in given.items() if k != "reason"}
        )
        assert answer.status_code == 422 and said in answer.text
        if "reason" not in given:
            assert "Vu &#34;là&#34; &lt;i&gt;</textarea>" in answer.text
        assert filled.judgements() == ()

    def test_faults_are_said_in_french(self, desk, filled):
        desk.get("/?lang=fr")
        answer = self.send(desk, the_meeting(filled), field="date", value="demain")
        assert "«\u00a0demain\u00a0» n’est pas une date\u00a0:" in answer.text

    def test_another_site_may_not(self, desk, filled):
        event = the_meeting(filled)
        answer = desk.post(f"/events/{event.id}/corrections", data={}, headers={"Origin": "https://evil.example"})
        assert answer.status_code == 403 and filled.judgements() == ()

    def test_an_unknown_event(self, desk):
        assert desk.post("/events/zzzz/corrections", data={}, headers={"Origin": HERE}).status_code == 404
