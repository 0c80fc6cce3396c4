"""The feedback draft: background, the instruction to the letter, how things stand, measures."""

from dataclasses import replace

import pytest

from desk.drafts import Kind, Status
from desk.errors import NotAllowedError
from desk.instructions.answering import take_feedback
from desk.instructions.drafting import draft_feedback, undo_draft
from desk.instructions.instruction import Feedback
from desk.instructions.reporting import with_reports
from desk.issues import Entry, Issue, IssueStatus
from desk.submissions import is_unregistered

TEXT = "7月14日，县教育局组织12个检查组，对全县86所学校开展安全检查，发现并整改隐患35处。"


def test_the_instruction_stands_in_the_draft_to_the_letter(desk):
    text = "“一校一策”要落实，不得走过场!请教育局  三日内报。"
    _step, draft = draft_feedback(desk.store, desk.handed(text=text).id, by=desk.by)
    assert f"郑国平同志批示：“{text}”" in draft.body.text


def test_every_line_of_the_instruction_is_in_it(desk):
    _step, draft = draft_feedback(
        desk.store, desk.handed(text="一要查清，\n二要整改。").id, by=desk.by
    )
    assert "“一要查清，二要整改。”" in draft.body.text


def test_it_tells_the_item_first_then_each_units_measures(desk):
    first, second = (one.id for one in desk.office.units)
    one = desk.handed(first, second, carrier="《信息专报》2026年第12期")
    said = Feedback(desk.by.now, "已整改隐患35处。\n（一）建立台账。")
    take_feedback(desk.store, one.id, first, said, by=desk.by)
    _step, draft = draft_feedback(desk.store, one.id, by=desk.by)
    assert [paragraph.text for paragraph in draft.body.paragraphs] == [
        f"《信息专报》2026年第12期刊发了“县教育局开展校园安全检查”。{TEXT}",
        "7月14日，郑国平同志批示：“情况属实。请教育局“一校一策”抓紧整改，并于下周报结果。”",
        "7月15日，批示交云岭县教育局、云岭县水利局办理。目前，（请补充工作现状）。",
        "一、云岭县教育局办理情况",
        "已整改隐患35处。",
        "（一）建立台账。",
        "二、云岭县水利局办理情况",
        "（请补充工作措施和成效）",
    ]


def test_it_is_a_draft_of_its_kind_on_the_ordinary_way(desk):
    one = desk.handed()
    step, draft = draft_feedback(desk.store, one.id, by=desk.by)
    assert (draft.kind, draft.status) == (Kind.FEEDBACK, Status.EDITING)
    assert draft.title == "关于郑国平对“县教育局开展校园安全检查”批示落实情况的反馈"
    assert draft.id in step.latter.draft_ids
    with desk.store.read() as work:
        assert [each.id for each in work.matters.linked(draft_id=draft.id)] == [one.id]


def test_it_counts_as_nobodys_submission(desk):
    _step, draft = draft_feedback(desk.store, desk.handed().id, by=desk.by)
    with desk.store.read() as work:
        assert work.ledger.booked(f"draft:{draft.id}") == []
    assert draft.unit_ids


def test_there_is_one_feedback_draft(desk):
    one = desk.handed()
    draft_feedback(desk.store, one.id, by=desk.by)
    with pytest.raises(NotAllowedError, match="已经有反馈稿"):
        draft_feedback(desk.store, one.id, by=desk.by)


def test_undoing_lays_the_draft_aside_and_counts_it_for_nobody(desk):
    one = desk.handed()
    step, draft = draft_feedback(desk.store, one.id, by=desk.by)
    undo_draft(desk.store, step, draft.id, by=desk.by)
    with desk.store.read() as work:
        assert is_unregistered(work.drafts.get(draft.id))
    assert not desk.get(one).feedback_id


def test_a_printed_feedback_has_told_the_leader(desk):
    one = desk.handed()
    _step, draft = draft_feedback(desk.store, one.id, by=desk.by)
    carrier = desk.office.publication
    entries = (Entry(draft.id, carrier.sections[0].id),)
    with desk.store.begin() as work:
        work.drafts.save(replace(draft, status=Status.RELEASED))
        work.issues.save(
            Issue(
                carrier.id, 1, 1, desk.by.today, entries, IssueStatus.RELEASED, released=desk.by.now
            )
        )
        assert with_reports(work, [desk.get(one)])[0].reported == desk.by.now
