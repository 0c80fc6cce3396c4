"""What the archive writes to files."""

from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog

# the offscreen platform has no window manager to tell a dialog's size to
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def saved(monkeypatch, tmp_path):
    """Where the next file dialog leads to."""

    def choose(name):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        return path

    return choose


def test_the_frozen_file_is_saved_byte_for_byte(page, at_rest, saved):
    at_rest()
    path = saved("期.pdf")
    page.exports.save_issue(".pdf")
    at_rest()
    assert path.read_bytes() == page.pane.reading.pdf


def test_the_index_of_the_year_is_saved_as_word_and_excel(page, at_rest, saved):
    at_rest()
    word, sheet = saved("目录.docx"), None
    page.exports.save_index(".docx")
    at_rest()
    (table,) = Document(BytesIO(word.read_bytes())).tables
    assert [row.cells[2].text for row in table.rows][1:] == [
        *("县教育局开展检查", "县水利局抢修水毁工程", "防汛"),
    ]
    sheet = saved("目录.xlsx")
    page.exports.save_index(".xlsx")
    at_rest()
    assert load_workbook(sheet).active["A1"].value == "《政务信息》2026年度目录"


def test_a_year_is_exported_and_what_was_checked_is_told(page, at_rest, saved, tmp_path):
    at_rest()
    saved("")
    page.exports.export_year()
    at_rest()
    assert len(list((tmp_path / "2026年度归档" / "政务信息").glob("*.pdf"))) == 2
    assert "已核对 6 个文件" in page.session.messages.toast.text


def test_a_second_export_asks_and_takes_another_name(page, at_rest, saved, tmp_path, answer):
    at_rest()
    saved("")
    (tmp_path / "2026年度归档").mkdir()
    said = answer("另存")
    page.exports.export_year()
    at_rest()
    assert "不会覆盖" in "".join(said)
    assert (tmp_path / "2026年度归档（2）" / "清单.csv").exists()


def test_an_empty_list_is_not_written(page, at_rest, saved):
    at_rest()
    path = saved("清单.pdf")
    page.exports.save_expired(".pdf")
    at_rest()
    assert not path.exists()
    assert "没有内容" in page.session.messages.banner.text
