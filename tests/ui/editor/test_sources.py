"""A composite shows where its paragraphs came from, and its sources are handled by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desk.composing import composition
from desk.merging import merge_into_composite
from desk.parts import PartRole
from ui.editor.source_choice import SourceChoice
from ui.editor.source_picker import SourcePicker
from ui.editor.sources import Sources

# a popup has no window manager offscreen
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def parts(add):
    return [
        add("县教育局排查水域", "排查水域隐患35处。\n更换警示牌128块。"),
        add("县水利局巡查河道", "巡查河道12条。\n清理垃圾40吨。"),
    ]


@pytest.fixture
def composite(store, session, parts):
    return merge_into_composite(store, [one.id for one in parts], by=session.by())


@pytest.fixture
def sources(page, composite):
    page.show_target(composite.id)
    page.inspector.check()
    return next(one for one in page.features if isinstance(one, Sources))


@pytest.fixture
def panel(page, sources):
    page.side.setCurrentWidget(sources.panel)
    return sources.panel


def block_at(page, number):
    return QTextCursor(page.middle.text.document().findBlockByNumber(number))


def found(store, composite):
    return composition(store, composite.id)


def test_a_composite_lists_its_sources_with_what_is_left_of_them(panel):
    assert (
        panel.list.item(0)
        .text()
        .startswith("① 水务局　县教育局排查水域\n协　均分　用了 20 字 / 来稿 20 字")
    )
    assert panel.list.count() == 2


def test_another_draft_has_no_sources(page, sources, draft):
    page.show_target(draft.id)
    assert not page.side.isTabVisible(page.side.indexOf(sources.panel))
    assert sources.bar.isHidden()


def test_the_bar_names_the_source_of_a_paragraph(page, sources):
    rect = page.middle.text.cursorRect(block_at(page, 4))
    assert sources.bar.told_at(QPoint(4, rect.center().y())).startswith(
        "②　水务局　县水利局巡查河道"
    )


def test_typing_changes_how_much_is_left(page, panel):
    cursor = block_at(page, 1)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.removeSelectedText()
    page.inspector.check()
    assert "用了 10 字 / 来稿 20 字" in panel.list.item(0).text()


def test_both_halves_of_a_paragraph_keep_its_source(page, sources, parts):
    cursor = block_at(page, 1)
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=4)
    page.middle.text.setTextCursor(cursor)
    QTest.keyClick(page.middle.text, Qt.Key.Key_Return)
    blocks = page.middle.text.reading().body.blocks
    assert [one.source for one in blocks[1:3]] == [parts[0].id] * 2
    QTest.keyClick(page.middle.text, Qt.Key.Key_Backspace)
    assert page.middle.text.reading().body.blocks[1].source == parts[0].id


def test_joining_two_sources_keeps_the_first(page, sources, parts):
    page.middle.text.setTextCursor(block_at(page, 3))
    QTest.keyClick(page.middle.text, Qt.Key.Key_Backspace)
    assert page.middle.text.reading().body.blocks[2].source == parts[0].id


@pytest.mark.parametrize("end", [QTextCursor.MoveOperation.EndOfBlock, None])
def test_a_paragraph_typed_anew_has_no_source(page, sources, end):
    cursor = block_at(page, 1)
    if end:
        cursor.movePosition(end)
    page.middle.text.setTextCursor(cursor)
    QTest.keyClick(page.middle.text, Qt.Key.Key_Return)
    if not end:
        QTest.keyClick(page.middle.text, Qt.Key.Key_Up)
    page.middle.text.insertPlainText("new")
    (made,) = (one for one in page.middle.text.reading().body.blocks if one.text == "new")
    assert made.source == 0


def test_the_keys_walk_the_originals(page, sources, parts):
    QTest.keyClick(
        page, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert page.original.heading.text() == "来源 ②"
    assert page.original.text.toPlainText().startswith("巡查河道")
    page.original.back.click()
    assert page.original.heading.text() == "原稿"


def test_space_changes_the_role_and_undo_brings_it_back(
    page, panel, store, composite, settled, session
):
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    settled()
    assert found(store, composite).parts[0].role is PartRole.MATERIAL
    buttons = session.messages.toast.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "撤销").click()
    settled()
    assert found(store, composite).parts[0].role is PartRole.SECOND


def test_a_share_typed_leaves_the_rest_to_the_others(panel, store, composite, settled):
    panel.share.setValue(70)
    panel.share.editingFinished.emit()
    settled()
    assert [one.share for one in found(store, composite).parts] == [70, 30]


def test_the_order_of_the_sources_is_changed_by_key(panel, store, composite, settled, parts):
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settled()
    assert [one.draft_id for one in found(store, composite).parts] == [
        parts[1].id,
        parts[0].id,
    ]


def test_an_untouched_source_leaves_without_a_question(
    panel, store, composite, settled, stored, parts
):
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    settled()
    assert stored(parts[0].id).merged_into is None
    assert "警示牌" not in stored(composite.id).body.text
    assert panel.list.count() == 1


def test_what_was_edited_of_a_leaving_source_is_asked_about(
    page, panel, composite, settled, stored
):
    block_at(page, 1).insertText("new ")
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert "new 排查水域隐患" in panel.edited.question.text()
    QTest.keyClick(panel.edited.keep, Qt.Key.Key_Return)
    settled()
    assert stored(composite.id).body.text.startswith("new 排查水域隐患35处。\n县水利局")


def test_a_draft_is_found_and_joins(page, panel, composite, settled, stored, add):
    late = add("县应急局发布预警", "发布预警信息3次。")
    panel.buttons["add"].click()
    picker = next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, SourcePicker) and one.isVisible()
    )
    picker.words.setText("预警")
    assert picker.list.count() == 1
    picker.take_button.click()
    settled()
    assert stored(late.id).merged_into == composite.id
    assert panel.list.count() == 3


def test_paragraphs_are_left_out_by_their_boxes(page, panel, composite, settled, stored):
    panel.buttons["choose"].click()
    choice = next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, SourceChoice) and one.isVisible()
    )
    choice.tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    choice.accept_button.click()
    settled()
    assert "警示牌" not in stored(composite.id).body.text


def test_repeated_paragraphs_are_unchecked_in_one_go(page, add, window):
    same = "7月14日，全县排查学校周边水域86处，发现隐患35处，更换警示牌128块。"
    drafts = [add("县教育局排查水域", same), add("县水利局排查水域", f"{same}\n巡查河道12条。")]
    choice = SourceChoice(page, drafts, {one.id: (0, 1) for one in drafts}, "并入")
    choice.drop_repeated()
    assert choice.wanted == {drafts[0].id: {0}, drafts[1].id: {1}}


def test_the_key_of_the_sources_shows_nothing_where_there_are_none(page, add):
    page.show_target(add().id)
    sources = [page.side.tabText(at) for at in range(page.side.count())].index("来源")
    page.side.go(0)
    page.side.go(sources)
    assert page.side.currentIndex() == 0


def test_material_has_no_share_to_write(panel, settled, qtbot):
    panel.list.setCurrentRow(1)
    panel.roled.emit(panel.current, PartRole.MATERIAL)
    settled()
    assert (panel.share.isEnabled(), panel.share.text()) == (False, "不计分")
