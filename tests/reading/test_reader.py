"""The reader as a whole: whatever comes in, what comes out quotes it, names known parties and comes out again."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.dispatch import Furniture
from legation.report import encode

from .stages import dispatch, quotes, spans, told

EXAMPLES = Path(__file__).parents[2] / "examples"
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
FEWER = settings(FEW, max_examples=15)
FURNITURE = ("Partager sur Facebook", "La Norvège a condamné l'Iran", "Comment (0)", "© Tous droits réservés", "* * *")


def example_texts() -> list[str]:
    """What the examples say, whatever their form."""
    texts = [re.sub(r"<[^>]+>", "\n", p.read_text(encoding="utf-8", errors="replace"))
             for p in sorted(EXAMPLES.iterdir()) if p.suffix in {".txt", ".md", ".html"}]  # fmt: skip
    with (EXAMPLES / "fil_monde.csv").open(encoding="utf-8", errors="replace", newline="") as lines:
        texts += [" ".join(filter(None, row)) for row in csv.reader(lines)]
    for line in (EXAMPLES / "depeches.jsonl").read_text(encoding="utf-8", errors="replace").splitlines():
        texts.append(str(json.loads(line).get("text", line)))
    return [text for text in texts if text.strip()]


TEXTS = example_texts()
SENTENCES = [s for text in TEXTS for s in re.split(r"(?<=[.!?»])\s+|\n+", text) if 15 < len(s) < 600]
ODDITIES = [
    "\x00", "\x1b[31m", "\u200b", "\u202e", "\u200c", "\u0302", "\ufeff", "\r\n", "\n\n\n", "\t", "\x0c", "🇫🇷🤝", "’",
    "…", "«", "»", "x" * 3000, "Oslo, " * 200, "((((", "a-t-il", "M. ", "le le le",
]  # fmt: skip
CHANGES = {
    "apart": lambda t: unicodedata.normalize("NFD", t),
    "windows": lambda t: t.replace("\n", "\r\n"),
    "marked": lambda t: "\ufeff" + t,
    "curly": lambda t: t.replace("'", "’"),
    "one line": lambda t: t.replace("\n", " "),
    "loud": str.upper,
    "quiet": str.lower,
    "same": lambda t: t,
}


@st.composite
def messes(draw: st.DrawFn) -> str:
    """Sentences of the examples shuffled, cut and spoilt."""
    pieces = []
    for _ in range(draw(st.integers(1, 6))):
        sentence = draw(st.sampled_from(SENTENCES))
        if draw(st.booleans()):
            start = draw(st.integers(0, len(sentence) - 1))
            sentence = sentence[start : draw(st.integers(start, len(sentence)))]
        if draw(st.integers(0, 2)) == 0:
            at = draw(st.integers(0, len(sentence)))
            sentence = sentence[:at] + draw(st.sampled_from(ODDITIES)) + sentence[at:]
        pieces.append(sentence + draw(st.sampled_from([" ", "\n", "\n\n", ""])))
    return CHANGES[draw(st.sampled_from(sorted(CHANGES)))]("".join(pieces))


def sound(reader, given_dispatch):
    """Reads, and checks what must hold of every report."""
    found = reader.read(given_dispatch)
    parties = reader.pack.state_facts.keys() | reader.pack.organisation_facts.keys()
    for report in found:
        wrong = [s for s in spans(report) if not quotes(s, given_dispatch.text)]
        assert wrong == []
        assert {p.code for p in (*report.actors, *report.recipients)} <= parties
        assert report.actors or report.recipients
        assert report.sentence.start <= report.trigger.start < report.trigger.end <= report.sentence.end
        assert report.place is None or report.place.code in reader.pack.state_facts
        assert 0 <= report.confidence <= 1
    assert len({r.id for r in found}) == len(found)
    return found


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_the_examples_in_every_spelling(reader, change):
    count = sum(len(sound(reader, dispatch(CHANGES[change](text), "2024-11-15"))) for text in TEXTS)
    assert count > 60 or change in {"quiet", "loud"}


@pytest.mark.parametrize("change", ["curly", "windows", "marked"])
def test_spelling_changes_no_report(reader, change):
    for text in TEXTS[:8]:
        plain = text.replace("’", "'").replace("\r\n", "\n").lstrip("\ufeff")
        assert told(reader.read(dispatch(CHANGES[change](plain)))) == told(reader.read(dispatch(plain)))


@FEW
@given(text=messes())
def test_any_mess_is_read_and_quoted(reader, text):
    found = sound(reader, dispatch(text, "2024-11-15"))
    again = reader.read(dispatch(text, "2024-11-15"))
    assert [encode(r) for r in found] == [encode(r) for r in again]


@FEWER
@given(text=st.text(max_size=300))
def test_any_text_is_read(reader, text):
    sound(reader, dispatch(text))


@FEWER
@given(texts=st.lists(messes(), min_size=2, max_size=5))
def test_many_are_read_as_each_alone(reader, texts):
    dispatches = [dispatch(text, "2024-11-15") for text in texts]
    together = [[encode(r) for r in reports] for reports in reader.read_many(dispatches)]
    assert together == [[encode(r) for r in reader.read(d)] for d in dispatches]


def without_places(report, before=None):
    """A report without what moves when lines are added: ids, offsets, and the dispatch itself."""
    plain = json.loads(msgspec.json.encode(report))
    plain.pop("id")
    plain.pop("dispatch")

    def bare(value):
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in {"start", "end"}}
        return [bare(v) for v in value] if isinstance(value, list) else value

    return bare(plain)


@FEWER
@given(text=st.sampled_from([t for t in TEXTS if "{" not in t]), seed=st.integers(0, 999))
def test_furniture_changes_nothing_but_offsets(reader, text, seed):
    chance = random.Random(seed)
    pieces: list[str] = []
    furniture: list[Furniture] = []
    at = 0
    for paragraph in text.split("\n\n"):
        if chance.random() < 0.6:
            line = chance.choice(FURNITURE)
            furniture.append(Furniture(at, at + len(line), "test"))
            pieces.append(line + "\n\n")
            at += len(line) + 2
        pieces.append(paragraph + "\n\n")
        at += len(paragraph) + 2
    spoilt = dispatch("".join(pieces), "2024-11-15", tuple(furniture))
    plain = dispatch(text, "2024-11-15")
    assert [without_places(r) for r in sound(reader, spoilt)] == [without_places(r) for r in reader.read(plain)]


def test_a_batch_larger_than_the_parser_s_is_read_in_order(reader):
    dispatches = [dispatch(f"Le {day} mars 2020, la Norvège a condamné l'Iran.") for day in range(2, 30)] * 3
    days = [reports[0].date for reports in reader.read_many(dispatches)]
    assert days == [f"2020-03-{day:02}" for day in range(2, 30)] * 3


def test_nothing_is_read_of_nothing(reader):
    assert list(reader.read_many([])) == []
    assert reader.read(dispatch("")) == ()


_TWO_RUNS = """
import sys
sys.path.insert(0, sys.argv[1])
from reading.test_reader import TEXTS
from reading.stages import dispatch
from legation.language.pack import load_pack
from legation.reading.reader import Reader
from legation.report import encode
for reports in Reader(load_pack("fr")).read_many(dispatch(t, "2024-11-15") for t in TEXTS[:10]):
    for report in reports:
        sys.stdout.buffer.write(encode(report) + b"\\n")
