"""Putting an issue together with keys, drops and menus."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtGui import QDropEvent

from desk.drafts import Secrecy
from desk.issues import Role
from ui.issue.numbering import Numbering
from ui.issue.page import IssuePage
from ui.issue.releasing import Releasing

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def entries_shown(page):
    branches = [page.tree.topLevelItem(at) for at in range(page.tree.topLevelItemCount())]
    return {
        branch.text(0): [branch.child(at).text(0) for at in range(branch.childCount())]
        for branch in branches
    }


def drop(page, rows, item):
    """Drop rows of the pool on an item of the tree, as the mouse does."""
    data = page.pool_model.mimeData([page.pool_model.index(row, 0) for row in rows])
    place = QPointF(page.tree.visualItemRect(item).center())
    keys = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    page.tree.dropEvent(event)


def test_without_an_issue_the_page_says_what_to_do(page):
    assert "新一期" in page.meter.text()
    assert not page.bar.number.isVisible()
    assert not page.feature(Releasing).button.isEnabled()


def test_a_new_issue_gets_the_next_number_and_todays_date(page, office, at_rest, session):
    for number in (1, 2):
        page.new_issue(office.publication.id)
        at_rest()
        assert (page.bar.number.value(), page.bar.total.value()) == (number, number)
    assert page.issue.day == date(2026, 7, 15)
    assert session.messages.toast.text == "已新建一期"


def test_the_menu_of_new_issues_offers_the_publications(page):
    lines = [action.text() for action in page.new_button.menu().actions()]
    assert lines == ["《政务信息》", "", "增刊", "特刊"]


def test_without_publications_the_menu_leads_to_them(window, session, qtbot):
    page = IssuePage(session)
    page.setParent(window)
    page.enter()
    with qtbot.waitSignal(session.requested) as asked:
        page.new_button.menu().actions()[0].trigger()
    assert asked.args[0] == "registry"


def test_enter_puts_the_chosen_drafts_into_the_current_section(
    page, office, ready, at_rest, titles, qtbot
):
    ready("甲", "乙", "丙")
    page.new_issue(office.publication.id)
    at_rest()
    page.pool.choose(0)
    page.pool.selectAll()
    qtbot.keyClick(page.pool, Qt.Key.Key_Return)
    at_rest()
    assert titles() == ["甲", "乙", "丙"]
    assert entries_shown(page) == {"信息": ["甲", "乙", "丙"], "简讯": []}
    assert page.pool_model.rowCount() == 0


def test_a_draft_joins_the_section_the_clerk_stands_in(page, office, compiled, ready, at_rest):
    compiled("甲")
    ready("乙")
    page.tree.setCurrentItem(page.tree.topLevelItem(1))
    page.pool.selectAll()
    page.add_button.click()
    at_rest()
    assert entries_shown(page) == {"信息": ["甲"], "简讯": ["乙"]}


def test_alt_and_arrows_reorder_what_is_printed(page, compiled, at_rest, titles, qtbot):
    drafts = compiled("甲", "乙", "丙")
    page.tree.choose(drafts[2].id)
    qtbot.keyClick(page.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert titles() == ["甲", "丙", "乙"]
    assert page.tree.current_draft() == drafts[2].id
    qtbot.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert titles() == ["甲", "乙", "丙"]


def test_moving_down_past_the_end_goes_to_the_next_section(page, compiled, at_rest, qtbot):
    drafts = compiled("甲", "乙")
    page.tree.choose(drafts[1].id)
    qtbot.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert entries_shown(page) == {"信息": ["甲"], "简讯": ["乙"]}


def test_pressed_fast_every_move_counts(page, compiled, at_rest, titles, qtbot):
    drafts = compiled("甲", "乙", "丙", "丁")
    page.tree.choose(drafts[3].id)
    for _ in range(3):
        qtbot.keyClick(page.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert titles() == ["丁", "甲", "乙", "丙"]


def test_the_toast_takes_a_change_back(page, compiled, at_rest, titles, session):
    drafts = compiled("甲", "乙")
    page.tree.choose(drafts[0].id)
    page.tree.move_current(1)
    at_rest()
    assert titles() == ["乙", "甲"]
    session.messages.toast._undo.click()
    at_rest()
    assert titles() == ["甲", "乙"]
    assert entries_shown(page)["信息"] == ["甲", "乙"]


def test_delete_takes_an_entry_out_and_back_into_the_pool(page, compiled, at_rest, titles, qtbot):
    drafts = compiled("甲", "乙")
    page.tree.choose(drafts[0].id)
    qtbot.keyClick(page.tree, Qt.Key.Key_Delete)
    at_rest()
    assert titles() == ["乙"]
    assert [row.draft.title for row in page.pool_model.rows] == ["甲"]


@pytest.mark.parametrize("place", [0, 1])
def test_a_drop_lands_where_it_points(page, compiled, ready, at_rest, titles, place):
    compiled("甲", "乙")
    ready("丙")
    drop(page, [0], page.tree.topLevelItem(0).child(place))
    at_rest()
    assert titles().index("丙") == place
    assert [title for title in titles() if title != "丙"] == ["甲", "乙"]


def test_a_drop_on_a_section_lands_at_its_end(page, compiled, ready, at_rest, stored, office):
    compiled("甲")
    dropped = ready("乙", "丙")
    drop(page, [0, 1], page.tree.topLevelItem(1))
    at_rest()
    assert entries_shown(page)["简讯"] == ["乙", "丙"]
    assert stored().entries[-1].draft_id == dropped[1].id


def test_no_entry_can_be_dropped_between_the_sections(page, compiled):
    compiled("甲")
    root = page.tree.invisibleRootItem()
    assert not root.flags() & Qt.ItemFlag.ItemIsDropEnabled


def test_the_role_of_an_entry_can_be_changed(page, compiled, at_rest, stored):
    drafts = compiled("甲", "乙")
    page.tree.choose(drafts[1].id)
    page._set_role(Role.COMPOSITE)
    at_rest()
    assert [entry.role for entry in stored().entries] == [Role.SINGLE, Role.COMPOSITE]


def test_a_draft_of_two_units_enters_as_joint(page, office, compiled, stored):
    compiled("甲", unit_ids=tuple(unit.id for unit in office.units))
    assert stored().entries[0].role is Role.JOINT


def test_number_and_day_can_be_changed(page, compiled, at_rest, stored):
    compiled("甲")
    page.bar.number.setValue(12)
    page.bar.day.setDate(QDate(2026, 7, 20))
    page.bar.day.editingFinished.emit()
    at_rest()
    assert (stored().number, stored().day) == (12, date(2026, 7, 20))
    assert "2026年第12期" in page.bar.issues.currentText()


def test_a_number_given_twice_is_refused_and_the_old_one_shown(page, office, at_rest, session):
    for _ in range(2):
        page.new_issue(office.publication.id)
        at_rest()
    page.bar.number.setValue(1)
    page.bar.number.editingFinished.emit()
    at_rest()
    assert session.messages.banner.text == "2026年第1期已经有了。请换一个期号。"
    assert page.bar.number.value() == 2


def test_discarding_asks_and_gives_the_drafts_back(page, compiled, at_rest, answer):
    compiled("甲")
    said = answer("删除本期")
    page.feature(Numbering).discard()
    at_rest()
    assert any("第1期" in one for one in said)
    assert page.issue is None
    assert [row.draft.title for row in page.pool_model.rows] == ["甲"]


def test_the_search_narrows_the_pool(page, ready):
    ready("校园安全检查", "病险水库加固")
    page.search.setText("水库")
    assert [row.draft.title for row in page.pool_model.rows] == ["病险水库加固"]


def test_a_double_click_opens_an_entry_for_editing(page, compiled, session, qtbot):
    drafts = compiled("甲")
    page.tree.choose(drafts[0].id)
    with qtbot.waitSignal(session.requested) as asked:
        page.tree.itemDoubleClicked.emit(page.tree.topLevelItem(0).child(0), 0)
    assert asked.args == ["editor", drafts[0].id]


def test_another_page_can_ask_for_an_issue(page, office, at_rest):
    for _ in range(2):
        page.new_issue(office.publication.id)
        at_rest()
    first = page.bar.issues.itemData(1)
    page.show_target(first)
    at_rest()
    assert page.issue.number == 1
    assert page.bar.issues.currentData() == first


def test_a_draft_in_another_open_issue_is_marked_and_comes_last(
    page, office, compiled, ready, at_rest
):
    compiled("已编的")
    ready("没编的")
    page.new_issue(office.publication.id)
    at_rest()
    shown = [page.pool_model.index(row, 0).data() for row in range(page.pool_model.rowCount())]
    assert shown == ["没编的", "◐ 已编的"]
    tip = page.pool_model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "已编入《政务信息》2026年第1期" in tip


def test_the_keyboard_alone_fills_a_new_issue(page, office, ready, at_rest, titles, qtbot):
    ready("甲", "乙")
    page.window().activateWindow()
    page.new_issue(office.publication.id)
    at_rest()
    qtbot.waitUntil(page.pool.hasFocus)
    qtbot.keyClick(page.pool, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.pool, Qt.Key.Key_Return)
    at_rest()
    assert titles() == ["甲", "乙"]


def test_the_issue_says_its_grade_where_it_has_one(page, compiled):
    compiled("甲")
    assert page.bar.grade.isHidden()
    compiled("乙", secrecy=Secrecy.INTERNAL)
    assert page.bar.grade.text() == "密级：内部"
    assert not page.bar.grade.isHidden()
