import json

import msgspec
import pytest

from legation import ontology
from legation.report import encode

from .stages import dispatch


def test_a_report_says_where_it_stands(reader):
    given = dispatch("La Norvège a condamné l'Iran.", "2024-11-15", title="Titre", outlet="Feuille")
    (report,) = reader.read(given)
    assert report.version == 1
    assert (report.dispatch.id, report.dispatch.source) == (given.id, "test")
    assert (report.dispatch.title, report.dispatch.outlet, report.dispatch.published) == (
        "Titre", "Feuille", "2024-11-15",
    )  # fmt: skip


def test_quad_and_intensity_are_the_ontology_s(reader):
    known = ontology.load()
    for text in ("La Norvège a condamné l'Iran.", "Le président turc est arrivé à Athènes.", "Le Chili aide le Pérou."):
        (report,) = reader.read(dispatch(text))
        assert report.quad == known.types[report.type].quad
        assert report.intensity == known.intensity(report.type, report.mode)


def test_where_all_take_part_alike_all_are_actors(reader):
    (report,) = reader.read(dispatch("La Grèce s'est entretenue avec Chypre."))
    assert ([p.code for p in report.actors], report.recipients) == (["GRC", "CYP"], ())


def test_reports_come_in_the_order_of_their_triggers(reader):
    text = "La Norvège a condamné l'Iran. Le Chili aide le Pérou. La Grèce s'est entretenue avec Chypre."
    starts = [r.trigger.start for r in reader.read(dispatch(text))]
    assert len(starts) == 3
    assert starts == sorted(starts)


def test_ids_are_stable_and_distinct(reader):
    text = "La Norvège a condamné l'Iran. La Norvège a condamné la Chine."
    ids = [r.id for r in reader.read(dispatch(text))]
    assert ids == [r.id for r in reader.read(dispatch(text))]
    assert len(set(ids)) == 2
    assert ids[0] != reader.read(dispatch(text + " "))[0].id


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("La Géorgie a déployé des troupes dans le nord.", "domestic"),
        ("La Géorgie a déployé des troupes en Arménie.", "international"),
        ("L'ONU a condamné l'attaque.", "international"),
    ],
)
def test_scope(reader, text, scope):
    assert {r.scope for r in reader.read(dispatch(text))} == {scope}


def test_why_names_the_entry_and_the_path_of_every_participant(reader, pack):
    entries = {entry.id for entry in pack.lexicon.triggers}
    (report,) = reader.read(dispatch("L'Iran a été condamné par la Norvège."))
    assert report.why["entry"] in entries
    assert {p["code"] for p in (*report.why["actors"], *report.why["recipients"])} == {"NOR", "IRN"}
    assert all(p["path"] and p["words"] for p in (*report.why["actors"], *report.why["recipients"]))


def test_every_line_is_plain_json(reader):
    for report in reader.read(
        dispatch("La Norvège a condamné l'Iran mardi à Genève, selon le ministre.", "2024-11-15")
    ):
        line = encode(report)
        assert b"\n" not in line
        assert json.loads(line)["type"] == "ACCUSE"
        assert msgspec.json.encode(report) == line


def test_what_two_do_to_each_other_both_do_and_undergo(reader):
    for text in ("L'Égypte et la Jordanie se sont affrontées.", "L'Égypte et la Jordanie s'accusent mutuellement."):
        (report,) = reader.read(dispatch(text))
        assert {p.code for p in report.actors} == {p.code for p in report.recipients} == {"JOR", "EGY"}
    (meeting,) = reader.read(dispatch("La Jordanie et l'Égypte se sont réunies."))
    assert meeting.recipients == ()
