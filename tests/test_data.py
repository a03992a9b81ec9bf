"""Words are data, code is code; the data are checked by scripts that also stand alone."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from pathlib import Path

import pytest

import legation

ROOT = Path(legation.__file__).parent
SCRIPTS = Path(__file__).parents[1] / "scripts"

ACCENTED = re.compile(r"[^\W\d_]*[àâçéèêëîïôûùüÿœæ][^\W\d_]*", re.IGNORECASE)
PLAIN_LINES = (
    "le les du une dans pour avec sur lors depuis selon entre ne pas que qui elle nous leur par contre chez mais donc",
    "aucun jamais hier demain aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche janvier avril juin",
    "juillet octobre novembre accord visite ministre gouvernement pays",
)
PLAIN = frozenset(word for line in PLAIN_LINES for word in line.split())
"""French words that are neither English nor codes; a few stand for all."""
LETTERS_OF_PROGRAMS = {
    "intake/furniture.py": {"zà", "ÿ"},
    "language/states.py": {"œ", "æ"},
    "views/searching.py": {"œ", "æ"},
    "views/web/surroundings.py": {"zà"},
    "views/brief/setting.py": {"par"},
}
"""Letters, not words: a range of capitals, ligatures to fold, a function of typst."""
STILL_IN_CODE = {
    "language/words": {"là", "aujourd'hui", "elle", "nous"},
    "reading/arguments": {"à", "lors", "entre", "ne", "avec", "après"},
    "reading/content": {"après", "près", "malgré", "lors", "depuis", "selon"},
}
"""French words that code still holds, by module, to be moved to the data; nothing may be added."""


def literals(path: Path) -> list[str]:
    """The strings of a file's code, docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
    constants = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in told]
    return [str(n.value) for n in constants if isinstance(n.value, str)]


def french_words(text: str) -> set[str]:
    words = set(re.findall(r"aujourd'hui|[^\W\d_]+", text.lower()))
    return {word for word in words if word in PLAIN or ACCENTED.fullmatch(word)}


SOURCES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_french_words_stand_in_code(path):
    name = str(path.relative_to(ROOT))
    found = {word for text in literals(path) for word in french_words(text)} - LETTERS_OF_PROGRAMS.get(name, set())
    known = {word for module, words in STILL_IN_CODE.items() if name.startswith(module) for word in words}
    assert found - known == set()


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('x = "après"', {"après"}),
        ('x = f"{y} selon"', {"selon"}),
        ('"""Après."""', set()),
        ('x = "on or person"', set()),
    ],
)
def test_the_search_finds_what_it_should(tmp_path, code, expected):
    path = tmp_path / "code.py"
    path.write_text(code, encoding="utf-8")
    assert {word for text in literals(path) for word in french_words(text)} == expected


def compared_languages(path: Path) -> list[int]:
    """Lines that compare a language with a fixed code."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare) and any(isinstance(op, ast.Eq | ast.NotEq | ast.In) for op in node.ops):
            sides = [node.left, *node.comparators]
            names = " ".join(ast.unparse(side) for side in sides if not isinstance(side, ast.Constant))
            fixed = [s.value for s in sides if isinstance(s, ast.Constant)]
            if re.search(r"\blang(uage)?\b", names) and any(isinstance(v, str) and len(v) == 2 for v in fixed):
                found.append(node.lineno)
    return found


def test_code_asks_no_language_which_it_is(tmp_path):
    assert {str(p.relative_to(ROOT)): lines for p in SOURCES if (lines := compared_languages(p))} == {}
    (tmp_path / "bad.py").write_text('if dispatch.language == "fr":\n    pass\n')
    assert compared_languages(tmp_path / "bad.py") == [1]


@pytest.fixture
def script(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPTS))
    yield importlib.import_module
    for name in ("check_data", "check_states", "check_offices", "check_outlets", "check_lexicon"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("name", ["check_states", "check_offices", "check_outlets", "check_data"])
def test_the_data_have_no_problems(script, name):
    assert script(name).problems() == []


def test_a_broken_language_is_told_and_not_raised(script, tmp_path):
    import shutil  # noqa: PLC0415

    folder = tmp_path / "fr"
    shutil.copytree(ROOT / "data" / "languages" / "fr", folder)
    (folder / "triggers" / "accuse.toml").write_text('[[trigger]]\nverb = "x"\nframe = "no"\ntest = []\n')
    found = script("check_data").language_problems("fr", folder)
    assert any("no frame verb.no" in line for line in found)
    (folder / "frames.toml").unlink()
    assert any("frames.toml" in line for line in script("check_data").language_problems("fr", folder))
