"""Cleaning a draft by hand and taking it back."""

import pytest

from desk.body import plain
from desk.drafts import Status
from desk.editing import move, save_text
from desk.errors import NotAllowedError
from desk.tidying import tidied, tidy, uncleaned

CAME = "县教育局检查学校86所,整改隐患35处."
CLEAN = "县教育局检查学校86所，整改隐患35处。"


@pytest.fixture
def draft(office):
    """A draft that needs cleaning."""
    return office.draft(text=CAME, notes=("请在“单位”栏选择。",))


def whys(store, draft_id):
    with store.read() as work:
        return [revision.why for revision in work.drafts.revisions(draft_id)][1:]


def test_cleaning_is_a_revision_with_a_note(store, office, draft):
    done = tidy(store, draft.id, by=office.by)
    assert done.body.text == CLEAN
    assert done.notes == ("请在“单位”栏选择。", "已整理：半角标点改全角 2 处。")
    assert whys(store, draft.id) == ["整理"]


def test_cleaning_leaves_the_original_and_the_status_alone(store, office, draft):
    tidy(store, draft.id, by=office.by)
    with store.read() as work:
        kept = work.drafts.get(draft.id)
    assert (kept.original.body.text, kept.status) == (CAME, Status.NEW)


def test_a_clean_text_gets_no_revision(store, office):
    draft = office.draft()
    assert tidy(store, draft.id, by=office.by) == draft
    assert whys(store, draft.id) == []


def test_a_new_draft_is_cleaned_in_the_unit_of_work_that_takes_it(store, office, draft):
    with store.begin() as work:
        done = tidied(work, work.drafts.get(draft.id), office.by)
    assert done.body.text == CLEAN
    assert whys(store, draft.id) == ["整理"]


def test_cleaning_is_taken_back_in_one_step(store, office, draft):
    tidy(store, draft.id, by=office.by)
    back = uncleaned(store, draft.id, by=office.by)
    assert (back.body, back.notes) == (draft.body, draft.notes)
    assert whys(store, draft.id) == ["整理", "撤销整理"]


def test_both_are_in_the_audit_trail(store, office, draft):
    tidy(store, draft.id, by=office.by)
    uncleaned(store, draft.id, by=office.by)
    with store.read() as work:
        actions = [record.action for record in work.audit.records(f"draft:{draft.id}")]
    assert actions[:2] == ["撤销整理", "整理文字"]


def test_a_text_changed_since_then_is_not_taken_back(store, office, draft):
    tidy(store, draft.id, by=office.by)
    save_text(store, draft.id, draft.title, plain(CLEAN + "又改。"), by=office.by)
    with pytest.raises(NotAllowedError, match="恢复第 1 版"):
        uncleaned(store, draft.id, by=office.by)


def test_a_corrected_title_survives_the_way_back(store, office, draft):
    done = tidy(store, draft.id, by=office.by)
    save_text(store, draft.id, "新标题", done.body, by=office.by)
    back = uncleaned(store, draft.id, by=office.by)
    assert (back.title, back.body) == ("新标题", draft.body)


def test_what_was_taken_back_is_not_taken_back_twice(store, office, draft):
    tidy(store, draft.id, by=office.by)
    uncleaned(store, draft.id, by=office.by)
    with pytest.raises(NotAllowedError, match="没有整理过"):
        uncleaned(store, draft.id, by=office.by)


def test_a_draft_out_of_hand_is_neither_cleaned_nor_taken_back(store, office, draft):
    move(store, [draft.id], Status.FILED, by=office.by)
    for act in (tidy, uncleaned):
        with pytest.raises(NotAllowedError, match="现在是“存查”"):
            act(store, draft.id, by=office.by)
