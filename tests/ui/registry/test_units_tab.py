"""Units: listed, changed, refused, removed, imported."""

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog

from desk.units import Unit, UnitGroup
from ui.registry.units_tab import UnitsTab


@pytest.fixture
def tab(page):
    return page.tab(UnitsTab)


@pytest.fixture
def units(store):
    """The units as the store has them, by short name."""

    def read():
        with store.read() as work:
            return {unit.short: unit for unit in work.registry.units()}

    return read


def _choose(tab, short):
    tab.view.choose([unit.short for unit in tab.model.rows].index(short))


def test_the_list_keeps_the_rules_of_qt(tab, page):
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    tab.filter.setText("水利")
    page.refresh()


def test_a_chosen_unit_is_shown_in_the_form(tab):
    _choose(tab, "县水利局")
    assert tab.form.name.text() == "云岭县水利局"
    assert tab.form.group.currentText() == "县政府工作部门"


def test_a_change_is_kept_and_listed(tab, units, settled):
    _choose(tab, "县水利局")
    tab.form.aliases.setText("水利局，县水务局")
    tab.save()
    settled()
    assert units()["县水利局"].aliases == ("水利局", "县水务局")
    assert "县水务局" in tab.model.texts_of(tab.model.rows[1])[4]


def test_ctrl_s_keeps_what_was_typed(tab, units, settled):
    _choose(tab, "县水利局")
    tab.form.short.setText("水利")
    tab.form.short.setFocus()
    QTest.keyClick(tab.form.short, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert "水利" in units()


def test_undo_brings_the_former_names_back(tab, units, settled, undo):
    _choose(tab, "县水利局")
    tab.form.short.setText("水利")
    tab.save()
    settled()
    undo()
    assert "县水利局" in units()
    assert tab.form.short.text() == "县水利局"


def test_a_new_unit_comes_into_the_list(tab, units, settled):
    QTest.keyClick(tab, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    tab.form.name.setText("云岭县民政局")
    tab.form.group.setCurrentIndex(0)
    tab.save()
    settled()
    assert "云岭县民政局" in units()
    assert tab.form.heading.text() == "云岭县民政局"


def test_a_name_in_use_is_said_beside_its_field(tab, settled):
    _choose(tab, "县水利局")
    tab.form.short.setText("县教育局")
    tab.save()
    settled()
    assert "云岭县教育局" in tab.form.fields["short"].error


def test_what_was_typed_is_kept_when_another_unit_is_chosen(tab, units, settled):
    _choose(tab, "县水利局")
    tab.form.aliases.setText("水利局")
    _choose(tab, "县教育局")
    settled()
    assert units()["县水利局"].aliases == ("水利局",)
    assert tab.form.name.text() == "云岭县教育局"


def test_a_wrong_unit_stays_in_the_form_until_it_is_right(tab, settled, qtbot):
    _choose(tab, "县水利局")
    tab.form.name.setText("云岭县教育局")
    _choose(tab, "县教育局")
    settled()
    assert tab.form.heading.text() == "云岭县水利局"
    assert tab.form.fields["name"].error
    qtbot.waitUntil(lambda: tab.model.row(tab.view.selected()[0]).short == "县水利局")


def test_escape_shows_the_unit_as_it_is_stored(tab):
    _choose(tab, "县水利局")
    tab.form.name.setText("写错了")
    QTest.keyClick(tab.form.name, Qt.Key.Key_Escape)
    assert tab.form.name.text() == "云岭县水利局"


def test_a_unit_with_drafts_is_not_removed_and_may_be_put_out_of_use(
    tab, units, office, settled, page
):
    office.draft()
    _choose(tab, "县教育局")
    tab.form.delete_button.click()
    settled()
    assert "停用" in tab.form.error.text()
    tab.form.active.click()
    tab.save()
    settled()
    assert not units()["县教育局"].active


def test_several_units_are_put_out_of_use_and_back(tab, units, settled, undo):
    tab.view.selectAll()
    tab.view.extra_actions[0].trigger()
    settled()
    assert not any(unit.active for unit in units().values())
    undo()
    assert all(unit.active for unit in units().values())


def test_a_removed_unit_comes_back_by_undo(tab, units, settled, undo):
    _choose(tab, "县水利局")
    tab.form.delete_button.click()
    settled()
    assert "县水利局" not in units()
    undo()
    assert "县水利局" in units()


def test_one_group_can_be_listed_alone(tab, page, store):
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("乡镇", 1))
        work.registry.save_unit(Unit("青石镇人民政府", "青石镇", group.id))
    page.refresh()
    tab.group.setCurrentText("乡镇")
    assert [unit.short for unit in tab.model.rows] == ["青石镇"]


def test_a_register_is_imported_with_its_groups(tab, tmp_path, monkeypatch, units, settled):
    path = tmp_path / "名册.xlsx"
    book = Workbook()
    for row in (
        ("全称", "简称", "别名", "分组"),
        ("青石镇人民政府", "青石镇", "青石镇政府", "乡镇"),
    ):
        book.active.append(row)
    book.save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))
    tab._import()
    settled()
    assert units()["青石镇"].aliases == ("青石镇政府",)
    assert "导入完成" in tab.session.messages.toast.text


def test_a_wrong_register_lists_its_rows_and_changes_nothing(
    tab, tmp_path, monkeypatch, units, settled
):
    path = tmp_path / "名册.csv"
    path.write_text("全称,分组\n,乡镇\n青石镇人民政府,\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path)], ""))
    tab._import()
    settled()
    assert "第2行" in tab.report.lines.toPlainText()
    assert len(units()) == 2


def test_an_empty_register_says_which_headers_to_write(window, session, store):
    empty = UnitsTab(session)
    empty.setParent(window)
    assert "全称　简称　别名　分组" in empty.view.empty
