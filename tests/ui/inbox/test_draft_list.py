"""What the list shows, how it sorts, and that it keeps its place."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desk.drafts import Status, Urgency
from ui.inbox.draft_list import ranges


def _shown(page, column):
    at = [one.key for one in page.list.drafts.columns].index(column)
    rows = range(page.list.drafts.rowCount())
    return [page.list.drafts.index(row, at).data() for row in rows]


@pytest.fixture
def three(office, page, now):
    """Three drafts, the newest first."""
    drafts = [
        office.draft("乙", received=now - timedelta(hours=1), text="短"),
        office.draft("甲", received=now - timedelta(hours=3), text="长一些的正文"),
        office.draft("丙", received=now - timedelta(hours=5), status=Status.EDITING, text="两字"),
    ]
    page.refresh()
    return [draft.id for draft in drafts]


def test_the_list_keeps_the_rules_of_qt(page, three):
    QAbstractItemModelTester(
        page.list.drafts, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    page.filters.words.setText("甲")
    page._on_filter()
    page.filters.clear()


def test_the_newest_come_first(page, three):
    assert _shown(page, "title") == ["乙", "甲", "丙"]


def _column(page, key):
    return [one.key for one in page.list.drafts.columns].index(key)


def test_a_header_sorts(page, three):
    page.list.sortByColumn(_column(page, "characters"), Qt.SortOrder.AscendingOrder)
    assert _shown(page, "characters") == ["1", "2", "6"]


def test_a_column_without_an_order_leaves_the_list_as_it_is(page, three):
    page.list.sortByColumn(_column(page, "attachments"), Qt.SortOrder.AscendingOrder)
    assert _shown(page, "title") == ["乙", "甲", "丙"]
    assert page.list.horizontalHeader().sortIndicatorSection() == _column(page, "received")


def test_four_hours_without_a_hand_or_a_clock_are_marked(page, office, now):
    office.draft("等了很久", received=now - timedelta(hours=4, minutes=1))
    office.draft("刚刚收到", received=now - timedelta(hours=4))
    page.refresh()
    assert _shown(page, "status") == ["● 新到", "● 新到  ▲等 4 小时"]


def test_a_draft_in_hand_no_longer_waits(page, three):
    assert _shown(page, "status")[2] == "◐ 在编"


def test_a_clock_says_what_is_left_and_what_is_over(page, office, now):
    for hours in (-50, 3, 30):
        office.draft(f"{hours}", due=now + timedelta(hours=hours))
    office.draft("已办", due=now - timedelta(hours=3), status=Status.RELEASED)
    page.list.order_by("due", descending=False)
    said = ["● 新到  ▲超 2 天", "■ 已印发", "● 新到  △余 3 小时", "● 新到  余 1 天"]
    assert _shown(page, "status") == said


def test_what_was_guessed_is_marked(page, office):
    office.draft("甲", doubts=frozenset({"unit_ids", "event_date"}))
    page.refresh()
    assert _shown(page, "unit") == ["？县教育局"]
    assert _shown(page, "doubts") == ["单位、事发日期"]


def test_unread_is_bold_with_a_dot(page, office):
    office.draft("读过的", is_read=True, is_flagged=True)
    office.draft("没有读的")
    page.refresh()
    title = _column(page, "title")
    bold = [page.list.drafts.index(row, title).data(Qt.ItemDataRole.FontRole) for row in (0, 1)]
    assert bold[0].bold()
    assert bold[1] is None
    assert _shown(page, "marks") == ["•", "★"]


def test_urgency_is_a_word_in_the_title(page, office):
    office.draft("山体滑坡", urgency=Urgency.EXTRA)
    page.refresh()
    assert _shown(page, "title") == ["【特急】山体滑坡"]


def test_the_selection_outlives_new_drafts(page, three, office):
    page.list.choose_ids(three[1:])
    office.draft("新来的")
    page.refresh()
    assert page.list.selected_ids() == three[1:]


def test_alt_down_shows_the_next_draft(page, three, qtbot):
    page.list.choose(0)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.preview.draft and page.preview.draft.id == three[1])


def test_enter_opens_the_editor(page, three, qtbot, session):
    page.list.choose(2)
    with qtbot.waitSignal(session.requested) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == ["editor", three[2]]


def test_another_page_can_ask_for_a_draft_that_is_filtered_out(page, three):
    page.filters.chips._buttons["送审"].click()
    page.show_target(three[2])
    assert page.list.selected_ids() == [three[2]]


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [([], []), ([4], [(4, 4)]), ([1, 2, 3, 7, 9, 10], [(1, 3), (7, 7), (9, 10)])],
)
def test_neighbours_are_selected_as_one(numbers, runs):
    assert list(ranges(numbers)) == runs


def test_scattered_rows_are_selected_together(page, three):
    page.list.choose_ids([three[2], three[0]], three[2])
    assert page.list.selected_ids() == [three[0], three[2]]
    assert page.list.current_id == three[2]


def test_a_common_word_lists_every_hit(page, office, qtbot):
    for number in range(260):
        office.draft(f"防汛信息{number}")
    page.filters.words.setText("防汛")
    qtbot.waitUntil(lambda: len(page.list.drafts.ids) == 260)
    qtbot.waitUntil(lambda: "260" in page.count.text())
