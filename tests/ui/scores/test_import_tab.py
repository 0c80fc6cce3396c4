"""历史导入: the batches, and taking one back."""

from datetime import date

import pytest

from desk.importing.ledger import import_ledger
from ui.ledger_import.report_step import ReportWindow
from ui.ledger_import.window import ImportWindow
from ui.scores.import_tab import ImportTab

# A question opens a window, which says so where there is no screen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def tab(page, at_rest, tmp_path, store, now):
    path = tmp_path / "旧台账.csv"
    path.write_text("日期,单位,标题\n2026-3-9,县教育局,春耕\n", "utf-8")
    import_ledger(store, path, who="王敏", now=now)
    page.show_target(ImportTab.title)
    at_rest()
    return page.tab(ImportTab)


def count(store):
    with store.read() as work:
        return len(work.ledger.between(date(2026, 3, 9), date(2026, 3, 9)))


def test_batches_say_what_they_booked(tab):
    (row,) = tab.model.rows
    assert (row.name, row.facts, row.state) == ("旧台账.csv", 1, "有效")
    assert not tab.undo_button.isEnabled()


def test_a_batch_is_taken_back_after_asking(tab, store, answer, at_rest):
    before = count(store)
    tab.view.choose(0)
    asked = answer("撤销这一批")
    tab.undo_button.click()
    at_rest()
    assert any("1 条次都会撤回" in words for words in asked)
    assert count(store) == before - 1
    assert tab.model.rows[0].state == "已撤销"


def test_nothing_is_taken_back_when_the_clerk_thinks_better_of_it(tab, store, answer, at_rest):
    before = count(store)
    tab.view.choose(0)
    answer("取消")
    tab.undo_button.click()
    at_rest()
    assert count(store) == before


def test_no_wizard_opens_without_a_file(tab, monkeypatch):
    monkeypatch.setattr("ui.scores.import_tab.open_paths", lambda *_: [])
    tab.ledger_button.click()
    tab.upper_button.click()
    assert not tab.findChildren(ImportWindow)


def test_a_batch_shows_what_each_row_booked(tab, at_rest):
    tab.view.opened.emit(0)
    at_rest()
    (shown,) = tab.findChildren(ReportWindow)
    assert [line.books for line in shown.step.model.rows] == ["报送（县教育局）"]
