"""Use cases: who approved a report, in one line, before or after it went up (补签)."""

from dataclasses import replace
from datetime import date

from desk.approvals import Stage, Step, Verdict
from desk.approving import Former, pass_within
from desk.auditing import By, note
from desk.drafts import Status
from desk.emergencies.changing import Change, kept
from desk.emergencies.emergency import Consent, Emergency, Report, Way
from desk.emergencies.times import written
from desk.errors import FieldError, NotAllowedError
from desk.store import Store, Work
from desk.ways import stepped

LANE = "急件审签"


def consent(store: Store, emergency_id: int, at: int, given: Consent, *, by: By) -> Change:
    """Note who approved a report; its draft is 可用 then, and stands in the register of 审签.

    Raises FieldError without a name, NotAllowedError where it is approved already.
    """
    who = " ".join(given.who.split())
    if not who:
        raise FieldError("who", "请写明是谁批准的。")
    if given.when > by.now:
        raise FieldError("when", "批准时间还没有到。请核对时间。")
    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        report = former.reports[at]
        if report.consent:
            raise NotAllowedError(f"{report.name}已经由{report.consent.who}批准。要改请先撤销。")
        told = replace(given, who=who)
        steps = _passed(work, report, told, by)
        now = _with(former, at, replace(report, consent=told))
        after = "（先报后补）" if report.sent else ""
        detail = f"{report.name}：{who}{told.how}批准，{written(told.when)}{after}"
        return kept(work, Change(LANE, former, now, steps=steps), detail, by)


def sign(store: Store, emergency_id: int, at: int, day: date, *, by: By) -> Change:
    """Note that what was approved by word is signed on paper now (补签)."""
    if day > by.today:
        raise FieldError("day", "签字日期不能晚于今天。")
    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        report = former.reports[at]
        if report.consent is None:
            raise NotAllowedError(f"{report.name}还没有审批记录。请先登记谁批准的。")
        now = _with(former, at, replace(report, consent=replace(report.consent, signed=day)))
        detail = f"{report.name}：{report.consent.who} {day:%Y-%m-%d} 补签"
        steps = _sign(work, report, day, detail, by)
        return kept(work, Change("补签", former, now, steps=steps), detail, by)


def _passed(work: Work, report: Report, given: Consent, by: By) -> tuple[Former, ...]:
    """The step in the register; a draft that was printed since keeps what it has."""
    draft = work.drafts.get(report.draft_id)
    if draft.status in (Status.READY, Status.RELEASED):
        return ()
    step = Step(
        Stage(LANE),
        asked=given.who,
        since=given.when,
        done=given.when,
        verdict=Verdict.PASSED,
        signer=given.who,
        opinion=f"{given.how}同意",
        signed_on=given.signed if given.how is not Way.SIGNED else given.signed or by.today,
    )
    return (pass_within(work, draft.id, LANE, step, by),)


def _sign(work: Work, report: Report, day: date, detail: str, by: By) -> tuple[Former, ...]:
    """Write the day into the register too, where the approval is kept there."""
    way = work.approvals.last([report.draft_id]).get(report.draft_id)
    if way is None or way.lane != LANE:
        return ()
    draft = work.drafts.get(report.draft_id)
    left = work.approvals.save(stepped(way, replace(way.steps[0], signed_on=day)))
    note(work, by, "登记手签", f"draft:{report.draft_id}", detail)
    return (Former("补签", draft, way, draft, left),)


def _with(one: Emergency, at: int, report: Report) -> Emergency:
    return replace(one, reports=(*one.reports[:at], report, *one.reports[at + 1 :]))
