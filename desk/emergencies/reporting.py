"""Use cases on the chain of reports: 首报 → 续报一、二 … → 终报, each one begun from the last."""

from dataclasses import replace
from datetime import datetime

from desk.auditing import By, note
from desk.emergencies.changing import Change, change, kept
from desk.emergencies.emergency import Emergency, Report, ReportKind, Sending, Slots
from desk.emergencies.raising import bare, draft_for, must_be_open
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.times import written
from desk.emergencies.wording import Wording
from desk.errors import FieldError, NotAllowedError
from desk.store import Store


def next_report(one: Emergency, kind: ReportKind, made: datetime) -> Report:
    """The report that would come next, without a draft yet."""
    count = sum(each.kind is ReportKind.FOLLOWUP for each in one.reports)
    number = count + 1 if kind is ReportKind.FOLLOWUP else 0
    return Report(kind, number, 0, made, one.slots)


def add_report(
    store: Store, emergency_id: int, kind: ReportKind, slots: Slots, wording: Wording, *, by: By
) -> Change:
    """Make the next report of the chain as a draft of its own.

    Raises NotAllowedError after the final report.
    """
    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        must_be_open(former)
        if former.last and former.last.kind is ReportKind.FINAL:
            raise NotAllowedError("终报已经写好，还没有报出。请改那一篇，或者先撤销它。")
        rules = work.matters.policy(EmergencyRules())
        now = replace(former, slots=slots, title=bare(wording.title))
        draft = draft_for(work, now, wording, by, counts=rules.counts_followups)
        due = None if kind is ReportKind.FINAL else rules.next_report(now.grade, by.now)
        report = replace(next_report(now, kind, by.now), draft_id=draft.id, next_due=due)
        now = replace(now, reports=(*now.reports, report))
        return kept(work, Change(f"起草{report.name}", former, now, made=draft.id), draft.title, by)


def send_up(store: Store, emergency_id: int, at: int, sending: Sending, *, by: By) -> Change:
    """Note that a report went up; the first one stamps 书面上报, the final one ends the matter."""
    if not sending.to.strip():
        raise FieldError("to", "请写明报给哪里，例如“市政府总值班室”。")

    def sent(one: Emergency) -> Emergency:
        report = _report(one, at)
        if sending.when < report.made.replace(second=0, microsecond=0):
            raise FieldError("when", f"报出时间早于{report.name}写好的时间。请核对。")
        new = _with(one, at, replace(report, sent=(*report.sent, sending)))
        if report.kind is ReportKind.FIRST and new.written is None:
            new = replace(new, written=sending.when)
        return replace(new, ended=sending.when) if report.kind is ReportKind.FINAL else new

    with store.begin() as work:
        former = work.matters.get(Emergency, emergency_id)
        now, report = sent(former), _report(former, at)
        detail = f"{report.name} {written(sending.when)}报{sending.to}（{sending.how}）"
        note(work, by, "紧急信息上报", f"draft:{report.draft_id}", detail)
        return kept(work, Change(f"{report.name}上报", former, now), detail, by)


def set_next(store: Store, emergency_id: int, due: datetime | None, *, by: By) -> Change:
    """Set when the next follow-up is due, in place of what the rule says; None: none is."""
    detail = f"下次续报：{written(due)}" if due else "不再定时续报"

    def changed(one: Emergency) -> Emergency:
        must_be_open(one)
        at = len(one.reports) - 1
        return _with(one, at, replace(_report(one, at), next_due=due))

    return change(store, emergency_id, "定续报时间", detail, by, changed)


def end(store: Store, emergency_id: int, why: str, *, by: By) -> Change:
    """Close an emergency without a final report (办结), with the reason."""
    reason = " ".join(why.split())
    if not reason:
        raise FieldError("why", "不写终报就办结，要写明理由，例如“上级已转其他部门续报”。")

    def ended(one: Emergency) -> Emergency:
        must_be_open(one)
        return replace(one, ended=by.now)

    return change(store, emergency_id, "办结紧急信息", reason, by, ended)


def _report(one: Emergency, at: int) -> Report:
    if not 0 <= at < len(one.reports):
        raise NotAllowedError("没有这一报。请刷新后再办。")
    return one.reports[at]


def _with(one: Emergency, at: int, report: Report) -> Emergency:
    return replace(one, reports=(*one.reports[:at], report, *one.reports[at + 1 :]))
