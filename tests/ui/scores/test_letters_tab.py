"""函件: who gets a letter, its text and page, printing and filing."""

from datetime import date

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk.auditing import By
from desk.bulletins.rewording import reword
from desk.facts import Fact, FactKind
from desk.layout.pdfium import page_texts
from desk.notices.notice import NoticeKind, Threshold
from desk.notices.values import examples
from ui.scores.letters_tab import LettersTab
from ui.scores.tab import ScoresTab


@pytest.fixture
def tab(page, at_rest):
    """The letters of the year so far: both units are behind, 县水利局 has no point."""
    page.show_target("函件")
    at_rest()
    return page.tab(LettersTab)


@pytest.fixture
def names(tab):
    return lambda: [row.name for row in tab.view.rows_model.rows]


@pytest.fixture
def sent(monkeypatch):
    """What went to the printer's dialog."""
    found = []
    monkeypatch.setattr(ScoresTab, "send_to_printer", lambda _tab, pdf, **_told: found.append(pdf))
    return found


def type_over(tab, old, new):
    """Exchange words of the letter as if they had been typed."""
    cursor = tab.pane.edit.document().find(old)
    cursor.insertText(new)
    tab.pane.flush()


def test_letters_fall_on_the_units_of_the_threshold(tab, names, at_rest):
    assert names() == ["县教育局", "县水利局"]
    tab.bar.choose_threshold(Threshold.ZERO)
    at_rest()
    assert names() == ["县水利局"]
    assert "共 1 封，打勾 1 封" in tab.told.text()


def test_the_text_and_the_page_of_one_are_shown(tab, qtbot):
    assert "主要负责同志" in tab.pane.edit.toPlainText()
    qtbot.waitUntil(lambda: tab.preview.pages.count == 1)


def test_pages_up_and_down_go_through_the_units(tab, qtbot):
    qtbot.keyClick(tab.view, Qt.Key.Key_PageDown)
    assert "水利局" in tab.pane.edit.toPlainText()
    tab.pane.edit.setFocus()
    qtbot.keyClick(tab.pane.edit, Qt.Key.Key_PageUp)
    assert "教育局" in tab.pane.edit.toPlainText()


def test_only_ticked_letters_are_printed(tab, qtbot, at_rest, sent):
    qtbot.keyClick(tab.view, Qt.Key.Key_Space)
    assert "打勾 1 封" in tab.told.text()
    tab.print_out()
    at_rest()
    (pdf,) = sent
    (text,) = page_texts(pdf)
    assert "水利局" in text


def test_nothing_ticked_prints_nothing(tab, sent):
    tab.none_button.click()
    tab.print_out()
    assert sent == []
    tab.all_button.click()
    assert len(tab.view.wanted) == 2


def test_a_changed_letter_is_kept_and_printed_as_changed(tab, at_rest, tmp_path, monkeypatch):
    type_over(tab, "请予重视", "请专题研究")
    tab.view.step(1)
    tab.bar.choose(NoticeKind.RANK)
    at_rest()
    tab.bar.choose(NoticeKind.HEAD)
    at_rest()
    assert [row.notice.edited for row in tab.view.rows_model.rows] == [True, False]
    target = tmp_path / "函.pdf"
    monkeypatch.setattr("ui.notices.batch.save_path", lambda *_: target)
    tab.save_pdf()
    at_rest()
    first, second = page_texts(target.read_bytes())
    assert "请专题研究" in first.replace("\r\n", "")
    assert "请予重视" in second.replace("\r\n", "")


def test_a_figure_changed_by_hand_is_told_until_it_is_put_right(tab):
    type_over(tab, "得6.5分", "得9分")
    assert "这里写的是“9”，台账是“6.5”" in tab.pane.told.text()
    tab.pane.reset_button.click()
    assert tab.pane.told.text() == ""
    assert "得6.5分" in tab.pane.edit.toPlainText()


def test_a_changed_letter_gives_way_to_new_figures(tab, page, session, store, office, at_rest):
    type_over(tab, "请予重视", "请专题研究")
    page.refresh()
    at_rest()
    assert "请专题研究" in tab.pane.edit.toPlainText()
    with store.begin() as work:
        fact = Fact(FactKind.SUBMISSION, date(2026, 7, 1), office.units[0].id, "新信息", "hand:1")
        work.ledger.add([fact])
    page.refresh()
    at_rest()
    assert "请专题研究" not in tab.pane.edit.toPlainText()
    assert "照新数重写" in session.messages.toast.text


def test_word_files_go_into_a_new_folder_one_a_unit(tab, at_rest, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.notices.batch.open_folder", lambda *_: tmp_path / "外发")
    tab.save_word()
    at_rest()
    (folder,) = (tmp_path / "外发").iterdir()
    files = sorted(folder.iterdir())
    assert len(files) == 2
    assert docx.Document(str(files[0])).paragraphs[0].text == "关于加快政务信息报送工作的函"


def test_letters_are_written_in_the_offices_own_words(tab, store, now, at_rest):
    text = "【标题】提醒函\n【主送】{单位}\n你单位累计得{单位累计得分}分。\n【落款】{机关}"
    reword(store, "letter-head", text, by=By("王敏", now), known=examples(of_units=True))
    tab.write()
    at_rest()
    assert tab.pane.edit.toPlainText().splitlines()[2] == "你单位累计得6.5分。"


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen: windows can't be raised
def test_the_wording_is_edited_with_the_units_own_values(tab, at_rest):
    tab.wording_button.click()
    at_rest()
    window = tab._wording
    assert window.windowTitle() == "函件模板（致主要负责人的函）"
    assert "教育局主要负责同志" in window.result.toPlainText()
    window.close()


def test_a_group_and_words_narrow_the_list_and_what_is_printed(tab, page, names):
    page.search.setText("水利")
    assert names() == ["县水利局"]
    assert [one.unit.short for one in tab.view.wanted] == ["县水利局"]


@pytest.mark.parametrize("kind", [NoticeKind.RANK, NoticeKind.DIRECTORS, NoticeKind.TASK])
def test_other_kinds_are_shown_too(tab, at_rest, kind, qtbot):
    tab.bar.choose(kind)
    at_rest()
    assert tab.pane.edit.document().begin().text() == tab.view.current.title
    qtbot.waitUntil(lambda: tab.preview.pages.count >= 1)


def test_a_kind_that_falls_on_nobody_says_so(tab, at_rest):
    tab.bar.choose(NoticeKind.PRAISE)
    tab.bar.choose_threshold(Threshold.DONE)
    at_rest()
    assert tab.view.rows_model.rowCount() == 0
    assert tab.pane.edit.toPlainText() == ""
    assert tab.pane.edit.isReadOnly()


def test_typing_shows_the_new_page(tab, qtbot, at_rest):
    at_rest()
    before = tab._drawn
    tab.pane.edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(tab.pane.edit, "1")
    qtbot.waitUntil(lambda: tab._drawn > before)
