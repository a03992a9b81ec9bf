"""A stage imports only what stands before it; the record of what does so is read from the code itself."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import legation

ROOT = Path(legation.__file__).parent
STAGES = ("records", "language", "intake", "reading", "merging", "evaluation", "ledger", "walk", "archive", "views")
RECORDS = {
    "address",
    "dispatch", "report", "event", "when", "ontology", "states", "people", "outlets", "fitted", "judgement", "legation",
    "laid_out",
    "reasons",
}  # fmt: skip
FORBIDDEN = {stage: {"reading", "intake", "language", "evaluation"} for stage in ("merging", "ledger")}
"""Beyond the order: what these two may not know though it stands before them."""
HEAVY = {"spacy", "sqlalchemy", "alembic", "altair", "trafilatura", "jinja2", "rich", "typst"}
IMPURE = {"socket", "urllib", "httpx", "requests", "time", "random", "os", "subprocess", "threading", "sqlite3"}


def modules() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return found


def stage_of(module: str) -> str | None:
    parts = module.split(".")
    name = parts[1] if len(parts) > 1 else parts[0]
    return "records" if name in RECORDS else name if name in STAGES else None


def imports(path: Path, module: str, *, typing: bool = True) -> set[str]:
    """Absolute names of the modules imported anywhere in a file; without those for type checking if asked."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = set()
    if not typing:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
                skipped |= set(ast.walk(node))
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            name = ".".join([*base, *([node.module] if node.module else [])])
            found.add(name)
            if name == "legation":
                found |= {f"legation.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize(("module", "path"), modules(), ids=lambda v: v if isinstance(v, str) else "")
def test_imports_go_one_way(module, path):
    if module == "legation":  # the door: for checkers it names what it loads when first used
        assert imports(path, module, typing=False) <= {"typing", "importlib"}
        return
    stage = stage_of(module)
    if stage is None:
        assert module in {"legation", "legation.__main__"}, f"{module} belongs to no stage"
        return
    own = STAGES.index(stage)
    for name in imports(path, module):
        if not name.startswith("legation.") or (used := stage_of(name)) is None:
            continue
        if name == "legation.__version__":
            continue
        assert STAGES.index(used) <= own, f"{module} ({stage}) imports {name} ({used})"
        assert used not in FORBIDDEN.get(stage, set()), f"{module} must not know {name}"


@pytest.mark.parametrize("stage", ["merging", "ledger"])
def test_merging_and_the_ledger_know_no_parser(stage):
    names = {n.split(".")[0] for m, p in modules() if stage_of(m) == stage for n in imports(p, m)}
    assert "spacy" not in names


def test_reading_has_no_disk_network_or_clock():
    used = {m: {n.split(".")[0] for n in imports(p, m)} & IMPURE for m, p in modules() if stage_of(m) == "reading"}
    assert {m: names for m, names in used.items() if names} == {}


def test_the_records_need_nothing_heavy():
    used = {m: {n.split(".")[0] for n in imports(p, m)} & HEAVY for m, p in modules() if stage_of(m) == "records"}
    assert {m: names for m, names in used.items() if names} == {}


def test_the_command_line_starts_without_the_parser():
    code = "import sys, legation.views.cli; print(sorted(set(sys.modules) & {'spacy', 'altair', 'trafilatura'}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_no_module_has_a_name_that_says_nothing():
    assert {m.split(".")[-1] for m, _ in modules()} & {"utils", "helpers", "common", "base", "manager", "misc"} == set()
