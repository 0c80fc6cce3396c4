"""Saved views: keep, choose, rename, delete, and find them again after a restart."""

from datetime import timedelta

import pytest

from desk.drafts import DraftQuery, Status
from desk.views import Grouping
from ui.inbox.page import InboxPage


@pytest.fixture
def narrowed(office, page, now):
    """A list that is narrowed, ordered and divided."""
    office.draft("甲", is_flagged=True)
    office.draft("乙", is_flagged=True, received=now - timedelta(days=40))
    office.draft("丙", is_flagged=True, status=Status.READY)
    page.refresh()
    page.filters.chips._buttons["待办"].click()
    page.filters.received.setCurrentText("本月收到")
    page.filters.panel.marks[3].input.click()
    page.list.order_by("title", descending=False)
    page.divide.choose(Grouping.DAY)
    return page


@pytest.fixture
def kept(narrowed, qtbot):
    """The same, kept as a view, and everything shown again."""
    narrowed.views.ask_name()
    narrowed.strip.entry.setEditText("要紧的")
    narrowed.strip.accept_button.click()
    qtbot.waitUntil(lambda: narrowed.views.current == "要紧的")
    narrowed.list.clearing.emit()
    narrowed.divide.choose(Grouping.NONE)
    narrowed.list.order_by("received", descending=True)
    return narrowed


@pytest.fixture
def chosen(kept):
    kept.views.take(kept.views.views()[0])
    return kept


def test_a_view_brings_everything_back(chosen):
    shown = [chosen.list.drafts.heading(0).count, chosen.list.drafts.row(1).title]
    assert shown == [1, "甲"]
    assert chosen.list.query.order == "title"
    assert chosen.filters.received.currentText() == "本月收到"
    assert chosen.filters.chips.chosen == "待办"
    assert chosen.views.text() == "视图：要紧的"


def test_named_days_move_with_time(kept):
    view = kept.views.views()[0]
    assert (view.received, view.query.received_from) == ("本月收到", None)


def test_views_outlive_the_window(kept, opened):
    again = opened(InboxPage)
    assert [view.name for view in again.views.views()] == ["要紧的"]


def test_showing_everything_leaves_the_view(chosen):
    chosen.filters.reset.click()
    assert chosen.views.text() == "视图"
    assert chosen.filters.query() == DraftQuery()


def test_a_view_is_renamed(chosen, qtbot):
    chosen.views.rename("要紧 的")
    qtbot.waitUntil(lambda: chosen.views.text() == "视图：要紧 的")
    assert [view.name for view in chosen.views.views()] == ["要紧 的"]


def test_a_deleted_view_comes_back_by_undo(chosen, qtbot, session):
    chosen.views.delete()
    qtbot.waitUntil(lambda: "已删除" in session.messages.toast.text)
    assert chosen.views.views() == []
    session.messages.toast._undo.click()
    qtbot.waitUntil(lambda: [view.name for view in chosen.views.views()] == ["要紧的"])


def test_the_menu_lists_views_and_what_can_be_done(chosen):
    chosen.views.menu().aboutToShow.emit()
    words = [action.text() for action in chosen.views.menu().actions() if action.text()]
    assert words == [
        "要紧的",
        "保存现在的筛选、排序和分组……",
        "把现在的保存到“要紧的”",
        "改名……",
        "删除“要紧的”",
    ]


def test_a_view_without_a_name_is_refused(narrowed, qtbot, session):
    narrowed.views.save(" ")
    qtbot.waitUntil(lambda: "要有名称" in session.messages.banner.text)
