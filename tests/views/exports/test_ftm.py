from __future__ import annotations

import re

import msgspec
import pytest

from legation.language.pack import available
from legation.views.exports.ftm import LANGUAGES

THING = {"name", "alias", "country", "description", "sourceUrl", "publisher", "keywords", "proof"}
LEGAL_ENTITY = THING | {"sector", "classification"}
PROPERTIES = {
    "Event": THING | {"startDate", "endDate", "date", "recordId", "location", "involved"},
    "Person": LEGAL_ENTITY | {"position"},
    "PublicBody": LEGAL_ENTITY,
    "Organization": LEGAL_ENTITY,
    "Article": THING | {"title", "publishedAt", "language", "fileName"},
}
"""What of FollowTheMoney's schema we use, written down from its public description."""
REFERENCES = {"involved": {"Person", "PublicBody", "Organization"}, "proof": {"Article"}}
DATES = ("date", "startDate", "endDate", "publishedAt")


@pytest.fixture
def entities(exported):
    def run(path, **more):
        return [msgspec.json.decode(line) for line in exported(path, "ftm", **more)[0].splitlines()]

    return run


def check(found):
    """The structure that FollowTheMoney wants of a file of entities."""
    schemas = {}
    for entity in found:
        assert set(entity) == {"id", "schema", "properties"}
        assert re.fullmatch(r"[a-z0-9-]+", entity["id"])
        assert entity["id"] not in schemas, "each entity once"
        properties = entity["properties"]
        assert set(properties) <= PROPERTIES[entity["schema"]]
        assert properties["name"]
        for name, values in properties.items():
            assert values and all(isinstance(value, str) and value for value in values)
            assert len(set(values)) == len(values)
            for value in values:
                assert name not in REFERENCES or schemas[value] in REFERENCES[name], "what is referred to comes first"
                assert name not in DATES or re.fullmatch(r"\d{4}(-\d\d){0,2}", value)
                assert name != "country" or re.fullmatch("[a-z]{2}", value)
                assert name != "language" or re.fullmatch("[a-z]{3}", value)
                assert name != "sourceUrl" or value.startswith(("http://", "https://"))
        schemas[entity["id"]] = entity["schema"]
    return schemas


def test_the_world(entities, ledger_file):
    found = entities(ledger_file)
    schemas = list(check(found).values())
    assert {name: schemas.count(name) for name in PROPERTIES} == {
        "Event": 5, "Person": 2, "PublicBody": 2, "Organization": 0, "Article": 5,
    }  # fmt: skip
    (met,) = (one for one in found if one["id"] == "legation-event-882e710bd9a4b019")
    lavrov, arreaza = (one["id"] for one in found if one["schema"] == "Person")
    del met["properties"]["description"], met["properties"]["proof"]
    assert met["properties"] == {
        "name": ["Talks: Russia → Venezuela"], "date": ["2020-02-07"], "startDate": ["2020-02-07"],
        "endDate": ["2020-02-07"], "country": ["ve"], "location": ["Venezuela"],
        "involved": ["legation-party-rus", lavrov, "legation-party-ven", arreaza],
        "keywords": ["CONSULT", "occurred", "verbal cooperation"], "recordId": ["882e710bd9a4b019"],
    }  # fmt: skip
    (person,) = (one for one in found if one["id"] == lavrov)
    assert person["properties"] == {
        "name": ["Sergueï Lavrov"], "alias": ["Lavrov"], "position": ["ministre des Affaires étrangères"],
        "country": ["ru"],
    }  # fmt: skip


def test_hostile_text_keeps_the_form(entities, nasty_file):
    check(entities(nasty_file))


def test_all_languages_of_dispatches_have_a_code():
    assert set(available()) <= LANGUAGES.keys()


def test_followthemoney_reads_it(entities, ledger_file):
    model = pytest.importorskip(
        "followthemoney", reason="followthemoney needs ICU and a compiler; it is no dependency of ours"
    ).model
    for entity in entities(ledger_file):
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        assert proxy.to_dict()["properties"].keys() == entity["properties"].keys()
