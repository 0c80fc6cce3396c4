"""通报: written for the page's days, opened, deleted, taken along."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk.bulletins.keeping import bulletins
from ui.scores.bulletin_tab import BulletinTab

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)


@pytest.fixture
def bulletin_tab(page, at_rest):
    page.days.show_days(FIRST, LAST)
    page.refresh()
    page.show_target(BulletinTab.title)
    at_rest()
    yield page.tab(BulletinTab)
    if page.tab(BulletinTab).window_:
        page.tab(BulletinTab).window_.close()


@pytest.fixture
def written(bulletin_tab, at_rest, qtbot):
    bulletin_tab.write()
    qtbot.waitUntil(lambda: bool(bulletin_tab.strip.text))
    QTest.keyClick(bulletin_tab.strip.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bulletin_tab.window_ is not None)
    qtbot.waitUntil(lambda: bulletin_tab.model.rowCount() == 1)
    return bulletin_tab


def row(tab):
    return dict(zip((one.title for one in tab.model.columns), next(tab.model.texts()), strict=True))


def test_an_open_period_is_told_before_its_bulletin_is_written(bulletin_tab, store, qtbot):
    assert bulletin_tab.write_button.text() == "写2026年第一季度通报"
    bulletin_tab.write()
    qtbot.waitUntil(lambda: bool(bulletin_tab.strip.text))
    assert bulletin_tab.strip.text.startswith("2026年第一季度还没有结账")
    bulletin_tab.strip.leave()
    assert bulletins(store) == []


def test_the_bulletin_is_written_opened_and_listed(written, qtbot):
    assert written.window_.isVisible()
    assert "信息工作" in written.window_.edit.toPlainText()
    assert (row(written)["时段"], row(written)["状态"]) == ("2026年第一季度", "○ 草稿")
    qtbot.waitUntil(lambda: row(written)["核对"] == "✓ 和台账一致")


def test_a_period_with_a_bulletin_opens_it(written, store, qtbot):
    written.window_.close()
    written.write()
    qtbot.waitUntil(written.window_.isVisible)
    assert len(bulletins(store)) == 1


def test_a_bulletin_is_deleted_and_comes_back(written, session, store, qtbot):
    written.window_.close()
    qtbot.waitUntil(lambda: not session.worker.busy)
    written.delete()
    qtbot.waitUntil(lambda: bulletins(store) == [])
    qtbot.waitUntil(lambda: bool(session.messages.toast.text))
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: len(bulletins(store)) == 1)


def test_the_chosen_bulletin_is_saved_as_word(written, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "通报.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    written.exports()[0].act()
    qtbot.waitUntil(path.exists)
    assert path.read_bytes()[:2] == b"PK"
