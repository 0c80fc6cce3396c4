"""Tables are put in, edited where they stand, and undone as one step."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from desk.body import Body, Table, plain
from ui.editor.fixing import Fix
from ui.editor.objects import shape_in
from ui.editor.table_places import At
from ui.editor.table_shape import rect_of

TABLE = Table((("镇", "户数"), ("青石镇", "12"), ("合计", "28")), 1, "表1", 5)
BODY = Body((*plain("开头").blocks, TABLE, *plain("结尾").blocks))
PLACE = 3


@pytest.fixture
def text(page, add):
    page.show_target(add(text="第一段。").id)
    page.middle.fit_text()  # now, not in the middle of what is tested
    page.middle.text.show_body(BODY)
    return page.middle.text


@pytest.fixture
def editing(page):
    return next(one for one in page.features if hasattr(one, "chooser"))


@pytest.fixture
def frame(editing, text, qtbot):
    """The table, opened with Enter."""
    cursor = text.textCursor()
    cursor.setPosition(PLACE)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert editing.table.isVisible()
    return editing.table


def table_of(text):
    return next(one for one in text.reading().body.blocks if isinstance(one, Table))


def test_what_is_typed_into_cells_stands_in_the_text_and_one_undo_takes_it_back(frame, text, qtbot):
    frame.grid.go(1, 1)
    qtbot.keyClicks(frame.grid, "1")
    editor = frame.grid.focusWidget()
    qtbot.keyClicks(editor, "3")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(frame.grid, "x")
    qtbot.keyClick(frame.grid.focusWidget(), Qt.Key.Key_Escape)
    assert frame.isHidden()
    assert table_of(text).rows == (("镇", "户数"), ("青石镇", "13"), ("合计", "x"))
    assert (table_of(text).caption, table_of(text).source) == ("表1", 5)
    text.undo()
    assert text.reading().body == BODY
    text.redo()
    assert table_of(text).rows[1][1] == "13"


def test_an_open_cell_is_in_every_reading_of_the_text(frame, text, qtbot):
    frame.grid.go(1, 0)
    qtbot.keyClicks(frame.grid, "a")
    assert table_of(text).rows[1][0] == "a"
    qtbot.keyClicks(frame.grid.focusWidget(), "b")
    assert table_of(text).rows[1][0] == "ab"
    qtbot.keyClick(frame.grid.focusWidget(), Qt.Key.Key_Escape)
    text.undo()
    assert text.reading().body == BODY


def test_rows_columns_headings_and_caption_are_one_step_together(frame, text):
    frame.grid.go(1, 1)
    for button in (frame.buttons[0], frame.buttons[2]):
        button.click()
    frame.headers.setValue(2)
    frame.caption.setText("表2")
    frame.caption.textEdited.emit("表2")
    frame.finished.emit()
    now = table_of(text)
    assert (len(now.rows), len(now.rows[0]), now.header_rows, now.caption) == (4, 3, 2, "表2")
    text.undo()
    assert text.reading().body == BODY


def test_tab_in_the_last_cell_begins_a_row_and_enter_goes_down(frame, qtbot):
    frame.grid.go(2, 1)
    qtbot.keyClick(frame.grid, Qt.Key.Key_Tab)
    assert frame.cells.rowCount() == 4
    assert frame.grid.currentIndex().row() == 3
    frame.grid.go(0, 1)
    qtbot.keyClick(frame.grid, Qt.Key.Key_Return)
    assert (frame.grid.currentIndex().row(), frame.grid.currentIndex().column()) == (1, 1)


def test_steps_inside_the_table_are_undone_one_by_one_while_it_is_open(frame, text, qtbot):
    frame.grid.go(1, 1)
    frame.grid.clear_cells()
    frame.grid.drop_rows()
    qtbot.keyClick(frame.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert frame.cells.table.rows[1] == ("青石镇", "")
    qtbot.keyClick(frame.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table_of(text) == TABLE


def test_cells_of_a_spreadsheet_are_pasted_from_the_current_cell_on(frame, text):
    clip = QMimeData()
    clip.setText("沙河镇\t15\r\n松坪乡\t7\r\n")
    frame.grid.go(2, 0)
    frame.grid.paste(clip)
    assert table_of(text).rows[2:] == (("沙河镇", "15"), ("松坪乡", "7"))


def test_copied_cells_are_a_block_for_spreadsheets_and_word(frame, qtbot):
    frame.grid.selectAll()
    qtbot.keyClick(frame.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clip = QGuiApplication.clipboard().mimeData()
    assert clip.text() == "镇\t户数\n青石镇\t12\n合计\t28"
    assert "<td>青石镇</td>" in clip.html()


def test_a_table_is_put_in_with_its_first_words_as_one_step(editing, text, page, qtbot):
    text.show_body(plain("甲乙"))
    cursor = text.textCursor()
    cursor.setPosition(1)
    text.setTextCursor(cursor)
    page.middle.bar.table.click()
    editing.chooser.rows.setValue(2)
    editing.chooser.columns.setValue(5)
    qtbot.keyClick(editing.chooser.columns, Qt.Key.Key_Return)
    qtbot.keyClicks(editing.table.grid, "x")
    editing.table.finished.emit()
    table = Table((("x", *[""] * 4), ("",) * 5))
    assert text.reading().body.blocks == (*plain("甲").blocks, table, *plain("乙").blocks)
    text.undo()
    assert text.reading().body == plain("甲乙")


def test_a_table_is_deleted_from_its_grid_and_brought_back(frame, text):
    frame.remove.click()
    assert text.reading().body == plain("开头\n结尾")
    assert frame.isHidden()
    text.undo()
    assert text.reading().body == BODY


def test_a_double_click_opens_the_cell_under_the_mouse(editing, text, qtbot):
    cell = rect_of(shape_in(TABLE, text.document()), At(2, 1))
    cell = cell.translated(text.object_rect(PLACE).topLeft())
    qtbot.mouseDClick(text.viewport(), Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
    index = editing.table.grid.currentIndex()
    assert editing.table.isVisible()
    assert (index.row(), index.column()) == (2, 1)


def test_a_finding_leads_to_its_cell(editing, with_table, finds, qtbot):
    page, text = with_table, with_table.middle.text
    mark = finds(page, "table", "28")
    page.resolver.open(mark)
    page.side.findings.choose(mark)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    index = editing.table.grid.currentIndex()
    assert (index.row(), index.column()) == (3, 1)


def test_a_fix_made_while_the_table_is_open_is_shown_in_it(editing, with_table, finds, qtbot):
    page = with_table
    mark = finds(page, "table", "28", fix="27")
    page.resolver.open(mark)
    qtbot.keyClick(page.middle.text, Qt.Key.Key_Return)
    page.resolver._apply([Fix(mark, "27")])
    assert editing.table.cells.table.rows[3][1] == "27"
    editing.table.finished.emit()
    assert table_of(page.middle.text).rows[3][1] == "27"


def test_a_table_that_may_not_be_edited_is_shown_whole(editing, text, page, qtbot):
    page.middle.allow_editing("待审签")
    text.opened.emit(PLACE, None)
    qtbot.keyClicks(editing.table.grid, "x")
    qtbot.keyClick(editing.table.grid, Qt.Key.Key_Delete)
    editing.table.finished.emit()
    assert text.reading().body == BODY


def test_enter_behind_a_table_begins_a_paragraph(editing, text, qtbot):
    text.show_body(Body((TABLE,)))
    text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "abc")
    assert text.reading().body == Body((TABLE, *plain("abc").blocks))


def test_going_to_another_draft_keeps_what_was_typed(frame, page, add, stored, qtbot):
    first = page.draft.id
    frame.grid.go(1, 1)
    qtbot.keyClicks(frame.grid, "9")
    page.show_target(add("另一篇").id)
    assert stored(first).body.blocks[1].rows[1][1] == "9"
    assert frame.isHidden()


def test_a_table_of_the_original_opens_whole_to_be_read(page, with_table, qtbot):
    view = page.original.text
    view.show_body(BODY)
    view.opened.emit(PLACE, At(1, 1))
    frame = page.original.tables.frame
    assert frame.isVisible()
    assert frame.remove.isHidden()
    qtbot.keyClicks(frame.grid, "x")
    assert frame.cells.table == TABLE
    view.show_body(plain("另一篇"))
    assert frame.isHidden()


def test_going_on_to_a_finding_in_the_text_closes_the_table_and_stays_there(
    editing, with_table, finds
):
    page, text = with_table, with_table.middle.text
    mark = finds(page, "body", "施工", alone=False)
    text.opened.emit(text.reading().tables[0], None)
    page.resolver.open(mark)
    assert editing.table.isHidden()
    assert text.textCursor().selectedText() == "施工"


def test_after_esc_the_cursor_is_before_the_table_and_typing_goes_on(frame, text, qtbot):
    qtbot.keyClick(frame.grid, Qt.Key.Key_Escape)
    assert text.hasFocus()
    assert text.textCursor().position() == PLACE


def test_looking_at_a_table_changes_nothing(editing, text):
    odd = Table(((" 甲　乙\n", "\u200b"),), 0, " 表1　户数 ", 4)
    text.show_body(Body((odd,)))
    text.opened.emit(0, None)
    editing.close()
    assert text.reading().body == Body((odd,))
    assert not text.document().isUndoAvailable()
