"""The one list view: copying, exporting, opening, remembering its columns."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.lists.list_view import ListView
from ui.lists.memory_model import MemoryModel


@pytest.fixture
def make(window, session, columns, row):
    """Make the list anew, as a new start of the program does."""

    def made():
        model = MemoryModel(columns)
        model.set_rows([row("县水利局", 9), row("=1+1", 10), row("青石镇", 2)])
        view = ListView(session, model, "单位", empty="还没有单位")
        view.setParent(window)
        view.resize(400, 300)
        view.show()
        return view

    return made


@pytest.fixture
def view(make):
    return make()


def test_selected_rows_are_copied_with_their_heading(view):
    view.selectRow(2)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "单位\t篇数\n青石镇\t2"


def test_a_click_on_a_heading_sorts(view):
    header = view.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(1) + 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.count for row in view.list_model.rows] in ([2, 9, 10], [10, 9, 2])


def test_enter_opens_the_row(view, qtbot):
    view.choose(1)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_an_export_is_text_in_a_workbook(view, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "单位.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    view.export()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not view.session.worker.busy)
    rows = [[cell.value for cell in line] for line in load_workbook(path).active]
    assert rows[0][0] == view.name
    assert rows[1:] == [["单位", "篇数"], ["县水利局", "9"], ["=1+1", "10"], ["青石镇", "2"]]
    assert load_workbook(path).active["A4"].data_type == "s"


def test_a_cancelled_export_writes_nothing(view, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    view.export()
    assert not view.session.worker.busy


def test_a_list_opens_unsorted(view):
    assert view.horizontalHeader().sortIndicatorSection() == -1


def test_the_choice_of_columns_is_remembered(view, make):
    view.hideColumn(1)
    view.hide()
    assert make().isColumnHidden(1)


def test_a_stretching_column_fills_the_list(view):
    assert view.columnWidth(0) + view.columnWidth(1) == view.viewport().width()


def test_an_empty_list_says_what_to_do(view):
    before = view.grab().toImage()
    view.list_model.set_rows([])
    view.empty = ""
    blank = view.grab().toImage()
    view.empty = "还没有单位"
    assert view.grab().toImage() != blank
    assert before != blank


def test_home_and_end_go_to_the_first_and_the_last_row(view):
    view.choose(1)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.selected() == [2]
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected() == [0, 1, 2]
