from __future__ import annotations

import pytest

from legation.report import Promise
from legation.views.digest import sifting
from legation.views.digest.grouping import EVENTS_MOST, OF_A_GROUP
from record_builders import make_dispatch, make_report
from views.cases import told


def events(digest):
    return [one for group in digest.groups for one in group.events]


def test_everything_is_new_since_the_first_day(make_digest):
    digest = make_digest("2020-02-08")
    assert digest.told == ("4 dispatches, 1 of them a reprint", "3 events told for the first time")
    assert [group.parties for group in digest.groups] == ["Russia – Venezuela"]
    assert [(one.label, one.date, one.backed) for one in events(digest)] == [
        ("Aid", "March 2021", "1 independent source"),
        ("Talks", "7 February 2020", "2 independent sources"),
    ]
    (promise,) = digest.promises
    assert (promise.outcome, promise.due, promise.headline.known) == ("overdue", "May 2020", None)
    assert (digest.settled, digest.overdue) == ((), ())
    assert digest.left_out == ("1 dispatch without a date, whose news has no day",)


def test_words_count_back_from_the_newest_dispatch_and_the_head_says_so(make_digest):
    digest = make_digest("yesterday")
    assert digest.since == "Since 1 March 2021 (“yesterday”, counted back from the newest dispatch)."
    assert digest.as_of == "As of 2 March 2021, the date of the newest dispatch."
    assert [one.label for one in events(digest)] == ["Aid"]
    assert digest.promises == digest.overdue == digest.disputes == ()


def test_a_copy_makes_nothing_new(make_digest):
    before, after = make_digest("2020-02-09"), make_digest("2020-02-10")
    assert "Talks" not in [one.label for one in (*events(before), *events(after))], "told on the eighth"
    assert before.told[0] == "3 dispatches, 1 of them a reprint"
    assert after.told[0] == "2 dispatches"


def test_a_disagreement_is_new_when_one_of_its_values_is(make_digest):
    digest = make_digest("2020-02-10")
    (dispute,) = digest.disputes
    assert dispute.points == ("Date: 6 February 2020 (Arreaza); 7 February 2020 (AFP)",)
    assert dispute.headline.number not in digest.numbered
    assert make_digest("2020-02-11").disputes == ()


def test_a_disagreement_about_a_new_event_refers_to_it(make_digest):
    digest = make_digest("2020-02-08")
    (dispute,) = digest.disputes
    (talks,) = (one for one in events(digest) if one.label == "Talks")
    assert dispute.headline.number == talks.number
    assert talks.number in digest.numbered


@pytest.mark.parametrize(
    ("since", "late"), [("2020-06-07", 1), ("2020-06-08", 1), ("2020-06-09", 0), ("2021-01-01", 0)]
)
def test_overdue_since_then(make_digest, since, late):
    """The window of May is over on the last of it, and a week later on 8 June nobody may hope any more."""
    digest = make_digest(since)
    assert len(digest.overdue) == late
    assert digest.promises == (), "announced before"
    for one in digest.overdue:
        assert one.headline.known == "first told 8 February 2020"
        assert one.headline.quotation.trigger == "se réunira"


def test_kept_since_then_in_the_words_that_say_so(make_digest, kept_file):
    digest = make_digest("2020-05", path=kept_file)
    (kept,) = digest.settled
    assert (kept.outcome, kept.headline.known) == ("kept", "first told 8 February 2020")
    assert kept.headline.quotation.trigger == "s'est réunie"
    assert (digest.groups, digest.promises) == ((), ())
    whole = make_digest("2020-02", path=kept_file)
    assert (len(events(whole)), whole.promises, whole.settled) == (1, (), ()), "one meeting, announced and held"


def test_kept_by_a_deed_that_another_event_tells(make_digest, filled):
    promised = make_dispatch("Moscou s'engage à livrer du blé au Venezuela en avril 2020.", "a.txt", "2020-02-08")
    done = make_dispatch("La Russie a livré du blé au Venezuela.", "b.txt", "2020-04-12")
    path = filled([
        (promised, [make_report(promised, "AGREE", date="2020-02-08", trigger="s'engage",
                                promised=Promise("AID", "2020-04"))]),
        (done, [make_report(done, "AID", date="2020-04-11", trigger="a livré")]),
    ])  # fmt: skip
    digest = make_digest("2020-04", path=path)
    (kept,) = digest.settled
    assert kept.headline.label == "Agreement"
    assert kept.headline.quotation.trigger == "a livré"
    assert [one.label for one in events(digest)] == ["Aid"]


def test_called_off_since_then(make_digest, filled):
    plan = told(
        "La commission se réunira le 4 mai à Moscou.", "a.txt", "2020-02-08", date="2020-05-04", status="planned"
    )
    off = told(
        "La commission du 4 mai à Moscou est annulée.", "b.txt", "2020-04-20", date="2020-05-04", status="denied"
    )
    digest = make_digest("2020-04", path=filled([plan, off]))
    assert [one.outcome for one in digest.settled] == ["cancelled"]
    assert make_digest("2020-04-21", path=filled([], "made.db")).nothing


