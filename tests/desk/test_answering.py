"""Letters to units, gathered from the store."""

from datetime import date

import pytest

from desk import compiling, deciding
from desk.answering import feedbacks, period_feedback, receipts
from desk.correcting_issues import correct
from desk.drafts import Status
from desk.issues import Entry, Issue, IssueStatus
from desk.jobs import finish
from desk.releasing import release
from desk.settings import Settings
from desk.starting import complete
from desk.withdrawing import withdraw

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


def test_what_was_corrected_and_what_was_withdrawn_are_told_apart(ready):
    drafts = [ready.draft(title, status=Status.READY) for title in ("甲", "乙")]
    for draft in drafts:
        opened = compiling.new_issue(ready.store, ready.publication.id, DAY, by=ready.by)
        entry = compiling.entry_of(draft, ready.publication.sections[0].id)
        compiling.arrange(ready.store, opened.id, [entry], by=ready.by)
        finish(release(ready.store, opened.id, Settings(office=OFFICE), by=ready.by))
    opened = correct(ready.store, 1, by=ready.by)
    finish(release(ready.store, opened.id, Settings(office=OFFICE), by=ready.by))
    withdraw(ready.store, 2, "内容失实", by=ready.by)
    (letter,) = feedbacks(ready.store, [one.id for one in drafts], office=OFFICE, day=DAY)
    assert "刊于《政务信息》2026年第1期（更正）。" in letter.text
    assert "曾刊于《政务信息》2026年第2期，该期已撤销，采用不再计分。" in letter.text
    assert "已采用1篇，正在处理1篇" in letter.text
