"""Views under names, in their order."""

import pytest

from desk import viewing
from desk.auditing import By
from desk.drafts import DraftQuery, Kind
from desk.errors import DeskError
from desk.views import Grouping, SavedView
from tests.conftest import NOW

BY = By("王敏", NOW)
FLOODS = SavedView("防汛", DraftQuery(words="防汛", order="title"), Grouping.DAY, "本周收到")
LATE = SavedView("问题", DraftQuery(kind=Kind.PROBLEM))


@pytest.fixture
def views(store):
    def read():
        with store.read() as work:
            return work.lists.views()

    return read


@pytest.fixture
def two(store):
    viewing.save_view(store, FLOODS, by=BY)
    viewing.save_view(store, LATE, by=BY)


def test_views_come_back_as_they_were_in_the_order_they_were_kept(two, views):
    assert [view.name for view in views()] == ["防汛", "问题"]
    assert (views()[0].query, views()[0].grouping) == (FLOODS.query, Grouping.DAY)


def test_saving_over_a_view_gives_the_former_back(store, two, views):
    former = viewing.save_view(store, SavedView(" 防汛 ", DraftQuery(words="抗旱")), by=BY)
    assert views()[0].query.words == "抗旱"
    viewing.put_view_back(store, "防汛", former, by=BY)
    assert views()[0].query == FLOODS.query


def test_a_new_view_taken_back_is_gone(store, two, views):
    former = viewing.save_view(store, SavedView("新的", DraftQuery()), by=BY)
    viewing.put_view_back(store, "新的", former, by=BY)
    assert [view.name for view in views()] == ["防汛", "问题"]


def test_a_renamed_view_keeps_its_place(store, two, views):
    assert viewing.rename_view(store, "防汛", "防汛 抗旱", by=BY) == "防汛 抗旱"
    assert [view.name for view in views()] == ["防汛 抗旱", "问题"]


def test_a_taken_name_is_refused(store, two, views):
    with pytest.raises(DeskError, match="已经有叫“问题”"):
        viewing.rename_view(store, "防汛", "问题", by=BY)
    assert len(views()) == 2


def test_a_deleted_view_can_be_put_back(store, two, views):
    former = viewing.delete_view(store, "防汛", by=BY)
    assert [view.name for view in views()] == ["问题"]
    viewing.put_view_back(store, "防汛", former, by=BY)
    assert [view.name for view in views()] == ["防汛", "问题"]


@pytest.mark.parametrize("name", ["", "  ", "长" * 61])
def test_a_view_needs_a_name_of_a_line(store, name):
    with pytest.raises(DeskError, match="名称"):
        viewing.save_view(store, SavedView(name, DraftQuery()), by=BY)


def test_every_change_of_a_view_leaves_a_record(store, two):
    viewing.rename_view(store, "防汛", "防汛 抗旱", by=BY)
    former = viewing.delete_view(store, "问题", by=BY)
    viewing.put_view_back(store, "问题", former, by=BY)
    with store.read() as work:
        told = [(one.action, one.detail) for one in work.audit.records("views", 3)]
    assert told == [("恢复视图", "问题"), ("删除视图", "问题"), ("视图改名", "防汛 → 防汛 抗旱")]
