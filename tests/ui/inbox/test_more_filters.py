"""The rarer filters: each narrows, shows as a chip, and is taken away by it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.drafts import Channel, Status, Urgency
from desk.duplicates.likeness import Likeness, Nature
from desk.topics import Topic
from desk.units import Unit, UnitGroup


@pytest.fixture
def drafts(store, office, page, now):
    """One draft for each filter, named after it, and one that answers none."""
    with store.begin() as work:
        group = work.registry.save_group(UnitGroup("乡镇"))
        unit = work.registry.save_unit(Unit("青石镇人民政府", "青石镇", group.id))
        work.lists.save_topic(Topic("防汛"))
    read = {"is_read": True, "holder": "王敏"}
    office.draft("分组", unit_ids=(unit.id,), **read)
    office.draft("选题", topics=("防汛",), **read)
    office.draft("谁在办", **(read | {"holder": "李强"}))
    office.draft("紧急", urgency=Urgency.URGENT, **read)
    office.draft("方式", channel=Channel.PHONE, **read)
    office.draft("事发", event_date=date(2026, 7, 14), **read)
    office.draft("超时", due=now - timedelta(hours=1), **read)
    office.draft("印发的", due=now - timedelta(1), status=Status.RELEASED, **read)
    twins = [office.draft(f"像{number}", **read).id for number in (1, 2)]
    with store.begin() as work:
        work.likenesses.put(twins[1], [Likeness(twins[1], twins[0], Nature.EXACT, 100)])
    office.draft("未读", holder="王敏")
    office.draft("旗标", is_flagged=True, **read)
    office.draft("没有人", is_read=True)
    office.draft("推断的", doubts=frozenset({"kind"}), **read)
    page.refresh()


_CHOICES = [
    ("group", "乡镇", ["分组"]),
    ("topic", "防汛", ["选题"]),
    ("holder", "李强", ["谁在办"]),
    ("urgency", "加急和特急", ["紧急"]),
    ("channel", "电话", ["方式"]),
]


@pytest.mark.parametrize(("facet", "word", "found"), _CHOICES)
def test_a_choice_narrows_and_shows_as_a_chip(page, drafts, titles, facet, word, found):
    getattr(page.filters.panel, facet).input.setCurrentText(word)
    assert titles() == found
    assert [chip.text() for chip in page.filters.in_force.chips] == [f"{word}　×"]


_MARKS = [
    ("超时", ["超时"]),
    ("疑似重复", ["像1", "像2"]),
    ("未读", ["未读"]),
    ("有旗标", ["旗标"]),
    ("没有人在办", ["没有人"]),
    ("待核对", ["推断的"]),
]


@pytest.mark.parametrize(("word", "found"), _MARKS)
def test_a_mark_narrows_and_shows_as_a_chip(page, drafts, titles, word, found):
    mark = next(one for one in page.filters.panel.marks if one.input.text() == word)
    mark.input.click()
    assert sorted(titles()) == found
    page.filters.in_force.chips[0].click()
    assert len(titles()) == 14
    assert not mark.input.isChecked()


def test_days_of_events_are_written_as_the_clerk_writes_days(page, drafts, titles):
    days = page.filters.panel.days
    days.first.setText("7.14")
    days.first.editingFinished.emit()
    assert titles() == ["事发"]
    days.last.setText("昨天")
    days.last.editingFinished.emit()
    assert titles() == ["事发"]
    assert page.filters.in_force.chips[0].text() == "事发 07-14 至 07-14　×"


def test_what_is_no_day_is_marked_and_narrows_nothing(page, drafts, titles):
    days = page.filters.panel.days
    days.first.setText("后年")
    days.first.editingFinished.emit()
    assert days.first.property("invalid")
    assert len(titles()) == 14


def test_filters_add_up_and_are_cleared_together(page, drafts, titles):
    page.filters.panel.holder.choose("王敏")
    page.filters.panel.marks[0].input.click()
    page.filters.kind.setCurrentText("预测型")
    assert titles() == []
    assert len(page.filters.in_force.chips) == 2
    page.filters.reset.click()
    assert len(titles()) == 14
    assert page.filters.in_force.isHidden()


def test_the_panel_opens_and_closes_by_keys(page, drafts):
    QTest.keyClick(page.list, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.panel.isVisible()
    assert page.filters.panel.group.input.hasFocus()
    QTest.keyClick(page.filters.panel.group.input, Qt.Key.Key_Escape)
    assert page.filters.panel.isHidden()
    assert page.list.hasFocus()


def test_a_topic_in_force_outlives_its_deletion(page, drafts, store, titles):
    page.filters.panel.topic.choose("防汛")
    with store.begin() as work:
        work.lists.delete_topic("防汛")
    page.refresh()
    assert titles() == ["选题"]
    assert page.filters.in_force.chips[0].text() == "防汛　×"
