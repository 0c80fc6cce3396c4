"""Entries on the page: several at once, printed titles, headings, places, tabs and panes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget

from desk.releasing import release
from ui.issue.entry_deeds import EntryDeeds
from ui.issue.page import IssuePage
from ui.issue.preview import FIT_PAGE, FIT_WIDTH

# the offscreen platform has no window manager to tell the size of a dialog
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LONG = "\n".join(["县教育局组织检查组，对全县学校开展安全检查，发现并整改隐患。"] * 40)


@pytest.fixture
def select(page):
    """Select the entries of these drafts."""

    def choose(*drafts):
        page.tree.choose(drafts[0].id)
        for branch in map(page.tree.topLevelItem, range(page.tree.topLevelItemCount())):
            for item in map(branch.child, range(branch.childCount())):
                item.setSelected(item.text(0) in {one.title for one in drafts})

    return choose


@pytest.fixture
def retitle(page, qtbot):
    """Open the field with F2, and type."""

    def type_in(words):
        page.feature(EntryDeeds).rename()
        field = page.tree.findChild(QLineEdit)
        field.setText(words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.tree.state() is not QTreeWidget.State.EditingState)

    return type_in


def test_several_entries_move_and_leave_together(page, compiled, at_rest, titles, select):
    drafts = compiled("甲", "乙", "丙", "丁")
    select(drafts[2], drafts[3])
    page.tree.move_current(-1)
    at_rest()
    assert titles() == ["甲", "丙", "丁", "乙"]
    assert page.tree.selected_drafts() == {drafts[2].id, drafts[3].id}
    page.tree.remove_current()
    at_rest()
    assert titles() == ["甲", "乙"]
    page.session.messages.toast._undo.click()
    at_rest()
    assert titles() == ["甲", "丙", "丁", "乙"]


def test_after_taking_one_out_the_next_one_is_current(page, compiled, at_rest):
    drafts = compiled("甲", "乙", "丙")
    page.tree.choose(drafts[1].id)
    page.tree.remove_current()
    at_rest()
    assert page.tree.current_draft() == drafts[2].id


def test_dragged_entries_keep_way_and_title(page, compiled, at_rest, titles, retitle, stored):
    drafts = compiled("甲", "乙", "丙")
    page.tree.choose(drafts[2].id)
    retitle("丙的新题")
    at_rest()
    data = page.tree.mimeData(page.tree.selectedItems())
    first = page.tree.topLevelItem(0).child(0)
    place = QPointF(page.tree.visualItemRect(first).topLeft() + QPoint(9, 1))
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.tree.dropEvent(event)
    at_rest()
    assert titles() == ["丙", "甲", "乙"]
    assert stored().entries[0].heading == "丙的新题"


def test_f2_prints_another_title_in_this_issue_alone(
    page, compiled, at_rest, stored, retitle, store
):
    draft = compiled("县教育局开展校园安全检查")[0]
    page.tree.choose(draft.id)
    retitle("校园安全检查全覆盖")
    at_rest()
    assert stored().entries[0].heading == "校园安全检查全覆盖"
    item = page.tree.topLevelItem(0).child(0)
    assert item.text(0) == "校园安全检查全覆盖"
    assert not item.icon(0).isNull()
    assert "县教育局开展校园安全检查" in item.toolTip(0)
    with store.read() as work:
        assert work.drafts.get(draft.id).title == "县教育局开展校园安全检查"
    retitle("")
    at_rest()
    assert stored().entries[0].heading == ""


def test_f2_on_a_section_renames_it_for_this_issue(page, compiled, at_rest, stored, retitle):
    compiled("甲")
    section = page.publication.sections[0]
    page.tree.setCurrentItem(page.tree.topLevelItem(0))
    retitle("防汛专栏")
    at_rest()
    assert stored().matter.headings == ((section.id, "防汛专栏"),)
    assert page.tree.topLevelItem(0).text(0) == "防汛专栏"
    page.session.messages.toast._undo.click()
    at_rest()
    assert page.tree.topLevelItem(0).text(0) == section.name


def test_an_entry_says_its_page_and_lines_and_a_section_their_sum(page, compiled):
    drafts = compiled("长稿", "短稿", text=LONG)
    branch = page.tree.topLevelItem(0)
    for at, draft in enumerate(drafts):
        place = page.shown.places[str(draft.id)]
        assert branch.child(at).text(1) == str(place.page)
        assert branch.child(at).text(2) == str(place.rows)
    assert branch.text(2) == str(sum(place.rows for place in page.shown.places.values()))
    assert branch.text(3) == "2 条"


def test_an_entry_can_be_moved_to_the_next_issue_and_back(page, compiled, at_rest, titles):
    drafts = compiled("甲", "乙")
    page.tree.choose(drafts[1].id)
    page.feature(EntryDeeds).carry()
    at_rest()
    assert titles() == ["甲"]
    assert page.tabs.count() == 2
    page.session.messages.toast._undo.click()
    at_rest()
    assert titles() == ["甲", "乙"]
    assert not page.tabs.isVisible()


def test_a_click_on_the_pages_selects_what_is_printed_there(page, compiled, qtbot):
    drafts = compiled("长稿", "短稿", text=LONG)
    page.tree.choose(drafts[1].id)
    place = page.preview.pages.place_of(str(drafts[0].id))
    qtbot.mouseClick(page.preview.pages, Qt.MouseButton.LeftButton, pos=place + QPoint(90, 6))
    assert page.tree.current_draft() == drafts[0].id


def test_choosing_an_entry_brings_its_very_place_into_view(page, compiled):
    drafts = compiled("长稿", "短稿", text=LONG)
    page.preview.fit(100)
    page.tree.choose(drafts[1].id)
    top = page.preview.verticalScrollBar().value()
    y = page.preview.pages.place_of(str(drafts[1].id)).y()
    assert top <= y <= top + page.preview.viewport().height()


def test_zooming_and_spreads_stay_at_the_page_in_view(page, compiled):
    drafts = compiled("长稿", "又一条", "短稿", text=LONG)
    page.preview.fit(80)
    page.tree.choose(drafts[2].id)
    at = page.preview.page
    for change in (
        lambda: page.preview.zoom(1),
        lambda: page.preview.fit(FIT_WIDTH),
        lambda: page.preview.set_spreads(on=True),
        lambda: page.preview.set_spreads(on=False),
    ):
        change()
        assert abs(page.preview.page - at) <= 1
    page.preview.fit(FIT_PAGE)
    assert page.preview.pages.page_rect(0).height() <= page.preview.viewport().height()
    assert page.preview_bar.place.text() == f"第 {page.preview.page} / {page.shown.count} 页"


def test_in_spreads_the_first_page_lies_on_the_right(page, compiled):
    compiled("长稿", text=LONG)
    page.preview.set_spreads(on=True)
    first, second, third = (page.preview.pages.page_rect(at) for at in range(3))
    assert (second.top(), second.left()) < (third.top(), third.left())
    assert second.top() == third.top() > first.top()
    assert first.left() == third.left()


def test_open_issues_are_tabs_that_keys_step_through(page, office, at_rest):
    for _ in range(3):
        page.new_issue(office.publication.id)
        at_rest()
    assert [page.tabs.tabText(at) for at in range(3)] == [
        f"《政务信息》第{number}期" for number in (1, 2, 3)
    ]
    page.tabs.step(1)
    at_rest()
    assert page.issue.number == 1
    page.tabs.step(-1)
    at_rest()
    assert page.issue.number == 3


def test_the_last_issue_is_shown_again_after_a_start(page, office, at_rest, opened):
    for _ in range(2):
        page.new_issue(office.publication.id)
        at_rest()
    page.tabs.step(1)
    at_rest()
    assert page.issue.number == 1
    assert opened(IssuePage).issue.number == 1
    at_rest()


def test_a_released_issue_is_a_tab_while_it_is_looked_at(page, compiled, at_rest, office, session):
    compiled("甲")
    released = page.issue.id
    for _ in release(session.store, released, session.settings, by=office.by):
        pass
    page.new_issue(office.publication.id)
    at_rest()
    assert page.tabs.count() == 1
    page.show_target(released)
    at_rest()
    assert [page.tabs.tabData(at) for at in range(page.tabs.count())][-1] == released
    page.tabs.step(-1)
    at_rest()
    assert page.tabs.count() == 1


def test_f6_leads_round_the_panes(page, compiled, qtbot):
    compiled("甲")
    page.window().activateWindow()
    page.pool.setFocus()
    qtbot.waitUntil(page.pool.hasFocus)
    for pane in (page.tree, page.foot.currentWidget(), page.preview, page.pool):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_F6)
        assert pane.hasFocus() or pane.isAncestorOf(page.window().focusWidget())


def test_the_keyboard_alone_makes_and_orders_an_issue(page, office, ready, at_rest, titles, qtbot):
    ready("甲", "乙", "丙")
    page.window().activateWindow()
    page.new_issue(office.publication.id)
    at_rest()
    qtbot.waitUntil(page.pool.hasFocus)
    for _ in range(3):
        qtbot.keyClick(page.pool, Qt.Key.Key_Return)
        at_rest()
    assert titles() == ["甲", "乙", "丙"]
    qtbot.keyClick(page.pool, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    at_rest()
    assert titles() == ["甲", "丙", "乙"]


def test_enter_pressed_twice_in_haste_puts_a_draft_in_once(page, compiled, ready, at_rest, titles):
    compiled("甲")
    ready("乙")
    page.pool.choose(0)
    page.add_chosen()
    page.add_chosen()
    at_rest()
    assert titles() == ["甲", "乙"]
    assert page.session.messages.banner.isHidden()


def test_in_a_released_issue_an_entry_still_leads_to_its_place(page, compiled, at_rest, office):
    drafts = compiled("长稿", "短稿", text=LONG)
    session = page.session
    for _ in release(session.store, page.issue.id, session.settings, by=office.by):
        pass
    page.refresh()
    at_rest()
    assert page.issue.is_frozen
    page.tree.choose(drafts[1].id)
    assert page.shown.places[str(drafts[1].id)].page == page.preview.page > 1


def test_the_arrow_keys_go_on_after_a_title_was_typed(page, compiled, at_rest, retitle):
    first, _second = compiled("甲", "乙")
    page.activateWindow()
    page.tree.choose(first.id)
    retitle("甲已经改过")
    assert page.tree.hasFocus()


def test_the_field_for_a_title_is_as_wide_as_the_list(page, compiled):
    first, _second = compiled("甲", "乙")
    page.tree.choose(first.id)
    page.feature(EntryDeeds).rename()
    field = page.tree.findChild(QLineEdit)
    assert field.geometry().right() == page.tree.viewport().width() - 1


def test_enter_opens_the_draft_of_an_entry(page, compiled, session, qtbot):
    first, _second = compiled("甲", "乙")
    page.tree.choose(first.id)
    with qtbot.waitSignal(session.requested) as asked:
        QTest.keyClick(page.tree, Qt.Key.Key_Return)
    assert asked.args == ["editor", first.id]


def test_after_an_entry_was_carried_on_the_next_one_is_current(page, compiled, at_rest):
    _first, second, third = compiled("甲", "乙", "丙")
    page.tree.choose(second.id)
    page.feature(EntryDeeds).carry()
    at_rest()
    assert page.tree.current_draft() == third.id
