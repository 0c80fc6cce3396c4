"""The columns around the text, and the original in the left one."""

import pytest
from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage

from desk.body import Body, Picture, Table, plain
from desk.drafts import Draft, Original
from ui.editor.page import EditorPage


def test_one_key_leaves_only_the_text_and_brings_the_rest_back(opened, qtbot):
    opened._toggle_sides()
    assert not opened.original.isVisible()
    assert not opened.side.isVisible()
    opened._toggle_sides()
    assert opened.original.isVisible()
    assert opened.side.isVisible()


def test_a_column_put_away_stays_so_after_a_restart(opened, session):
    opened._toggle(opened.columns.original)
    again = EditorPage(session)
    again.setParent(session.messages.toast.parentWidget())
    assert again.original.isHidden()
    assert not again.side.isHidden()


@pytest.mark.parametrize("width", [1290, 1844])
def test_all_three_columns_fit_the_screen(opened, width):
    opened.resize(width, 680)
    assert opened.columns.width() == opened.width() - 32
    assert opened.minimumSizeHint().width() <= 1290


def test_the_original_is_saved_byte_for_byte(opened, settled, tmp_path):
    opened.original.write_copy(tmp_path / "copy.txt")
    settled()
    assert (tmp_path / "copy.txt").read_bytes() == "原件".encode()


def test_what_the_reader_was_unsure_of_stands_above_the_original(page, add):
    page.show_target(add(notes=("日期没有写明。",)).id)
    assert "日期没有写明" in page.original.notes.text()


def test_the_original_stays_as_it_came_while_the_text_changes(opened, qtbot):
    before = opened.original.text.toPlainText()
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.autosave.flush()
    assert opened.original.text.toPlainText() == before


def test_an_earlier_revision_is_shown_beside_the_text(opened, qtbot, store):
    qtbot.keyClicks(opened.middle.text, "abc")
    opened.autosave.flush()
    with store.read() as work:
        last = work.drafts.revisions(opened.draft.id)[-1]
    opened.side.history.looked.emit(last)
    assert opened.original.text.toPlainText().startswith("abc")
    qtbot.mouseClick(opened.original.back, Qt.MouseButton.LeftButton)
    assert opened.original.text.toPlainText().startswith("今年以来")


def test_a_picture_is_drawn_from_the_store(page, store, now, qtbot):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    with store.begin() as work:
        digest = work.files.put(bytes(buffer.data()), "图.png")
        body = Body((*plain("甲").blocks, Picture(digest, 40, 20)))
        draft = work.drafts.add(Draft("标题", body, Original("a", "", body), now), "王敏")
    with qtbot.waitSignal(page.pictures.arrived):
        page.show_target(draft.id)
    assert page.pictures.image(digest).size() == image.size()


def test_a_very_wide_table_is_cut_to_the_page_and_says_so(page, store, now):
    body = Body((Table((tuple(str(n) for n in range(60)),)),))
    with store.begin() as work:
        draft = work.drafts.add(Draft("标题", body, Original("a", "", body), now), "王敏")
    page.show_target(draft.id)
    page.middle.text.grab()
    assert page.middle.text.document().idealWidth() <= page.middle.text.width()
    assert page.middle.text.reading().body == body
