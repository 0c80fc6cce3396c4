"""Turning drafts away with a reason, and taking it back."""

import pytest

from desk import deciding, editing
from desk.drafts import Status
from desk.errors import FieldError, NotAllowedError
from desk.issues import Entry, Issue
from desk.reasons import Reason
from desk.starting import complete


@pytest.fixture
def ready(office):
    complete(office.store, by=office.by)
    return office


def stored(office, draft):
    with office.store.read() as work:
        return work.drafts.get(draft.id)


def decide(office, drafts, target=Status.RETURNED, **why):
    ids = [draft.id for draft in drafts]
    return deciding.decide(office.store, ids, target, by=office.by, **why)


def test_a_draft_keeps_the_reason_and_the_clerks_own_line(ready):
    draft = ready.draft()
    decide(ready, [draft], reason="T01", remark=" 缺检查结果 ")
    now = stored(ready, draft)
    assert (now.status, now.reason, now.remark) == (Status.RETURNED, "T01", "缺检查结果")


def test_the_trail_says_the_reason_in_words(ready):
    draft = ready.draft()
    decide(ready, [draft], reason="T01", remark="缺检查结果")
    with ready.store.read() as work:
        record = work.audit.records(f"draft:{draft.id}")[0]
    assert (record.action, record.detail) == ("新到→退稿", "T01 要素不全；缺检查结果")


def test_one_draft_that_may_not_go_keeps_them_all(ready):
    drafts = ready.draft("甲"), ready.draft("乙", status=Status.READY)
    with pytest.raises(NotAllowedError, match="乙"):
        decide(ready, drafts, reason="T01")
    assert stored(ready, drafts[0]).status is Status.NEW


@pytest.mark.parametrize("target", [Status.RETURNED, Status.REJECTED])
def test_a_unit_is_owed_a_reason(ready, target):
    with pytest.raises(FieldError, match="理由"):
        decide(ready, [ready.draft()], target)


def test_an_own_line_is_reason_enough(ready):
    draft = ready.draft()
    decide(ready, [draft], Status.REJECTED, remark="领导另有安排")
    assert stored(ready, draft).remark == "领导另有安排"


def test_filing_needs_no_reason(ready):
    draft = ready.draft()
    decide(ready, [draft], Status.FILED)
    assert stored(ready, draft).status is Status.FILED


@pytest.mark.parametrize("code", ["B01", "X99"])
def test_a_reason_of_another_decision_is_refused(ready, code):
    with pytest.raises(FieldError, match=code):
        decide(ready, [ready.draft()], reason=code)


def test_an_endless_line_is_refused(ready):
    with pytest.raises(FieldError, match="501"):
        decide(ready, [ready.draft()], remark="长" * 501)


def test_printing_is_no_decision(ready):
    with pytest.raises(NotAllowedError, match="已印发"):
        decide(ready, [ready.draft()], Status.RELEASED)


def test_putting_back_restores_each_draft_as_it_was(ready):
    drafts = ready.draft("甲"), ready.draft("乙", status=Status.EDITING)
    before = decide(ready, drafts, reason="T01", remark="缺检查结果")
    deciding.put_back(ready.store, before, by=ready.by)
    assert [stored(ready, one) for one in drafts] == list(drafts)


def test_what_stands_in_an_issue_is_not_put_back(ready):
    draft = ready.draft(status=Status.READY)
    entry = Entry(draft.id, ready.publication.sections[0].id)
    with ready.store.begin() as work:
        work.issues.save(Issue(ready.publication.id, 1, 1, ready.by.now.date(), (entry,)))
    with pytest.raises(NotAllowedError, match="移出"):
        deciding.put_back(
            ready.store, [deciding.Former(draft.id, Status.EDITING, "", "")], by=ready.by
        )


def test_a_draft_taken_up_again_forgets_why_it_was_turned_away(ready):
    draft = ready.draft()
    decide(ready, [draft], reason="T01", remark="缺检查结果")
    editing.move(ready.store, [draft.id], Status.EDITING, by=ready.by)
    now = stored(ready, draft)
    assert (now.reason, now.remark) == ("", "")


def test_a_reason_out_of_use_still_explains_old_decisions(ready):
    draft = ready.draft()
    with ready.store.begin() as work:
        work.lists.save_reason(Reason("T51", Status.RETURNED, "旧理由", active=False))
    decide(ready, [draft], reason="T51")
    assert stored(ready, draft).reason == "T51"
