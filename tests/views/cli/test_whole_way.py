"""The whole way with the real reader: examples in, a brief out, by the command line alone."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from legation.report import Report

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture(scope="module")
def inputs():
    return [EXAMPLES / "deux_avions_caracas.txt", EXAMPLES / "deux_avions_reprise.txt", EXAMPLES / "fil_monde.csv",
            EXAMPLES / "lavrov_caracas_avril.html"]  # fmt: skip


def test_from_examples_to_a_brief(run, inputs, tmp_path):
    done = run("read", *inputs)
    assert done.exit_code == 0, done.stderr
    assert "legation.db holds 6 dispatches" in done.stderr
    assert run("brief", "RUS", "VEN").exit_code == 0
    page = (tmp_path / "brief.html").read_text("utf-8")
    assert "1 of them a reprint" in page
    assert len(re.findall(r"<article", page)) >= 3
    assert page.count("<article") <= page.count("<blockquote>")
    (copied,) = run("reprints", "--format", "jsonl").stdout.splitlines()
    assert "deux_avions_reprise.txt" in copied


def test_offsets_fit_the_text_that_show_prints_and_lines_are_the_same_twice(run, inputs):
    first = run("read", *inputs, "--format", "jsonl")
    assert run("read", *inputs, "--format", "jsonl").stdout_bytes == first.stdout_bytes
    reports = [msgspec.json.decode(line, type=Report) for line in first.stdout_bytes.splitlines()]
    of_page = [report for report in reports if report.dispatch.source.endswith(".html")]
    assert of_page
    text = run("show", inputs[-1], "--text").stdout_bytes.decode()
    for report in of_page:
        for span in (report.trigger, report.sentence, *report.mentions, *report.actors, *report.recipients):
            assert text[span.start : span.end] == span.text
