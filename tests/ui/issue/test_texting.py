"""The clean text of an issue, for the intranet."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.issue import texting
from ui.issue.texting import Texting


@pytest.fixture
def feature(page, compiled):
    compiled("县教育局开展校园安全检查", "县水利局巡查水库")
    return page.feature(Texting)


def clipboard():
    return QGuiApplication.clipboard().text()


def test_the_whole_text_is_copied(feature, at_rest):
    feature.copy_all()
    at_rest()
    assert clipboard().startswith("县教育局开展校园安全检查\n7月14日，县教育局组织")
    assert clipboard().count("（县教育局供稿）") == 2
    assert "政务信息" not in clipboard()


def test_the_current_item_is_copied_alone(feature, page, at_rest):
    page.tree.setCurrentItem(page.tree.topLevelItem(0).child(1))
    feature.copy_current()
    at_rest()
    assert clipboard().startswith("县水利局巡查水库\n")
    assert "校园安全检查\n" not in clipboard()


def test_without_a_current_item_it_is_said_what_to_do(feature, page):
    page.tree.setCurrentItem(page.tree.topLevelItem(0))
    feature.copy_current()
    assert "先在“本期条目”里点一条" in page.session.messages.banner.text


def test_the_text_is_saved_as_a_file_that_every_editor_reads(
    feature, at_rest, tmp_path, monkeypatch
):
    file = tmp_path / "out.txt"
    monkeypatch.setattr(texting, "save_path", lambda *_asked: file)
    feature.save()
    at_rest()
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "检查\r\n7月14日" in file.read_bytes().decode("utf-8-sig")


def test_an_issue_without_entries_has_no_text(page, office, at_rest):
    page.new_issue(office.publication.id)
    at_rest()
    page.feature(Texting).copy_all()
    at_rest()
    assert "没有文字可以复制" in page.session.messages.banner.text
