"""The quota board, its lines, its chart and its files."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.facts import Fact, FactKind
from ui.manual.context import chapter_at
from ui.manual.window import contents
from ui.scores.board_tab import BoardTab
from ui.scores.page import ScoresPage
from ui.scores.progress_tab import ProgressTab
from ui.scores.tab import ScoresTab
from ui.scores.tabs import TABS
from ui.session import Topic


def choose_period(page, name):
    assert page.days.type_in(name)


@pytest.fixture
def saved_as(monkeypatch, tmp_path):
    """Answer the next file dialog with a name."""

    def answer(name):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        return path

    return answer


def test_the_board_shows_every_unit_with_its_figures(board):
    first = board()["县教育局"]
    assert (first["名次"], first["得分"], first["目标分"]) == ("1", "6.5", "40")
    assert (first["完成率"], first["分组"]) == ("16.3%", "县政府工作部门")
    assert first["差距"].startswith("距全年目标差 33.5 分，落后序时 ")


def test_a_unit_without_points_is_marked_in_words(board):
    assert board()["县水利局"]["状态"] == "○ 挂零"
    assert board()["县水利局"]["名次"] == "2"


def test_the_lines_of_a_unit_add_up_to_its_points(page, board, tab):
    tab.board.choose(0)
    assert "云岭县教育局" in tab.lines.title.text()
    assert sum((line.points for line in tab.lines.model.rows), Decimal()) == Decimal("6.5")
    assert [line.title for line in tab.lines.model.rows] == ["03月信息", "07月信息"]


def test_a_unit_without_lines_shows_none(page, tab):
    tab.board.choose(1)
    assert "0 条" in tab.lines.title.text()
    assert tab.lines.model.rowCount() == 0


def test_another_period_shows_its_own_points(page, board, at_rest):
    choose_period(page, "本月")
    at_rest()
    assert board()["县教育局"]["得分"] == "1.5"
    choose_period(page, "2025年全年")
    at_rest()
    assert board()["县教育局"]["得分"] == "0"  # no scheme was in force then


def test_days_of_ones_own_make_a_period(page, board, at_rest):
    page.days.first.setDate(QDate(2026, 3, 1))
    page.days.last.setDate(QDate(2026, 3, 31))
    at_rest()
    assert page.window_days() == (date(2026, 3, 1), date(2026, 3, 31))
    assert board()["县教育局"]["得分"] == "5"
    assert "（2026年3月）" in page.period_title()


def test_a_first_day_beyond_the_last_takes_that_along(page, at_rest):
    page.days.first.setDate(QDate(2026, 9, 1))
    at_rest()
    assert page.window_days() == (date(2026, 9, 1), date(2026, 9, 1))
    assert (page.table.first, page.table.last) == page.window_days()


def test_nothing_is_saved_or_printed_of_days_still_being_reckoned(page, session, saved_as):
    path = saved_as("考核.xlsx")
    choose_period(page, "本月")
    page.export_menu.actions()[0].trigger()
    page.print_button.click()
    assert "还没有算出来" in session.messages.toast.text
    assert not path.exists()


def test_a_group_chosen_on_one_tab_narrows_the_others_too(page, at_rest):
    page.show_target(ProgressTab.title)
    at_rest()
    page.show_target(BoardTab.title)
    page.search.setText("水利")
    page.show_target(ProgressTab.title)
    assert [row.score.unit.short for row in page.tab(ProgressTab).model.rows] == ["县水利局"]


def test_a_tab_is_made_when_it_is_first_looked_at(page):
    assert [type(one) for one in page.tabs.made] == [BoardTab]
    page.show_target(ProgressTab.title)
    assert [type(one) for one in page.tabs.made] == [BoardTab, ProgressTab]


def test_the_filter_narrows_the_board_and_the_lines_follow(page, board, tab):
    page.search.setText("水利")
    assert list(board()) == ["县水利局"]
    assert "云岭县水利局" in tab.lines.title.text()
    page.search.setText("没有这个单位")
    assert tab.lines.title.text() == "得分明细"
    assert tab.lines.model.rowCount() == 0


def test_the_group_narrows_the_board(page, board):
    assert page.group.names == ["全部", "县政府工作部门"]
    page.group.setCurrentIndex(1)
    assert len(board()) == 2


def test_the_sentence_above_counts_who_is_behind(page):
    assert "2 个单位中，落后序时 2 个，挂零 1 个" in page.summary.text()


def test_the_workbook_opens_and_holds_the_figures(page, saved_as, at_rest, session):
    path = saved_as("考核.xlsx")
    page.export_menu.actions()[0].trigger()
    at_rest()
    cells = [cell for sheet in load_workbook(path) for row in sheet.values for cell in row]
    assert "云岭县教育局" in cells or "县教育局" in cells
    assert 6.5 in cells
    assert session.messages.toast.text == "已存为 考核.xlsx"


def test_a_workbook_that_is_open_elsewhere_is_said(page, saved_as, at_rest, session, tmp_path):
    (tmp_path / "考核.xlsx").mkdir()
    saved_as("考核.xlsx")
    page.export_menu.actions()[0].trigger()
    at_rest()
    assert "考核.xlsx" in session.messages.banner.text
    assert session.messages.toast.text == ""


def test_a_line_from_an_old_ledger_says_so(page, session, tab):
    tab.board.choose(0)
    tab.lines.view.opened.emit(0)
    assert "旧台账" in session.messages.toast.text


def test_both_tables_keep_the_rules_of_models(page, at_rest, tab):
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(one, mode) for one in (tab.board_model, tab.lines.model)]
    page.search.setText("水利")
    page.search.clear()
    choose_period(page, "本月")
    at_rest()
    assert len(testers) == 2


def test_a_new_ledger_line_shows_at_once(page, board, store, office, at_rest, session):
    news = office.publication.sections[0]
    with store.begin() as work:
        work.ledger.add(
            [
                Fact(
                    FactKind.ADOPTION,
                    date(2026, 7, 14),
                    office.units[1].id,
                    "水利信息",
                    "issue:1",
                    office.publication.id,
                    news.id,
                )
            ]
        )
    session.changed.emit(frozenset({Topic.SCORES}))
    at_rest()
    assert board()["县水利局"]["得分"] == "5"


def test_widths_kept_for_one_size_do_not_narrow_another(page, session, tab):
    tab.board.setColumnWidth(3, 40)
    page.hide()
    table = page.table

    def width():
        made = ScoresPage(session).tab(BoardTab)
        made.show_table(table)
        return made.board.columnWidth(3)

    session.settings = replace(session.settings, scale=175)
    assert width() == 189
    session.settings = replace(session.settings, scale=100)
    assert width() == 40


def test_another_page_can_ask_for_a_unit(page, office, at_rest, tab):
    page.search.setText("教育")
    page.show_target(office.units[1].id)
    assert tab.lines.title.text().startswith("云岭县水利局")
    page.refresh()
    at_rest()
    assert tab.lines.title.text().startswith("云岭县水利局")


def test_what_is_listed_is_printed_group_by_group_as_it_stands(page, tab, board):
    page.search.setText("教育")
    paper = page.paper(tab.board)
    assert [part.heading for part in paper.parts] == ["县政府工作部门"]
    assert [heading.text for heading in paper.headings][:4] == ["名次", "升降", "单位", "得分"]
    assert [(line[0], *line[2:4]) for line in paper.parts[0].lines] == [("1", "县教育局", "6.5")]


def test_figures_the_bar_shows_are_hidden_beside_it_and_printed(page, tab):
    hidden = {
        one.title for at, one in enumerate(tab.board_model.columns) if tab.board.isColumnHidden(at)
    }
    assert {"目标分", "序时进度"} <= hidden
    printed = [heading.text for heading in page.paper(tab.board).headings]
    assert {"目标分", "完成率", "序时进度"} <= set(printed)
    assert "得分／目标" not in printed


def test_every_tab_can_be_printed(page):
    for tab in map(page.tab, TABS):
        own = type(tab).print_out is not ScoresTab.print_out
        assert own or tab.paper_list() is not None, tab.title


def test_f1_opens_a_chapter_there_is(page):
    for kind in TABS:
        page.tab(kind)
    told = {chapter_at(one) for one in page.findChildren(QWidget)} - {""}
    assert told <= {key for key, _title in contents()}
    assert {"charts", "tables", "bulletins", "letters", "awards", "coverage"} <= told


def test_a_tab_asked_for_takes_the_keyboard(page, window, qtbot):
    window.activateWindow()
    for name in ("登记事项", "结账", "历史导入"):
        page.show_target(name)
        assert page.current.isAncestorOf(window.focusWidget())
