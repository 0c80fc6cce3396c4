from dataclasses import replace

import pytest

from desk.reports.charts.canvas import blank_canvas
from desk.reports.charts.catalogue import CHARTS
from desk.reports.charts.chart import Paper
from tests.samples.page_faults import page_faults

every_chart = pytest.mark.parametrize("chart", CHARTS, ids=lambda one: one.key)


@every_chart
@pytest.mark.parametrize(
    ("shape", "paper"),
    [
        ("60", Paper.ACROSS),
        ("negative", Paper.CLASSIC),
        ("zeros", Paper.WIDE),
        ("5", Paper.UPRIGHT),
    ],
)
def test_no_text_is_cut_or_small_or_on_another(surveyed, chart, shape, paper):
    pages = chart.draw(surveyed(shape), paper)
    assert [fault for page in pages for fault in page_faults(page, paper)] == []


@every_chart
def test_every_page_has_a_note_and_its_spots_lie_on_it(surveyed, chart):
    for page in chart.draw(surveyed("5"), Paper.WIDE):
        assert page.note
        for spot in page.spots:
            assert spot.text
            assert spot.width > 0
            assert spot.height > 0
            assert 0 <= spot.x <= spot.x + spot.width <= Paper.WIDE.width
            assert 0 <= spot.y <= spot.y + spot.height <= Paper.WIDE.height


@every_chart
def test_an_office_without_units_gets_a_page_that_says_so(surveyed, chart):
    survey = surveyed("5")
    tables = {
        name: replace(getattr(survey, name), groups=())
        for name in ("table", "so_far", "before", "year_ago")
    }
    nobody = replace(survey, groups=(), own=(), **tables)
    (page, *_) = chart.draw(nobody, Paper.ACROSS)
    assert page_faults(page, Paper.ACROSS) == []


def test_faults_of_a_page_are_found():
    canvas = blank_canvas(Paper.ACROSS)
    canvas.text(50, 50, "云岭县")
    canvas.text(53, 51, "财政局")
    canvas.text(280, 90, "云岭县人民政府")
    canvas.text(50, 90, "小", size=6)
    assert page_faults(canvas.page(""), Paper.ACROSS) == [
        "“小” has 6.0 points",
        "“云岭县人民政府” leaves the page",
        "“云岭县” and “财政局” overlap",
    ]


def test_keys_and_titles_are_used_once():
    assert len({one.key for one in CHARTS}) == len(CHARTS)
    assert len({one.title for one in CHARTS}) == len(CHARTS)
