"""What was printed before, what is alike, what has gone stale."""

from dataclasses import replace
from datetime import date

import pytest

from desk.drafts import Status
from desk.duplicates.likeness import Likeness, Nature, Verdict
from desk.issues import IssueStatus


@pytest.fixture
def alike(office):
    """Say that two drafts look alike."""

    def say(draft, other, verdict=Verdict.OPEN):
        with office.store.begin() as work:
            work.likenesses.put(draft.id, [Likeness(draft.id, other.id, Nature.AGAIN, 90)])
            if verdict:
                work.likenesses.decide(draft.id, other.id, verdict)

    return say


def codes(remarks):
    return [one.code for one in remarks]


def test_an_event_of_eleven_days_ago_is_stale(ready, said):
    (remark,) = said(ready("甲", event_date=date(2026, 7, 4)))
    assert remark.text == "“甲”说的是7月4日的事，到印发已经 11 天"
    assert said(ready("乙", event_date=date(2026, 7, 5))) == []


def test_two_items_of_one_event_are_told(ready, alike, said):
    one, other = ready("甲"), ready("乙")
    alike(other, one)
    (remark,) = [one for one in said(one, other) if one.code == "Y13"]
    assert remark.text == "“甲”和“乙”说的像是同一件事"


def test_items_the_clerk_called_other_work_are_not_told(ready, alike, said):
    one, other = ready("甲"), ready("乙")
    alike(other, one, Verdict.DISTINCT)
    assert "Y13" not in codes(said(one, other))


def test_an_item_like_a_printed_one_is_told_with_its_issue(office, ready, alike, issue_of, said):
    old, new = ready("甲"), ready("乙")
    alike(new, old)
    issue = issue_of(old)
    with office.store.begin() as work:
        work.issues.save(replace(issue, status=IssueStatus.RELEASED))
        work.drafts.save(replace(old, status=Status.RELEASED))
    (remark,) = said(new)
    assert remark.text == "“乙”与第1期（07-15）印过的“甲”相似"


def test_what_a_withdrawn_issue_held_may_be_printed(office, ready, issue_of, said):
    draft = ready("甲")
    issue = issue_of(draft)
    with office.store.begin() as work:
        work.issues.save(replace(issue, status=IssueStatus.WITHDRAWN))
    assert "Y11" not in codes(said(draft))
