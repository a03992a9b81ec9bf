"""Measures how well Legation reads and writes the figures, and the excerpts of output, into README.md.

    python scripts/figures.py [--print] [--excerpts | --tables]

What stands between `<!-- figures -->` and `<!-- /figures -->` is measured anew; so is what stands between
`<!-- excerpt NAME -->` and `<!-- /excerpt -->`, from the dispatches in examples/. `--print` shows the blocks and leaves
the file as it is. The tables need the shared material beside the project (../shared), the excerpts do not.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import agreement
import check_lexicon
import score
import score_stories
from fit_sources import ordinary_dispatches

from legation.evaluation import Share
from legation.language.pack import load_pack
from legation.reading.reader import Reader

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CORPORA = ROOT.parent / "shared" / "corpora"
LANGUAGE = "fr"

ORDER = (
    "five",
    "develop",
    "develop-news",
    "develop-pages",
    "develop-plain",
    "develop-web",
    "check",
    "final",
    "real-develop",
    "real",
    "real-final",
)
"""The order of the sets in the table; others of scripts/score.py follow. README.md says what each is."""
ORDINARY = {"sequoia": "local news, parliament, encyclopedia, medicine", "pud": "world news, encyclopedia"}

_STORY_ROWS = {
    "reprints": "reprints, pairs of dispatches",
    "given_pairwise": "annotated reports into events, pairwise",
    "given": "annotated reports into events, B³",
    "raw_pairwise": "reports as read into events, pairwise",
    "raw": "reports as read into events, B³",
    "sources": "events with the right number of independent sources",
    "outcomes": "announced events with the right outcome",
    "disagreements": "fields on which dispatches disagree",
}
_COUNTED = "detection"
_BOTH = "detection_and_parties"


def set_table(reader: Reader) -> list[str]:
    """The annotated dispatches, a row a set."""
    rows = [
        "| set | dispatches | events | P | R | F1 | F1 with parties | main events found | status | date | place |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name in sorted(score.SETS, key=lambda n: ORDER.index(n) if n in ORDER else len(ORDER)):
        gold = score.SETS[name][0]
        if not gold.exists():
            continue
        documents = {json.loads(line)["document"] for line in gold.read_text(encoding="utf-8").splitlines() if line}
        result, _ = score.score(name, reader)
        rows.append(_row(name, len(documents), result))
    return rows


def _row(name: str, documents: int, result: dict[str, Any]) -> str:
    found, both, right = result[_COUNTED], result[_BOTH], result["of_matched"]
    shares = [found["precision"], found["recall"], found["f1"], both["f1"], result["recall_main"]]
    shares += [right["status"], right["date"], right["place"]]
    cells = [name, str(documents), str(found["gold"]), *(_share(value) for value in shares)]
    return f"| {' | '.join(cells)} |"


def story_lines(reader: Reader) -> list[str]:
    """How well the stories are brought together, a row a figure."""
    halves = {half: score_stories.score(half, reader) for half in score_stories.HALVES}
    rows = [
        "| stories | " + " | ".join(f"{half}: P | R | F1" for half in halves) + " |",
        "| --- |" + " ---: |" * 3 * len(halves),
    ]
    for field, name in _STORY_ROWS.items():
        cells = []
        for figures in halves.values():
            value = getattr(figures, field)
            if isinstance(value, Share):
                cells += ["–", f"{value.count} of {value.of}", _share(value.value)]
            else:
                cells += [_share(value.precision), _share(value.recall), _share(value.f1)]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return rows


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def single_lines(reader: Reader) -> list[str]:
    """Single sentences and the lexicon's own."""
    counts = score.single(reader)
    events, silent = counts["events"], counts["silent"]
    judged = check_lexicon.outcomes(LANGUAGE, reader)
    right = sum(outcome.verdict == "right" for outcome in judged)
    return [
        "| sentences | of | as expected |",
        "| --- | ---: | ---: |",
        f"| single sentences that tell of an event: type right | {events} | {counts['type right']} |",
        f"| the same: type and all states right | {events} | {counts['states right']} |",
        f"| single sentences that tell of none: nothing reported | {silent} | {silent - counts['false alarms']} |",
        f"| test sentences of the lexicon: type, parties, status right | {len(judged)} | {right} |",
    ]


def ordinary_lines(reader: Reader) -> list[str]:
    """How much is reported of French that is mostly not ours, read as dispatches of so many lines."""
    rows = ["| ordinary French | sentences | reports |", "| --- | ---: | ---: |"]
    for name, what in ORDINARY.items():
        path = CORPORA / f"ordinary_french_{name}.txt"
        sentences = sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())
        found = reader.read_many(ordinary_dispatches(path))
        told = sum(r.scope == "international" for reports in found for r in reports)
        rows.append(f"| {name}: {what} | {sentences} | {told} |")
    return rows


