"""Typing, pasting, headings, tables and pictures in the text."""

import pytest
from PySide6.QtCore import QMimeData, Qt

from desk.body import Body, Level, Paragraph, Picture, Run, Table, plain
from ui.editor.counts import count

WORD = """<html><head><style>p.MsoNormal{margin:0;font-size:16pt;color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='text-indent:32pt'><span style='font-family:仿宋'>今年
</span><b><span style='color:red'>粮食产量</span></b>增长。<o:p></o:p></p>
<p class=MsoNormal>一、主要做法</p><p>第一行<br>第二行</p>
<table><tr><td>乡镇</td><td>产量</td></tr><tr><td>青河镇</td><td>2</td></tr></table>
<p><img src="file:///etc/passwd">末段</p><!--EndFragment--></body></html>"""
TABLE = Table((("乡镇", "产量"), ("青河镇", "2")))


@pytest.fixture
def text(page, add):
    page.show_target(add(text="第一段。").id)
    return page.middle.text


def paste(text, html="", words=""):
    clip = QMimeData()
    if html:
        clip.setHtml(html)
    else:
        clip.setText(words)
    text.selectAll()
    text.insertFromMimeData(clip)


def test_pasting_from_word_keeps_paragraphs_bold_and_tables_only(text):
    paste(text, WORD)
    body = text.reading().body
    assert body.blocks == (
        Paragraph((Run("今年"), Run("粮食产量", bold=True), Run("增长。"))),
        Paragraph((Run("一、主要做法"),), Level.FIRST),
        Paragraph((Run("第一行"),)),
        Paragraph((Run("第二行"),)),
        TABLE,
        Paragraph((Run("末段"),)),
    )


def test_pasting_is_undone_in_one_step(text):
    paste(text, WORD)
    text.undo()
    assert text.reading().body == plain("第一段。")


def test_pasted_lines_of_plain_text_become_paragraphs(text):
    paste(text, words="甲\n\n  乙\r\n丙")
    assert text.reading().body.text == "甲\n乙\n丙"


def test_a_table_copied_inside_the_text_comes_back_as_a_table(text):
    text.show_body(Body((TABLE, Paragraph((Run("末段"),)))))
    text.selectAll()
    copied = text.createMimeDataFromSelection()
    text.show_body(plain("甲"))
    text.insertFromMimeData(copied)
    assert TABLE in text.reading().body.blocks


def test_typing_a_number_makes_a_heading_and_taking_it_away_unmakes_it(text, qtbot):
    text.selectAll()
    text.insertPlainText("一、做法")
    assert text.reading().body.paragraphs[0].level is Level.FIRST
    text.moveCursor(text.textCursor().MoveOperation.Start)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.reading().body.paragraphs[0].level is Level.PLAIN


def test_a_new_paragraph_after_a_heading_is_plain(text, qtbot):
    text.show_body(plain("一、做法"))
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "abc")
    assert [one.level for one in text.reading().body.paragraphs] == [Level.FIRST, Level.PLAIN]


def test_shift_enter_makes_a_paragraph_as_enter_does(text, qtbot):
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(text, "abc")
    assert text.reading().body.text == "第一段。\nabc"


def test_undoing_a_heading_takes_its_level_back_with_its_number(text):
    text.moveCursor(text.textCursor().MoveOperation.Start)
    text.insertPlainText("一、")
    text.undo()
    assert text.reading().body == plain("第一段。")
    text.redo()
    assert text.reading().body == plain("一、第一段。")


def test_a_picture_is_deleted_with_one_key_and_brought_back_by_undo(text, qtbot):
    body = Body((*plain("甲").blocks, Picture("ab", 90, 50, "图1"), *plain("乙").blocks))
    text.show_body(body)
    cursor = text.textCursor()
    cursor.setPosition(2)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    assert text.reading().body == plain("甲\n乙")
    text.undo()
    assert text.reading().body == body


def test_backspace_after_a_table_steps_to_it_and_pulls_no_text_beside_it(text, qtbot):
    body = Body((TABLE, *plain("乙").blocks))
    text.show_body(body)
    cursor = text.textCursor()
    cursor.setPosition(2)
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.reading().body == body
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.reading().body == plain("乙")


def test_typing_beside_a_table_makes_a_paragraph_of_its_own(text, qtbot):
    text.show_body(Body((TABLE,)))
    text.moveCursor(text.textCursor().MoveOperation.End)
    qtbot.keyClicks(text, "abc")
    assert text.reading().body == Body((TABLE, *plain("abc").blocks))
    text.moveCursor(text.textCursor().MoveOperation.Start)
    qtbot.keyClicks(text, "x")
    assert text.reading().body == Body((*plain("x").blocks, TABLE, *plain("abc").blocks))


def test_bold_is_kept_with_the_text(text, qtbot):
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert text.reading().body.paragraphs[0].runs == (Run("第一段。", bold=True),)


def test_fitting_the_text_to_its_column_never_costs_an_undo(text, qtbot):
    text.resize_text(text.pixels + 2)
    text.moveCursor(text.textCursor().MoveOperation.Start)
    qtbot.keyClicks(text, "abc")
    text.resize_text(text.pixels - 2)
    text.undo()
    assert text.reading().body == plain("第一段。")


def test_figures_count_marks_paragraphs_and_sentences():
    counts = count(Body((*plain("一二三四五，六七。八九。\n" + "字" * 27).blocks, TABLE)))
    assert (counts.characters, counts.words, counts.paragraphs) == (39, 36, 2)
    assert (counts.longest, counts.place) == (27, (13, 40))


def test_find_counts_and_goes_round(page, text):
    text.show_body(plain("农田建设，农田管护。"))
    page.middle.find_bar.begin()
    page.middle.find_bar.words.setText("农田")
    assert page.middle.find_bar.count.text() == "共 3 处"  # one in the title
    places = []
    for _ in range(4):
        page.middle.find_bar.find_next()
        places.append((text.textCursor().selectionStart(), page.middle.find_bar.count.text()[:3]))
    assert places == [(0, "第 2"), (5, "第 3"), (5, "第 1"), (0, "第 2")]
