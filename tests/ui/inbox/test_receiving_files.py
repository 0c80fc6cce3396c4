"""Files on their way into the inbox."""

from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.inbox.results import FileResult

TEXT = """云岭县水利局抓好防汛备汛

　　入汛以来，县水利局检查水库12座，消除隐患3处。

云岭县水利局
2026年7月14日
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with a good file and one that is no document."""
    made = tmp_path / "来稿"
    made.mkdir()
    (made / "防汛.txt").write_text(TEXT, encoding="utf-8")
    (made / "坏的.docx").write_bytes(b"")
    return made


@pytest.fixture
def received(page, folder, qtbot):
    """The folder taken in."""
    page.receive([folder])
    qtbot.waitUntil(lambda: not page.results.isHidden())


def test_every_file_has_its_line(page, received):
    shown = [(row.file, bool(row.draft_id)) for row in page.results.model.rows]
    assert shown == [("坏的.docx", False), ("防汛.txt", True)]
    assert page.results.summary.text() == "收稿结果：收入 1 篇，1 个文件没有收入"


def test_cancelling_shows_what_was_taken(page, session, folder, qtbot):
    for number in range(20):
        (folder / f"防汛{number}.txt").write_text(TEXT.replace("3处", f"{number}处"), "utf-8")
    taken = []
    session.changed.connect(lambda _topics: taken.append(True))
    session.progressed.connect(lambda step: step and step.done == 3 and session.cancel())
    page.receive([folder])
    qtbot.waitUntil(lambda: bool(taken) and not page.results.isHidden())
    assert 0 < len(page.results.model.rows) < 21


def test_new_drafts_are_selected(page, received):
    assert page.list.selected_ids() == [page.results.model.rows[1].draft_id]
    assert page.results.model.rows[1].units == "县水利局"


def test_refused_files_can_be_looked_at_alone(page, received):
    page.results.only_refused.click()
    assert [row.file for row in page.results.model.rows] == ["坏的.docx"]
    assert page.results.model.rows[0].sentence


def test_files_that_gave_nothing_are_tried_again(page, received, folder, qtbot):
    (folder / "坏的.docx").write_text(TEXT.replace("防汛", "抗旱"), encoding="utf-8")
    page.results.retry.click()
    qtbot.waitUntil(lambda: page.results.summary.text() == "收稿结果：收入 1 篇")
    assert [row.file for row in page.results.model.rows] == ["坏的.docx"]
    assert not page.results.retry.isVisible()


def test_several_drafts_of_a_file_stand_together(page, folder, qtbot):
    path = folder.parent / "一批.zip"
    with ZipFile(path, "w") as archive:
        for name in ("甲", "乙"):
            archive.writestr(f"{name}.txt", TEXT.replace("防汛备汛", name))
        archive.writestr("丙.docx", b"")
    page.receive([path])
    qtbot.waitUntil(lambda: not page.results.isHidden())
    shown = [(row.file, row.inner, bool(row.draft_id)) for row in page.results.model.rows]
    assert shown == [
        ("一批.zip", "", False),
        ("一批.zip　1/2", "甲.txt", True),
        ("一批.zip　2/2", "乙.txt", True),
    ]
    assert page.results.summary.text() == "收稿结果：收入 2 篇，1 处没有收入"


def test_a_line_leads_to_its_draft(page, received):
    page.list.clearSelection()
    page.results.view.opened.emit(1)
    assert page.list.selected_ids() == [page.results.model.rows[1].draft_id]


def test_escape_closes_the_results(page, received, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.results.isHidden()


def test_files_can_be_taken_in_again_afterwards(page, received):
    assert page.take_button.isEnabled()


def test_dropping_files_takes_them_in(page, folder, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / "防汛.txt"))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), *how))
    assert page.door.hint.isVisible()
    QApplication.sendEvent(page, QDropEvent(QPoint(9, 9), *how))
    assert not page.door.hint.isVisible()
    qtbot.waitUntil(lambda: page.list.drafts.rowCount() == 1)


def test_no_field_takes_a_dropped_file_for_itself(page):
    assert not any(line.acceptDrops() for line in page.findChildren(QLineEdit))


def test_dragged_text_is_not_taken_for_files(page):
    data = QMimeData()
    data.setText("不是文件")
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(9, 9), *how))
    assert not page.door.hint.isVisible()


def test_what_came_by_itself_is_told_without_taking_the_cursor(page):
    page.filters.words.setFocus()
    page.show_target([FileResult("县教育局.docx", "没有文字。")])
    assert page.results.isVisible()
    assert page.filters.words.hasFocus()
