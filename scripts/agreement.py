"""How far two annotators agree: the second's events scored against the first's, by the scorer of the outside checks.

    python scripts/agreement.py

Reads evaluation/**/*.second.jsonl beside the gold of the same name; needs the scorer beside the project (../shared).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import score

ROOT = Path(__file__).parent.parent / "evaluation"


def agreement(second: Path) -> tuple[int, dict[str, Any]]:
    """How many dispatches the second annotator read, and the scorer's result for them."""
    module = score.scorer()
    gold_path = second.with_name(second.name.replace(".second.", ".gold."))
    theirs = [json.loads(line) for line in second.read_text(encoding="utf-8").splitlines()]
    documents = {line["document"] for line in theirs}
    gold = [line for line in module.lines(gold_path) if line["document"] in documents and line.get("type")]
    documents &= {line["document"] for line in module.lines(gold_path)}
    told = [_as_report(e) for e in theirs if e.get("type") and not e.get("borderline") and e["document"] in documents]
    return len(documents), module.score(gold, told, documents)[0]


def _as_report(event: dict[str, Any]) -> dict[str, Any]:
    start, end = event["trigger_start"], event["trigger_start"] + len(event["trigger"])
    return {
        "dispatch": {"source": event["document"]},
        "type": event["type"],
        "status": event["status"],
        "date": event["date"],
        "place": {"code": event["place"]} if event["place"] else None,
        "actors": [{"code": code} for code in event["actors"]],
        "recipients": [{"code": code} for code in event["recipients"]],
        "trigger": {"start": start, "end": end, "text": event["trigger"]},
        "mentions": [{"start": at, "end": at} for at in event.get("other_mentions", [])],
        "sentence": {"start": start, "end": end, "text": ""},
        "attribution": [],
    }


def rows() -> list[str]:
    """A table row a set."""
    found = [
        "| annotated twice | dispatches | F1 | F1 with parties | status | date |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for second in sorted(ROOT.rglob("*.second.jsonl")):
        number, result = agreement(second)
        name = f"{second.parent.name}: {second.name.partition('.')[0]}"
        right = result["of_matched"]
        shares = [result["detection"]["f1"], result["detection_and_parties"]["f1"], right["status"], right["date"]]
        found.append(f"| {name} | {number} | {' | '.join(f'{share:.2f}' for share in shares)} |")
    return found


if __name__ == "__main__":
    print("\n".join(rows()))
