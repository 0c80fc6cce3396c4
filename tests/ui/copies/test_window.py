"""份号登记 by keys: dealt, signed for, taken back, on paper."""

from dataclasses import replace
from datetime import date

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt

from desk import compiling
from desk.copies import CopyState
from desk.issues import IssueStatus
from desk.publications import Recipient, Way
from ui.copies.window import CopiesWindow

# a window of its own is raised, which the offscreen screen can't do
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

READERS = (Recipient(Way.REPORT, "县委书记", 2), Recipient(Way.ISSUE, "河东镇", 3))


@pytest.fixture
def issue(office):
    with office.store.begin() as work:
        work.catalogue.save_publication(replace(office.publication, recipients=READERS, copies=6))
    opened = compiling.new_issue(
        office.store, office.publication.id, date(2026, 7, 15), by=office.by
    )
    with office.store.begin() as work:
        return work.issues.save(replace(opened, status=IssueStatus.RELEASED))


@pytest.fixture
def copies(window, session, issue, qtbot):
    made = CopiesWindow(session, window)
    made.open_for(issue.id, "《政务信息》2026年第1期")
    yield made
    made.close()


@pytest.fixture
def settled(session, qtbot):
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


@pytest.fixture
def allotted(copies, settled):
    copies.allot()
    settled()
    return copies


def sign(copies, qtbot, settled, name):
    copies.begin(CopyState.SIGNED)
    copies.strip.person.setText(name)
    qtbot.keyClick(copies.strip.person, Qt.Key.Key_Return)
    settled()


def test_an_issue_without_copies_says_what_to_press(copies):
    assert copies.model.rows == []
    assert copies.allot_button.text() == "分配份号"


def test_numbers_are_dealt_to_the_readers(allotted):
    assert [one.recipient for one in allotted.model.rows[:3]] == ["县委书记", "县委书记", "河东镇"]
    assert allotted.said.text() == "共 6 份　未发出 6"


def test_several_copies_are_signed_for_at_once_and_taken_back(allotted, qtbot, settled, session):
    allotted.view.selectAll()
    sign(allotted, qtbot, settled, "赵敏")
    assert {one.signed_by for one in allotted.model.rows} == {"赵敏"}
    assert allotted.strip.isHidden()
    assert not allotted.allot_button.isEnabled()


def test_a_missing_name_is_asked_for_in_its_place(allotted, qtbot, settled):
    allotted.view.choose(0)
    sign(allotted, qtbot, settled, "")
    assert "签收人" in allotted.strip.error.text()
    assert allotted.model.rows[0].state is CopyState.KEPT


def test_only_what_may_follow_can_be_pressed(allotted, qtbot, settled):
    allotted.view.choose(0)
    allotted.begin(CopyState.RETURNED)
    assert allotted.strip.isHidden()
    assert not allotted.deeds[CopyState.RETURNED].isEnabled()
    assert allotted.deeds[CopyState.SENT].isEnabled()


def test_the_sheet_to_sign_names_every_reader(allotted, settled):
    allotted.forms.menu().actions()[0].trigger()
    settled()
    with PdfDocument(allotted.paper.pdf) as document:
        said = "".join(document[0].get_textpage().get_text_range().split())
    assert "《政务信息》2026年第1期发送登记表" in said
    assert "000001—000002县委书记2" in said
    allotted.paper.close()


def test_the_same_copies_stay_chosen_from_sending_to_signing(allotted, qtbot, settled):
    assert allotted.view.selected() == [0]
    allotted.view.selectAll()
    allotted.begin(CopyState.SENT)
    qtbot.keyClick(allotted.strip.person, Qt.Key.Key_Return)
    settled()
    assert allotted.view.selected() == list(range(6))
    assert allotted.deeds[CopyState.SIGNED].isEnabled()


def test_undo_lies_over_the_register_and_shows_in_it(allotted, qtbot, settled, session):
    allotted.activateWindow()
    allotted.view.selectAll()
    sign(allotted, qtbot, settled, "赵敏")
    toast = session.messages.toast
    assert toast.window() is allotted
    toast._undo.click()
    settled()
    assert {one.state for one in allotted.model.rows} == {CopyState.KEPT}


def test_undo_outlives_the_register(allotted, qtbot, settled, session, window):
    allotted.activateWindow()
    allotted.view.selectAll()
    sign(allotted, qtbot, settled, "赵敏")
    allotted.close()
    qtbot.waitUntil(lambda: session.messages.toast.window() is window)
    assert "已签收" in session.messages.toast.text


def test_copies_still_at_the_desk_go_to_somebody_else(allotted, qtbot, settled):
    allotted.view.choose(5)
    allotted.begin_readdressing()
    allotted.strip.person.setText("县档案馆")
    qtbot.keyClick(allotted.strip.person, Qt.Key.Key_Return)
    settled()
    assert allotted.model.rows[5].recipient == "县档案馆"
