"""逐月: months of the year, and what lies behind one of them."""

from datetime import date

import pytest

from ui.scores.months_tab import MonthsTab


@pytest.fixture
def months(page, at_rest):
    page.show_target(MonthsTab.title)
    at_rest()
    return page.tab(MonthsTab)


def row_of(months, name):
    titles = [column.title for column in months.model.columns]
    rows = (dict(zip(titles, texts, strict=True)) for texts in months.model.texts())
    return next(row for row in rows if row["单位"] == name)


def test_each_month_has_its_points_and_those_to_come_are_empty(months):
    row = row_of(months, "县教育局")
    assert (row["3月"], row["7月"], row["8月"], row["合计"]) == ("5", "1.5", "", "6.5")


def test_adoptions_are_counted_by_month_too(months):
    months.figure.setCurrentText("采用条数")
    months._on_figure()
    assert row_of(months, "县教育局")["合计"] == "2"
    assert months.exports()[0].words == "逐月采用条数（Excel）"
    assert months.view.heading == "逐月采用条数"


def test_a_month_opens_the_lines_behind_it(months, page, tab, at_rest):
    place = [row.unit.short for row in months.model.rows].index("县教育局")
    months.view.setCurrentIndex(months.model.index(place, 3))
    months.view.opened.emit(place)
    at_rest()
    assert page.window_days() == (date(2026, 3, 1), date(2026, 3, 31))
    assert page.current is tab
    assert [line.title for line in tab.lines.model.rows] == ["03月信息"]
