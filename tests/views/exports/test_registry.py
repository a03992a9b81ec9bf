from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys

import pytest

from legation.ledger import Question, open_ledger
from legation.views.cli.export import ExportFormat
from legation.views.exports import FORMATS, write

BOUND = 100_000


def test_the_command_line_knows_them_all():
    assert [one.value for one in ExportFormat] == list(FORMATS)


def test_listing_the_formats_loads_nothing():
    code = (
        "import sys, legation.views.exports; print({'msgspec', 'polars', 'networkx', 'sqlalchemy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_an_unknown_format_is_a_key_error(ledger_file):
    with open_ledger(ledger_file) as ledger, pytest.raises(KeyError):
        write("xlsx", ledger, Question(), io.BytesIO())


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_ledger_gives_an_empty_file_of_its_kind(exported, ledger_of, name):
    data, written = exported(ledger_of([]), name)
    assert (written.number, written.left_out) == (0, 0)
    assert len(data) < BOUND


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_asked_for_is_exported(exported, ledger_file, name):
    all_, _ = exported(ledger_file, name)
    none, written = exported(ledger_file, name, states=("RUS", "CUB"))
    assert written.number == 0
    assert len(none) < len(all_)


def test_the_same_ledger_gives_the_same_bytes_in_another_process(exported, ledger_file):
    code = (
        "import hashlib, io, sys; from legation.ledger import open_ledger, Question\n"
        "from legation.views.exports import FORMATS, write\n"
        "with open_ledger(sys.argv[1]) as ledger:\n"
        "    for name in FORMATS:\n"
        "        stream = io.BytesIO(); write(name, ledger, Question(), stream)\n"
        "        print(name, hashlib.sha256(stream.getvalue()).hexdigest())\n"
    )
    here = "".join(f"{name} {hashlib.sha256(exported(ledger_file, name)[0]).hexdigest()}\n" for name in FORMATS)
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, str(ledger_file)]
        assert subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout == here


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.text])
def test_hostile_text_is_utf_8_without_a_character_that_acts(exported, nasty_file, name):
    data, _ = exported(nasty_file, name)
    text = data.decode()
    if name == "jsonl":  # the public record is exact; JSON escapes control characters itself
        text = text.replace("\u202e", "").replace("\ufffe", "")
    acting = {char for char in text if ord(char) < 32 or char in "\u202e\ufffe"} - set("\t\n\r")
    assert acting == set()
