"""Editing a draft: revisions, moves, approval, waivers, ticks."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk import editing
from desk.body import plain
from desk.drafts import Kept, Status
from desk.errors import DeskError, NotAllowedError


def saved(office, draft_id):
    with office.store.read() as work:
        return work.drafts.get(draft_id)


def actions(office, draft_id):
    with office.store.read() as work:
        return [record.action for record in work.audit.records(f"draft:{draft_id}")]


def test_saving_a_text_keeps_the_one_before_and_the_original(office):
    draft = office.draft(text="第一稿。")
    editing.save_text(office.store, draft.id, draft.title, plain("第二稿。"), by=office.by)
    with office.store.read() as work:
        texts = [one.body.text for one in work.drafts.revisions(draft.id)]
    assert texts == ["第一稿。", "第二稿。"]
    assert saved(office, draft.id).original.body.text == "第一稿。"


def test_a_new_draft_becomes_editing_when_its_text_changes(office):
    draft = office.draft()
    editing.save_text(office.store, draft.id, draft.title, plain("改过。"), by=office.by)
    assert saved(office, draft.id).status is Status.EDITING


def test_an_unchanged_text_writes_no_revision(office):
    draft = office.draft()
    editing.save_text(office.store, draft.id, draft.title, draft.body, by=office.by)
    with office.store.read() as work:
        assert len(work.drafts.revisions(draft.id)) == 1
    assert saved(office, draft.id).status is Status.NEW


def test_automatic_saves_of_one_sitting_share_a_revision(office):
    draft = office.draft()
    for second, text in enumerate(("甲。", "甲乙。", "甲乙丙。")):
        by = replace(office.by, now=office.by.now + timedelta(seconds=second))
        editing.save_text(office.store, draft.id, draft.title, plain(text), by=by)
    with office.store.read() as work:
        texts = [one.body.text for one in work.drafts.revisions(draft.id)]
    assert texts == [draft.body.text, "甲乙丙。"]
    assert saved(office, draft.id).body.text == "甲乙丙。"


def test_a_later_sitting_begins_a_revision_of_its_own(office):
    draft = office.draft()
    for hours, text in enumerate(("上午改。", "下午改。")):
        by = replace(office.by, now=office.by.now + timedelta(hours=hours))
        editing.save_text(office.store, draft.id, draft.title, plain(text), by=by)
    with office.store.read() as work:
        assert len(work.drafts.revisions(draft.id)) == 3


def test_an_approved_text_refuses_changes(office):
    draft = office.draft(status=Status.READY)
    with pytest.raises(NotAllowedError, match="可用"):
        editing.save_text(office.store, draft.id, draft.title, plain("偷改。"), by=office.by)


def test_an_empty_title_is_refused(office):
    draft = office.draft()
    with pytest.raises(DeskError, match="标题不能为空"):
        editing.save_text(office.store, draft.id, "  ", draft.body, by=office.by)


def test_moving_several_drafts_moves_all_or_none(office):
    good = office.draft("甲")
    bad = office.draft("乙", status=Status.RELEASED)
    with pytest.raises(NotAllowedError, match="乙"):
        editing.move(office.store, [good.id, bad.id], Status.FILED, by=office.by)
    assert saved(office, good.id).status is Status.NEW


def test_a_finding_is_kept_only_with_a_reason(office):
    draft = office.draft()
    with pytest.raises(DeskError, match="理由"):
        editing.waive(office.store, draft.id, Kept("W01", "截止"), "", by=office.by)
    editing.waive(office.store, draft.id, Kept("W01", "截止"), "引文如此", by=office.by)
    with office.store.read() as work:
        assert [one.reason for one in work.drafts.waivers(draft.id)] == ["引文如此"]


def test_a_tick_can_be_taken_back(office):
    draft = office.draft()
    editing.tick(office.store, draft.id, "facts", done=True, by=office.by)
    assert saved(office, draft.id).ticks == {"facts"}
    editing.tick(office.store, draft.id, "facts", done=False, by=office.by)
    assert not saved(office, draft.id).ticks


def test_restoring_a_revision_adds_one_and_loses_none(office):
    draft = office.draft(text="第一稿。")
    editing.save_text(office.store, draft.id, draft.title, plain("第二稿。"), by=office.by)
    editing.restore(office.store, draft.id, 1, by=office.by)
    with office.store.read() as work:
        texts = [one.body.text for one in work.drafts.revisions(draft.id)]
    assert texts == ["第一稿。", "第二稿。", "第一稿。"]
