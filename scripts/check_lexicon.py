"""Reads every test sentence of the trigger lexicon and tells which are not read as the lexicon says.

    python scripts/check_lexicon.py [--show N] [--type TYPE]

A test is "ACTORS > RECIPIENTS: sentence", "RUS VEN: sentence" (all take part), "planned FRA > MAR: sentence", or
"none: sentence" (this entry must not fire).
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from typing import NamedTuple

from legation.dispatch import Dispatch, text_id
from legation.language.pack import LanguagePack, load_pack
from legation.language.triggers import Trigger
from legation.reading.reader import Reader
from legation.report import Report

_STATUSES = {"occurred", "ongoing", "planned", "hypothetical", "denied"}


class Expectation(NamedTuple):
    """What a test sentence must give; `actors` None: the entry must not fire."""

    entry: Trigger
    status: str | None
    actors: frozenset[str] | None
    recipients: frozenset[str]
    sentence: str


class Outcome(NamedTuple):
    """How a test ended: `verdict` is right, fired, type, parties, status or missed."""

    expectation: Expectation
    verdict: str
    got: str


def expectations(pack: LanguagePack) -> list[Expectation]:
    """All test sentences of a lexicon, read.

    Raises:
        ValueError: a test is not written as it should be.
    """
    found = []
    for entry in pack.lexicon.triggers:
        for test in entry.test:
            head, separator, sentence = test.partition(":")
            if not separator:
                raise ValueError(f"{entry.id}: test without a colon: {test!r}")
            words = head.split()
            if words == ["none"]:
                found.append(Expectation(entry, None, None, frozenset(), sentence.strip()))
                continue
            status = words.pop(0) if words and words[0] in _STATUSES else None
            actors, _, recipients = " ".join(words).partition(">")
            found.append(Expectation(entry, status, _codes(actors), _codes(recipients), sentence.strip()))
    return found


def _codes(words: str) -> frozenset[str]:
    return frozenset(w for w in re.split(r"[\s,]+", words) if w and w != "-")


def judge(expectation: Expectation, reports: tuple[Report, ...]) -> Outcome:
    """How a sentence's reports compare with what its test expects."""
    entry = expectation.entry
    shown = "; ".join(_shown(r) for r in reports)
    if expectation.actors is None:
        fired = any(r.why["entry"] == entry.id for r in reports)
        return Outcome(expectation, "fired" if fired else "right", shown)
    same = [r for r in reports if r.type == entry.type]
    if not same:
        return Outcome(expectation, "type" if reports else "missed", shown)
    everyone = expectation.actors | expectation.recipients
    for report in same:
        actors, recipients = frozenset(p.code for p in report.actors), frozenset(p.code for p in report.recipients)
        parties = (actors, recipients) == (expectation.actors, expectation.recipients) or (
            report.type in {"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "RETREAT"} and actors | recipients == everyone
        )
        if parties and (expectation.status is None or report.status == expectation.status):
            return Outcome(expectation, "right", shown)
    parties_right = any(frozenset(p.code for p in (*r.actors, *r.recipients)) == everyone for r in same)
    return Outcome(expectation, "status" if parties_right else "parties", shown)


def _shown(report: Report) -> str:
    actors, recipients = " ".join(p.code for p in report.actors), " ".join(p.code for p in report.recipients)
    return f"{report.type} {report.status} {actors} > {recipients} «{report.trigger.text}» [{report.why['entry']}]"


def outcomes(language: str, reader: Reader | None = None) -> list[Outcome]:
    """Every test of a language's lexicon, read and judged."""
    pack = load_pack(language)
    reader = reader or Reader(pack)
    wanted = expectations(pack)
    dispatches = [
        Dispatch(id=text_id(e.sentence), text=e.sentence, source=f"test-{i}", language=language)
        for i, e in enumerate(wanted)
    ]
    return [judge(e, reports) for e, reports in zip(wanted, reader.read_many(dispatches), strict=True)]


def main() -> int:
    """Prints the share that is right by type, and the failures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", type=int, default=30)
    parser.add_argument("--type")
    parser.add_argument("--language", default="fr")
    args = parser.parse_args()
    found = outcomes(args.language)
    by_type: dict[str, Counter[str]] = {}
    for outcome in found:
        by_type.setdefault(outcome.expectation.entry.type or "", Counter())[outcome.verdict] += 1
    for name, counts in sorted(by_type.items()):
        total = sum(counts.values())
        print(f"{name:10} {counts['right'] / total:.2f} of {total:4}  {dict(counts)}")
    right = sum(o.verdict == "right" for o in found)
    print(f"{'all':10} {right / len(found):.3f} of {len(found)}")
    shown = [o for o in found if o.verdict != "right" and args.type in {None, o.expectation.entry.type}]
    for outcome in shown[: args.show]:
        e = outcome.expectation
        want = (
            "none"
            if e.actors is None
            else f"{e.status or ''} {' '.join(sorted(e.actors))} > {' '.join(sorted(e.recipients))}"
        )
        print(f"\n{outcome.verdict:8} {e.entry.id}\n   {e.sentence}\n   want {want}\n   got  {outcome.got}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
