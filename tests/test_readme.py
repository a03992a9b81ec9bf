"""README and docs name what exists (commands with options, targets, scripts, files), and nothing of one machine."""

from __future__ import annotations

import importlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from legation.views.cli.app import app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commands.md"
PAGES = sorted(
    [README, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "changelog.d").glob("*.md")],
    key=str,
)

FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
ABSOLUTE = re.compile(r"(?<![\w.:/<])/(?:work|home|root|tmp|usr|opt|var|mnt|Users)/|\b[A-Z]:\\")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted|/simple/|--(?:extra-)?index-url|conda\.anaconda|registry\.|artifactory|huggingface\.co"
)
SHELL = {">", ">>", "<", "|", "||", "&&", ";"}

ROOM = typer.main.get_command(app)
GROUPS = {name: command.commands for name, command in ROOM.commands.items() if hasattr(command, "commands")}
KNOWN = {name: command for name, command in ROOM.commands.items() if name not in GROUPS} | {
    f"{group} {name}": command for group, commands in GROUPS.items() for name, command in commands.items()
}
"""Commands by what is typed for them: `events`, `ledger check`."""


def page_id(path: Path) -> str:
    return str(path.relative_to(ROOT))


def cut(text: str) -> str:
    """A command line up to the first redirection or pipe."""
    words = []
    for word in shlex.split(text.replace("…", ""), comments=True):
        if word in SHELL:
            break
        words.append(word)
    return shlex.join(words)


def command_lines(text: str) -> Iterator[str]:
    """Lines after a prompt, and code in the running text, that call legation, make or a script."""
    for fence in FENCE.findall(text):
        yield from (cut(line[2:]) for line in fence.splitlines() if line.startswith("$ "))
    for code in INLINE.findall(FENCE.sub("", text)):
        if re.match(r"(?:\.venv/bin/)?(?:legation|make|python3?) ", code):
            yield cut(code.replace(r"\|", "|"))


def lines_of(program: str, pages: list[Path]) -> list[tuple[str, list[str]]]:
    found = []
    for page in pages:
        for line in command_lines(page.read_text(encoding="utf-8")):
            words = line.split()
            if words and Path(words[0]).name == program:
                found.append((page_id(page), words[1:]))
    return found


def flags(command) -> set[str]:
    """Every option of a command."""
    options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
    return {"-h", "--help", *(flag for option in options for flag in option.opts)}


def named(words: list[str]) -> tuple[str, list[str]]:
    """The command of a line, and the words after it."""
    length = 2 if words[0] in GROUPS and len(words) > 1 else 1
    return " ".join(words[:length]).strip("'"), words[length:]


def test_there_is_something_to_check():
    assert len(lines_of("legation", [README])) >= 8
    assert len(lines_of("legation", [COMMANDS])) >= 5


@pytest.mark.parametrize(("page", "words"), lines_of("legation", PAGES))
def test_commands_of_legation_exist(page, words):
    name, rest = named(words)
    if name in flags(ROOM) or name in GROUPS:
        return
    if name == "COMMAND":
        assert words[1] in {"--help", "-h"}
        return
    assert name in KNOWN, f"{page}: no command {name}"
    known = flags(KNOWN[name])
    for word in rest:
        if word.startswith("--"):
            assert word.partition("=")[0] in known, f"{page}: legation {name} has no {word}"


@pytest.mark.parametrize(("page", "words"), lines_of("legation", [README]))
def test_commands_of_the_readme_can_be_parsed(page, words):
    name, rest = named(words)
    if name in flags(ROOM) or name in GROUPS:
        return
    arguments = [word.strip("'") for word in rest]
    if not arguments and KNOWN[name].params[0].required:
        return  # the bare name of a command, in running text
    KNOWN[name].make_context(name, arguments)


def test_every_command_is_described():
    headings = re.findall(r"^## `legation ([a-z]+(?: [a-z]+)?)", COMMANDS.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(KNOWN)


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_options_are_those_described(name):
    text = COMMANDS.read_text(encoding="utf-8")
    section = re.search(rf"^## `legation {name}\b.*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert section is not None
    described = set(re.findall(r"^\| `(--[a-z-]+)`", section.group(), re.MULTILINE))
    assert described == {flag for flag in flags(KNOWN[name]) if flag.startswith("--")} - {"--help"}


@pytest.mark.parametrize(("page", "words"), lines_of("make", PAGES))
def test_targets_of_make_exist(page, words):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z]+):", makefile, re.MULTILINE)
    settings = re.findall(r"^([A-Z]+) [:?]?=", makefile, re.MULTILINE)
    for word in words:
        name, is_setting, _ = word.partition("=")
        assert name in (settings if is_setting else targets), f"{page}: make {word}"


