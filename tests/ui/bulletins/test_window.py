"""The window of a bulletin: typed, held against the ledger, seen as pages, frozen."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk.bulletins.keeping import bulletins, frozen, versions
from desk.bulletins.passage import FlagKind
from desk.layout.pdfium import page_texts

RAISED = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen raises no window
pytestmark = RAISED
COUNT = 3  # the paragraph with the figure


def lines(edited):
    return [one.text for one in edited.edit.passages()]


def type_over(edited, old, new):
    cursor = edited.edit.document().find(old)
    assert not cursor.isNull()
    cursor.insertText(new)


def flagged(edited):
    return [(one.kind, one.said) for one in edited.checking.result.flags]


def change_by_hand(edited, qtbot):
    type_over(edited, "采用1条次", "采用9条次")
    qtbot.waitUntil(lambda: (FlagKind.HAND, "9") in flagged(edited))


def test_a_bulletin_stands_paragraph_by_paragraph(edited):
    assert lines(edited) == [
        "关于2026年第一季度政务信息工作情况的通报",
        "各单位：",
        "一、总体情况",
        "2026年第一季度共采用1条次。",
        "二、下步要求",
        "各单位要提高质量。",
        "云岭县人民政府办公室",
    ]
    assert edited.head.state.text() == "○ 草稿"
    assert "核对　✓ 和台账一致" in edited.flags.head.text()


def test_a_figure_tells_where_it_comes_from(edited):
    cursor = edited.edit.document().find("共采用1")
    point = edited.edit.cursorRect(cursor).center()
    assert edited.marks.tip_at(point) == "取自台账：采用条次"


def test_what_is_typed_is_in_the_store_soon(edited, stored, qtbot):
    type_over(edited, "提高质量", "提高信息质量")
    qtbot.waitUntil(lambda: "各单位要提高信息质量。" in stored())
    qtbot.waitUntil(lambda: edited.head.saved.text().startswith("✓ 已存"))


def test_typing_is_kept_while_the_worker_is_busy(edited, session, stored, qtbot):
    rest = Event()
    session.look(lambda: rest.wait(120), lambda _rested: None)
    type_over(edited, "提高质量", "提高信息质量")
    try:
        qtbot.waitUntil(lambda: "各单位要提高信息质量。" in stored())
    finally:
        rest.set()


def test_closing_keeps_what_was_typed_last(edited, stored):
    type_over(edited, "提高质量", "提高信息质量")
    edited.close()
    assert "各单位要提高信息质量。" in stored()


def test_ctrl_z_takes_typing_back_and_that_is_kept_too(edited, stored, qtbot):
    type_over(edited, "提高质量", "改坏")
    qtbot.waitUntil(lambda: "各单位要改坏。" in stored())
    edited.edit.undo()
    qtbot.waitUntil(lambda: "各单位要提高质量。" in stored())


def test_a_figure_changed_by_hand_is_flagged_and_goes_back(edited, qtbot):
    change_by_hand(edited, qtbot)
    assert edited.flags.head.text() == "核对　▲ 手改 1"
    edited.flags.take_button.click()
    assert lines(edited)[COUNT] == "2026年第一季度共采用1条次。"
    qtbot.waitUntil(lambda: not flagged(edited))


def test_enter_on_a_flag_goes_to_its_place(edited, qtbot):
    change_by_hand(edited, qtbot)
    edited.flags.view.opened.emit(0)
    assert edited.edit.textCursor().selectedText() == "9"


def test_words_stay_for_a_reason_which_can_be_taken_back(edited, session, store, qtbot):
    change_by_hand(edited, qtbot)
    edited.flags.keep_button.click()
    edited.strip.reason.setCurrentText("领导同意按会上口径")
    QTest.keyClick(edited.strip.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edited.flags.model.rows[0].state == "✓ 已保留")
    assert "✓ 和台账一致" in edited.flags.head.text()
    qtbot.waitUntil(lambda: bulletins(store)[0].text.kept != ())
    qtbot.waitUntil(lambda: bool(session.messages.toast.text))
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: edited.flags.model.rows[0].state == "▲ 手改")


def test_later_facts_are_flagged_and_put_in_beside_what_was_typed(edited, rebook, qtbot):
    type_over(edited, "共采用", "全县共采用")
    rebook(date(2026, 2, 3))
    qtbot.waitUntil(lambda: (FlagKind.CHANGED, "1") in flagged(edited))
    assert edited.flags.take_button.text() == "用新数"
    edited.flags.take_button.click()
    assert lines(edited)[COUNT] == "2026年第一季度全县共采用2条次。"


def test_f5_writes_a_passage_anew_and_ctrl_z_takes_that_back(edited, qtbot):
    change_by_hand(edited, qtbot)
    edited.edit.setTextCursor(edited.edit.document().find("采用9"))
    edited.deeds.one_anew()
    assert lines(edited)[COUNT] == "2026年第一季度共采用1条次。"
    edited.edit.undo()
    assert lines(edited)[COUNT] == "2026年第一季度共采用9条次。"
    qtbot.waitUntil(lambda: (FlagKind.HAND, "9") in flagged(edited))


def test_all_is_written_anew_but_an_own_paragraph_stays(edited, qtbot, store, session):
    from desk.bulletins.rewording import reword  # noqa: PLC0415

    reword(store, "bulletin-quarter", "【标题】新写法\n共采用{采用条次}条次。", by=session.by())
    cursor = edited.edit.document().find("各单位：")
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    cursor.insertText("自己加的一段。")
    edited.deeds.all_anew()
    qtbot.waitUntil(lambda: lines(edited)[0] == "新写法")
    assert sorted(lines(edited)) == sorted(["新写法", "自己加的一段。", "共采用1条次。"])


def test_a_paragraph_is_moved_by_keys(edited, stored, qtbot):
    edited.edit.setTextCursor(edited.edit.document().find("提高质量"))
    edited.edit.move_passage(-1)
    assert lines(edited)[4:6] == ["各单位要提高质量。", "二、下步要求"]
    assert edited.edit.textCursor().block().text() == "各单位要提高质量。"
    edited.edit.move_passage(1)
    assert lines(edited)[4:6] == ["二、下步要求", "各单位要提高质量。"]


def test_pages_show_what_is_typed(edited, qtbot):
    type_over(edited, "提高质量", "提高信息质量")
    qtbot.waitUntil(lambda: "提高信息质量" in "".join(page_texts(edited.pages.pdf)))
    assert edited.preview.pages.count == edited.pages.count


def test_a_choice_is_followed_by_the_text_and_kept(edited, store, qtbot):
    edited.form.places.setValue(5)
    qtbot.waitUntil(lambda: bulletins(store)[0].text.options.places == 5)


def finish(edited, qtbot):
    edited.outgoing.finish()
    assert "2026年第一季度还没有结账" in edited.strip.text
    edited.strip.reason.setCurrentText("领导同意先发")
    QTest.keyClick(edited.strip.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: edited.bulletin.is_final)


def test_a_finished_bulletin_cannot_be_typed_in_and_saves_its_frozen_bytes(
    edited, store, qtbot, monkeypatch, tmp_path
):
    finish(edited, qtbot)
    assert edited.edit.isReadOnly()
    assert edited.head.state.text() == "● 定稿（2026-07-15）"
    path = tmp_path / "通报.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    edited.outgoing.save_pdf()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes() == frozen(store, bulletins(store)[0])[0]


def test_a_finished_bulletin_shows_the_pages_that_went_out(edited, store, rebook, qtbot):
    finish(edited, qtbot)
    went_out = frozen(store, bulletins(store)[0])[0]
    rebook(date(2026, 2, 3))
    qtbot.waitUntil(lambda: (FlagKind.CHANGED, "1") in flagged(edited))
    edited.paging.touch()
    qtbot.wait(600)
    qtbot.waitUntil(lambda: edited.pages.pdf == went_out)


def test_a_finished_bulletin_is_opened_again_for_a_reason(edited, session, qtbot):
    finish(edited, qtbot)
    edited.outgoing.finish()
    edited.strip.reason.setCurrentText("文字有误")
    QTest.keyClick(edited.strip.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not edited.bulletin.is_final)
    assert not edited.edit.isReadOnly()
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: edited.bulletin.is_final)


def test_an_earlier_text_is_brought_back(edited, stored, store, qtbot):
    type_over(edited, "提高质量", "改坏")
    edited.deeds.open_versions()
    found = edited.deeds._versions
    qtbot.waitUntil(lambda: found.model.rowCount() == 1)
    assert "改坏" in found.text.toPlainText()
    found.bring_back()
    qtbot.waitUntil(lambda: "各单位要提高质量。" in lines(edited))
    assert "各单位要提高质量。" in stored()
    assert len(versions(store, 1)) == 2
