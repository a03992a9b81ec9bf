"""The timeline, the months and the map."""

from __future__ import annotations

import json
import re

import pytest

from legation.ledger import Mark, MonthCount, StateCount
from legation.states import load_states
from legation.views.drawing import ticks_between
from legation.views.web import world_map
from legation.views.web.activity import draw_months, table_of, unit_of
from legation.views.web.timeline import Period, draw_timeline, running_mean, window_of
from legation.views.web.world_map import code_of, draw_map, load_shapes, steps

FULL, VIOLET = "verbal cooperation", "material conflict"


def mark(first, last=None, intensity=2.5, status="occurred", number=1):
    day = first if last is None else f"{first}/{last}"
    return Mark(f"{number:064x}", "CONSULT", None, status, FULL, intensity, day, first, last or first)


def months(*counts):
    return tuple(MonthCount(month, quad, events, intensity) for month, quad, events, intensity in counts)


class TestTimeline:
    def test_the_mean_weighs_every_event_the_same(self):
        found = running_mean(months(("2020-01", FULL, 3, 2.0), ("2020-01", VIOLET, 1, -6.0), ("2020-02", FULL, 4, 4.0)))
        assert found == [("2020-01-15", 2.0, 0), ("2020-02-15", 2.0, 0)]

    def test_the_line_breaks_where_nothing_is_told(self):
        found = running_mean(months(("2020-01", FULL, 1, 2.0), ("2020-09", FULL, 1, 4.0)))
        assert [(day[:7], part) for day, _, part in found] == [
            ("2020-01", 0), ("2020-02", 0), ("2020-08", 1), ("2020-09", 1),
        ]  # fmt: skip

    def test_a_long_time_takes_a_longer_mean(self):
        short, long = months(("2020-01", FULL, 1, 2.0)), months(("2010-01", FULL, 1, 2.0), ("2020-01", FULL, 1, 2.0))
        assert window_of(short) < window_of(long) and window_of(()) == window_of(short)

    def test_a_span_is_as_long_as_the_date_is_uncertain(self):
        svg = draw_timeline((mark("2020-01-01", "2020-06-30"), mark("2020-01-01", number=2)), (), Period(), "y", "en")
        wide = [float(width) for width in re.findall(r'aria-label="between[^"]*"[^>]*d="M[\d.]+,[\d.]+h([\d.]+)', svg)]
        assert len(wide) == 1 and wide[0] > 700

    def test_what_did_not_happen_is_hollow(self):
        svg = draw_timeline((mark("2020-01-01", status="planned"),), (), Period(), "y", "en")
        assert 'fill="white"' in svg and "announced" in svg
        assert 'fill="white"' not in draw_timeline((mark("2020-01-01"),), (), Period(), "y", "en")

    def test_marks_of_one_day_do_not_hide_each_other(self):
        svg = draw_timeline(tuple(mark("2020-01-01", number=n) for n in range(4)), (), Period(), "y", "en")
        places = re.findall(r'aria-label="1 January 2020[^>]*transform="translate\(([^)]*)\)', svg)
        assert len(places) == len(set(places)) == 4

    def test_nothing_to_draw(self):
        assert draw_timeline((), (), Period(), "y", "en") is None and draw_months((), "en") is None

    @pytest.mark.parametrize(("first", "last"), [("0001-01-01", "9999-12-31"), ("9999-12-31", "9999-12-31")])
    def test_the_ends_of_time(self, first, last):
        assert "<svg" in draw_timeline((mark(first, last),), (), Period("0001-01-01", "9999-12-31"), "y", "fr")


class TestMonths:
    def test_over_a_long_time_bars_stand_for_years(self):
        few, many = months(("2020-01", FULL, 2, 2.5)), months(("1990-01", FULL, 1, 2.5), ("2020-01", VIOLET, 3, -6.0))
        assert (unit_of(few), unit_of(many), unit_of(())) == ("month", "year", "month")
        assert table_of(few, "fr") == [("janvier 2020", "2", "0", "0", "0")]
        assert table_of(many, "en") == [("2020", "0", "0", "0", "3"), ("1990", "1", "0", "0", "0")]


WORLD = {
    "type": "Topology", "arcs": [[[0, 0], [9, 0], [9, 9], [0, 0]], [[20, 0], [29, 0], [29, 9], [20, 0]]],
    "objects": {"countries": {"type": "GeometryCollection", "geometries": [
        {"type": "Polygon", "arcs": [[0]], "id": "250", "properties": {"name": "France"}},
        {"type": "Polygon", "arcs": [[1]], "properties": {"name": "Nowhere"}},
    ]}},
}  # fmt: skip


