from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from legation import __version__

HEAVY = ("spacy", "sqlalchemy", "alembic", "altair", "vl_convert", "jinja2", "trafilatura", "rich", "msgspec", "numpy")


def test_help_loads_nothing_heavy():
    code = f"import sys\nfrom legation.views.cli import app\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_help_names_the_commands_in_a_process_of_its_own():
    done = subprocess.run([sys.executable, "-m", "legation", "--help"], capture_output=True, text=True, check=True)
    assert "Commands:" in done.stdout


def test_version(run):
    assert run("--version").stdout == f"legation {__version__}\n"


def test_unknown_command_is_wrong_usage(run):
    assert run("reed").exit_code == 2


def test_no_arguments_shows_help(run):
    assert "Commands:" in run().output


@pytest.fixture(scope="module")
def documented():
    """Commands of docs/commands.md with the options and statuses its sections name."""
    text = (Path(__file__).parents[3] / "docs" / "commands.md").read_text("utf-8")
    sections = re.split(r"^## ", text, flags=re.M)[1:]
    found = {}
    for section in sections:
        if match := re.match(r"`legation ([a-z]+(?: [a-z]+)?)", section):
            found[match[1]] = set(re.findall(r"^\| `(--?[\w-]+)", section, flags=re.M))
    return found


def _options():
    import typer.main  # noqa: PLC0415

    from legation.views.cli import app  # noqa: PLC0415

    found, groups = {}, [("", typer.main.get_command(app))]
    while groups:
        before, group = groups.pop()
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                groups.append((f"{before}{name} ", command))
                continue
            options = (option for parameter in command.params for option in parameter.opts)
            found[before + name] = {option for option in options if option.startswith("-")}
    return found


def test_every_command_and_option_is_documented(documented):
    assert documented == _options()


def test_every_exit_status_is_documented():
    from legation.views.cli import failures  # noqa: PLC0415

    text = (Path(__file__).parents[3] / "docs" / "commands.md").read_text("utf-8")
    names = ("UNUSABLE", "USAGE", "SKIPPED", "FAULTY", "STOPPED", "CUT_OFF")
    statuses = {0, *(getattr(failures, name) for name in names)}
    assert {int(number) for number in re.findall(r"^\| (\d+) \|", text, flags=re.M)} == statuses
