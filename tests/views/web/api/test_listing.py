"""The page that lists the operations."""

from __future__ import annotations


def test_it_lists_every_operation_in_either_language(api):
    described = api.get("/api/v1/openapi.json").json()["paths"]
    page = api.get("/api").text
    for path, item in described.items():
        for method in item:
            assert f"<code>{method.upper()} {path}</code>" in page
    assert "<code>next</code>" in page and "<code>CONSULT</code>" in page and "`" not in page
    french = api.get("/api?lang=fr").text
    assert "Pour les programmes" in french and "obligatoire" in french and 'lang="en"' in french


def test_it_is_no_call(desk_of, filled):
    client = desk_of(filled, rate=0.1, burst=1)
    assert [client.get("/api").status_code for _ in range(3)] == [200, 200, 200]
