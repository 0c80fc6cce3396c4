"""Find and replace: from place to place, one or all, taken back at once."""

import pytest
from PySide6.QtCore import Qt

from desk import compiling
from desk.auditing import By
from desk.drafts import Status
from desk.issues import Entry
from desk.publications import Publication, Section
from ui import style
from ui.editor.finding_replacing import FindingReplacing
from ui.editor.table_places import At


@pytest.fixture
def bar(page, add):
    page.show_target(add("推进农田建设", "农田𠀀农田。\n改造农田。").id)
    found = page.middle.find_bar
    found.begin_replacing()
    found.words.setText("农田")
    return found


def grounds(view):
    """The grounds beneath the words of the first paragraph."""
    formats = view.document().begin().layout().formats()
    return {one.format.background().color().name() for one in formats}


def test_the_places_are_counted_and_set_off_in_title_and_text(bar, page):
    assert bar.count.text() == "共 4 处"
    bar.find_next()
    assert bar.count.text() == "第 2 处，共 4 处"
    assert style.FOUND in grounds(page.middle.text)


def test_going_on_passes_title_and_text_and_comes_round(bar, page):
    seen = []
    for _turn in range(5):
        bar.find_next()
        seen.append(bar.count.text()[:3])
    assert seen == ["第 2", "第 3", "第 4", "第 1", "第 2"]
    bar.find_previous()
    assert page.middle.title.textCursor().selectedText() == "农田"


def test_replacing_one_goes_on_to_the_next(bar, page):
    bar.new.setText("耕地")
    bar.find_next()
    bar.replace_one()
    assert page.middle.text.toPlainText() == "耕地𠀀农田。\n改造农田。"
    assert page.middle.text.textCursor().selectedText() == "农田"
    assert bar.count.text() == "第 2 处，共 3 处"


def test_replacing_all_is_one_step_back_in_each_text(bar, page, session):
    bar.new.setText("耕地")
    bar.replace_all()
    assert page.middle.title.title == "推进耕地建设"
    assert page.middle.text.toPlainText() == "耕地𠀀耕地。\n改造耕地。"
    page.middle.text.undo()
    assert page.middle.text.toPlainText() == "农田𠀀农田。\n改造农田。"


def test_the_note_takes_all_texts_back(bar, page, session):
    bar.new.setText("")
    bar.replace_all()
    session.messages.toast._undo.click()
    assert page.middle.title.title == "推进农田建设"
    assert page.middle.text.toPlainText() == "农田𠀀农田。\n改造农田。"


def test_words_can_be_sought_in_the_text_alone(bar):
    bar.scope.setCurrentText("只在正文")
    assert bar.count.text() == "共 3 处"


def test_what_is_typed_is_found_soon(bar, page, qtbot):
    page.middle.text.insertPlainText("农田")
    qtbot.waitUntil(lambda: bar.count.text().endswith("5 处"))


def test_words_in_a_table_lead_to_it_and_are_replaced_in_their_cells(with_table, qtbot):
    bar, text = with_table.middle.find_bar, with_table.middle.text
    bar.begin_replacing()
    bar.words.setText("户数")
    bar.find_next()
    assert bar.count.text() == "第 1 处，共 2 处"
    bar.find_next()
    at = text.textCursor().position()
    assert text.marks.cells_at(at)[At(0, 1)].ground == "#ffc94d"
    bar.new.setText("户")
    bar.replace_all()
    table = text.reading().body.blocks[1]
    assert table.rows[0] == ("镇", "户")
    assert table.caption == "表1 改厕户"


def test_a_draft_that_may_not_change_is_searched_only(page, add, qtbot):
    page.show_target(add("农田", "农田。", status=Status.READY).id)
    bar = page.middle.find_bar
    bar.begin_replacing()
    bar.words.setText("农田")
    assert not bar.all.isEnabled()
    bar.replace_all()
    assert page.middle.text.toPlainText() == "农田。"


def test_closing_takes_the_grounds_away(bar, page, qtbot):
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert style.FOUND not in grounds(page.middle.text)


def test_keys_of_the_bar(bar, page, qtbot):
    bar.new.setText("耕地")
    bar.new.setFocus()
    qtbot.keyClick(bar.new, Qt.Key.Key_Return)
    qtbot.keyClick(bar.new, Qt.Key.Key_Return)
    assert page.middle.text.toPlainText() == "耕地𠀀农田。\n改造农田。"


def replacing(page):
    return next(one for one in page.features if isinstance(one, FindingReplacing))


def test_a_draft_outside_every_issue_is_replaced_alone(bar, page, session):
    replacing(page).begin_in_issue()
    assert "没有编入" in session.messages.toast.text
    assert not replacing(page).window.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")  # offscreen
def test_the_whole_issue_is_searched_for_the_selection(page, add, store, now, settled):
    with store.begin() as work:
        paper = work.catalogue.save_publication(
            Publication("政务信息", (Section("信息"),), template="zhengwu")
        )
    by = By("王敏", now)
    draft = add("农田", "改造农田。", status=Status.READY)
    issue = compiling.new_issue(store, paper.id, now.date(), by=by)
    compiling.arrange(store, issue.id, [Entry(draft.id, paper.sections[0].id)], by=by)
    page.show_target(draft.id)
    page.middle.text.find("农田")
    replacing(page).begin_in_issue()
    settled()
    window = replacing(page).window
    assert (window.words.text(), len(window.tree.chosen())) == ("农田", 2)
    window.close()
