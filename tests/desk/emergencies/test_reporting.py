"""From the first call to the final report, each step can be taken back."""

from dataclasses import replace
from datetime import date

import pytest

from desk.drafts import Kind, Status, Urgency
from desk.emergencies.changing import undo
from desk.emergencies.consenting import consent, sign
from desk.emergencies.emergency import Consent, Emergency, Grade, ReportKind, Sending, Way
from desk.emergencies.raising import raise_emergency, revise, stamp
from desk.emergencies.reporting import add_report, end, send_up, set_next
from desk.emergencies.wording import Wording, first_report
from desk.errors import FieldError, NotAllowedError
from desk.facts import FactKind


def held(store, one):
    with store.read() as work:
        return work.matters.get(Emergency, one.id)


def draft_of(store, one, at=0):
    with store.read() as work:
        return work.drafts.get(one.reports[at].draft_id)


def test_it_is_numbered_and_its_first_report_is_a_draft(store, raised):
    draft = draft_of(store, raised)
    assert (raised.number, raised.title) == ("紧急〔2026〕1号", "青石镇大湾村发生山体滑坡，受伤2人")
    assert (draft.kind, draft.urgency) == (Kind.INCIDENT, Urgency.EXTRA)
    assert draft.title.endswith("（首报）")


def test_the_first_report_counts_once_for_its_unit(store, raised, by, landslide):
    wording = Wording("青石镇山体滑坡续报（续报一）", "人员已经转移。")
    add_report(store, raised.id, ReportKind.FOLLOWUP, landslide.slots, wording, by=by(5))
    with store.read() as work:
        facts = [
            fact
            for one in held(store, raised).reports
            for fact in work.ledger.booked(f"draft:{one.draft_id}")
        ]
    assert [fact.kind for fact in facts] == [FactKind.SUBMISSION]
    later = draft_of(store, held(store, raised), at=1)
    assert later.unit_ids == draft_of(store, raised).unit_ids  # so that it can be printed


def test_writing_it_down_by_mistake_is_undone_whole(store, landslide, category, office):
    made = raise_emergency(store, landslide, first_report(landslide, category), by=office.by)
    undo(store, made, by=office.by)
    with store.read() as work:
        assert work.matters.all(Emergency) == []
        assert work.drafts.get(made.made).status is Status.FILED


def test_what_was_learned_since_changes_the_draft_too_and_back(store, raised, by):
    one = replace(raised, slots=(("dead", "1"),))
    made = revise(store, one, Wording("山体滑坡，死亡1人（首报）", "死亡1人。"), by=by(3))
    assert draft_of(store, raised).body.text == "死亡1人。"
    assert held(store, raised).title == "山体滑坡，死亡1人"
    undo(store, made, by=by(4))
    assert held(store, raised) == raised
    assert "受伤2人" in draft_of(store, raised).body.text


def test_nothing_is_undone_over_a_later_change(store, raised, by):
    made = stamp(store, raised.id, "phoned", by(1).now, by=by(1))
    stamp(store, raised.id, "arrived", by(2).now, by=by(2))
    with pytest.raises(NotAllowedError, match="又有变化"):
        undo(store, made, by=by(3))


def test_times_that_cannot_be_are_refused(store, raised, at, by):
    with pytest.raises(FieldError, match="早于事发"):
        stamp(store, raised.id, "known", at("8:00"), by=by())
    with pytest.raises(FieldError, match="早于接报"):
        stamp(store, raised.id, "phoned", at("9:00"), by=by())


def test_the_first_sending_stamps_the_time_on_paper(store, raised, by):
    send_up(store, raised.id, 0, Sending(by(6).now, "市政府总值班室", "传真"), by=by(6))
    assert held(store, raised).written == by(6).now


def test_the_chain_ends_with_the_final_report(store, raised, by, landslide):
    for kind, title in ((ReportKind.FOLLOWUP, "续"), (ReportKind.FINAL, "终")):
        wording = Wording(title, "处置结束。")
        made = add_report(store, raised.id, kind, landslide.slots, wording, by=by(60))
    assert [one.name for one in made.now.reports] == ["首报", "续报一", "终报"]
    assert made.now.last.next_due is None
    sent = send_up(store, raised.id, 2, Sending(by(61).now, "市政府总值班室", "传真"), by=by(61))
    assert sent.now.ended == by(61).now
    with pytest.raises(Exception, match="已经终报办结"):
        add_report(store, raised.id, ReportKind.FOLLOWUP, (), wording, by=by(62))
    undo(store, sent, by=by(63))
    assert held(store, raised).ended is None


def test_the_next_follow_up_is_at_the_set_times_or_as_the_clerk_says(store, raised, at, by):
    assert raised.last.next_due == by().now.replace(hour=9, minute=0)  # 17:00 in the office
    made = set_next(store, raised.id, None, by=by())
    assert made.now.last.next_due is None
    undo(store, made, by=by())
    assert held(store, raised) == raised


def test_another_grade_moves_the_next_follow_up(store, raised, by):
    made = revise(store, replace(raised, grade=Grade.GRAVE), None, by=by(1))
    assert made.now.last.next_due - raised.last.made == by(240).now - by().now


def test_it_is_closed_without_a_final_report_only_for_a_reason(store, raised, by):
    with pytest.raises(FieldError, match="理由"):
        end(store, raised.id, " ", by=by())
    assert end(store, raised.id, "转省里续报", by=by()).now.ended


def test_approval_by_telephone_is_one_line_in_the_register(store, raised, by):
    given = Consent("李国华", Way.PHONE, by(2).now)
    made = consent(store, raised.id, 0, given, by=by(2))
    with store.read() as work:
        (way,) = work.approvals.of(raised.reports[0].draft_id)
    step = way.steps[0]
    assert (step.signer, step.opinion, step.signed_on) == ("李国华", "电话口头同意", None)
    assert draft_of(store, raised).status is Status.READY
    undo(store, made, by=by(3))
    assert draft_of(store, raised).status is Status.EDITING
    assert held(store, raised).reports[0].consent is None


def test_approval_after_sending_is_told_and_signed_later(store, raised, by):
    send_up(store, raised.id, 0, Sending(by(1).now, "市政府总值班室", "传真"), by=by(1))
    consent(store, raised.id, 0, Consent("李国华", Way.FACE, by(9).now), by=by(9))
    assert not held(store, raised).last.consent.is_signed
    made = sign(store, raised.id, 0, date(2026, 7, 15), by=by(10))
    assert made.now.last.consent.is_signed
    with store.read() as work:
        told = [one.detail for one in work.audit.records(raised.subject)]
        (way,) = work.approvals.of(raised.reports[0].draft_id)
    assert any("先报后补" in one for one in told)
    assert way.steps[0].signed_on == date(2026, 7, 15)
    undo(store, made, by=by(11))
    with store.read() as work:
        assert work.approvals.of(raised.reports[0].draft_id)[0].steps[0].signed_on is None
