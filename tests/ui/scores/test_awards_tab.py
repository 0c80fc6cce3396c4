"""评先 in the window: proposals, decisions with reasons, settling, files."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.awards.plan import Whom
from ui.scores.awards_tab import AwardsTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # windows of their own


@pytest.fixture
def tab(page, qtbot, at_rest):
    page.days.show_days(date(2026, 1, 1), date(2026, 7, 15))
    page.show_target("评先")
    found = page.tab(AwardsTab)
    found.choice.setCurrentText("全部")
    page.refresh()
    at_rest()
    qtbot.waitUntil(lambda: bool(found.model.rows))
    return found


@pytest.fixture
def plan(tab, at_rest):
    """Fill in the plan's window and keep it."""

    def fill(places, completion=""):
        tab.plan_button.click()
        window = tab.plan_window
        for line in window._lines[1:]:
            line.gone.click()
        window._lines[0].places.setValue(places)
        window.completion.setText(completion)
        window.keep()
        at_rest()

    return fill


def given(tab):
    return {row.name: row.given for row in tab.model.all_rows if row.whom is Whom.UNIT}


def test_the_plan_proposes_and_its_conditions_are_told(tab, plan):
    assert given(tab) == {"云岭县教育局": "", "云岭县水利局": ""}
    assert "应到" in tab.model.all_rows[0].why
    plan(1)
    assert given(tab) == {"云岭县教育局": "先进单位", "云岭县水利局": ""}
    assert "先进单位 1" in tab.told.text()


def test_a_wrong_plan_says_what_is_wrong_and_keeps_the_window(tab, plan):
    plan(1, "很高")
    assert "完成率认不出来" in tab.plan_window.error.text()
    assert tab.plan_window.isVisible()


def test_enter_decides_with_a_reason_and_undo_takes_it_back(tab, plan, at_rest, page, qtbot):
    plan(1)
    rows = [row.name for row in tab.model.rows]
    tab.view.choose(rows.index("云岭县水利局"))
    QTest.keyClick(tab.view, Qt.Key.Key_Return)
    tab.strip.reason.setCurrentText("领导集体研究决定")
    tab.strip.buttons[0].click()
    at_rest()
    assert given(tab)["云岭县水利局"] == "先进单位"
    row = next(one for one in tab.model.all_rows if one.name == "云岭县水利局")
    assert (row.state, row.why) == ("◆ 人工改定", "领导集体研究决定")
    page.session.messages.toast._undo.click()
    at_rest()
    assert given(tab)["云岭县水利局"] == ""


def test_settling_shows_who_and_forbids_changes(tab, plan, at_rest, page):
    plan(1)
    tab.settle_button.click()
    at_rest()
    assert "定下" in tab.told.text()
    assert not tab.decide_button.isEnabled()
    assert "重新评" in tab.decide_button.toolTip()
    assert tab.settle_button.text() == "重新评……"


def test_the_list_is_saved_for_excel(tab, plan, at_rest, tmp_path, monkeypatch):
    plan(1)
    target = tmp_path / "名单.xlsx"
    monkeypatch.setattr("ui.scores.awards_tab.save_path", lambda *_: target)
    tab.exports()[0].act()
    at_rest()
    rows = list(load_workbook(target).active.values)
    assert rows[2][:3] == ("先进单位", "单位", "云岭县教育局")
