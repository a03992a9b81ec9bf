"""Loading a language's time words; other languages need data only."""

import pickle
from pathlib import Path

import msgspec
import pytest

import legation
from legation.language.times import TimeGrammar, load_time_grammar
from legation.reading.times import find, resolve
from legation.reading.times.templates import compiled, paths

LANGUAGES = Path(legation.__file__).parent / "data" / "languages"

ENGLISH = """
day_suffixes = ["st", "nd", "rd", "th"]
century_suffixes = ["st", "nd", "rd", "th"]
[months]
1 = ["January", "Jan."]
2 = ["February", "Feb."]
3 = ["March"]
4 = ["April"]
5 = ["May"]
6 = ["June"]
7 = ["July"]
8 = ["August"]
9 = ["September"]
10 = ["October"]
11 = ["November"]
12 = ["December"]
[weekdays]
1 = ["Monday"]
2 = ["Tuesday"]
3 = ["Wednesday"]
4 = ["Thursday"]
5 = ["Friday"]
6 = ["Saturday"]
7 = ["Sunday"]
[numbers]
2 = ["two"]
3 = ["three"]
[rough_numbers]
10 = ["some ten"]
[days]
4 = ["fourth"]
[ordinals]
1 = ["first"]
[decades]
[units]
day = ["day", "days"]
week = ["week", "weeks"]
[seasons]
[parts]
early = ["early"]
[words]
last = ["last"]
next = ["next"]
[macros]
date = "[on] [{weekday} [,]] {month} {day} [, {year}]"
[[rule]]
op = "calendar"
kind = "day"
templates = ["<date>", "the {day} of {month}"]
[[rule]]
op = "calendar"
kind = "month"
lean = "next"
direction = "future"
templates = ["{next} {month}"]
[[rule]]
op = "calendar"
kind = "year"
bare = true
templates = ["{year}"]
[[rule]]
op = "offset"
kind = "relative"
shift = -1
direction = "past"
templates = ["{number} {unit} ago"]
[[rule]]
op = "weekday"
kind = "weekday"
lean = "last"
templates = ["{last} {weekday}"]
[[rule]]
op = "age"
kind = "decade"
templates = ["in the {decade}s"]
[[rule]]
op = "age"
kind = "century"
templates = ["in the {century} century"]
[[boundary]]
kind = "since"
phrases = ["since"]
"""

SPANISH = """
[months]
1 = ["enero"]
2 = ["febrero"]
3 = ["marzo"]
4 = ["abril"]
5 = ["mayo"]
6 = ["junio"]
7 = ["julio"]
8 = ["agosto"]
9 = ["septiembre"]
10 = ["octubre"]
11 = ["noviembre"]
12 = ["diciembre"]
[weekdays]
1 = ["lunes"]
2 = ["martes"]
3 = ["miércoles"]
4 = ["jueves"]
5 = ["viernes"]
6 = ["sábado"]
7 = ["domingo"]
[numbers]
[rough_numbers]
[days]
[ordinals]
[decades]
[units]
[seasons]
[parts]
[words]
next = ["próximo", "próxima"]
[macros]
[[rule]]
op = "calendar"
kind = "day"
templates = ["[el] [{weekday}] {day} de {month} [(de|del) {year}]"]
[[rule]]
op = "calendar"
kind = "month"
lean = "next"
templates = ["el {next} mes de {month}", "el {next} {month}"]
[[rule]]
op = "offset"
kind = "relative"
shift = -1
basis = "either"
templates = ["la víspera"]
[[rule]]
op = "age"
kind = "century"
templates = ["en el siglo {century}"]
"""


def written(folder: Path, toml: str) -> Path:
    (folder / "times.toml").write_text(toml, encoding="utf-8")
    return folder


def dates(grammar: TimeGrammar, text: str, anchor: str) -> list[tuple[str, str | None]]:
    found = []
    for one in find(text, grammar):
        resolved = resolve(one, anchor=anchor, previous=None, tense="past")
        found.append((one.text, resolved.edtf if resolved else None))
    return found


