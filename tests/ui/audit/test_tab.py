"""操作记录: find who did what, go to it, see what left, and check that all is there."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desk.audit import AuditRecord
from ui.audit.tab import AuditTab
from ui.settings.page import SettingsPage


@pytest.fixture
def trail(office, now):
    """A few records of two people, of which one exported and one printed."""
    draft = office.draft()
    told = (
        ("王敏", "登记来稿", f"draft:{draft.id}", ""),
        ("王敏", "导出稿件", f"draft:{draft.id}", "县教育局开展校园安全检查.docx"),
        ("李国华", "打印本期", "issue:99", "30 份"),
        ("李国华", "新增分组", "group:1", "乡镇"),
    )
    with office.store.begin() as work:
        for minutes, (who, action, subject, detail) in enumerate(told):
            at = now + timedelta(minutes=minutes)
            work.audit.add(AuditRecord(at, who, action, subject, detail))
    return draft


@pytest.fixture
def tab(trail, opened, at_rest):
    page = opened(SettingsPage)
    page.show_target(AuditTab.title)
    at_rest()
    return page.tab(AuditTab)


def actions(tab):
    return [texts[2] for texts in tab.model.texts()]


def test_the_newest_come_first_with_what_they_concern(tab):
    assert actions(tab) == ["新增分组", "打印本期", "导出稿件", "登记来稿"]
    assert tab.model.row(2).concerns == "来稿“县教育局开展校园安全检查”"
    assert tab.model.row(1).concerns == "期"  # it is gone
    assert tab.model.row(0).concerns == "单位分组"
    assert "4 条" in tab.count.text()


def test_a_person_and_words_narrow_the_list(tab, at_rest, qtbot):
    tab.filters.who.setCurrentText("王敏")
    at_rest()
    assert actions(tab) == ["导出稿件", "登记来稿"]
    tab.filters.words.setText("docx")
    qtbot.waitUntil(lambda: actions(tab) == ["导出稿件"])


def test_the_first_rows_stand_before_all_are_counted(tab, office, now, session, qtbot):
    with office.store.begin() as work:
        for number in range(250):
            work.audit.add(
                AuditRecord(now + timedelta(hours=1), "王敏", "改稿件", f"x:{number}", "")
            )
    tab.refresh()
    qtbot.waitUntil(lambda: tab.model.rowCount() >= 200)
    qtbot.waitUntil(lambda: tab.count.text().startswith("254 条"))
    assert tab.model.row(0).record.subject == "x:249"
    assert tab.model.row(253).record.action == "登记来稿"


def test_the_register_shows_just_what_left(tab, at_rest):
    tab.show_target("操作记录/导出登记")
    at_rest()
    assert actions(tab) == ["打印本期", "导出稿件"]


def test_what_is_chosen_stays_chosen_when_the_list_is_read_anew(tab, at_rest):
    tab.filters.show_register()
    at_rest()
    tab.refresh()
    at_rest()
    assert actions(tab) == ["打印本期", "导出稿件"]


def test_a_period_without_records_says_what_to_do(tab, at_rest):
    tab.filters.period.type_in("2020年")
    at_rest()
    assert tab.model.rowCount() == 0
    assert "换一段时间" in tab.view.empty


def test_a_record_leads_to_its_draft_or_says_that_it_is_gone(tab, session, trail):
    asked = []
    session.requested.connect(lambda page, target: asked.append((page, target)))
    tab.lead(2)
    tab.lead(1)
    assert asked == [("life", trail.id)]
    assert "已经不在" in session.messages.toast.text


def test_a_check_tells_that_all_are_there(tab, at_rest):
    tab.begin()
    at_rest()
    assert tab.result.text().startswith("✓ 操作记录完整：4 条")


def test_rows_are_copied_with_their_heading(tab):
    tab.view.selectAll()
    tab.view.copy()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].startswith("时间\t姓名\t操作")
    assert len(lines) == 5
