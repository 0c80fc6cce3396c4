"""The list on paper."""

from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.views import Grouping

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # a window of its own


@pytest.fixture
def three(office, page, now):
    ids = [
        office.draft(name, received=now - timedelta(days=n)).id for n, name in enumerate("甲乙丙")
    ]
    page.refresh()
    return ids


@pytest.fixture
def printed(page, qtbot):
    """The text of the pages after Ctrl+P."""

    def read():
        QTest.keyClick(page.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.taking_along.window is not None)
        document = pypdfium2.PdfDocument(page.taking_along.window.pdf)
        return "".join(document[0].get_textpage().get_text_bounded().split())

    return read


def test_the_whole_list_is_printed_with_what_narrows_it(page, three, printed):
    page.filters.chips._buttons["待办"].click()
    page.filters.panel.marks[2].input.click()
    text = printed()
    assert "待办；未读" in text
    assert "共3篇" in text


def test_the_parts_are_printed(page, three, printed):
    page.list.divide(Grouping.DAY)
    assert "星期三今天1篇" in printed()


def test_several_selected_are_printed_alone(page, three, printed):
    page.list.choose_ids(three[:2])
    text = printed()
    assert "选中的稿件" in text
    assert "共2篇" in text


def test_an_empty_list_says_that_there_is_nothing_to_print(page, qtbot, session):
    page.taking_along.print_list([])
    qtbot.waitUntil(lambda: "没有稿件" in session.messages.banner.text)


def test_pages_are_kept_as_a_file(page, three, printed, qtbot, tmp_path, monkeypatch):
    printed()
    window = page.taking_along.window
    monkeypatch.setattr("ui.paper_window.save_path", lambda *_args: tmp_path / "清单.pdf")
    window.save_button.click()
    qtbot.waitUntil(lambda: window.note.text() == "已存为 清单.pdf")
    assert (tmp_path / "清单.pdf").read_bytes() == window.pdf
