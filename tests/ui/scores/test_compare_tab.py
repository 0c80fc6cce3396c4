"""Comparing: some units side by side, all against last year."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.scores.compare_tab import CompareTab

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def compared(page, tab, at_rest, active):
    """Both units, chosen on the board and compared by keys."""
    at_rest()
    tab.board.selectAll()
    active()
    tab.board.setFocus()
    QTest.keyClick(tab.board, Qt.Key.Key_B, CTRL)
    at_rest()
    return page.tab(CompareTab)


def test_units_chosen_on_the_board_stand_side_by_side(page, compared):
    assert page.current is compared
    rows = {row.name: row for row in compared.sides.rows}
    assert [one.title for one in compared.sides.columns] == ["指标", "县教育局", "县水利局"]
    assert rows["得分"].texts == ("6.5", "0")
    assert rows["得分"].best == (0,)
    assert "得分最高的是县教育局（6.5 分），最低的是县水利局（0 分）" in compared.words.text()


def test_one_unit_alone_is_not_compared(page, tab, at_rest, session):
    at_rest()
    tab.board.choose(0)
    tab.compare()
    assert page.current is tab
    assert "2 到 6 个单位" in session.messages.toast.text


def test_all_units_are_compared_with_last_year(page, compared, at_rest):
    QTest.keyClick(compared.sides_view, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert compared.paper_list() is compared.years_view
    assert [row.one.unit.short for row in compared.years.rows] == ["县教育局", "县水利局"]
    assert "2 个单位中得分增加的 1 个" in compared.words.text()
    assert compared.one.text().startswith("云岭县教育局得 6.5 分，去年同期 0 分，多 6.5 分")


def test_the_filter_narrows_the_years(page, compared, at_rest):
    QTest.keyClick(compared.sides_view, Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    page.search.setText("水利")
    assert len(compared.years.rows) == 1


def test_both_are_printed_with_what_they_are_of(page, compared):
    paper = page.paper(compared.paper_list())
    assert "单位比较" in paper.title
    assert [one.text for one in paper.headings] == ["指标", "县教育局", "县水利局"]


def test_without_units_it_says_how_to_choose_some(page, at_rest):
    page.show_target(CompareTab.title)
    at_rest()
    made = page.tab(CompareTab)
    assert made.sides.rowCount() == 0
    assert "Ctrl+B" in made.sides_view.empty


def test_months_are_drawn(compared):
    at = next(n for n, row in enumerate(compared.sides.rows) if row.months)
    view = compared.sides_view
    picture = view.viewport().grab(view.visualRect(compared.sides.index(at, 1))).toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert len(colours) > 1


def test_nothing_is_printed_of_days_still_being_read(page, compared, session, monkeypatch):
    monkeypatch.setattr(compared, "print_out", lambda: pytest.fail("former figures were printed"))
    page.days.type_in("本月")
    page.print_button.click()
    assert "还没有算出来" in session.messages.toast.text
    page._table = compared._survey.table  # the table comes first
    page.print_button.click()