@pytest.mark.parametrize("folder", sorted(path.parent for path in LANGUAGES.glob("*/times.toml")), ids=lambda p: p.name)
def test_every_language_loads_and_compiles(folder: Path) -> None:
    grammar = load_time_grammar(folder)
    assert compiled(grammar).root.words
    assert compiled(grammar) is compiled(grammar)


def test_french_has_all_spellings_once() -> None:
    """A word in two entries of one table would make the reader choose by chance."""
    french = load_time_grammar(LANGUAGES / "fr")
    for table in (french.months, french.weekdays, french.numbers, french.units, french.seasons, french.parts):
        words = [word for words in table.values() for word in words]
        assert len(words) == len(set(words))


def test_english_needs_no_python(tmp_path: Path) -> None:
    grammar = load_time_grammar(written(tmp_path, ENGLISH))
    text = (
        "They met on Friday, Feb. 7 and on March 3rd, 2019, three days ago, last Tuesday and the fourth of July; "
        "next May they will meet again. Since 1960, in the 1990s and in the 20th century it may have been so."
    )
    assert dates(grammar, text, "2020-02-10") == [
        ("on Friday, Feb. 7", "2020-02-07"),
        ("on March 3rd, 2019", "2019-03-03"),
        ("three days ago", "2020-02-07"),
        ("last Tuesday", "2020-02-04"),
        ("the fourth of July", "2019-07-04"),
        ("next May", "2020-05"),
        ("Since 1960", "1960/.."),
        ("in the 1990s", "199X"),
        ("in the 20th century", "19XX"),
    ]


def test_spanish_needs_no_python(tmp_path: Path) -> None:
    grammar = load_time_grammar(written(tmp_path, SPANISH))
    text = (
        "El viernes 7 de febrero, la víspera, el próximo mayo, 3 de MIERCOLES, el 3 de enero del 2019, en el siglo XX."
    )
    assert dates(grammar, text, "2020-02-10") == [
        ("El viernes 7 de febrero", "2020-02-07"),
        ("la víspera", "2020-02-09"),
        ("el próximo mayo", "2020-05"),
        ("el 3 de enero del 2019", "2019-01-03"),
        ("en el siglo XX", "19XX"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('12 = ["December"]', "", "months must be 1 to 12"),
        ('7 = ["Sunday"]', '9 = ["Sunday"]', "weekdays must be 1"),
        ("{next} {month}", "{nxet} {month}", "no such slot: {nxet}"),
        ("<date>", "<dat>", "no such macro: <dat>"),
        ('date = "[on]', 'date = "<date> [on]', "macros in a circle"),
        ("{next} {month}", "{Next} {month}", "malformed slot"),
        ("{next} {month}", "{word} {month}", "begins with any word"),
        ('op = "age"', 'op = "eon"', "eon"),
        ("[weekdays]", "[weekdays", "times.toml"),
        ("[macros]", "[colours]\n[macros]", "colours"),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=r"^times\.toml: ") as caught:
        load_time_grammar(written(tmp_path, ENGLISH.replace(old, new, 1)))
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"times\.toml"):
        load_time_grammar(tmp_path)


def test_a_grammar_survives_pickling() -> None:
    french = load_time_grammar(LANGUAGES / "fr")
    again = pickle.loads(pickle.dumps(french))
    assert msgspec.structs.asdict(again) == msgspec.structs.asdict(french)
    assert [one.text for one in find("le 7 novembre", again)] == ["le 7 novembre"]


def test_paths_of_a_template() -> None:
    assert paths("[le] (a|b c) {day}") == [
        ("a", "{day}"),
        ("b", "c", "{day}"),
        ("le", "a", "{day}"),
        ("le", "b", "c", "{day}"),
    ]
    assert paths("l'an-{year}") == [("l", "'", "an", "-", "{year}")]


@pytest.mark.parametrize("template", ["[le", "le]", "(a|b", "a)", "{day", "[a][b][c][d][e][f][g][h][i][j][k][l][m]"])
def test_malformed_templates(template: str) -> None:
    with pytest.raises(ValueError, match="template"):
        paths(template)
