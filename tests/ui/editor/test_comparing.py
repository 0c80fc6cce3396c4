"""Ctrl+E shows the text beside what it was, as marks in it; any two versions can be chosen."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk import editing
from desk.auditing import By
from desk.body import Body, Paragraph, Picture, Run, Table, plain
from desk.drafts import Status
from ui.editor.comparing import Comparing

FIELDS, DITCHES, FLOODS = (
    "全县扎实推进农田建设，成效明显。",
    "各镇组织力量清理沟渠二十八公里。",
    "下一步抓好防汛抗旱工作。",
)
OLD = "\n".join((FIELDS, DITCHES, FLOODS))
NEW = "\n".join((FLOODS, FIELDS.replace("明显", "十分明显"), DITCHES))


@pytest.fixture
def comparing(page):
    return next(one for one in page.features if isinstance(one, Comparing))


@pytest.fixture
def revised(add, store, now):
    """A draft whose text was changed once, half an hour later."""

    def revised(old=OLD, new=NEW, title="云岭县推进农田建设"):
        draft = add("云岭县推进农田建设", old)
        by = By("李国华", now + timedelta(minutes=30))
        body = new if isinstance(new, Body) else plain(new)
        editing.save_text(store, draft.id, title, body, by=by, why="按局领导意见修改")
        return draft

    return revised


@pytest.fixture
def shown(page, comparing, revised):
    page.show_target(revised().id)
    comparing.toggle()
    return comparing.pane


def formats(view):
    """The text by how it looks: come, gone or kept."""
    found = {"come": "", "gone": "", "kept": ""}
    block = view.document().begin()
    while block.isValid():
        for piece in block:
            shape, text = piece.fragment().charFormat(), piece.fragment().text()
            kind = "gone" if shape.fontStrikeOut() else "come" if shape.fontUnderline() else "kept"
            found[kind] += text
        block = block.next()
    return found


def test_the_changes_stand_in_the_text_as_marks(shown):
    assert formats(shown.view)["come"] == "十分"
    assert formats(shown.view)["gone"] == ""
    text = shown.view.toPlainText()
    assert "⇅ 移自第3段" in text
    assert "⇅ 移至第1段" in text
    assert shown.bar.summary.text() == "与原稿对照：增 2 字，删 0 字，移动 1 段"


def test_the_same_key_and_escape_bring_the_text_back(page, comparing, shown, qtbot):
    comparing.toggle()
    assert page.middle.text.isVisible()
    comparing.toggle()
    assert shown.isVisible()
    qtbot.keyClick(shown.view, Qt.Key.Key_Escape)
    assert page.middle.text.isVisible()
    assert not shown.isVisible()


def test_the_keys_work_from_the_text(page, comparing, revised, qtbot):
    page.show_target(revised().id)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.middle.text, Qt.Key.Key_E, control)
    assert comparing.pane.isVisible()
    qtbot.keyClick(comparing.pane.view, Qt.Key.Key_E, control)
    assert page.middle.text.isVisible()
    qtbot.keyClick(page.middle.text, Qt.Key.Key_F4)
    assert comparing.pane.bar.place.text() == "第 1/2 处"
    qtbot.keyClick(comparing.pane.view, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert comparing.pane.bar.place.text() == "第 2/2 处"


def test_what_is_being_typed_is_saved_and_compared(page, comparing, draft, qtbot):
    page.show_target(draft.id)
    qtbot.keyClicks(page.middle.text, "abc")
    comparing.toggle()
    assert formats(comparing.pane.view)["come"] == "abc"


def test_keys_go_from_change_to_change_and_enter_goes_to_it_in_the_text(page, shown, qtbot):
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(shown.view, Qt.Key.Key_Down, alt)
    assert shown.bar.place.text() == "第 1/2 处"
    qtbot.keyClick(shown.view, Qt.Key.Key_Down, alt)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert page.middle.text.isVisible()
    cursor = page.middle.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, 2)
    assert cursor.selectedText() == "十分"


def test_the_next_change_after_the_last_is_the_first(shown):
    for _ in range(3):
        shown.view.go_by(1)
    assert shown.view.current == 0
    shown.view.go_by(-1)
    assert shown.view.current == 1


def test_unchanged_paragraphs_fold_away(shown):
    shown.bar.only_changes.setChecked(True)
    text = shown.view.toPlainText()
    assert "清理沟渠" not in text
    assert "1 段没有改动" in text
    assert "成效十分明显" in text


def test_touching_the_text_shows_it_again(page, shown, qtbot):
    page.middle.text.moveCursor(QTextCursor.MoveOperation.End)
    assert page.middle.text.isVisible()


def test_a_released_draft_can_be_compared(page, comparing, revised, store, stored):
    draft = revised()
    with store.begin() as work:
        work.drafts.save(replace(stored(draft.id), status=Status.RELEASED))
    page.show_target(draft.id)
    comparing.toggle()
    assert comparing.pane.isVisible()


def test_another_draft_is_shown_as_text(page, shown, draft):
    page.show_target(draft.id)
    assert page.middle.text.isVisible()


def test_equal_texts_are_said_to_be_equal(page, comparing, draft):
    page.show_target(draft.id)
    comparing.toggle()
    assert comparing.pane.bar.summary.text() == "与原稿对照：两版的文字完全一样"
    assert not comparing.pane.bar.after.isVisible()


def test_any_two_versions_are_compared_the_earlier_first(page, comparing, revised):
    page.show_target(revised().id)
    comparing.compare(2, 1)
    assert [one.number for one in comparing.pane.chosen] == [1, 2]
    bar = comparing.pane.bar
    bar.new.setCurrentIndex(1)
    bar.new.activated.emit(1)
    bar.old.setCurrentIndex(0)
    bar.old.activated.emit(0)
    assert bar.summary.text() == "原稿与第1版对照：两版的文字完全一样"


def test_the_life_line_leads_to_what_a_revision_changed(page, comparing, revised):
    page.show_target((revised().id, 2))
    assert [one.number for one in comparing.pane.chosen] == [1, 2]
    assert comparing.pane.isVisible()


def test_two_revisions_chosen_in_the_list_are_compared(page, comparing, revised):
    page.show_target(revised().id)
    page.side.setCurrentWidget(page.side.history)
    history = page.side.history
    history.revisions.selectAll()
    assert history.compare_button.text() == "对照所选两版"
    history.compare_button.click()
    assert [one.number for one in comparing.pane.chosen] == [1, 2]


def test_the_list_of_revisions_says_how_much_each_changed_and_why(page, revised):
    page.show_target(revised().id)
    page.side.setCurrentWidget(page.side.history)
    item = page.side.history.revisions.topLevelItem(0)
    assert [item.text(at) for at in (0, 2, 3, 4)] == ["2", "李国华", "按局领导意见修改", "+2 −0"]


def test_a_restored_revision_is_taken_back_from_its_note(page, revised, stored, settled, session):
    draft = revised()
    page.show_target(draft.id)
    page.side.setCurrentWidget(page.side.history)
    history = page.side.history
    history.revisions.topLevelItem(1).setSelected(True)
    history.restore_button.click()
    settled()
    assert stored(draft.id).body == plain(OLD)
    session.messages.toast._undo.click()
    settled()
    assert stored(draft.id).body == plain(NEW)


@pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")  # no window manager here
def test_the_pages_are_shown_before_they_are_printed(page, comparing, shown, settled):
    shown.bar.print_button.click()
    settled()
    assert comparing.paper.window.windowTitle() == "对照稿（云岭县推进农田建设）"
    assert comparing.paper.window.pdf.startswith(b"%PDF")
    comparing.paper.window.close()


@pytest.mark.parametrize(("suffix", "start"), [(".pdf", b"%PDF"), (".docx", b"PK")])
def test_it_is_kept_as_a_file(shown, settled, tmp_path, monkeypatch, suffix, start):
    path = tmp_path / f"对照稿{suffix}"
    monkeypatch.setattr("ui.editor.compare_paper.save_path", lambda *_about: path)
    shown.bar.saved_as.emit(suffix)
    settled()
    assert path.read_bytes().startswith(start)


def table(rows, columns, mark=""):
    return Table(
        tuple(tuple(f"{line}行{at}{mark}" for at in range(columns)) for line in range(rows))
    )


@pytest.mark.parametrize("columns", [3, 60])
def test_tables_of_any_width_are_compared(page, comparing, add, store, now, columns):
    old, new = table(4, columns), table(4, columns)
    new = replace(new, rows=(("改过的格", *new.rows[0][1:]), *new.rows[1:]))
    draft = add()
    for minutes, one in ((20, old), (40, new)):
        by = By("王敏", now + timedelta(minutes=minutes))
        editing.save_text(store, draft.id, draft.title, Body((one,)), by=by)
    page.show_target(draft.id)
    comparing.compare(2, 3)
    assert formats(comparing.pane.view)["come"] == "改过的格"
    assert comparing.pane.bar.summary.text() == "第2版与编辑稿对照：改 1 格"


def test_fifty_pictures_and_odd_characters_are_shown(page, comparing, revised):
    pictures = [Picture(f"{at:064}", 400, 300, f"图{at}") for at in range(50)]
    odd = Paragraph((Run("𠮷田😀\u202e县委", bold=True),))
    page.show_target(revised(new=Body((odd, *pictures))).id)
    comparing.toggle()
    assert "𠮷田😀" in formats(comparing.pane.view)["come"]
    assert "增 50 图" in comparing.pane.bar.summary.text()


@pytest.fixture
def long_texts(page, revised):
    """The page with a draft too long to be compared while the window waits."""
    old = "\n".join(f"第{at}组：{FIELDS}" for at in range(200))
    page.show_target(revised(old, old.replace("第7组", "第八组")).id)
    return page


def test_the_window_does_not_wait_for_long_texts_and_a_key_goes_on_when_they_are_compared(
    long_texts, comparing, qtbot
):
    comparing.keys()["F4"]()
    assert long_texts.middle.text.isVisible()
    qtbot.waitUntil(comparing.pane.isVisible)
    assert comparing.pane.view.current == 0


def test_who_types_on_meanwhile_is_not_interrupted(long_texts, comparing, settled, qtbot):
    comparing.toggle()
    qtbot.keyClicks(long_texts.middle.text, "a")
    settled()
    assert long_texts.middle.text.isVisible()
    assert not comparing.pane.isVisible()


def test_a_first_change_far_below_is_scrolled_to(page, comparing, add, qtbot):
    page.show_target(add(text="\n".join(f"第{at}段说的是一件事。" for at in range(80))).id)
    page.middle.text.moveCursor(QTextCursor.MoveOperation.End)
    page.middle.text.insertPlainText("又添了一句。")
    comparing.toggle()
    bar = comparing.pane.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() // 2)
    assert comparing.pane.view.current == -1


def test_a_revision_is_looked_at_and_restored_by_keys(page, revised, stored, settled, qtbot):
    draft = revised()
    page.show_target(draft.id)
    page.side.go(page.side.indexOf(page.side.history))
    rows = page.side.history.revisions
    assert rows.selectedItems() == [rows.topLevelItem(0)]
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_R)
    settled()
    assert stored(draft.id).body == plain(OLD)
