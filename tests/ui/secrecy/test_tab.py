"""The tab 保密: what stands above the ceiling, what is to be wiped, and wiping from the window."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk.drafts import Secrecy, Status
from desk.secrecy.retention import DraftRetention
from desk.secrecy.wiping import keep_retention
from ui.secrecy.tab import SecrecyTab
from ui.settings.page import SettingsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OLD = datetime(2020, 5, 6, 1, 0, tzinfo=UTC)


@pytest.fixture
def tab(opened, session, office, qtbot):
    office.draft("高于上限的一篇", secrecy=Secrecy.SECRET)
    office.draft("到期的一篇", received=OLD, status=Status.REJECTED)
    keep_retention(session.store, DraftRetention(rejected=3), by=office.by)
    made = opened(SettingsPage).tab(SecrecyTab)
    made.page.show_target("保密")
    qtbot.waitUntil(lambda: made.lists.itemText(1) == "保管到期的　1")
    return made


def titles(tab):
    return [tab.model.row(at).what for at in range(tab.model.rowCount())]


def test_what_is_above_the_ceiling_is_listed_with_what_to_do(tab):
    assert titles(tab) == ["高于上限的一篇"]
    assert "涉密专用计算机" in tab.about.text()


def test_a_draft_whose_time_is_over_is_wiped_by_two_people_and_its_count(tab, session, qtbot):
    tab.lists.setCurrentIndex(1)
    tab.view.selectAll()
    tab.begin()
    values = {"wiper": "王敏", "watcher": "李强", "approver": "郑国平", "basis": "八号文"}
    for name, value in values.items():
        tab.wiping.fields[name].setText(value)
    tab.wiping.act()
    qtbot.waitUntil(lambda: "选中的是 1 件" in tab.wiping.error.text())
    tab.wiping.fields["count"].setText("1")
    tab.wiping.act()
    qtbot.waitUntil(lambda: tab.lists.itemText(3) == "销毁证明　1")
    assert tab.lists.itemText(1) == "保管到期的　0"
    tab.lists.setCurrentIndex(3)
    tab.view.opened.emit(0)
    assert tab.paper.pdf.startswith(b"%PDF")


def test_the_years_are_kept(tab, session, qtbot):
    tab.retention.begin()
    tab.retention.years[2].setValue(5)
    tab.retention.act()
    qtbot.waitUntil(lambda: not session.worker.busy)
    with session.store.read() as work:
        kept = work.matters.policy(DraftRetention())
    assert kept == replace(DraftRetention(), rejected=3, filed=5)


def test_what_the_watermarks_say_is_kept_and_told_in_the_trail(tab, session, store, qtbot):
    tab.words.setText("注意保管")
    tab.words.editingFinished.emit()
    tab.marks.click()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert (session.settings.watermark, session.settings.marks_copies) == ("注意保管", False)
    with store.read() as work:
        told = [one.detail for one in work.audit.records("settings")]
    assert any("水印文字：（空） → 注意保管" in one for one in told)
