"""The way of drafts to print: sent, decided, handed over, taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk import approving
from desk.approvals import Condition, Lane, Stage, Verdict
from desk.approving import Decision, Signature
from desk.body import plain
from desk.drafts import Status
from desk.editing import save_text
from desk.errors import FieldError, NotAllowedError
from desk.people import Person
from desk.ways import approved_revision, proposed, returned_with

PASSED, RETURNED = Verdict.PASSED, Verdict.RETURNED
UP = Lane(
    "上报",
    (
        Stage("信息科审核", "林志远", 4),
        Stage("办公室主任审签", "何文斌", 4),
        Stage("分管领导审签", "高副县长", only_if_asked=True),
    ),
)


@pytest.fixture
def lane(office):
    with office.store.begin() as work:
        work.approvals.save_lane(Lane("简办", (Stage("信息科审核"),), at_once=True, position=1))
        return work.approvals.save_lane(UP)


@pytest.fixture
def sent(office, lane):
    draft = office.draft()
    approving.submit(office.store, [draft.id], lane.id, by=office.by)
    return draft


def stored(office, draft_id):
    with office.store.read() as work:
        return work.drafts.get(draft_id)


def way(office, draft_id):
    with office.store.read() as work:
        return work.approvals.last([draft_id])[draft_id]


def trail(office, draft_id):
    with office.store.read() as work:
        return [(one.action, one.detail) for one in work.audit.records(f"draft:{draft_id}")]


def decide(office, draft_id, verdict=PASSED, **said):
    return approving.decide(office.store, [draft_id], Decision(verdict, **said), by=office.by)


def test_a_draft_sent_waits_at_the_first_stage_with_the_person_asked(office, sent):
    found = way(office, sent.id)
    assert stored(office, sent.id).status is Status.SUBMITTED
    assert (found.current.asked, found.current.since) == ("林志远", office.by.now)
    assert [step.stage.name for step in found.steps] == ["信息科审核", "办公室主任审签"]


def test_an_optional_stage_is_taken_along_where_it_is_wanted(office, lane):
    draft = office.draft()
    approving.submit(office.store, [draft.id], lane.id, by=office.by, along=["分管领导审签"])
    assert way(office, draft.id).steps[-1].asked == "高副县长"


def test_passing_every_stage_makes_a_draft_usable(office, sent):
    decide(office, sent.id, signer="林志远")
    found = way(office, sent.id)
    assert (found.current.asked, found.current.since) == ("何文斌", office.by.now)
    assert stored(office, sent.id).status is Status.SUBMITTED
    decide(office, sent.id, signer="何文斌", opinion="同意刊发")
    assert stored(office, sent.id).status is Status.READY
    assert trail(office, sent.id)[0] == (
        "审签同意",
        "办公室主任审签：何文斌，意见：同意刊发，王敏登记；审签完毕",
    )


def test_the_director_can_refer_a_draft_to_the_leader(office, sent):
    decide(office, sent.id, signer="林志远")
    decide(office, sent.id, signer="何文斌", along=frozenset({"分管领导审签"}))
    assert way(office, sent.id).current.asked == "高副县长"
    assert stored(office, sent.id).status is Status.SUBMITTED


def test_a_stage_asked_for_on_the_way_stands_where_its_lane_has_it(office):
    first, second, third = UP.stages
    with office.store.begin() as work:
        lane = work.approvals.save_lane(Lane("上报", (first, third, second)))
    draft = office.draft()
    approving.submit(office.store, [draft.id], lane.id, by=office.by)
    decide(office, draft.id, along=frozenset({third.name}))
    assert [step.stage for step in way(office, draft.id).steps] == [first, third, second]


def test_nobody_who_was_asked_for_is_passed_over_when_the_lane_was_changed(office, lane, sent):
    decide(office, sent.id)
    with office.store.begin() as work:
        work.approvals.save_lane(replace(lane, stages=lane.stages[:2]))
    with pytest.raises(NotAllowedError, match="已经没有“分管领导审签”"):
        decide(office, sent.id, along=frozenset({"分管领导审签"}))
    assert stored(office, sent.id).status is Status.SUBMITTED


def test_a_draft_chosen_by_two_of_its_steps_is_decided_once(office, lane):
    draft = office.draft()
    approving.submit(office.store, [draft.id] * 2, lane.id, by=office.by)
    approving.decide(office.store, [draft.id] * 2, Decision(PASSED), by=office.by)
    with office.store.read() as work:
        assert len(work.approvals.of(draft.id)) == 1
    assert way(office, draft.id).current.asked == "何文斌"


def test_who_signs_for_another_is_named_with_that_one(office, sent):
    decide(office, sent.id)
    step = way(office, sent.id).steps[0]
    assert (step.signer, step.instead_of) == ("王敏", "林志远")
    assert "信息科审核：王敏代林志远" in trail(office, sent.id)[0][1]


def test_a_draft_is_sent_back_with_an_opinion_the_editor_sees_until_it_is_sent_again(
    office, sent, lane
):
    with pytest.raises(FieldError, match="意见"):
        decide(office, sent.id, RETURNED)
    decide(office, sent.id, RETURNED, opinion="请核实数据")
    draft = stored(office, sent.id)
    assert draft.status is Status.EDITING
    with office.store.read() as work:
        assert returned_with(work, draft).opinion == "请核实数据"
    approving.submit(office.store, [sent.id], lane.id, by=office.by)
    with office.store.read() as work:
        assert returned_with(work, stored(office, sent.id)) is None


def test_an_approved_text_can_be_sent_back_and_that_taken_back(office):
    draft = office.draft(status=Status.READY)
    formers = decide(office, draft.id, RETURNED, opinion="领导要求补充成效")
    assert stored(office, draft.id).status is Status.EDITING
    approving.take_back(office.store, formers, by=office.by)
    assert stored(office, draft.id).status is Status.READY


def test_a_batch_is_decided_whole_or_not_at_all(office, sent):
    other = office.draft("另一篇")
    with pytest.raises(NotAllowedError, match="“另一篇”现在是“新到”，不在送审中"):
        approving.decide(office.store, [sent.id, other.id], Decision(PASSED), by=office.by)
    assert way(office, sent.id).steps[0].verdict is Verdict.OPEN


def test_a_draft_that_lacks_something_is_not_sent_and_says_what_to_do(office):
    with office.store.begin() as work:
        strict = work.approvals.save_lane(replace(UP, conditions=frozenset(Condition)))
    draft = office.draft(text="县教育局建立台帐，联系人身份证号53010219800101001X。")
    with pytest.raises(NotAllowedError) as refused:
        approving.submit(office.store, [draft.id], strict.id, by=office.by)
    lacks = {one.condition for one in refused.value.lacks[draft.id]}
    assert {Condition.CHECKLIST, Condition.PRIVACY, Condition.VERIFIED} <= lacks
    assert "请逐项核对后勾选" in str(refused.value)
    assert stored(office, draft.id).status is Status.NEW


def test_a_simple_draft_is_approved_at_once_by_who_acts(office, lane):
    draft = office.draft()
    formers = approving.approve_at_once(office.store, [draft.id], by=office.by)
    assert stored(office, draft.id).status is Status.READY
    assert trail(office, draft.id)[0] == ("简办审签", "信息科审核：王敏")
    approving.take_back(office.store, formers, by=office.by)
    assert stored(office, draft.id).status is Status.EDITING
    with office.store.read() as work:
        assert not work.approvals.of(draft.id)


def test_the_sender_can_take_a_draft_back(office, sent):
    approving.recall(office.store, [sent.id], by=office.by)
    assert stored(office, sent.id).status is Status.EDITING
    assert way(office, sent.id).current is None


def test_a_stage_can_be_handed_over_and_that_taken_back(office, sent):
    formers = approving.hand_over(office.store, [sent.id], "李副主任", by=office.by, why="出差")
    assert way(office, sent.id).current.asked == "李副主任"
    approving.take_back(office.store, formers, by=office.by)
    assert way(office, sent.id).current.asked == "林志远"


def test_a_reminder_is_kept_with_who_was_told_and_does_not_stand_in_the_way_of_undo(office, sent):
    with office.store.begin() as work:
        work.people.save(Person("林志远", deputy="周静怡", is_away=True))
    formers = decide(office, sent.id, signer="林志远")
    reminded = approving.remind(office.store, [sent.id], by=office.by, told="请尽快审", answer="好")
    call = way(office, sent.id).current.calls[0]
    assert (call.who, call.told, call.answer) == ("何文斌", "请尽快审", "好")
    approving.forget_reminders(office.store, reminded, by=office.by)
    assert not way(office, sent.id).current.calls
    approving.take_back(office.store, formers, by=office.by)
    assert way(office, sent.id).current.stage.name == "信息科审核"


def test_a_return_is_not_taken_back_once_the_text_was_changed(office, lane):
    draft = office.draft()
    save_text(office.store, draft.id, draft.title, plain("送审的文字。"), by=office.by)
    approving.submit(office.store, [draft.id], lane.id, by=office.by)
    formers = decide(office, draft.id, RETURNED, opinion="改")
    save_text(office.store, draft.id, draft.title, plain("退回后改的文字。"), by=office.by)
    with pytest.raises(NotAllowedError, match="又有变化"):
        approving.take_back(office.store, formers, by=office.by)
    with office.store.read() as work:
        texts = [one.body.text for one in work.drafts.revisions(draft.id)]
    assert texts[1:] == ["送审的文字。", "退回后改的文字。"]


def test_a_step_is_not_taken_back_once_the_draft_has_gone_on(office, sent):
    formers = decide(office, sent.id)
    decide(office, sent.id)
    with pytest.raises(NotAllowedError, match="又有变化"):
        approving.take_back(office.store, formers, by=office.by)


def test_a_signature_on_paper_is_recorded_later_with_its_scan(office, sent):
    decide(office, sent.id, signer="林志远")
    step = way(office, sent.id).steps[0]
    signature = Signature(date(2026, 7, 14), b"scan", "审签单.png")
    approving.sign_by_hand(office.store, sent.id, step, signature, by=office.by)
    signed = way(office, sent.id).steps[0]
    assert signed.signed_on == date(2026, 7, 14)
    with office.store.read() as work:
        assert work.files.get(signed.scan) == b"scan"
    late = Signature(date(2026, 7, 16))
    with pytest.raises(FieldError, match="晚于今天"):
        approving.sign_by_hand(office.store, sent.id, step, late, by=office.by)


def test_a_signature_that_is_refused_passes_nothing(office, sent):
    late = Signature(date(2026, 7, 16))
    with pytest.raises(FieldError, match="晚于今天"):
        approving.sign_by_hand(
            office.store, sent.id, way(office, sent.id).current, late, by=office.by
        )
    assert way(office, sent.id).current.asked == "林志远"


def test_a_signature_meant_for_one_stage_does_not_pass_the_next(office, sent):
    seen = way(office, sent.id).current
    decide(office, sent.id, signer="林志远")
    signature = Signature(date(2026, 7, 15))
    with pytest.raises(NotAllowedError, match="已经转到“办公室主任审签”"):
        approving.sign_by_hand(office.store, sent.id, seen, signature, by=office.by)


def test_a_signature_on_an_earlier_slip_can_be_taken_back(office, lane, sent):
    decide(office, sent.id, RETURNED, opinion="改")
    former = way(office, sent.id)
    approving.submit(office.store, [sent.id], lane.id, by=office.by)
    formers = approving.sign_by_hand(
        office.store, sent.id, former.steps[0], Signature(date(2026, 7, 15)), by=office.by
    )
    approving.take_back(office.store, formers, by=office.by)
    with office.store.read() as work:
        assert work.approvals.of(sent.id)[0] == former


def test_a_draft_sent_before_there_were_lanes_waits_on_one_stage(office):
    draft = office.draft(status=Status.SUBMITTED)
    decide(office, draft.id, signer="何文斌")
    assert stored(office, draft.id).status is Status.READY
    assert way(office, draft.id).steps[0].signer == "何文斌"


def test_the_approved_revision_is_the_text_that_was_sent(office, lane):
    draft = office.draft()
    approving.approve_at_once(office.store, [draft.id], by=office.by)
    sent_text = stored(office, draft.id).revision
    decide(office, draft.id, RETURNED, opinion="改")
    later = replace(office.by, now=office.by.now + timedelta(hours=1))
    save_text(office.store, draft.id, draft.title, plain("改过的文字。"), by=later)
    with office.store.read() as work:
        assert approved_revision(work, draft.id) is None
    approving.approve_at_once(office.store, [draft.id], by=later)
    with office.store.read() as work:
        assert approved_revision(work, draft.id) > sent_text


def test_the_lane_of_a_kind_is_proposed_first_then_one_that_is_signed():
    quick, down = Lane("简办", (), at_once=True), Lane("下发", ())
    up = Lane("上报", (), kinds=frozenset({"问题型"}))
    assert proposed([quick, down, up], "问题型") is up
    assert proposed([quick, down, up], "动态型") is down
    assert proposed([quick], None) is quick
    assert proposed([], None) is None
