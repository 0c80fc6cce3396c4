"""The tab 范例 shows printed items like the draft, and lets their sentences be taken over."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desk import compiling
from desk.auditing import By
from desk.drafts import Kind, Status
from desk.issues import Entry
from desk.publications import Publication, Section
from desk.releasing import release
from desk.settings import Settings
from ui.editor.examples import ExampleTab

TEXT = "县水务局巡查水库堤防。排查险工险段12处，转移群众86人。"


@pytest.fixture
def printed(store, add, now):
    """One item about reservoirs in a released issue."""
    by = By("王敏", now)
    with store.begin() as work:
        one = work.catalogue.save_publication(
            Publication("政务信息", (Section("信息"),), template="zhengwu", copies=3)
        )
    made = compiling.new_issue(store, one.id, date(2026, 7, 14), by=by)
    draft = add("县水务局巡查水库堤防", TEXT, status=Status.READY, kind=Kind.DYNAMIC)
    entries = [Entry(draft.id, one.sections[0].id)]
    compiling.arrange(store, made.id, entries, by=by)
    for _progress in release(store, made.id, Settings(office="县政府办"), by=by):
        pass
    return draft


@pytest.fixture
def tab(page, add, printed, settled):
    page.show_target(add("柳林镇巡查水库堤防", "柳林镇巡查水库。", kind=Kind.DYNAMIC).id)
    found = next(one for one in page.features if isinstance(one, ExampleTab))
    page.side.go(found.place)
    settled()
    return found.list


def test_a_printed_item_is_shown_with_its_place_and_text(tab):
    assert tab.list.item(0).text().startswith("县水务局巡查水库堤防\n《政务信息》2026年第1期")
    assert "转移群众86人" in tab.text.toPlainText()
    assert "采用" in tab.rates.text()


def test_the_sentence_at_the_cursor_is_copied(tab):
    tab.text.find("险工")
    cursor = tab.text.textCursor()
    cursor.setPosition(cursor.selectionStart())
    tab.text.setTextCursor(cursor)
    tab.copy()
    assert QApplication.clipboard().text() == "排查险工险段12处，转移群众86人。"


def test_its_life_line_can_be_opened(tab, session, printed, qtbot):
    with qtbot.waitSignal(session.requested) as asked:
        tab.life_button.click()
    assert asked.args == ["life", printed.id]


def test_nothing_is_sought_until_the_tab_is_shown(page, add, printed, settled):
    page.show_target(add("柳林镇巡查水库堤防", "柳林镇巡查水库。").id)
    settled()
    found = next(one for one in page.features if isinstance(one, ExampleTab))
    assert found.list.list.count() == 0


def test_a_draft_like_no_other_says_so(page, add, printed, settled):
    page.show_target(add("云岭县发放医保卡", "发放医保卡。").id)
    found = next(one for one in page.features if isinstance(one, ExampleTab))
    page.side.go(found.place)
    settled()
    assert "没有写同一件事的" in found.list.note.text()
    assert not found.list.copy_button.isEnabled()