def test_only_the_parties_asked_for(make_digest, filled):
    path = filled([
        told("Rencontre.", "a.txt", "2020-02-08"),
        told("Entretien.", "b.txt", "2020-02-08", actors="FRA", recipients="DZA"),
        told("Dialogue.", "c.txt", "2020-02-08", actors="CUB", recipients="CHN"),
    ])  # fmt: skip
    assert {group.parties for group in make_digest(path=path).groups} == {
        "Russia – Venezuela", "Algeria – France", "China – Cuba"
    }  # fmt: skip
    some = make_digest("2020", ("VEN", "RUS"), ("FRA",), path=path)
    assert some.title == "What is new: Venezuela – Russia; France"
    assert {group.parties for group in some.groups} == {"France", "Russia – Venezuela"}
    assert some.told == ("2 dispatches", "2 events told for the first time")
    assert make_digest("2020", ("RUS", "CUB"), path=path).nothing


def test_the_weightiest_come_first_and_the_rest_is_counted(make_digest, filled):
    number = EVENTS_MOST + 20
    readings = [
        told(f"Dépêche {i}.", f"{i}.txt", "2020-02-08", date=f"20{i % 20:02}-02-01", type_="CONSULT",
             actors="RUS", recipients="VEN", trigger="Dépêche", place=("VEN", "RUS", "CUB", "FRA")[i % 4])
        for i in range(number)
    ]  # fmt: skip
    heavy = told(
        "Sanctions.", "s.txt", "2020-02-08", date="2020-02-07", type_="SANCTION", actors="USA", recipients="CUB"
    )
    digest = make_digest(path=filled([*readings, heavy]))
    first, second = digest.groups
    assert (first.parties, len(first.events)) == ("Cuba – United States", 1)
    assert (second.parties, len(second.events)) == ("Russia – Venezuela", OF_A_GROUP)
    told_first = int(digest.told[1].split()[0])
    assert f"{told_first - 1 - OF_A_GROUP} more new events" in digest.left_out


def test_when_too_much_was_told_to_look_at_it_says_so(make_digest, monkeypatch):
    monkeypatch.setattr(sifting, "LOOKED_AT", 0)
    monkeypatch.setattr("legation.views.digest.finding.LOOKED_AT", 0)
    monkeypatch.setattr("legation.views.digest.leaving_out.LOOKED_AT", 0)
    assert any("looked at for changes" in one for one in make_digest("2020-02-10").left_out)


def test_known_before_and_told_again_is_counted(make_digest, filled):
    visit = {"date": "2020-02-07", "place": "VEN", "trigger": "rencontré"}
    path = filled([
        told("Lavrov a rencontré Maduro à Caracas.", "a.txt", "2020-02-08", **visit),
        told("Maduro, que Lavrov a rencontré à Caracas le 7 février.", "b.txt", "2020-02-20", **visit),
        told("Paris parle avec Alger.", "c.txt", "2020-02-20", actors="FRA", recipients="DZA"),
    ])  # fmt: skip
    again = "1 event known before and told again without anything new"
    assert again in make_digest("2020-02-09", path=path).left_out
    whole = make_digest("2020-02-08", path=path)
    assert (len(events(whole)), again in whole.left_out) == (2, False)


def test_nothing_new_is_one_sentence(make_digest, filled, tmp_path):
    assert make_digest("2021-03-03").nothing == (
        "Nothing is new since 3 March 2021; the newest dispatch in the ledger is of 2 March 2021."
    )
    assert make_digest("hier", language="fr", path=filled([], "none.db")).nothing == (
        "Rien de nouveau\u00a0: le registre ne tient aucune dépêche."
    )
    undated = filled([told("Rencontre.", "a.txt", None)], "undated.db")
    assert make_digest("2020", path=undated).nothing == (
        "Nothing is new: no dispatch in the ledger gives its date with a year."
    )


def test_only_the_dispatches_that_are_quoted_are_listed(make_digest):
    digest = make_digest("2020-02-10")
    assert [line.number for line in digest.dispatches] == list(range(1, len(digest.dispatches) + 1))
    quoted = {n for one in (*events(digest), *(p.headline for p in digest.overdue)) for n in one.dispatches}
    assert quoted == {line.number for line in digest.dispatches}


def test_what_a_dispatch_says_of_itself_is_cut(make_digest, filled):
    long = "https://journal.example/" + "a" * 5000
    path = filled([told("Rencontre. " + "M" * 3000, long, "2020-02-08")])
    (line,) = make_digest(path=path).dispatches
    assert len(line.source) < 200
    assert line.address == long


def test_an_event_that_goes_away_meanwhile_is_not_missed(make_digest, monkeypatch):
    from legation.ledger import Ledger  # noqa: PLC0415

    there = Ledger.events_by_id

    def fewer(self, ids, day=None):
        found = there(self, ids, day)
        return {id_: event for id_, event in found.items() if event.type != "AID"}

    monkeypatch.setattr(Ledger, "events_by_id", fewer)
    assert [one.label for one in events(make_digest("2020-02-08"))] == ["Talks"]
