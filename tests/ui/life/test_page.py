"""One draft's life line on the screen."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from desk.auditing import By
from desk.body import plain
from desk.duplicates.likeness import Likeness, Nature
from desk.editing import save_text
from desk.leaving import Way
from ui.life.sheet import sheet
from ui.printing import new_printer


@pytest.fixture
def edited(office, page):
    """A draft with a second version and a draft it looks like, on show."""
    draft = office.draft("校园<安全>", "三个字")
    twin = office.draft("西校检查", "别的")
    by = By("李强", office.by.now + timedelta(hours=1))
    save_text(office.store, draft.id, draft.title, plain("四个字了"), by=by)
    with office.store.begin() as work:
        work.likenesses.put(twin.id, [Likeness(twin.id, draft.id, Nature.AGAIN, 82)])
    page.show_target(draft.id)
    return draft, twin


def choose(page, lines, word):
    """Put the cursor on the first line with a word."""
    at = next(at for at, line in enumerate(lines()) if word in line)
    page.view.setCurrentIndex(page.view.events.index(at, 0))


def test_without_a_draft_it_says_how_to_get_one(page):
    assert page.empty.isVisible()
    assert not page.edit_button.isEnabled()


def test_the_events_stand_in_order_under_the_facts(page, edited, lines):
    assert page.heading.text() == "校园<安全>"
    assert [line.split("　")[0] for line in lines()] == [
        *("收到来稿", "发现相似稿件", "开始编辑", "第 2 版：自动保存"),
    ]


def test_a_version_leads_to_the_editor(page, edited, lines, session, qtbot):
    choose(page, lines, "第 2 版")
    with qtbot.waitSignal(session.requested) as asked:
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert asked.args == ["editor", (edited[0].id, 2)]


def test_another_draft_leads_to_its_life_and_esc_back(page, edited, lines, qtbot):
    choose(page, lines, "相似")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.life.draft.id == edited[1].id
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.life.draft.id == edited[0].id


def test_esc_asks_for_the_page_before(page, edited, session, qtbot):
    with qtbot.waitSignal(session.requested) as asked:
        qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert asked.args == ["", None]


def test_a_line_that_leads_nowhere_stays(page, edited, lines, qtbot):
    choose(page, lines, "收到")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert page.life.draft.id == edited[0].id


def test_the_whole_is_copied(page, edited):
    page.copy_button.click()
    assert QApplication.clipboard().text().splitlines()[0] == "校园<安全>"


def test_the_original_is_saved_byte_for_byte(page, edited, tmp_path, qtbot):
    target = tmp_path / "原稿.docx"
    page.write_original(target)
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: target.read_bytes() == "校园<安全>".encode())


def test_the_printed_sheet_says_all(page, edited, lines):
    text = sheet(page.life).toPlainText()
    assert "校园<安全>" in text
    assert "第 2 版：自动保存" in text
    assert "李强" in text


def test_printing_leaves_its_line_in_the_register(
    page, edited, tmp_path, qtbot, monkeypatch, session
):
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "生平.pdf"))
    monkeypatch.setattr("ui.life.page.choose_printer", lambda *_asked: printer)
    page.print_out()
    qtbot.waitUntil(lambda: "已送到打印机" in session.messages.toast.text)
    assert (tmp_path / "生平.pdf").read_bytes().startswith(b"%PDF")
    with session.store.read() as work:
        assert work.audit.records(f"draft:{page.life.draft.id}", 1)[0].action == Way.PAPER


def test_a_change_elsewhere_shows_at_once(page, edited, lines, office, session):
    before = len(lines())
    by = By("李强", office.by.now + timedelta(hours=9))
    save_text(office.store, edited[0].id, "新题", plain("五个字了吗"), by=by)
    page.refresh()
    assert len(lines()) == before + 1


def test_a_draft_that_is_gone_is_said(page, session):
    page.show_target(99)
    assert "找不到" in session.messages.banner.text
    assert page.empty.isVisible()


def test_the_model_keeps_qts_rules(page, edited):
    tester = QAbstractItemModelTester(page.view.events)
    page.refresh()
    assert tester.model().rowCount() == 4
