"""Letters to units beside the work."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk import deciding
from desk.drafts import Status
from desk.starting import complete
from ui.inbox.page import InboxPage
from ui.letters import files as module
from ui.letters.window import RECEIPT, TEACHING, LettersWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


@pytest.fixture
def letters(session, window, qtbot):
    made = LettersWindow(session, window)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def settled(qtbot, session):
    return lambda: qtbot.waitUntil(lambda: not session.worker.busy)


@pytest.fixture
def returned(office):
    """A joint draft sent back for its missing elements."""
    complete(office.store, by=office.by)
    draft = office.draft(unit_ids=tuple(unit.id for unit in office.units))
    deciding.decide(office.store, [draft.id], Status.RETURNED, by=office.by, reason="T01")
    return draft


@pytest.fixture
def shown(letters, returned, qtbot):
    letters.open_for([returned.id])
    qtbot.waitUntil(lambda: letters.units.count() == 2)
    return letters


def test_each_unit_has_its_letter(shown):
    assert shown.text.toPlainText().startswith("信息处理情况反馈\n云岭县教育局：")
    shown.units.setCurrentRow(1)
    assert "云岭县水利局：" in shown.text.toPlainText()


def test_the_letter_shown_is_copied(shown, qtbot):
    shown.units.setCurrentRow(1)
    qtbot.keyClick(
        shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert QApplication.clipboard().text() == shown.letters[1].text
    assert "云岭县水利局" in shown.note.text()


def test_all_letters_are_copied(shown):
    shown.copy_all_button.click()
    text = QApplication.clipboard().text()
    assert text.index("云岭县教育局：") < text.index("云岭县水利局：")


def test_a_receipt_is_another_letter_to_the_same_unit(shown, qtbot):
    shown.units.setCurrentRow(1)
    next(one for one in shown.kinds.buttons() if one.text() == RECEIPT).click()
    qtbot.waitUntil(lambda: shown.text.toPlainText().startswith("收稿回执"))
    assert "云岭县水利局：" in shown.text.toPlainText()


def test_the_letters_are_kept_as_one_pdf(shown, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "反馈.pdf"
    monkeypatch.setattr(module, "save_path", lambda *_asked: path)
    shown.save_button.click()
    qtbot.waitUntil(lambda: path.exists() and "已存为" in shown.note.text())
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 2


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_each_unit_gets_a_file_of_its_own(suffix, shown, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "open_folder", lambda *_asked: tmp_path)
    {".docx": shown.word_button, ".xlsx": shown.excel_button}[suffix].click()
    qtbot.waitUntil(lambda: "存了 2 个文件" in shown.note.text())
    names = sorted(one.name for one in tmp_path.glob("*.*"))
    assert names == [f"云岭县{one}－信息处理情况反馈{suffix}" for one in ("教育局", "水利局")]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder the clerk chooses; it has an old file of the second unit."""
    made = tmp_path / "反馈"
    made.mkdir()
    (made / "云岭县水利局－信息处理情况反馈.docx").write_bytes(b"old")
    monkeypatch.setattr(module, "open_folder", lambda *_asked: made)
    return made


@pytest.mark.parametrize(("word", "files"), [("取消", 1), ("覆盖", 2)])
def test_files_there_already_are_asked_for(word, files, shown, folder, answer, settled):
    said = answer(word)
    shown.word_button.click()
    settled()
    assert "已经有同名文件" in "".join(said)
    assert len(list(folder.iterdir())) == files
    assert ((folder / "云岭县水利局－信息处理情况反馈.docx").read_bytes() == b"old") is (files == 1)


def test_the_slips_of_a_month_go_to_all_units(letters, office, returned, qtbot):
    letters.open_for_month(date(2026, 7, 15))
    qtbot.waitUntil(lambda: letters.units.count() == 2)
    assert letters.text.toPlainText().startswith("信息报送指导单（2026年7月）\n云岭县教育局：")
    assert not letters.month.isHidden()
    qtbot.keyClick(letters.units, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == letters.letters[0].chat
    letters.month.setCurrentIndex(1)
    letters.month.activated.emit(1)
    qtbot.waitUntil(lambda: "2026年6月" in letters.text.toPlainText())


def test_the_slip_of_the_units_behind_some_drafts_is_one_choice(shown, qtbot):
    next(one for one in shown.kinds.buttons() if one.text() == TEACHING).click()
    qtbot.waitUntil(lambda: shown.text.toPlainText().startswith("信息报送指导单"))
    assert shown.units.count() == 2


def test_one_unit_needs_no_list(letters, office, returned, qtbot):
    letters.open_for_unit(office.units[0].id, date(2026, 7, 1), date(2026, 7, 31))
    qtbot.waitUntil(lambda: "2026年7月1日至31日" in letters.text.toPlainText())
    assert letters.units.isHidden()
    assert all(button.isHidden() for button in letters.kinds.buttons())


def test_without_a_unit_nothing_can_be_sent(letters, office, qtbot):
    letters.open_for([office.draft(unit_ids=()).id])
    qtbot.waitUntil(lambda: "还没有单位" in letters.text.toPlainText())
    assert not letters.copy_button.isEnabled()


def test_escape_closes(shown, qtbot):
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_inbox_opens_it_for_the_selected_drafts(opened, session, returned, qtbot):
    page = opened(InboxPage)
    page.list.choose_ids([returned.id])
    qtbot.waitUntil(page.bar.buttons["退稿"].isEnabled)
    qtbot.keyClick(
        page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(
        lambda: any(
            isinstance(one, LettersWindow) and one.letters for one in QApplication.topLevelWidgets()
        )
    )
