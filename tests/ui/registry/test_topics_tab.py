"""Topics: named, renamed with their drafts, ordered, removed."""

import pytest

from desk import listing
from desk.topics import Topic
from ui.registry.topics_tab import TopicsTab


@pytest.fixture
def draft(office):
    for name in ("防讯", "三农"):
        listing.save_topic(office.store, Topic(name), by=office.by)
    return office.draft(topics=("防讯",))


@pytest.fixture
def tab(page, draft):
    page.show_target("选题")
    page.refresh()
    page.tab(TopicsTab).view.choose(0)
    return page.tab(TopicsTab)


def names(tab):
    return [row.topic.name for row in tab.model.rows]


def test_topics_are_listed_with_how_many_drafts_have_them(tab):
    assert [tab.model.texts_of(row)[:3] for row in tab.model.rows] == [
        ("1", "防讯", "1"),
        ("2", "三农", "0"),
    ]


def test_a_renamed_topic_takes_its_drafts_along_and_back(tab, draft, store, settled, undo):
    def topics():
        with store.read() as work:
            return work.drafts.get(draft.id).topics

    tab.form.name.setText("防汛")
    tab.save()
    settled()
    assert (names(tab), topics()) == (["防汛", "三农"], ("防汛",))
    undo()
    assert (names(tab), topics()) == (["防讯", "三农"], ("防讯",))


def test_a_new_topic_stands_last(tab, settled):
    tab.start_new()
    tab.form.name.setText("稳就业")
    tab.save()
    settled()
    assert names(tab) == ["防讯", "三农", "稳就业"]


def test_a_topic_moves_down_and_back(tab, settled, undo):
    tab.form.down.click()
    settled()
    assert names(tab) == ["三农", "防讯"]
    undo()
    assert names(tab) == ["防讯", "三农"]


def test_a_topic_with_drafts_says_why_it_stays(tab, settled):
    tab.form.delete_button.click()
    settled()
    assert "停用" in tab.form.error.text()


def test_a_topic_without_drafts_goes_and_comes_back(tab, settled, undo):
    tab.view.choose(1)
    settled()
    tab.form.delete_button.click()
    settled()
    assert names(tab) == ["防讯"]
    undo()
    assert names(tab) == ["防讯", "三农"]
