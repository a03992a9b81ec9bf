"""How well annotated dispatches are read, by the scorer of the outside checks.

    python scripts/score.py [five|develop|check|real|single ...] [--errors]

Needs the shared material beside the project (../shared); without it the written sets cannot be scored either, because
the scorer stands there.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from legation.dispatch import Dispatch, text_id
from legation.language.pack import load_pack
from legation.reading.reader import Reader

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
SETS = {
    "five": (SHARED / "dispatches" / "gold.jsonl", SHARED / "dispatches"),
    "develop": (ROOT / "evaluation/written/develop.gold.jsonl", ROOT / "evaluation/written/develop"),
    "develop-news": (ROOT / "evaluation/written/develop_news.gold.jsonl", ROOT / "evaluation/written/develop_news"),
    "develop-pages": (ROOT / "evaluation/written/develop_pages.gold.jsonl", ROOT / "evaluation/written/develop_pages"),
    "develop-plain": (ROOT / "evaluation/written/develop_plain.gold.jsonl", ROOT / "evaluation/written/develop_plain"),
    "develop-web": (ROOT / "evaluation/written/develop_web.gold.jsonl", ROOT / "evaluation/written/develop_web"),
    "check": (ROOT / "evaluation/written/check.gold.jsonl", ROOT / "evaluation/written/check"),
    "final": (ROOT / "evaluation/written/final.gold.jsonl", ROOT / "evaluation/written/final"),
    "real-develop": (ROOT / "evaluation/real/develop.gold.jsonl", SHARED / "corpora" / "news_fr.jsonl"),
    "real": (ROOT / "evaluation/real/check.gold.jsonl", SHARED / "corpora" / "news_fr.jsonl"),
    "real-final": (ROOT / "evaluation/real/final.gold.jsonl", SHARED / "corpora" / "news_fr.jsonl"),
}


def scorer() -> ModuleType:
    """The scorer that outside checks use.

    Raises:
        FileNotFoundError: the shared material is not there.
    """
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    if spec is None or spec.loader is None or not (SHARED / "score.py").exists():
        raise FileNotFoundError(f"{SHARED / 'score.py'} is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def dispatches(name: str) -> list[Dispatch]:
    """The dispatches of a set, taken in as `legation read` does."""
    from legation import intake  # noqa: PLC0415

    gold, where = SETS[name]
    wanted = {json.loads(line)["document"] for line in gold.read_text(encoding="utf-8").splitlines()}
    paths = [str(where)] if where.is_file() else [str(where / w) for w in sorted(wanted)]
    pack = load_pack("fr")
    taken = intake.take_in(paths, packs={"fr": pack}, place_code=pack.place_code)
    found = [item for item in taken if isinstance(item, Dispatch)]
    return [d for d in found if Path(d.source).name in wanted]


def score(name: str, reader: Reader) -> tuple[dict[str, Any], list[Any]]:
    """The scorer's result and errors for one set; international reports only, as `legation read` prints them."""
    module = scorer()
    gold = module.lines(SETS[name][0])
    reports = []
    for found in reader.read_many(dispatches(name)):
        reports += [json.loads(msgspec.json.encode(r)) for r in found if r.scope == "international"]
    events = [line for line in gold if line.get("type")]
    result, errors = module.score(events, reports, {line["document"] for line in gold})
    return result, errors


def single(reader: Reader) -> dict[str, Any]:
    """Single sentences: the right type among what is reported, the right states, false alarms."""
    rows = list(
        csv.DictReader((ROOT / "evaluation/single.tsv").open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    texts = [
        Dispatch(id=text_id(r["sentence"]), text=r["sentence"], source=str(i), language="fr")
        for i, r in enumerate(rows)
    ]
    counts: Counter[str] = Counter()
    for row, found in zip(rows, reader.read_many(texts), strict=True):
        reports = [r for r in found if r.scope == "international"]
        if row["type"] == "NONE":
            counts["silent"] += 1
            counts["false alarms"] += bool(reports)
            continue
        counts["events"] += 1
        counts["reported"] += len(reports)
        same = [r for r in reports if r.type == row["type"]]
        counts["type right"] += bool(same)
        want = {c for c in (row["actors"] + "," + row["recipients"]).replace(" ", "").split(",") if c}
        counts["states right"] += any({p.code for p in (*r.actors, *r.recipients)} == want for r in same)
        counts["status right"] += any(r.status == row["status"] for r in same)
    return dict(counts)


def main() -> int:
    """Scores the sets named (all but single by default)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=["five", "develop"])
    parser.add_argument("--errors", action="store_true")
    args = parser.parse_args()
    reader = Reader(load_pack("fr"))
    for name in args.sets:
        if name == "single":
            print("single", single(reader))
            continue
        result, errors = score(name, reader)
        print(name)
        if args.errors:
            for error in errors:
                print(scorer().show(*error))
        for key in ("detection", "detection_and_parties"):
            r = result[key]
            print(
                f"  {key:22} P {r['precision']:.3f} R {r['recall']:.3f} F1 {r['f1']:.3f}"
                f" ({r['right']}/{r['predicted']}/{r['gold']})"
            )
        print("  among matched         ", result["of_matched"], "recall main", result["recall_main"])
        print(
            "  per type",
            {
                t: f"P{r['precision']:.2f} R{r['recall']:.2f} ({r['right']}/{r['predicted']}/{r['gold']})"
                for t, r in result["per_type"].items()
            },
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
