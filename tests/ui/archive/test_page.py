"""往期: choose, look, search, and lead on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.archive.page import ArchivePage
from ui.archive.shelf_tree import Choice, Shelf
from ui.session import Topic


def numbers(page):
    return [page.lines.texts_of(row)[0] for row in page.lines.rows]


def states(page):
    return [page.lines.texts_of(row)[6] for row in page.lines.rows]


def test_the_newest_year_is_listed_with_its_gaps(page):
    assert numbers(page) == ["第36期", "第35期", "第34期"]
    assert states(page)[1] == "缺号"


def test_the_issue_chosen_shows_its_frozen_pages_and_contents(page, at_rest):
    at_rest()
    assert page.pane.reading.name == "《政务信息》2026年第36期"
    assert [item.title for item in page.pane.items.rows] == ["县水利局抢修水毁工程", "防汛"]
    assert page.pane.reading.pdf.startswith(b"%PDF")


def test_a_gap_has_no_pages_and_leaves_the_issue_on_show(page, at_rest):
    page.list.choose(1)
    at_rest()
    assert page.pane.reading.name == "《政务信息》2026年第36期"


def test_a_word_is_found_in_print_with_its_page(page, at_rest):
    page.search.setText("水毁工程")
    at_rest()
    (hit,) = page.hits.hits.rows
    assert (hit.name, hit.page) == ("《政务信息》2026年第36期", 1)
    assert page.count.text() == "1 条"


def test_all_years_can_be_searched_and_clearing_brings_the_list_back(page, at_rest):
    page.search.setText("去年")
    at_rest()
    assert page.hits.hits.rowCount() == 0
    assert "没有印过“去年”" in page.hits.empty
    page.tree.choose(Choice())
    at_rest()
    assert page.hits.hits.rowCount() == 1
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    at_rest()
    assert page._middle.currentWidget() is page.list


def test_thumbnails_show_the_first_pages_and_keep_the_issue(page, at_rest, qtbot):
    page.list.choose(2)
    at_rest()
    page.toggle.click()
    view = page.thumbnails
    assert view.currentIndex().row() == 1
    qtbot.waitUntil(lambda: len(view.pages._images) == 2)
    labels = [view.pages.index(at, 0).data() for at in range(view.pages.rowCount())]
    assert labels == ["第36期\n2026-07-15", "第34期\n2026-07-13"]


def test_the_life_of_an_item_is_one_key_away(page, at_rest):
    at_rest()
    asked = []
    page.session.requested.connect(lambda *where: asked.append(where))
    page.pane.contents.choose(1)
    QTest.keyClick(page.pane.contents, Qt.Key.Key_Return)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked == [
        ("life", page.pane.items.row(1).draft_id),
        ("issue", page.pane.reading.issue_id),
    ]


def test_another_page_can_ask_for_an_issue(page, at_rest, issues):
    page.show_target(issues[0].id)
    at_rest()
    assert page.tree.choice == Choice(Shelf.ISSUES, issues[0].publication_id, 2025)
    assert page.pane.reading.issue_id == issues[0].id


def test_only_a_state_is_listed_when_asked_for(page, at_rest):
    page.states.setCurrentText("缺号")
    at_rest()
    assert numbers(page) == ["第35期"]


def test_what_is_not_read_in_yet_is_read_behind_the_page(opened, session, shelved, qtbot):
    shelved(1, ("县水利局抢修水毁工程", "抢修水毁工程35处。"))
    page = opened(ArchivePage)
    assert "还剩 1 期" in page.waiting.text()
    qtbot.waitUntil(lambda: page.waiting.isHidden() and not session.worker.busy)
    assert page.lines.texts_of(page.lines.row(0))[4] == "1"


def test_an_office_without_issues_is_told_what_to_do(opened, session, office, qtbot):
    page = opened(ArchivePage)
    assert "还没有印发过刊物" in page.list.empty
    assert not page.open_button.isEnabled()
    assert page.tree.topLevelItemCount() == 3


def test_a_change_elsewhere_keeps_the_issue_on_show(page, at_rest):
    page.list.choose(2)
    at_rest()
    page.session.changed.emit(frozenset({Topic.ISSUES}))
    at_rest()
    assert page.pane.reading.name == "《政务信息》2026年第34期"


@pytest.mark.parametrize("shelf", [Shelf.EXPIRED, Shelf.USES])
def test_an_empty_shelf_says_why(page, at_rest, shelf):
    page.tree.choose_shelf(shelf)
    at_rest()
    view = page._middle.currentWidget()
    assert view.model().rowCount() == 0
    assert "\n" in view.empty
