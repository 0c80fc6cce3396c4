"""What lies on the clipboard is registered from the inbox."""

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from desk.drafts import Channel, Status
from ui.inbox.paste_in import paste_from_clipboard

TEXT = """云岭县水利局抓好防汛备汛

　　7月13日，县水利局检查水库12座，消除隐患3处。

云岭县水利局
2026年7月14日
"""


@pytest.fixture
def mime():
    return QMimeData()


@pytest.fixture
def paste(session, office, mime, qtbot):
    """Paste, and wait until it is shown or refused; the files taken and the drafts shown."""
    files, shown = [], []

    def act(text="", html=""):
        if text:
            mime.setText(text)
        if html:
            mime.setHtml(html)
        before = len(shown)
        session.messages.banner.hide()
        paste_from_clipboard(session, mime, files.extend, shown.append)
        qtbot.waitUntil(
            lambda: len(shown) > before or bool(files) or bool(session.messages.banner.text)
        )
        return files, shown

    return act


def draft(store, draft_id):
    with store.read() as work:
        return work.drafts.get(draft_id)


def test_copied_text_is_registered_and_shown(paste, store, session):
    _files, shown = paste(TEXT)
    found = draft(store, shown[0])
    assert (found.title, found.channel) == ("云岭县水利局抓好防汛备汛", Channel.PASTE)
    assert session.messages.toast.text == "已登记“云岭县水利局抓好防汛备汛”（县水利局）"


def test_the_note_takes_the_registration_back(paste, store, session, qtbot):
    _files, shown = paste(TEXT)
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: draft(store, shown[0]).status is Status.FILED)
    qtbot.waitUntil(lambda: session.messages.toast.text == "已撤销登记，稿件转为存查")


def test_the_same_text_leads_to_the_draft_that_is_there(paste, session):
    paste(TEXT)
    _files, shown = paste(TEXT)
    assert shown[0] == shown[1]
    assert "内容完全相同" in session.messages.banner.text


def test_copied_files_are_taken_in_as_files(paste, mime, tmp_path):
    path = tmp_path / "防汛.txt"
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://www.yl.gov.cn/a")])
    assert paste() == ([path], [])


def test_a_picture_alone_is_refused_with_advice(paste, mime, session):
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert paste() == ([], [])
    assert "登记纸质稿" in session.messages.banner.text


def test_text_beside_its_picture_is_registered(paste, mime, store):
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    _files, shown = paste(TEXT)
    assert draft(store, shown[0]).title == "云岭县水利局抓好防汛备汛"


def test_an_empty_clipboard_is_answered_with_advice(paste, session):
    assert paste() == ([], [])
    assert "剪贴板里没有文字" in session.messages.banner.text
