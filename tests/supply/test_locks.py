"""What is pinned: hashes everywhere, no address anywhere, licences allowed."""

from __future__ import annotations

import json

import check_licences
import licences
import locked
import pytest

HASH = "--hash=sha256:" + "a" * 64
GOOD = f"""alembic==1.2.3 \\
    {HASH} \\
    {HASH}
    # via legation (pyproject.toml)
mako==1.0 ; sys_platform == 'win32' \\
    {HASH}
    # via
    #   alembic
    #   pytest
pytest==8 \\
    {HASH}
    # via legation (pyproject.toml)
"""
PROJECT = """
[project]
dependencies = ["Alembic>=1"]
[project.optional-dependencies]
dev = ["pytest>=8"]
"""


def test_a_lock_is_read():
    alembic, mako, pytest_ = locked.read_lock(GOOD)
    assert alembic == ("alembic", "1.2.3", None, ("a" * 64, "a" * 64), ("legation (pyproject.toml)",))
    assert (mako.marker, mako.wanted_by) == ("sys_platform == 'win32'", ("alembic", "pytest"))
    assert list(locked.problems(GOOD)) == []
    assert locked.purposes([alembic, mako, pytest_], PROJECT) == {
        "alembic": "legation", "mako": "legation", "pytest": "development"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("click==8.1.0\n", "line 13: not a package with one version and its SHA-256 hashes"),
        (f"click>=8 \\\n    {HASH}\n", "line 13: not a package"),
        ("click==8 \\\n    --hash=md5:" + "a" * 32 + "\n", "line 13: not a package"),
        (f"click @ git+https://example.org/click \\\n    {HASH}\n", "line 13: an address"),
        ("--index-url https://example.org/simple\n", "line 13: an address"),
        ("-e .\n", "line 13: not a package"),
        ("# from https://example.org\n", "line 13: an address"),
    ],
)
def test_what_a_lock_must_not_hold(line, said):
    assert any(one.startswith(said) for one in locked.problems(GOOD + line))


def test_our_locks_hold_only_packages_with_hashes():
    text = locked.LOCK.read_text("utf-8")
    assert list(locked.problems(text)) == []
    assert len(locked.read_lock(text)) > 100
    assert list(licences.npm_problems(licences.NPM_LOCK.read_text("utf-8"))) == []


def test_npm_packages_without_a_hash_or_with_an_address_are_named():
    packages = {"": {}, "node_modules/a": {}, "node_modules/b": {"integrity": "sha512-x", "resolved": "https://b"}}
    said = list(licences.npm_problems(json.dumps({"packages": packages})))
    assert [line.partition(":")[0] for line in said] == ["node_modules/a", "node_modules/b"]


def test_all_licences_are_allowed_and_listed():
    rules = licences.load_rules()
    assert list(check_licences.problems(licences.licensed(rules), rules)) == []


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only OR MIT", True),
        ("(MIT OR GPL-3.0-only) AND ISC", True),
        ("Apache-2.0 WITH LLVM-exception", False),
    ],
)
def test_expressions_are_weighed(expression, allowed):
    assert licences.allows(expression, frozenset({"MIT", "ISC", "Apache-2.0"})) is allowed


def test_a_licence_that_nobody_allowed_is_named():
    rules = licences.load_rules()
    found = [one for one in licences.licensed(rules) if one.name != "tqdm"]
    strange = licences.Licensed("strange", ("1",), "AGPL-3.0-only", "legation", "pypi")
    unclear = licences.Licensed("unclear", ("1",), None, "legation", "pypi")
    changed = licences.Licensed("certifi", ("2",), "MIT", "legation", "pypi")
    said = list(licences.problems([*found, strange, unclear, changed], rules))
    assert said == [
        "strange: AGPL-3.0-only is not an allowed licence",
        "unclear: no licence that is clear; look it up in its files and add it to [read]",
        "certifi: reviewed as MPL-2.0, but is MIT now",
        "tqdm: has a rule, but no lock names it",
    ]


def test_a_page_that_is_out_of_date_is_said_to_be(tmp_path, monkeypatch):
    rules = licences.load_rules()
    found = licences.licensed(rules)
    monkeypatch.setattr(check_licences, "PAGE", tmp_path / "licences.md")
    assert any("--write" in line for line in check_licences.problems(found, rules))
    (tmp_path / "licences.md").write_text(check_licences.page(found, rules), "utf-8")
    assert not any("--write" in line for line in check_licences.problems(found, rules))
