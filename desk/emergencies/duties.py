"""What emergencies ask of the desk, at once and not at midnight."""

from collections.abc import Iterator
from datetime import datetime

from desk.agenda.duty import Duty, Field, Ground
from desk.emergencies.emergency import Emergency, Outcome, Report
from desk.emergencies.rules import EmergencyRules
from desk.office_clock import day_of, moment_at
from desk.repositories.matters import OPEN


def duties(ground: Ground) -> Iterator[Duty]:
    """Everything open emergencies ask for."""
    found = ground.work.matters.all(Emergency, OPEN)
    rules = ground.work.matters.policy(EmergencyRules()) if found else EmergencyRules()
    for one in found:
        yield from _reports(one, rules, ground)
        yield from _signatures(one, rules, ground)
        yield from _breaches(one, rules, ground)


def _reports(one: Emergency, rules: EmergencyRules, ground: Ground) -> Iterator[Duty]:
    """What runs in minutes stands there from the moment it runs, the rest from 0:00 of its day."""
    known = one.known or one.began or ground.now
    if one.ended:
        return
    if one.phoned is None and one.written is None:
        yield _duty(one, "phone", "电话上报", known, rules.phone_due(one))
    if one.written is None:
        yield _duty(one, "written", "书面上报", known, rules.written_due(one))
    last = one.last
    if last and last.next_due and one.written:
        in_hours = rules.limit(one.grade).followup > 0
        shown = last.made if in_hours else max(last.made, _midnight(last.next_due))
        key = f"followup:{len(one.reports)}"
        yield _duty(one, key, "续报", shown, last.next_due)
    due = rules.final_due(one, ground.specials)
    if due:
        yield _duty(one, "final", "终报", max(known, _midnight(due)), due)


def _signatures(one: Emergency, rules: EmergencyRules, ground: Ground) -> Iterator[Duty]:
    for at, report in enumerate(one.reports):
        if report.sent and report.consent is None:
            words = f"{report.name}先报后批，补审批"
            sent = report.sent[0].when
            due = rules.signing_due(sent, ground.specials)
            yield _duty(one, f"consent:{at}", words, sent, due)
        elif report.sent and not _is_signed(report) and report.consent:
            due = rules.signing_due(report.consent.when, ground.specials)
            shown = max(report.sent[0].when, _midnight(due)) if due else report.sent[0].when
            words = f"{report.name}口头批准，请补签"
            yield _duty(one, f"sign:{at}", words, shown, due, report.consent.who)


def _breaches(one: Emergency, rules: EmergencyRules, ground: Ground) -> Iterator[Duty]:
    """Lateness asks for a decision at once, being in time when all is over."""
    from desk.emergencies.breaching import proposals  # noqa: PLC0415 - heavy at every start

    for said in proposals(one, rules):
        is_late = said.outcome is not Outcome.ON_TIME
        if not is_late and one.ended is None:
            continue
        who = ground.named(said.unit_id) if said.unit_id else "本办公室"
        shown = (one.known or one.began or ground.now) if is_late else one.ended or ground.now
        words = f"{who}{'迟报' if is_late else '按时报送'}，请认定"
        yield _duty(one, f"breach:{said.unit_id}", words, shown, None, who)


def _duty(
    one: Emergency, key: str, words: str, shown: datetime, due: datetime | None, who: str = ""
) -> Duty:
    moment = f":{due:%Y-%m-%dT%H:%M}" if due else ""
    return Duty(
        f"{one.subject}:{key}{moment}",
        Field.EMERGENCY,
        f"{words}：{one.title}",
        shown,
        due,
        who,
        target=one.subject,
        unit_ids=one.unit_ids,
    )


def _is_signed(report: Report) -> bool:
    return report.consent is not None and report.consent.is_signed


def _midnight(due: datetime) -> datetime:
    return moment_at(day_of(due))