def figures() -> str:
    """The tables of the figures block."""
    reader = Reader(load_pack(LANGUAGE))
    tables = set_table(reader), single_lines(reader), ordinary_lines(reader), agreement.rows(), story_lines(reader)
    return "\n\n".join("\n".join(rows) for rows in tables)


class Examples:
    """The examples, read into a ledger in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        shutil.copytree(ROOT / "examples", folder / "examples")
        self.run("read", "examples")

    def run(self, *arguments: str) -> str:
        """What a command prints on standard output.

        Raises:
            subprocess.CalledProcessError: it fails.
        """
        command = [sys.executable, "-m", "legation", *arguments]
        return subprocess.run(command, cwd=self._folder, capture_output=True, check=True, encoding="utf-8").stdout

    def excerpt(self, name: str) -> str:
        """The block of this name."""
        return {"brief": self._brief, "explain": self._explain, "report": self._report}[name]()

    @cached_property
    def _visit(self) -> dict[str, Any]:
        """The event that is shown: Maduro in Moscow, announced, held, and recalled four years later."""
        day = "2019-09-25"
        lines = self.run(
            "events", "RUS", "VEN", "--since", day, "--until", day, "--type", "CONSULT", "--format", "jsonl"
        )
        events: list[dict[str, Any]] = [json.loads(line) for line in lines.splitlines()]
        return max(events, key=lambda event: len(event["reports"]))

    def _brief(self) -> str:
        text = self.run("brief", "RUS", "VEN", "--out", "-")
        entries = re.split(r"\n(?=\**[0-9]+\\\. |### |## )", text)
        quoted = [report["sentence"]["text"][:40] for report in self._visit["reports"]]
        numbered = [entry for entry in entries if re.match(r"\**[0-9]+\\\. ", entry)]
        entry = max(numbered, key=lambda entry: sum(words in entry.replace("**", "") for words in quoted))
        return _fence("markdown", entry.strip())

    def _explain(self) -> str:
        found = self._visit["id"]
        told = self.run("explain", found).rstrip().splitlines()
        return _fence("console", f"$ legation explain {found[:8]}\n" + "\n".join(told))

    def _report(self) -> str:
        wanted = {report["id"] for report in self._visit["reports"] if report["status"] == "planned"}
        lines = self.run("read", "examples", "--format", "jsonl").splitlines()
        report = next(r for r in map(json.loads, lines) if r["id"] in wanted)
        return _fence("json", _shortened(report))


def _shortened(report: dict[str, Any]) -> str:
    """A report with some of its fields, one a line."""
    for left_out in ("contexts", "scope", "salience", "mentions", "quad", "why"):
        del report[left_out]
    for part, names in {"dispatch": ("id", "title", "language")}.items():
        for field in names:
            del report[part][field]
    rows = (f'  "{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in report.items())
    return "{\n" + ",\n".join(rows) + "\n}"


def _fence(kind: str, text: str) -> str:
    return f"```{kind}\n{text}\n```"


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """The names and contents of the blocks that this script writes, in order."""
    for match in _BLOCK.finditer(text):
        yield match["name"], match["body"].strip("\n")


_BLOCK = re.compile(
    r"(?P<open><!-- (?P<name>figures|excerpt [a-z]+) -->)\n(?P<body>.*?)(?P<close><!-- /(?:figures|excerpt) -->)",
    re.DOTALL,
)


def renewed(text: str, *, tables: bool, excerpts: bool) -> str:
    """The text with its blocks made anew."""
    with tempfile.TemporaryDirectory() as folder:
        examples = Examples(Path(folder)) if excerpts else None

        def renew(match: re.Match[str]) -> str:
            name = match["name"]
            if name == "figures":
                body = figures() if tables else None
            else:
                body = examples.excerpt(name.removeprefix("excerpt ")) if examples else None
            return match[0] if body is None else f"{match['open']}\n{body}\n{match['close']}"

        return _BLOCK.sub(renew, text)


def main() -> int:
    """Rewrites the blocks of README.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", action="store_true", help="show the blocks, leave README.md as it is")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--excerpts", action="store_true", help="the excerpts only")
    only.add_argument("--tables", action="store_true", help="the figures only")
    args = parser.parse_args()
    if not args.excerpts and not CORPORA.is_dir():
        print(f"figures: {CORPORA} is not there; --excerpts does without it", file=sys.stderr)
        return 1
    before = README.read_text(encoding="utf-8")
    after = renewed(before, tables=not args.excerpts, excerpts=not args.tables)
    if args.print:
        for name, body in blocks(after):
            print(f"{name}\n{body}\n")
        return 0
    README.write_text(after, encoding="utf-8")
    print("README.md: figures and excerpts renewed" if after != before else "README.md: nothing has changed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
