"""The manual: chapters that read well, reached by page."""

import re

import pytest
from PySide6.QtCore import QUrl

from desk.outcomes import Outcome
from ui.manual.window import ManualWindow, chapters
from ui.pages import PAGES

# the offscreen platform has no window manager to stack windows
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise")


@pytest.fixture
def manual(qtbot):
    made = ManualWindow()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("place", [place for place, _ in PAGES], ids=lambda place: place.key)
def test_a_page_has_a_chapter_that_speaks_of_it(manual, place):
    manual.open_at(place.key)
    assert manual.list.currentItem().text().startswith(place.text)
    assert place.text in manual.text.toPlainText()


def test_a_place_without_a_chapter_opens_the_first(manual):
    manual.open_at("nowhere")
    assert manual.list.currentRow() == 0
    assert manual.text.toPlainText()


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.name)
def test_a_chapter_is_read_as_text_without_marks(manual, path):
    manual.list.setCurrentRow(chapters().index(path))
    shown = manual.text.toPlainText()
    assert len(shown) > 100
    assert not re.search(r"\*\*|^#|\]\(", shown, re.MULTILINE)


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.name)
def test_every_link_of_a_chapter_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_rule_has_a_page_reached_from_the_list_of_rules(manual):
    manual.open_at("rules")
    assert "T01" in manual.text.toPlainText()
    manual.text.anchorClicked.emit(QUrl("rule:T01"))
    assert "标题含叹号" in manual.text.toPlainText()
    manual.text.anchorClicked.emit(QUrl("rules:"))
    assert "P01" in manual.text.toPlainText()


def test_a_rules_page_tells_what_became_of_its_findings(qtbot):
    manual = ManualWindow(None, lambda: {"W02": Outcome(accepted=12, waived=3)})
    qtbot.addWidget(manual)
    manual.open_at("rule:W02")
    assert "已按建议修改 12 处，保留 3 处" in manual.text.toPlainText()


def test_a_link_between_chapters_opens_the_other_chapter(manual):
    manual.open_at("inbox")
    manual.text.anchorClicked.emit(QUrl("03-editor.md"))
    assert manual.list.currentItem().text().startswith("编辑")
