"""Letters to units, gathered from the store."""

from datetime import date

import pytest

from desk import deciding
from desk.answering import feedbacks, period_feedback, receipts
from desk.drafts import Status
from desk.issues import Entry, Issue, IssueStatus
from desk.starting import complete

DAY = date(2026, 7, 15)
OFFICE = "县政府办公室"


@pytest.fixture
def ready(office):
    complete(office.store, by=office.by)
    return office


def test_each_unit_of_a_joint_item_gets_a_letter_of_its_own(ready):
    both = tuple(unit.id for unit in ready.units)
    drafts = ready.draft("合办", unit_ids=both), ready.draft("独办")
    letters = receipts(ready.store, [one.id for one in drafts], office=OFFICE, day=DAY)
    assert [(one.to, "独办" in one.text) for one in letters] == [
        ("云岭县教育局", True),
        ("云岭县水利局", False),
    ]


def test_a_returned_item_is_explained_and_its_own_text_is_checked(ready):
    draft = ready.draft(text="我局开展检查，发现隐患35处。")
    deciding.decide(
        ready.store, [draft.id], Status.RETURNED, by=ready.by, reason="T01", remark="缺地点"
    )
    (letter,) = feedbacks(ready.store, [draft.id], office=OFFICE, day=DAY)
    for words in ("理由：要素不全；缺地点。", "建议：请补齐", "第一人称"):
        assert words in letter.text


def test_a_printed_item_names_released_issues_only(ready):
    draft = ready.draft(status=Status.RELEASED)
    entry = Entry(draft.id, ready.publication.sections[0].id)
    with ready.store.begin() as work:
        for number, status in enumerate(IssueStatus, 1):
            work.issues.save(
                Issue(ready.publication.id, number, number, DAY, (entry,), status=status)
            )
    (letter,) = feedbacks(ready.store, [draft.id], office=OFFICE, day=DAY)
    assert "刊于《政务信息》2026年第2期。" in letter.text


def test_a_period_tells_of_the_units_own_items_only(ready):
    ready.draft("教育的事")
    ready.draft("水利的事", unit_ids=(ready.units[1].id,))
    letter = period_feedback(
        ready.store, ready.units[0].id, date(2026, 7, 1), DAY, office=OFFICE, day=DAY
    )
    assert "教育的事" in letter.text
    assert "水利的事" not in letter.text


def test_a_draft_without_a_unit_has_no_letter(ready):
    draft = ready.draft(unit_ids=())
    assert receipts(ready.store, [draft.id], office=OFFICE, day=DAY) == []