"""


def test_two_runs_give_the_same_bytes():
    tests = str(Path(__file__).parents[1])
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", _TWO_RUNS, tests],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
        )
        for seed in ("1", "2")
    ]
    first, second = (run.communicate(timeout=240)[0] for run in runs)
    assert first.count(b"\n") > 30
    assert first == second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La rencontre Lula-Milei aura lieu lundi.", ["planned CONSULT ARG BRA"]),
        ("Le sommet Pérou-Bolivie a eu lieu à Lima.", ["CONSULT/multilateral BOL PER"]),
        ("Le Pérou et la Bolivie ont signé un accord-cadre.", ["SUPPORT BOL PER"]),
        ("Deux postes-frontières ont été fermés par le Pérou à la Bolivie.", ["SANCTION/discontinue PER > BOL"]),
    ],
)
def test_words_with_a_hyphen(tell, text, expected):
    assert tell(text) == expected


def test_a_verb_that_tells_who_speaks_is_no_support(tell):
    assert tell("« Nous sommes prêts », a soutenu le président serbe devant l'ambassadeur russe.") == []
    assert tell("La Serbie a soutenu la Russie.") == ["SUPPORT SRB > RUS"]


def test_an_object_behind_quoted_words_is_seen(tell):
    assert tell("Le ministre letton a jugé « sans fondement » la décision russe.") == ["REJECT LVA > RUS"]


def test_a_participle_that_recalls_a_deed_is_no_second_one(tell):
    text = "Le Pérou a expulsé un diplomate mexicain. Le diplomate expulsé par le Pérou a quitté Lima."
    assert tell(text) == ["SANCTION/expel PER > MEX"]


def test_whoever_is_no_party_gets_no_state(tell):
    text = "Le Chili et le Pérou ont signé un accord. Les organisations humanitaires, elles, dénoncent un recul."
    assert tell(text) == ["SUPPORT CHL PER"]
