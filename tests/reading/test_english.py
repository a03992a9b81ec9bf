"""English is data: a small pack, another parser's labels, and not a line of code of its own."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from legation.dispatch import Dispatch, OwnDate, text_id
from legation.language.pack import load_pack
from legation.reading.reader import Reader

SCRIPTS = Path(__file__).parents[2] / "scripts"


@pytest.fixture(scope="module")
def english():
    return Reader(load_pack("en"))


def read(reader, text):
    return reader.read(Dispatch(text_id(text), text, "test", "en", own_date=OwnDate("2020-02-12", "published")))


ONE_EVENT = [
    # active
    (
        "Iraqi Prime Minister Mohammed al-Sudani met his Kuwaiti counterpart on Monday.",
        "CONSULT",
        "occurred",
        "IRQ KWT",
        "",
    ),
    ("Vietnam's foreign minister visited Laos last week.", "CONSULT", "occurred", "VNM", "LAO"),
    ("The Emir of Qatar received the Lebanese president in Doha.", "CONSULT", "occurred", "LBN", "QAT"),
    (
        "Japanese Foreign Minister Takeshi Iwaya phoned his Philippine counterpart.",
        "CONSULT",
        "occurred",
        "JPN PHL",
        "",
    ),
    ("Ecuador condemned Mexico over the asylum decision.", "ACCUSE", "occurred", "ECU", "MEX"),
    ("Ethiopia accused Eritrea of arming rebels in the north.", "ACCUSE", "occurred", "ETH", "ERI"),
    ("Tunisia praised Algeria for its help.", "SUPPORT", "occurred", "TUN", "DZA"),
    ("New Zealand imposed a travel ban on Belarus.", "SANCTION", "occurred", "NZL", "BLR"),
    ("Slovakia expelled a Russian diplomat on Friday.", "SANCTION", "occurred", "SVK", "RUS"),
    ("South Korea donated wheat to Yemen.", "AID", "occurred", "KOR", "YEM"),
    ("The United States gave its support to Taiwan.", "SUPPORT", "occurred", "USA", "TWN"),
    ("Switzerland granted Moldova a loan of 20 million euros.", "AID", "occurred", "CHE", "MDA"),
    # passive
    (
        "Armenia's president was received by the Georgian prime minister in Tbilisi.",
        "CONSULT",
        "occurred",
        "ARM",
        "GEO",
    ),
    ("Sudan was criticised by the African Union.", "ACCUSE", "occurred", "AFU", "SDN"),
    ("Three Iranian diplomats were expelled by Albania.", "SANCTION", "occurred", "ALB", "IRN"),
    ("Tents were sent to Morocco by Spain on Sunday.", "AID", "occurred", "ESP", "MAR"),
    ("Tariffs were imposed on Canada by the United States.", "SANCTION", "occurred", "USA", "CAN"),
    # nominal
    ("Talks between Greece and Turkey took place in Athens on Tuesday.", "CONSULT", "occurred", "GRC TUR", ""),
    ("Poland's visit to Lithuania ended on Thursday.", "CONSULT", "occurred", "POL", "LTU"),
    ("Oman held talks with Iran in Muscat.", "CONSULT", "occurred", "OMN IRN", ""),
    ("Kuwait voiced its condemnation of Israel.", "ACCUSE", "occurred", "KWT", "ISR"),
    ("EU sanctions against Zimbabwe were extended on Monday.", "SANCTION", "occurred", "EUR", "ZWE"),
    # negated
    ("Bulgaria has not recognised Kosovo's passports.", "SUPPORT", "denied", "BGR", "XKX"),
    ("China denied that it had sent weapons to Russia.", "AID", "denied", "CHN", "RUS"),
    ("Hungary refused to impose sanctions on Russia.", "SANCTION", "denied", "HUN", "RUS"),
    ("India and Pakistan did not meet in New York.", "CONSULT", "denied", "IND PAK", ""),
    # future and only thought of
    ("The Danish foreign minister will travel to Greenland next month.", "CONSULT", "planned", "DNK", "GRL"),
    ("Australia plans to deliver tanks to Ukraine.", "AID", "planned", "AUS", "UKR"),
    ("Brazil said it would send vaccines to Paraguay.", "AID", "planned", "BRA", "PRY"),
    ("The Spanish prime minister is to visit Mauritania.", "CONSULT", "planned", "ESP", "MRT"),
    ("Kenya's president to visit China in April", "CONSULT", "planned", "KEN", "CHN"),
    ("Britain may impose new sanctions on Georgia.", "SANCTION", "hypothetical", "GBR", "GEO"),
    ("The French president is visiting Egypt.", "CONSULT", "ongoing", "FRA", "EGY"),
    # clauses
    ("Latvia, which expelled two diplomats from Belarus, thanked nobody.", "SANCTION", "occurred", "LVA", "BLR"),
    ('"We support Armenia," the French foreign minister said.', "SUPPORT", "occurred", "FRA", "ARM"),
    ("President Xi Jinping of China and Tajikistan's president met in Dushanbe.", "CONSULT", "occurred", "CHN TJK", ""),
]


@pytest.mark.parametrize(("text", "kind", "status", "actors", "recipients"), ONE_EVENT)
def test_a_sentence_is_read(english, text, kind, status, actors, recipients):
    (report,) = read(english, text)
    assert (report.type, report.status) == (kind, status)
    assert {p.code for p in report.actors} == set(actors.split())
    assert {p.code for p in report.recipients} == set(recipients.split())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on 7 February 2020", "2020-02-07"),
        ("on February 7, 2020", "2020-02-07"),
        ("on February 7", "2020-02-07"),
        ("yesterday", "2020-02-11"),
        ("on Monday", "2020-02-10"),
        ("on the 3rd of January", "2020-01-03"),
        ("last month", "2020-01"),
        ("two days ago", "2020-02-10"),
    ],
)
def test_words_of_time_are_read(english, words, day):
    (report,) = read(english, f"Turkey condemned Israel {words}.")
    assert report.date == day


@pytest.mark.parametrize(
    "text",
    [
        "Polish shoes polish the floor of the embassy.",
        "Norway met the deadline set by Sweden.",
        "The weather in Paris and London was mild.",
        "The Turkish striker met the needs of his team in the match, the coach and the referee said.",
    ],
)
def test_other_sentences_tell_nothing(english, text):
    assert not read(english, text)


def test_attribution_is_read(english):
    (report,) = read(english, "Mali condemned Algeria, according to Reuters and a statement by the Malian army.")
    assert report.actors[0].code == "MLI"
    assert report.attribution


def test_every_test_sentence_of_the_lexicon_is_read_right(english):
    spec = importlib.util.spec_from_file_location("check_lexicon", SCRIPTS / "check_lexicon.py")
    check_lexicon = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check_lexicon)
    wrong = [o for o in check_lexicon.outcomes("en", english) if o.verdict != "right"]
    assert not wrong
