"""The description of the API, and that the API keeps to it whatever it is asked."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi import checks

from legation.event import Event
from legation.judgement import Judgement
from legation.ledger import open_ledger
from legation.report import DispatchRef, Report
from legation.views.records import CommitmentRecord, DissentRecord, PersonRecord
from legation.views.web import Settings, make_app
from legation.views.web.api import examples
from views.cases import WordLanguages, hostile, world


@pytest.fixture
def described(api):
    return api.get("/api/v1/openapi.json").json()


def operations(described):
    return [(path, method, one) for path, item in described["paths"].items() for method, one in item.items()]


def test_it_is_openapi_3_1_and_every_reference_leads_somewhere(described):
    assert described["openapi"].startswith("3.1")
    for name in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(described)):
        assert name in described["components"]["schemas"]


def test_only_the_api_is_described(described):
    assert all(path.startswith("/api/v1/") for path in described["paths"])
    assert len(described["paths"]) >= 18


def test_every_operation_says_what_it_is(described):
    known = {tag["name"] for tag in described["tags"]}
    ids = [one["operationId"] for _, _, one in operations(described)]
    assert len(ids) == len(set(ids)) and all(re.fullmatch("[a-z][A-Za-z]+", name) for name in ids)
    for path, _, one in operations(described):
        assert one["summary"] and len(one["description"]) > 20, path
        assert set(one["tags"]) <= known, path
        assert {"401", "422", "429", "503"} <= set(one["responses"]), path
        for status, answer in one["responses"].items():
            if int(status) >= 400:
                assert list(answer["content"]) == ["application/problem+json"], (path, status)
        for parameter in one.get("parameters", []):
            assert parameter["schema"], (path, parameter["name"])


@pytest.mark.parametrize(("example", "form"), [
    (examples.EVENT, Event), (examples.REPORT, Report), (examples.DISPATCH, DispatchRef),
    (examples.PERSON, PersonRecord), (examples.COMMITMENT, CommitmentRecord), (examples.DISSENT, DissentRecord),
    (examples.JUDGEMENT, Judgement),
])  # fmt: skip
def test_examples_have_the_form_of_the_records(example, form):
    read = msgspec.json.decode(json.dumps(example), type=form)
    assert json.loads(msgspec.json.encode(read)) == example


@pytest.fixture(scope="module")
def described_api(tmp_path_factory):
    """What schemathesis asks: the API of a small ledger, which it may fill."""
    with pytest.MonkeyPatch.context() as patch, open_ledger(tmp_path_factory.mktemp("api") / "asked.db") as ledger:
        patch.setattr("legation.walk.ReaderSet", WordLanguages)
        ledger.keep([*world(), hostile()])
        ledger.update_events()
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", make_app(ledger, Settings(rate=0, hosts=None)))


asked = schemathesis.pytest.from_fixture("described_api")


@asked.parametrize()
@settings(
    max_examples=15, derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_whatever_is_asked_is_answered_as_described(case):
    case.call_and_validate(
        checks=[
            schemathesis.checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
            checks.response_headers_conformance, checks.response_schema_conformance, checks.negative_data_rejection,
        ]
    )  # fmt: skip