class TestMap:
    @pytest.fixture(autouse=True)
    def anew(self):
        yield
        world_map._drawn.cache_clear()

    @pytest.fixture
    def small(self, tmp_path, monkeypatch):
        (tmp_path / "world.json").write_text(json.dumps(WORLD))
        world_map._drawn.cache_clear()
        monkeypatch.setattr(world_map, "_MAP", tmp_path / "world.json")

    def test_a_state_is_a_link_to_its_page(self, small):
        svg = draw_map((StateCount("FRA", 3), StateCount("VAT", 1)), "fr")
        assert re.findall(r'<a[^>]* href="([^"]*)"', svg) == ["/states/FRA"] and "undefined" not in svg

    def test_without_the_file_there_is_no_map(self, tmp_path, monkeypatch, desk):
        monkeypatch.setattr(world_map, "_MAP", tmp_path / "none.json")
        assert draw_map((StateCount("FRA", 3),), "en") is None
        text = desk.get("/").text
        assert "shade-0" not in text and '<td><a class="party" href="/states/RUS">' in text

    def test_shades_go_from_one_to_the_most(self):
        assert steps((StateCount("FRA", 1000), StateCount("DEU", 1))) == (1, 4, 16, 63, 251)
        assert steps((StateCount("FRA", 1),)) == (1,) and steps((StateCount("FRA", 3),)) == (1, 2, 3)

    def test_the_table_names_states_that_are(self):
        shapes = load_shapes()
        assert all(re.fullmatch(r"\d{3}", number) for number in shapes.numeric) and len(shapes.numeric) > 170
        named = [*shapes.numeric.values(), *shapes.named.values()]
        assert len(set(named)) == len(named)
        assert all(load_states()[code].kind != "former" for code in named)

    @pytest.mark.parametrize(("numeric", "code"), [
        ("004", "AFG"), ("156", "CHN"), ("158", "TWN"), ("178", "COG"), ("180", "COD"), ("275", "PSE"), ("408", "PRK"),
        ("410", "KOR"), ("562", "NER"), ("566", "NGA"), ("643", "RUS"), ("703", "SVK"), ("705", "SVN"), ("729", "SDN"),
        ("728", "SSD"), ("732", "ESH"), ("040", "AUT"), ("036", "AUS"), ("688", "SRB"), ("499", "MNE"), ("807", "MKD"),
    ])  # fmt: skip
    def test_numbers_that_are_easily_mistaken(self, numeric, code):
        assert code_of(numeric, "") == code

    def test_every_shape_of_the_map_has_its_state(self):
        if not world_map._MAP.is_file():
            pytest.skip("the map is not built in")
        shapes = json.loads(world_map._MAP.read_bytes())["objects"]["countries"]["geometries"]
        missing = {
            one["properties"]["name"] for one in shapes if code_of(one.get("id"), one["properties"]["name"]) is None
        }
        assert missing == {"N. Cyprus", "Somaliland"}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2020-05-02", "2020-05-11", ("day", 2)),
        ("2020-05-02", "2020-05-02", ("day", 1)),
        ("2020-01-01", "2020-08-01", ("month", 1)),
        ("2020-01-01", "2020-09-01", ("month", 2)),
        ("2020-01-01", "2023-06-01", ("month", 6)),
        ("2010-01-01", "2016-12-01", ("year", 1)),
        ("2010-01-01", "2020-12-01", ("year", 2)),
        ("1950-01-01", "2019-12-01", ("year", 10)),
        ("0001-01-01", "9999-12-31", ("year", 2000)),
    ],
)
def test_an_axis_of_time_has_few_labels(first, last, expected):
    assert tuple(ticks_between(first, last)) == expected


def test_days_are_named_where_there_is_no_month_to_name():
    svg = draw_timeline((mark("2020-05-05"), mark("2020-05-08", number=2)), (), Period(), "y", "fr")
    assert "mai 2020" in svg


def test_a_frame_that_begins_where_a_form_ends_is_drawn():
    svg = draw_timeline((mark("1815-06-25"), mark("1816-06-10", number=2)), (), Period("1815-06-18"), "y", "en")
    labels = re.findall(r">(\w+ \d{4})<", svg)
    assert len(set(labels)) > 2
