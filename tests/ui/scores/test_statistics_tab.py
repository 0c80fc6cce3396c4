"""The statistics tab: tables by layout, columns chosen and saved, cells that lead to lines."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from desk.reports.statistics.layout import Form, Item
from desk.reports.statistics.layouts import LAYOUTS
from desk.tabulating import layouts, save_layout
from ui.scores import statistics_tab
from ui.scores.statistics_tab import StatisticsTab

_WINDOWED = pytest.mark.qt_log_ignore("This plugin does not support")  # windows, offscreen


@pytest.fixture
def tab(page, qtbot):
    page.show_target(StatisticsTab.title)
    made = page.tab(StatisticsTab)
    qtbot.waitUntil(lambda: made.shown is not None)
    return made


@pytest.fixture
def choose(tab, qtbot):
    """Choose a layout as the clerk does, and wait for its tables."""

    def act(key):
        tab.bar.list.setCurrentIndex(tab.bar.list.findData(key))
        tab.bar.list.activated.emit(tab.bar.list.currentIndex())
        qtbot.waitUntil(lambda: tab.shown.layout.key == key)

    return act


def cells(tab, at=0):
    heads = [head.text for head in tab.model.table.columns]
    return dict(zip(heads, tab.model.texts[at], strict=True))


def test_the_whole_table_is_shown_first(tab):
    assert "信息采用情况统计总表" in tab.headline.text()
    assert cells(tab)["单位"] == "县教育局"
    assert cells(tab)["累计得分"] == "6.5"
    assert tab.model.texts[-1][1] == "合计"


def test_another_layout_is_shown_when_it_is_chosen(tab, choose):
    choose("media")
    assert [head.text for head in tab.model.table.columns][:2] == ["项目", "县教育局"]
    assert tab.bar.transposed.isChecked()


def test_units_side_by_side_by_a_switch(tab, qtbot):
    tab.bar.transposed.click()
    qtbot.waitUntil(lambda: tab.shown.layout.form is Form.TRANSPOSED)
    assert tab.model.texts[0][0] == "名次"
    assert tab.bar.told.text().startswith("改过，还没有保存")


def test_a_cell_leads_to_the_lines_of_its_unit(tab, page, qtbot):
    shown = []
    page.look_at = lambda *asked: shown.append(asked)
    tab.view.setCurrentIndex(tab.model.index(0, 3))
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    unit = next(iter(tab.shown.found.units)).unit.unit
    assert [asked[2] for asked in shown] == [unit.id]


def test_a_cell_tells_whose_it_is_by_the_full_name(tab):
    tip = tab.model.data(tab.model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("云岭县教育局\n双击")


def test_sums_lead_nowhere(tab, page, qtbot):
    shown = []
    page.look_at = lambda *asked: shown.append(asked)
    tab.view.setCurrentIndex(tab.model.index(len(tab.model.texts) - 1, 3))
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert not shown


def test_the_table_is_copied_with_its_heads(tab, choose):
    choose("rates")
    tab.view.copy_all()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[1] == "序号\t单位\t报送数\t采纳数\t采纳率"
    assert lines[2].startswith("1\t云岭县教育局\t")


def test_selected_cells_are_copied_alone(tab, choose, qtbot):
    choose("rates")
    tab.view.selectRow(0)
    qtbot.keyClick(tab.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["1", "云岭县教育局"]


def test_words_leave_only_units_that_have_them(tab, page):
    page.search.setText("水利")
    rows = range(tab.model.rowCount())
    shown = [tab.model.texts[at][1] for at in rows if not tab.view.isRowHidden(at)]
    assert shown == ["县水利局"]


def test_a_click_on_a_head_sorts(tab, choose, qtbot):
    choose("rates")
    tab.view.sorted_by.emit(1)
    qtbot.waitUntil(lambda: tab.shown.layout.order == "unit")
    first = cells(tab)["单位"]
    tab.view.sorted_by.emit(1)
    qtbot.waitUntil(lambda: not tab.shown.layout.falling)
    assert cells(tab)["单位"] != first


def test_a_layout_is_saved_under_a_name_and_deleted_again(tab, choose, store, qtbot):
    tab.bar.save_under("季度通报表")
    qtbot.waitUntil(lambda: tab.bar.layout_now.name == "季度通报表")
    assert layouts(store)[-1].items == LAYOUTS["total"].items
    tab.bar.rename("半年通报表")
    qtbot.waitUntil(lambda: tab.bar.list.currentText() == "半年通报表")
    tab.bar.delete()
    qtbot.waitUntil(lambda: "已删除" in tab.session.messages.toast.text)
    assert len(layouts(store)) == len(LAYOUTS)
    tab.session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: tab.bar.list.findText("半年通报表") > 0)
    assert len(layouts(store)) == len(LAYOUTS) + 1


@_WINDOWED
def test_columns_are_chosen_named_and_saved(tab, store, qtbot):
    tab.bar.wanted_columns.emit()
    window = tab.bar._window
    qtbot.addWidget(window)
    window.chosen.show_items((Item("unit"),))
    window.chosen.add("adopted", "采用")
    window.chosen.add("rate", "采用率")
    assert window.chosen.items == (Item("unit"), Item("adopted"), Item("rate"))
    window.chosen.up()
    window.name.setText("两栏表")
    window.save()
    qtbot.waitUntil(lambda: tab.shown.layout.name == "两栏表")
    assert layouts(store)[-1].keys == ("unit", "rate", "adopted")
    assert [head.text for head in tab.model.table.columns][:2] == ["单位", "采用率"]


@_WINDOWED
def test_a_head_is_put_over_columns(tab, qtbot):
    tab.bar.wanted_columns.emit()
    window = tab.bar._window
    qtbot.addWidget(window)
    tree = window.chosen
    tree.show_items((Item("unit"), Item("adopted"), Item("rate")))
    tree.topLevelItem(1).setSelected(True)
    tree.topLevelItem(2).setSelected(True)
    tree.group()
    tree.currentItem().setText(0, "采用情况")
    head = Item(text="采用情况", parts=(Item("adopted"), Item("rate")))
    assert tree.items == (Item("unit"), head)


@_WINDOWED
def test_a_table_without_columns_is_not_kept(tab, qtbot):
    tab.bar.wanted_columns.emit()
    window = tab.bar._window
    qtbot.addWidget(window)
    window.chosen.show_items(())
    window.save()
    assert "一栏也没有" in window.error.text()


def test_a_layout_of_what_is_gone_says_so(tab, store, office, qtbot):
    save_layout(
        store,
        replace(LAYOUTS["rates"], name="旧表", items=(Item("unit"), Item("publication:99:count"))),
        by=office.by,
    )
    tab.bar.read()
    tab.bar.list.setCurrentIndex(tab.bar.list.count() - 1)
    tab.bar.list.activated.emit(tab.bar.list.currentIndex())
    qtbot.waitUntil(lambda: tab.shown.layout.name == "旧表")
    assert tab.bar.told.text().startswith("1 栏现在没有了")


@pytest.mark.parametrize(("every", "sheets"), [(False, 1), (True, 13)])
def test_tables_go_to_excel(tab, tmp_path, monkeypatch, qtbot, every, sheets):
    path = tmp_path / "表.xlsx"
    monkeypatch.setattr(statistics_tab, "save_path", lambda *_: path)
    (tab.export_all if every else tab.export)()
    qtbot.waitUntil(lambda: path.exists() and not tab.session.worker.busy)
    assert len(load_workbook(BytesIO(path.read_bytes())).sheetnames) >= sheets


def test_names_stay_in_view_while_the_rest_is_scrolled(tab):
    bar = tab.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    names = tab.view.fixed
    assert names.isVisible()
    assert names.geometry().left() <= 1
    assert not names.isColumnHidden(1)
    assert names.isColumnHidden(2)
    assert tab.view.childAt(QPoint(60, 120)).parent() in (names, names.horizontalHeader())


@_WINDOWED
def test_what_will_be_printed_is_shown_first(tab, choose, qtbot):
    choose("rates")
    tab.print_out()
    qtbot.waitUntil(lambda: tab.paper is not None)
    qtbot.addWidget(tab.paper)
    assert tab.paper.note.text() == "共 1 页"
    assert "信息报送采用情况表" in tab.paper.windowTitle()