@pytest.mark.parametrize(("page", "words"), lines_of("python", PAGES) + lines_of("python3", PAGES))
def test_scripts_exist(page, words):
    script = words[0]
    if script.startswith("../shared/") or script in ("-m", "-c"):
        return
    assert (ROOT / script).is_file(), f"{page}: {script}"
    text = (ROOT / script).read_text(encoding="utf-8")
    for word in words[1:]:
        if word.startswith("--"):
            assert f'"{word}"' in text, f"{page}: {script} has no {word}"


def test_sets_that_the_readme_scores_exist(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    sets = importlib.import_module("score").SETS
    for _, words in lines_of("python", [README]):
        if words[0] == "scripts/score.py":
            assert {word for word in words[1:] if not word.startswith("--")} <= {*sets, "single"}


def anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page):
    for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith(("https://", "http://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), f"{link} leaves the repository"
        assert target.exists(), f"{link} is not there"
        if anchor:
            assert anchor in anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_paths_in_code_exist(page):
    for code in INLINE.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if re.fullmatch(r"(?:src|tests|docs|scripts|examples|evaluation|changelog\.d|benchmarks)/[\w./-]*", code):
            assert (ROOT / code).exists(), code


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_nothing_of_one_machine_or_registry(page):
    text = page.read_text(encoding="utf-8")
    assert not ABSOLUTE.search(text)
    assert not REGISTRY.search(text)


@pytest.fixture
def blocks(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    return dict(importlib.import_module("figures").blocks(README.read_text(encoding="utf-8")))


def tables(block: str) -> list[list[list[str]]]:
    """The tables of a block: rows of cells, without the line below the head."""
    found = []
    for part in block.split("\n\n"):
        rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in part.splitlines()]
        found.append([rows[0], *rows[2:]])
    return found


def test_figures_block_parses(blocks):
    sets, sentences, ordinary, twice, stories = tables(blocks["figures"])
    names = [row[0] for row in sets[1:]]
    assert {"five", "develop", "check", "real"} <= set(names)
    for row in sets[1:]:
        assert len(row) == len(sets[0])
        assert int(row[1]) > 0
        assert int(row[2]) > 0
        assert all(cell == "–" or 0 <= float(cell) <= 1 for cell in row[3:])
        precision, recall, f1 = map(float, row[3:6])
        assert min(precision, recall) - 0.01 <= f1 <= max(precision, recall) + 0.01
    for row in (*sentences[1:], *ordinary[1:]):
        assert 0 <= int(row[2]) <= int(row[1])
    for row in twice[1:]:
        assert int(row[1]) > 0
        assert all(0 <= float(cell) <= 1 for cell in row[2:])
    for row in stories[1:]:
        assert len(row) == len(stories[0])
        assert all(0 <= float(cell) <= 1 for cell in row[1:] if cell != "–" and " of " not in cell)


def test_every_set_in_the_figures_is_explained(blocks):
    text = README.read_text(encoding="utf-8")
    for row in tables(blocks["figures"])[0][1:]:
        assert f"**{row[0]}**" in text


def test_excerpts_are_there_and_show_their_words(blocks):
    assert set(blocks) == {"figures", "excerpt brief", "excerpt explain", "excerpt report"}
    assert "$ legation explain" in blocks["excerpt explain"]
    shown = re.search(r'"trigger": \{"text": "([^"]+)"', blocks["excerpt report"])
    assert shown is not None
    assert f"⟦{shown[1]}⟧" in blocks["excerpt explain"]
    assert f"**{shown[1]}**" in blocks["excerpt brief"]


def test_markers_pair_up():
    text = README.read_text(encoding="utf-8")
    assert len(re.findall(r"^<!-- (?:figures|excerpt \w+) -->$", text, re.MULTILINE)) == len(
        re.findall(r"^<!-- /(?:figures|excerpt) -->$", text, re.MULTILINE)
    )
