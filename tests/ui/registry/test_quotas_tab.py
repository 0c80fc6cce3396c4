"""Quotas typed into the list."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit

from ui.registry.quotas_tab import QuotasTab


@pytest.fixture
def tab(page):
    page.show_target("目标任务")
    return page.tab(QuotasTab)


@pytest.fixture
def quotas(store):
    """Points and items of a year, by unit."""

    def read(year=2026):
        with store.read() as work:
            return {one.unit_id: (one.points, one.items) for one in work.registry.quotas(year)}

    return read


@pytest.fixture
def type_into(tab, settled):
    """Type into a cell as the clerk does."""

    def typed(row, column, text):
        index = tab.model.index(row, column)
        tab.model.setData(index, text)
        settled()

    return typed


def test_the_list_keeps_the_rules_of_qt(tab, type_into):
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    type_into(0, 2, "55")
    tab.year.setValue(2027)


def test_the_present_year_is_shown_with_its_sum(tab):
    assert tab.year.value() == 2026
    assert "目标分 80" in tab.total.text()


def test_points_typed_are_kept(tab, type_into, quotas, office):
    type_into(0, 2, "45.5")
    assert quotas()[office.units[0].id] == (Decimal("45.5"), 10)
    assert "目标分 85.5" in tab.total.text()


def test_undo_brings_the_former_quota_back(tab, type_into, quotas, office, undo):
    type_into(0, 3, "12")
    undo()
    assert quotas()[office.units[0].id] == (Decimal(40), 10)
    assert tab.model.index(0, 3).data() == "10"


def test_an_emptied_cell_takes_the_quota_away(tab, type_into, quotas, office):
    type_into(1, 2, "")
    assert list(quotas()) == [office.units[0].id]
    assert "1 个单位还没有下达" in tab.total.text()


@pytest.mark.parametrize(("column", "text"), [(2, "-3"), (2, "三十"), (2, "1.234"), (3, "2.5")])
def test_what_is_no_figure_is_said_and_not_kept(tab, type_into, quotas, column, text):
    before = quotas()
    type_into(0, column, text)
    assert text in tab.error.text()
    assert tab.error.isVisible()
    assert quotas() == before


def test_a_good_figure_takes_the_error_away(tab, type_into):
    type_into(0, 2, "三十")
    type_into(0, 2, "30")
    assert not tab.error.isVisible()


def test_last_years_quotas_are_copied_and_taken_back(tab, quotas, settled, undo):
    tab.year.setValue(2027)
    tab._copy_last_year()
    settled()
    assert quotas(2027) == quotas(2026)
    undo()
    assert quotas(2027) == {}


def test_nothing_to_copy_is_said(tab, settled):
    tab.year.setValue(2040)
    tab._copy_last_year()
    settled()
    assert "2039" in tab.error.text()


def test_typing_goes_down_the_column(tab, settled, quotas, office, qtbot):
    tab.view.setFocus()
    tab.view.setCurrentIndex(tab.model.index(0, 2))
    for row, text in enumerate(("51", "52")):
        QTest.keyClick(tab.view, text[0])
        editor = next(one for one in tab.view.findChildren(QLineEdit) if one.isVisible())
        QTest.keyClick(editor, text[1])
        QTest.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda at=row: tab.view.currentIndex().row() == min(at + 1, 1))
        qtbot.waitUntil(
            lambda: not any(one.isVisible() for one in tab.view.findChildren(QLineEdit))
        )
    settled()
    assert [quotas()[unit.id][0] for unit in office.units] == [Decimal(51), Decimal(52)]


def test_names_cannot_be_typed_over(tab):
    assert not tab.model.flags(tab.model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def more(tab):
    return next(iter(tab.model.texts()))[-1]


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_details_of_a_quota_are_typed_as_lines(tab, store, office, settled, undo):
    tab.view.choose(0)
    tab.open_details()
    tab.details.subs.setPlainText("参阅类 2条")
    tab.details.changes.setPlainText("2026-07-01 30分 8条 职能调整")
    tab.details.keep()
    settled()
    assert "参阅类 2条；2026-07-01 30分 8条 职能调整" in more(tab)
    undo()
    assert more(tab) == ""


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_a_change_of_another_year_is_refused_in_the_window(tab):
    tab.view.choose(0)
    tab.open_details()
    tab.details.changes.setPlainText("2025-07-01 30分 职能调整")
    tab.details.keep()
    assert "不在 2026 年里" in tab.details.fields["changes"].error


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_the_task_notice_lists_every_unit_with_a_task(tab):
    form = tab._notice()
    texts = [text for row in form.table.rows for text in row]
    assert form.title == "关于下达2026年度政务信息目标任务的通知"
    assert "云岭县教育局" in texts
    assert "目标分合计80分" in form.paragraphs[1]
    tab.show_notice()
    assert tab.paper.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own
def test_a_whole_group_is_given_one_target(tab, quotas, settled, office):
    tab.view.selectAll()
    tab.open_details()
    tab.details.points.setText("55")
    tab.details.keep()
    settled()
    assert quotas() == {unit.id: (Decimal(55), 10) for unit in office.units}
