"""Words are replaced in a whole issue from its page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk import compiling
from desk.drafts import Status
from desk.issues import Entry
from ui.issue.page import IssuePage
from ui.issue.replacing import Replacing

# the offscreen platform has no window manager to stack windows
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise", "This plugin")


@pytest.fixture
def issue(office):
    drafts = [
        office.draft("县教育局检查校园", "教育局整改。", status=Status.READY),
        office.draft("县水利局检查堤防", "教育局配合。", status=Status.READY),
    ]
    section = office.publication.sections[0].id
    made = compiling.new_issue(office.store, office.publication.id, date(2026, 7, 16), by=office.by)
    entries = [Entry(one.id, section) for one in drafts]
    return compiling.arrange(office.store, made.id, entries, by=office.by)


@pytest.fixture
def found(opened, issue, qtbot, session):
    """The window with every place of 教育局."""
    page = opened(IssuePage)
    page.show_target(issue.id)
    page.feature(Replacing).begin()
    window = page.feature(Replacing).window
    window.words.setText("教育局")
    window.find_places()
    qtbot.waitUntil(lambda: not session.worker.busy)
    return window


def texts(office, issue):
    with office.store.read() as work:
        found = work.drafts.several([one.draft_id for one in issue.entries])
    return [(one.title, one.body.text) for one in found]


def test_every_place_is_listed_and_ticked(found):
    assert "全期替换　《政务信息》2026年第1期" in found.windowTitle()
    assert found.tree.topLevelItem(0).child(0).text(0) == "标题　县【教育局】检查校园"
    assert found.replace_button.text() == "替换 3 处"


def test_ticked_places_are_replaced_and_taken_back(found, office, issue, qtbot, session):
    found.tree.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    found.new.setText("教体局")
    found.reason.setText("统一简称")
    found.replace()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert texts(office, issue) == [
        ("县教体局检查校园", "教体局整改。"), ("县水利局检查堤防", "教育局配合。"),
    ]  # fmt: skip
    assert not found.isVisible()
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert texts(office, issue)[0] == ("县教育局检查校园", "教育局整改。")


def test_a_reason_is_asked_for_beside_the_work(found, qtbot, session):
    found.replace()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert "要写明理由" in found.error.text()
    assert found.isVisible()


def test_words_that_stand_nowhere_leave_nothing_to_replace(found, qtbot, session):
    found.words.setText("住建局")
    found.find_places()
    qtbot.waitUntil(lambda: not session.worker.busy)
    assert found.said.text() == "没有找到"
    assert not found.replace_button.isEnabled()
