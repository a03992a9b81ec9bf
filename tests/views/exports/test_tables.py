"""The tables: csv, polecat, cameo, parquet."""

from __future__ import annotations

import csv
import io
from datetime import date

import polars
import pytest

from legation.views.exports import cameo_codes, folding, polecat
from legation.views.exports.cells import TableWriter, safe_cell
from legation.views.exports.rows import COLUMNS
from record_builders import make_dispatch, make_report


def tab_separated(data):
    return list(csv.DictReader(io.StringIO(data.decode()), delimiter="\t"))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"), ("@x", "'@x"), (" -x", "' -x"), ("-3.5", "-3.5"), (-3.5, "-3.5"), (None, ""), ("a=b", "a=b"),
        ("\u200b=1+1", "'=1+1"), ("\x1b[31m", "\\x1b[31m"), (0, "0"),
    ],
)  # fmt: skip
def test_no_cell_acts(value, cell):
    assert safe_cell(value) == cell


def test_a_row_is_a_line_for_readers_of_csv():
    stream = io.BytesIO()
    TableWriter(stream, "\t").write(['a\t"b', 1, None])
    assert stream.getvalue() == b'"a\t""b"\t1\t\n'


def test_csv_in_polars(exported, ledger_file):
    data, written = exported(ledger_file, "csv")
    table = polars.read_csv(data, try_parse_dates=True)
    assert table.columns == list(COLUMNS)
    assert (table.height, written.number) == (5, 5)
    assert table["first_day"].to_list()[1:3] == [date(2020, 2, 7), date(2020, 5, 1)]
    assert table["sources"][1] == "copie.txt; radio.txt; https://journal.example/1"


def test_csv_is_what_events_prints(run, exported, ledger_file):
    data, _ = exported(ledger_file, "csv")
    assert run("events", "--ledger", ledger_file, "--format", "csv").stdout_bytes == data


@pytest.mark.parametrize("name", ["csv", "polecat", "cameo"])
def test_hostile_cells_break_no_row_and_are_no_formulas(exported, nasty_file, name):
    data, _ = exported(nasty_file, name)
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter="," if name == "csv" else "\t"))
    assert len(rows) == 3, "a heading and two events"
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows[1:] for cell in row]
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")] == []
    separator = "," if name == "csv" else "\t"
    table = polars.read_csv(data, separator=separator, infer_schema=False)
    assert table.height == 2


def test_polecat_in_polars(exported, ledger_file):
    data, written = exported(ledger_file, "polecat")
    table = polars.read_csv(data, separator="\t", null_values="None", infer_schema_length=None)
    assert table.columns == list(polecat.COLUMNS)
    assert len(table.columns) == 40
    assert (table.height, written.left_out) == (5, 0)
    met = table.row(1, named=True)
    assert met == met | {
        "Event ID": "882e710bd9a4b019", "Event Date": "2020-02-07", "Event Type": "CONSULT", "Event Mode": None,
        "Intensity": 2.5, "Quad Code": "VERBAL COOPERATION", "Contexts": None, "Actor Name": "Sergueï Lavrov",
        "Actor Country": "RUS", "Primary Actor Sector": "GOV", "Actor Title": "ministre des Affaires étrangères",
        "Recipient Name": "Jorge Arreaza", "Recipient Country": "VEN", "Country": "VEN", "Source": "Le Journal",
        "Publication Date": "2020-02-08", "Language": "fr",
    }  # fmt: skip
    assert table["Event Date"].to_list() == [None, "2020-02-07", "2020-02-08", None, None], "no day is guessed"


def test_columns_that_cannot_be_filled_are_empty_and_the_others_not_by_design(exported, ledger_file):
    rows = tab_separated(exported(ledger_file, "polecat")[0])
    assert {row[column] for row in rows for column in polecat.UNFILLED} == {"None"}
    assert not polecat.UNFILLED - set(polecat.COLUMNS)


PLANS = [
    ("CONSULT", "planned", "AGREE", "2.5", "VERBAL COOPERATION"),
    ("AID", "planned", "AGREE", "2.5", "VERBAL COOPERATION"),
    ("SUPPORT", "planned", "AGREE", "2.5", "VERBAL COOPERATION"),
    ("COOPERATE", "planned", "AGREE", "2.5", "VERBAL COOPERATION"),
    ("RETREAT", "planned", "CONCEDE", "4.5", "VERBAL COOPERATION"),
    ("CONCEDE", "planned", "CONCEDE", "4.5", "VERBAL COOPERATION"),
    ("SANCTION", "planned", None, None, None),
    ("AID", "hypothetical", None, None, None),
    ("AID", "denied", None, None, None),
    ("SANCTION", "ongoing", "SANCTION", "-6.0", "MATERIAL CONFLICT"),
]


@pytest.mark.parametrize(("type_", "status", "becomes", "intensity", "quad"), PLANS)
def test_plans_are_folded_as_the_codebook_says(exported, ledger_of, type_, status, becomes, intensity, quad):
    dispatch = make_dispatch("Moscou annonce une suite pour mai.", published="2020-02-08")
    path = ledger_of([(dispatch, [make_report(dispatch, type_, date="2020-05", status=status)])])
    data, written = exported(path, "polecat")
    rows = [(row["Event Type"], row["Intensity"], row["Quad Code"]) for row in tab_separated(data)]
    assert rows == ([(becomes, intensity, quad)] if becomes else [])
    assert written.left_out == (0 if becomes else 1)
    if status == "planned" and becomes:
        (row,) = tab_separated(exported(path, "cameo")[0])
        assert (row["date"], row["told_as_type"], row["told_as_status"]) == ("2020-02-08", type_, "planned")


