from __future__ import annotations

from datetime import date

from legation.ledger import open_ledger


def test_the_head(make_brief):
    brief = make_brief()
    assert brief.title == "Russia – Venezuela"
    assert brief.as_of == "As of 2 March 2021, the date of the newest dispatch."
    assert brief.period == "1999 to March 2021"
    counted = brief.counted
    assert (counted.dispatches, counted.reprints) == ("5 dispatches", "1 of them a reprint")
    assert counted.outlets == "3 outlets"
    assert set(counted.outlet_names) == {"Le Journal", "La Copie", "Radio"}
    assert counted.sources == "4 independent sources", "the reprint counts with its original"
    assert counted.events == "5 events"
    assert counted.by_status == ("4 took place", "1 announced")


def test_events_in_order_with_those_without_a_year_apart(make_brief):
    brief = make_brief()
    assert [(year, [entry.date for entry in entries]) for year, entries in brief.years] == [
        ("1999", ["1999"]), ("2020", ["7 February 2020", "May 2020"]), ("2021", ["March 2021"])
    ]  # fmt: skip
    assert [entry.date for entry in brief.undated] == ["4 July, year unknown"]
    assert brief.years[0][1][0].background
    assert not brief.years[1][1][0].background


def test_an_entry_quotes_its_dispatches(make_brief):
    met = make_brief().years[1][1][0]
    assert (met.label, met.status_words, met.actors, met.recipients) == (
        "Talks", "took place", ("Russia",), ("Venezuela",)
    )  # fmt: skip
    assert [(one.name, one.office, one.party) for one in met.people] == [
        ("Sergueï Lavrov", "ministre des Affaires étrangères", "Russia"), ("Jorge Arreaza", "chancelier", "Venezuela")
    ]  # fmt: skip
    assert met.backed == "2 independent sources in 3 dispatches: AFP; Arreaza"
    quoted = {telling.quotation.trigger: telling for telling in met.tellings}
    assert quoted["rencontré"].dispatches == (1, 2), "a reprint's sentence is quoted once"
    assert quoted["rencontré"].chain.endswith("← AFP")
    assert quoted["reçu"].chain == "Radio ← Arreaza"


def test_promises(make_brief):
    (promise,) = make_brief().promises
    assert (promise.due, promise.outcome) == ("May 2020", "overdue")
    assert promise.outcome_words == "Overdue: no dispatch tells that it took place."
    assert promise.telling.quotation.trigger == "se réunira"
    assert promise.telling.published == "8 February 2020"
    assert promise.told is None


def test_a_promise_that_was_kept_has_the_words_that_say_so(make_brief, kept_file):
    (promise,) = make_brief(path=kept_file).promises
    assert (promise.outcome, promise.evidence) == ("kept", (2,))
    assert promise.telling.quotation.trigger == "se réunira"
    assert promise.told.quotation.trigger == "s'est réunie"
    assert (promise.told.chain, promise.told.published) == ("Radio", "12 May 2020")


def test_people_of_each_side(make_brief):
    (russia, russians), (venezuela, venezuelans) = make_brief().people
    assert (russia, venezuela) == ("Russia", "Venezuela")
    assert [(one.name, one.offices) for one in russians] == [
        ("Sergueï Lavrov", ("ministre des Affaires étrangères",))
    ], "a bare surname joins the full name"
    assert [one.name for one in venezuelans] == ["Jorge Arreaza"]


def test_disagreements(make_brief):
    (entry,) = make_brief().disputed
    (dissent,) = entry.dissents
    assert dissent.field == "Date"
    assert [(said.value, said.sources, said.dispatches) for said in dissent.values] == [
        ("6 February 2020", ("Arreaza",), (3,)), ("7 February 2020", ("AFP",), (1, 2))
    ]  # fmt: skip


def test_dispatches_are_numbered_by_date_and_linked_only_to_the_web(make_brief):
    lines = make_brief().dispatches
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.date for line in lines][-1] == "undated"
    assert lines[0].address == "https://journal.example/1"
    assert [line.address for line in lines[1:]] == [None] * 4
    assert [line.reprint_of for line in lines] == [None, 1, None, None, None]


def test_the_chart_says_what_it_leaves_out(make_brief):
    months = make_brief().months
    assert [(bar.label, bar.quad, bar.count) for bar in months.bars] == [
        ("February 2020", "verbal cooperation", 1), ("March 2021", "material cooperation", 1)
    ]  # fmt: skip
    assert months.notes == (
        "2 events are not drawn: their month or year is not known.",
        "1 event that was only announced, considered or denied is not drawn.",
    )


def test_since_leaves_out_what_came_before(make_brief):
    brief = make_brief(since=date(2020, 3, 1))
    assert brief.since == "since 1 March 2020"
    assert [year for year, _ in brief.years] == ["2020", "2021"]
    assert len(brief.undated) == 1, "nobody knows when it was, nor when it was written"


def test_an_undated_event_written_before_is_left_out(make_brief, tmp_path):
    from record_builders import make_dispatch, make_report  # noqa: PLC0415

    dispatch = make_dispatch("Moscou accuse Caracas.", "old.txt", "2010-01-01")
    with open_ledger(tmp_path / "old.db") as ledger:
        ledger.keep([(dispatch, [make_report(dispatch, "ACCUSE", date="XXXX-07-04")])])
        ledger.update_events()
    assert len(make_brief(path=tmp_path / "old.db").undated) == 1
    assert make_brief(path=tmp_path / "old.db", since=date(2020, 1, 1)).undated == ()


def test_in_french(make_brief):
    brief = make_brief(language="fr")
    assert brief.title == "Russie – Venezuela"
    assert brief.counted.by_status == ("4 ont eu lieu", "1 annoncé")
    assert brief.years[1][1][0].place == "Venezuela"


def test_a_whole_copy_from_a_second_source_is_no_reprint_of_itself(make_brief, tmp_path):
    import msgspec  # noqa: PLC0415

    from record_builders import make_dispatch, make_report  # noqa: PLC0415

    dispatch = make_dispatch("Moscou accuse Caracas.", "a.txt", "2010-01-01")
    again = msgspec.structs.replace(dispatch, source="b.txt")
    with open_ledger(tmp_path / "twice.db") as ledger:
        ledger.keep([(dispatch, [make_report(dispatch, "ACCUSE", date="2010-01-01")]),
                     (again, [make_report(again, "ACCUSE", date="2010-01-01")])])  # fmt: skip
        ledger.update_events()
    brief = make_brief(path=tmp_path / "twice.db")
    assert brief.counted.dispatches == "1 dispatch"
    assert brief.counted.reprints is None
