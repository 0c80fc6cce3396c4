"""The wizard: columns, names, the look row by row, the import."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt

from desk.importing.batches import Sort
from desk.importing.past.guide import Cell
from desk.importing.past.report import State
from ui.ledger_import import window as wizard
from ui.ledger_import.window import ImportWindow

# A window within another says so where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

HEAD = ("日期", "单位", "标题", "刊物")


@pytest.fixture
def table(tmp_path):
    def write(*rows, name="旧台账.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def shown(window, session, office, qtbot):
    """The wizard on a file, once it is read."""

    def show(path, sort=Sort.LEDGER):
        made = ImportWindow(session, path, sort, window)
        made.setWindowFlag(Qt.WindowType.Widget)
        made.show()
        qtbot.waitUntil(lambda: made.book is not None)
        return made

    return show


@pytest.fixture
def go_on(qtbot, session):
    def act(made):
        made.next.click()
        qtbot.waitUntil(lambda: not session.is_working and not session.worker.busy)

    return act


def choose(box, words):
    at = box.findText(words, Qt.MatchFlag.MatchStartsWith)
    assert at >= 0, [box.itemText(one) for one in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def facts(store):
    with store.read() as work:
        return work.ledger.between(date(2000, 1, 1), date(2100, 1, 1))


def test_a_plain_ledger_goes_through_without_questions(shown, go_on, table, store):
    made = shown(table(HEAD, ("2026-3-9", "县教育局", "春耕", "政务信息")))
    go_on(made)
    assert made.steps.currentWidget() is made.report
    assert made.next.text() == "导入"
    assert facts(store) == []
    go_on(made)
    assert len(facts(store)) == 2


def test_a_unit_misspelt_is_asked_for_and_learned(shown, go_on, table, store, office):
    made = shown(table(HEAD, ("2026-3-9", "县教体局", "春耕", "政务信息")))
    go_on(made)
    assert made.steps.currentWidget() is made.names
    choose(made.names._boxes["单位"]["县教体局"], "云岭县教育局")
    go_on(made)
    go_on(made)
    assert {fact.unit_id for fact in facts(store)} == {office.units[0].id}
    with store.read() as work:
        assert "县教体局" in work.registry.units()[0].aliases


def test_wrong_rows_are_shown_first_and_hinder_the_import(shown, go_on, table, store):
    made = shown(table(HEAD, ("去年", "县教育局", "甲", ""), ("2026-3-9", "县教育局", "乙", "")))
    go_on(made)
    assert [line.state for line in made.report.model.rows] == [State.WRONG]
    assert not made.next.isEnabled()
    made.report.state.setCurrentIndex(0)
    made.report.state.activated.emit(0)
    assert len(made.report.model.rows) == 2


def test_columns_may_be_given_another_meaning(shown, go_on, table, store):
    made = shown(table(("登报日", "单位", "题"), ("2026-3-9", "县教育局", "春耕")))
    assert not made.next.isEnabled()
    choose(made.columns._boxes["登报日"], "日期")
    choose(made.columns._boxes["题"], "标题")
    assert made.next.isEnabled()
    go_on(made)
    go_on(made)
    assert [(fact.title, fact.day) for fact in facts(store)] == [("春耕", date(2026, 3, 9))]


def test_the_next_table_of_the_same_headers_needs_no_telling(shown, go_on, table):
    made = shown(table(("登报日", "单位"), ("2026-3-9", "县教育局")))
    choose(made.columns._boxes["登报日"], "日期")
    go_on(made)
    go_on(made)
    again = shown(table(("登报日", "单位"), ("2026-4-9", "县水利局"), name="四月.xlsx"))
    assert again.next.isEnabled()
    assert again.guide.columns["日期"] == "登报日"


def test_a_table_across_is_told_what_its_cells_are(shown, go_on, table, store):
    made = shown(table(("单位", "政务信息", "得分"), ("县教育局", 2, 10), name="2026年3月.xlsx"))
    assert "汇总表" in made.columns.said.text()
    choose(made.columns.kind, "汇总表：每格是条数")
    assert made.guide.cell is Cell.COUNT
    go_on(made)
    go_on(made)
    assert [(fact.kind, fact.day) for fact in facts(store)] == [("采用", date(2026, 3, 31))] * 2


def test_a_publication_can_be_registered_on_the_way(shown, go_on, table, store, monkeypatch, qtbot):
    made = shown(table(HEAD, ("2026-3-9", "县教育局", "春耕", "《省府信息》")))
    go_on(made)
    monkeypatch.setattr(wizard.QInputDialog, "getItem", lambda *_: ("省级", True))
    choose(made.names._boxes["刊物"]["《省府信息》"], "＋登记")
    qtbot.waitUntil(lambda: made.steps.currentWidget() is made.report)
    with store.read() as work:
        assert work.catalogue.publications()[-1].name == "省府信息"


def test_our_items_in_an_upper_list_are_matched_and_can_be_changed(
    shown, go_on, table, store, office
):
    ours = office.draft("县教育局开展校园安全检查")
    rows = (("标题", "得分"), ("县教育局开展校园安全检查", 3), ("邻县办好夜市", 2))
    made = shown(table(*rows, name="2026年7月通报.xlsx"), Sort.UPPER)
    made.columns.fixed["刊物"].setText("政务信息")
    made.columns.fixed["刊物"].editingFinished.emit()
    assert made.columns._boxes["得分"].currentText() == "外部分"
    go_on(made)
    assert made.names.matches.rowCount() == 2
    go_on(made)
    go_on(made)
    (fact,) = facts(store)
    assert (fact.item_id, fact.particulars.external, fact.kind) == (ours.id, 3, "采用")


def test_a_guide_is_saved_and_read_in_again(shown, table, tmp_path, monkeypatch, qtbot, session):
    made = shown(table(("登报日", "单位"), ("2026-3-9", "县教育局")))
    choose(made.columns._boxes["登报日"], "日期")
    path = tmp_path / "对照.toml"
    monkeypatch.setattr(wizard, "save_path", lambda *_: path)
    made.save.click()
    qtbot.waitUntil(lambda: path.exists() and not session.worker.busy)
    other = shown(table(("登报日", "单位"), ("2026-3-9", "县水利局"), name="另.xlsx"))
    assert not other.next.isEnabled()
    monkeypatch.setattr(wizard, "open_paths", lambda *_: [path])
    other.load.click()
    qtbot.waitUntil(other.next.isEnabled)