def test_what_is_folded_are_types():
    known = cameo_codes.load_cameo().types
    assert {*folding.PLANNED, *folding.PLANNED.values()} <= known.keys()


def test_cameo_rows(exported, ledger_file):
    data, written = exported(ledger_file, "cameo", since=date(2020, 1, 1), until=date(2020, 12, 31))
    rows = tab_separated(data)
    assert written.number == len(rows) == 3
    seen = [[row[c] for c in ("date", "source", "target", "cameo_root", "quad_class", "joint")] for row in rows]
    assert seen == [
        ["2020-02-07", "RUS", "VEN", "04", "1", "0"],
        ["2020-02-08", "RUS", "VEN", "03", "1", "1"],
        ["2020-02-08", "VEN", "RUS", "03", "1", "1"],
    ]


def test_cameo_has_a_row_a_pair_and_none_for_one_party_alone(exported, ledger_of):
    dispatch = make_dispatch("Moscou et La Havane aident Caracas et Paris, puis défilent.", published="2020-02-08")
    aid = make_report(dispatch, "AID", actors="RUS + CUB", recipients="VEN + FRA", date="2020-02-07")
    alone = make_report(dispatch, "MOBILIZE", actors="RUS", recipients="", date="2020-02-07")
    data, written = exported(ledger_of([(dispatch, [aid, alone])]), "cameo")
    pairs = sorted((row["source"], row["target"]) for row in tab_separated(data))
    assert pairs == [("CUB", "FRA"), ("CUB", "VEN"), ("RUS", "FRA"), ("RUS", "VEN")]
    assert written.left_out == 1


@pytest.mark.parametrize(
    ("type_", "mode", "root"),
    [
        ("CONSULT", "visit", "04"), ("ACCUSE", None, "11"), ("ACCUSE", "investigate", "09"), ("REQUEST", "meet", "10"),
        ("SANCTION", "expel", "16"), ("RETREAT", "ceasefire", "08"), ("ASSAULT", "aerial", "19"),
        ("ASSAULT", "abduct", "18"), ("ASSAULT", "unconventional", "20"),
    ],
)  # fmt: skip
def test_cameo_roots(type_, mode, root):
    assert cameo_codes.load_cameo().root(type_, mode) == root


def test_the_mapping_is_whole_and_its_quad_classes_are_cameos():
    codes = cameo_codes.load_cameo()
    assert list(cameo_codes.problems(codes)) == []
    for code, root in codes.roots.items():
        number = int(code)
        assert root.quad == (1 if number <= 5 else 2 if number <= 8 else 3 if number <= 13 else 4)


def test_a_broken_mapping_is_told():
    codes = cameo_codes.CameoCodes(
        {"03": cameo_codes.Root("x", 1), "99": cameo_codes.Root("y", 7)},
        {"AGREE": cameo_codes.RootsOfType("04", {"nod": "03"}), "SHOUT": cameo_codes.RootsOfType("03")},
    )
    told = list(cameo_codes.problems(codes))
    wanted = ("AGREE: no mode nod", "AGREE: no root 04", "SHOUT: is no PLOVER type", "CONSULT: has no root",
              "99: no CAMEO root (01 to 20)", "99: quad class 7, 1 to 4 is wanted")  # fmt: skip
    assert set(wanted) <= set(told)


def test_parquet_in_polars(exported, ledger_file):
    data, written = exported(ledger_file, "parquet")
    table = polars.read_parquet(io.BytesIO(data))
    assert (table.height, written.number) == (5, 5)
    assert table.schema["first_day"] == polars.Date
    assert table.schema["contexts"] == polars.List(polars.String)
    met = table.row(1, named=True)
    assert met["actors"] == [
        {"code": "RUS", "sector": "GOV", "person": "Sergueï Lavrov", "office": "ministre des Affaires étrangères"}
    ]
    assert (met["first_day"], met["place"]["code"], len(met["reports"])) == (date(2020, 2, 7), "VEN", 3)
    assert {one["dispatch"]["outlet"] for one in met["reports"]} == {"Le Journal", "La Copie", "Radio"}
    assert met["disagreements"][0]["field"] == "date"
    assert table["commitment"].struct.field("outcome").to_list() == [None, None, "overdue", None, None]
    assert table["commitment"].struct.field("as_of").to_list()[2] == date(2021, 3, 2)
    counted = table.explode("actors").select(polars.col("actors").struct.field("code")).to_series().to_list()
    assert counted == ["RUS", "RUS", "RUS", "VEN", "RUS", "RUS"]


def test_an_empty_parquet_has_the_same_columns(exported, ledger_of, ledger_file):
    empty, full = (
        polars.read_parquet(io.BytesIO(exported(path, "parquet")[0])) for path in (ledger_of([]), ledger_file)
    )
    assert (empty.height, empty.schema) == (0, full.schema)
