"""Views under names, in their order."""

import pytest

from desk import viewing
from desk.drafts import DraftQuery, Kind
from desk.errors import DeskError
from desk.views import Grouping, SavedView

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
    viewing.save_view(store, FLOODS)
    viewing.save_view(store, LATE)


def test_views_come_back_as_they_were_in_the_order_they_were_kept(two, views):
    assert [view.name for view in views()] == ["防汛", "问题"]
    assert (views()[0].query, views()[0].grouping) == (FLOODS.query, Grouping.DAY)


def test_saving_over_a_view_gives_the_former_back(store, two, views):
    former = viewing.save_view(store, SavedView(" 防汛 ", DraftQuery(words="抗旱")))
    assert views()[0].query.words == "抗旱"
    viewing.put_view_back(store, "防汛", former)
    assert views()[0].query == FLOODS.query


def test_a_new_view_taken_back_is_gone(store, two, views):
    former = viewing.save_view(store, SavedView("新的", DraftQuery()))
    viewing.put_view_back(store, "新的", former)
    assert [view.name for view in views()] == ["防汛", "问题"]


def test_a_renamed_view_keeps_its_place(store, two, views):
    assert viewing.rename_view(store, "防汛", "防汛 抗旱") == "防汛 抗旱"
    assert [view.name for view in views()] == ["防汛 抗旱", "问题"]


def test_a_taken_name_is_refused(store, two, views):
    with pytest.raises(DeskError, match="已经有叫“问题”"):
        viewing.rename_view(store, "防汛", "问题")
    assert len(views()) == 2


def test_a_deleted_view_can_be_put_back(store, two, views):
    former = viewing.delete_view(store, "防汛")
    assert [view.name for view in views()] == ["问题"]
    viewing.put_view_back(store, "防汛", former)
    assert [view.name for view in views()] == ["防汛", "问题"]


@pytest.mark.parametrize("name", ["", "  ", "长" * 61])
def test_a_view_needs_a_name_of_a_line(store, name):
    with pytest.raises(DeskError, match="名称"):
        viewing.save_view(store, SavedView(name, DraftQuery()))
