"""The board as a cockpit: what the survey fills in, the unit's card beside it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ui.scores.board import BAR, MONTHS
from ui.scores.board_tab import BoardTab
from ui.scores.page import ScoresPage

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def rested(tab, at_rest):
    at_rest()
    return tab


def place(tab, key):
    return [column.key for column in tab.board_model.columns].index(key)


def test_change_of_rank_months_and_silence_come_with_the_survey(rested, board):
    rows = board()
    assert rows["县教育局"]["升降"] == "—"
    assert rows["县教育局"]["逐月得分"] == "0　0　5　0　0　0　1.5"
    assert rows["县水利局"]["挂零自"] == "2026-01-01"


def test_the_board_is_there_before_the_survey(page, tab, session):
    tab.show_table(page.table)
    assert tab.card.card.words.startswith(
        "云岭县教育局，2026年至今在县政府工作部门 2 个单位里排第 1 名"
    )
    assert "正在读" in tab.card.text.toPlainText()


def test_bar_and_months_are_drawn(rested):
    view = rested.board
    for key in (BAR, MONTHS):
        at = view.visualRect(rested.board_model.index(0, place(rested, key)))
        picture = view.viewport().grab(at).toImage()
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(picture.width())
            for y in range(picture.height())
        }
        assert len(colours) > 1


def test_the_card_tells_the_unit_chosen_and_all_behind_it(rested, at_rest):
    rested.board.choose(1)
    at_rest()
    text = rested.card.text.toPlainText()
    assert text.startswith("云岭县水利局，")
    assert "再采用 5 条简讯就能超过" in text
    assert "2026年1月1日起没有得分" in text


def test_the_words_are_copied_by_keys(rested, session, active):
    active()
    rested.board.setFocus()
    QTest.keyClick(rested.board, Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == rested.card.card.words
    assert session.messages.toast.text == "已复制县教育局的情况"


@pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own is raised
def test_the_card_is_one_page_to_print(rested, at_rest):
    rested.card.print_out()
    at_rest()
    assert rested.card.paper.note.text() == "共 1 页"
    assert "县教育局" in rested.card.paper.windowTitle()
    rested.card.paper.close()


def test_the_card_keeps_its_place(rested, session):
    rested.halves.turn()
    again = ScoresPage(session).tab(BoardTab)
    assert again.halves.is_below
    assert again.halves.side.isVisibleTo(again)
    rested.halves.fold()
    assert ScoresPage(session).tab(BoardTab).halves.side.isHidden()


def test_units_selected_stay_selected_when_the_survey_comes(page, tab, at_rest):
    tab.show_table(page.table)
    tab.board.selectAll()
    page._survey = None
    page.survey(tab._on_survey)
    at_rest()
    assert len(tab.chosen_units()) == 2


def test_lines_of_other_days_show_the_lines_not_the_card(page, tab, office, at_rest):
    page.look_at(date(2026, 3, 1), date(2026, 3, 31), office.units[0].id)
    at_rest()
    assert tab.tabs.currentWidget() is tab.lines
    assert [line.title for line in tab.lines.model.rows] == ["03月信息"]


def test_what_is_drawn_is_left_out_on_paper(page, rested):
    headings = [one.text for one in page.paper(rested.board).headings]
    assert "得分" in headings
    assert "得分／目标" not in headings


def test_groups_are_chosen_by_keys(page, board, active):
    active()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.group.currentText() == "县政府工作部门"
    QTest.keyClick(page, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert page.group_id is None


def test_enter_goes_from_a_unit_to_its_lines(rested, active):
    active()
    rested.board.setFocus()
    QTest.keyClick(rested.board, Qt.Key.Key_Return)
    assert rested.tabs.currentWidget() is rested.lines
    assert rested.lines.view.hasFocus()


def test_a_draft_on_the_card_leads_to_its_life_line(tab, page, office, at_rest, session, qtbot):
    draft = office.draft()
    page.refresh()
    at_rest()
    assert f"draft:{draft.id}" in tab.card.text.toHtml()
    with qtbot.waitSignal(session.requested) as went:
        tab.card.text.anchorClicked.emit(QUrl(f"draft:{draft.id}"))
    assert went.args == ["life", draft.id]


def test_days_inside_the_year_are_not_held_against_its_whole_target(page, board, at_rest):
    assert page.days.type_in("二季度")
    at_rest()
    assert board()["县教育局"]["差距"] == "落后序时 10 分"
