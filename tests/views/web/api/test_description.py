"""The description of the API, and that the API keeps to it whatever it is asked."""

from __future__ import annotations

import json
import re

import msgspec
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi import checks

from legation.event import Event
from legation.judgement import Judgement, correction
from legation.ledger import open_ledger
from legation.report import DispatchRef, Report
from legation.views.exports.registry import FORMATS
from legation.views.records import CommitmentRecord, DissentRecord, PersonRecord
from legation.views.web import Settings, make_app
from legation.views.web.api import examples
from legation.views.web.api.description import TAGS
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
def asked_ledger(tmp_path_factory):
    """A small ledger, which those who ask may fill; texts are read without a parser."""
    with pytest.MonkeyPatch.context() as patch, open_ledger(tmp_path_factory.mktemp("api") / "asked.db") as ledger:
        patch.setattr("legation.walk.ReaderSet", WordLanguages)
        ledger.keep([*world(), hostile()])
        ledger.update_events()
        yield ledger


@pytest.fixture(scope="module")
def described_api(asked_ledger):
    """What schemathesis asks."""
    app = make_app(asked_ledger, Settings(rate=0, hosts=None))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.fixture
def held(asked_ledger):
    """The path parameters of all that the ledger holds, by the resource."""
    report = asked_ledger.reports()[0]
    made = correction(report, "date", "2020-02-07", "r", by="Anne", at="2024-05-31T12:00:00Z")
    asked_ledger.judge(made)
    asked_ledger.update_events()
    return {
        "events": [{"id": one.id} for one in asked_ledger.events()],
        "reports": [{"id": one.id} for one in asked_ledger.reports()],
        "dispatches": [{"id": one.id} for one in asked_ledger.dispatches()],
        "judgements": [{"id": made.id}],
        "pairs": [{"one": "RUS", "other": "Caracas"}],
        "export": [{"format": name} for name in FORMATS],
    }


CHECKS = [
    schemathesis.checks.not_a_server_error, checks.status_code_conformance, checks.content_type_conformance,
    checks.response_headers_conformance, checks.response_schema_conformance, checks.negative_data_rejection,
]  # fmt: skip


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize("tag", [name for name, _ in TAGS])
def test_whatever_is_asked_is_answered_as_described(described_api, tag, mode):
    statuses = set()
    for found in described_api.include(tag=tag).get_all_operations():
        operation = found.ok()
        if mode is schemathesis.GenerationMode.NEGATIVE and not (operation.query or operation.body):
            continue  # nothing that could be wrong

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=25, derandomize=True, deadline=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        def asked(case):
            statuses.add(case.call_and_validate(checks=CHECKS).status_code)

        asked()
    if mode is schemathesis.GenerationMode.NEGATIVE:
        assert not statuses or 422 in statuses
    else:
        assert 200 in statuses, statuses


def test_every_record_is_answered_as_described(described_api, held):
    """With ids that are there, which no draw finds."""
    asked = 0
    for found in described_api.get_all_operations():
        operation = found.ok()
        if operation.method != "get" or "{" not in operation.path:
            continue
        for id_ in held[operation.path.split("/")[3].partition(".")[0]]:
            case = operation.Case(path_parameters=id_)
            assert case.call_and_validate(checks=CHECKS[:-1]).status_code == 200, operation.path
            asked += 1
    assert asked > 50
