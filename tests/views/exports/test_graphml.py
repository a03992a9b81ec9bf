from __future__ import annotations

import io

import networkx
import pytest

from record_builders import make_dispatch, make_report


@pytest.fixture
def graph(exported):
    return lambda path, **more: networkx.read_graphml(io.BytesIO(exported(path, "graphml", **more)[0]))


def test_in_networkx(graph, ledger_file):
    found = graph(ledger_file)
    assert found.is_directed()
    assert {name: data["kind"] for name, data in found.nodes(data=True)} == {
        "RUS": "state", "VEN": "state", "RUS: Sergueï Lavrov": "person", "VEN: Jorge Arreaza": "person",
    }  # fmt: skip
    assert found.edges["RUS", "VEN"] == {
        "relation": "acts on", "weight": 4, "verbal_cooperation": 1, "material_cooperation": 2, "verbal_conflict": 1,
        "material_conflict": 0, "types": "AID 2; ACCUSE 1; CONSULT 1", "first": "1999-01-01", "last": "2021-03-31",
        "independent_sources": 4,
    }  # fmt: skip
    assert found.edges["RUS: Sergueï Lavrov", "VEN: Jorge Arreaza"]["types"] == "CONSULT 1"
    assert found.edges["VEN: Jorge Arreaza", "VEN"]["relation"] == "acts for"
    assert ("VEN", "RUS") not in found.edges, "the joint session is only planned"


def test_what_is_done_together_counts_both_ways(graph, ledger_of):
    dispatch = make_dispatch("La Russie, Cuba et l'ONU se sont réunies.", published="2020-02-08")
    report = make_report(dispatch, actors="RUS + CUB + UNO", recipients="", date="2020-02-07")
    found = graph(ledger_of([(dispatch, [report])]), language="fr")
    assert len(found.edges) == 6
    assert found.nodes["UNO"]["kind"] == "organisation"
    assert found.nodes["RUS"]["label"] == "Russie"


def test_hostile_names_are_text(graph, nasty_file):
    found = graph(nasty_file)
    (person,) = (data for _, data in found.nodes(data=True) if data["kind"] == "person")
    assert person["label"].startswith('@=HYPERLINK("http//x") \\x00')
