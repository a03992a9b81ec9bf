"""`import legation` costs nothing; what it offers is there."""

from __future__ import annotations

import subprocess
import sys

import pytest

import legation

HEAVY = {"spacy", "sqlalchemy", "polars", "altair", "jinja2", "msgspec", "typer", "trafilatura", "legation.views"}


def test_importing_loads_nothing_heavy():
    code = f"import sys, legation; dir(legation); print(sorted(set(sys.modules) & {HEAVY!r}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_opening_a_ledger_loads_no_parser(ledger_file):
    code = (
        "import sys, legation; "
        f"print(len(legation.open({str(ledger_file)!r}).events(states='RUS').to_dicts())); "
        "print(sorted(set(sys.modules) & {'spacy', 'altair', 'rich', 'typer'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["5", "[]"]


def test_all_that_is_offered_is_there():
    assert set(legation.__all__) <= set(dir(legation))
    for name in legation.__all__:
        assert getattr(legation, name)
    with pytest.raises(AttributeError, match="module 'legation' has no attribute 'nothing'"):
        legation.nothing  # noqa: B018
