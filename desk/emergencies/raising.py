"""Use cases: write an emergency down, change what is known of it, stamp its times."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from desk.auditing import By
from desk.body import plain
from desk.drafts import Channel, Draft, Kind, Urgency
from desk.editing import keep_text
from desk.emergencies.changing import Change, change, kept
from desk.emergencies.emergency import Emergency, Report, ReportKind
from desk.emergencies.rules import EmergencyRules
from desk.emergencies.times import written
from desk.emergencies.wording import Wording
from desk.errors import DeskError, FieldError, NotAllowedError
from desk.office_clock import day_of
from desk.recording import Slip, record_within
from desk.store import Store, Work

STAMPS = {
    "happened": "事发",
    "known": "接报",
    "phoned": "电话上报",
    "written": "书面上报",
    "disclosed": "网上首次披露",
    "arrived": "到达现场",
}
LONGEST_SLOT = 2_000  # characters
_LATER = ("known", "arrived", "disclosed")  # than the event itself


def raise_emergency(store: Store, one: Emergency, wording: Wording, *, by: By) -> Change:
    """Write a new emergency down, with its first report as a draft. Raises FieldError.

    Nothing of the emergency itself must be known; it counts as known from now on.
    """
    with store.begin() as work:
        known = one.known or by.now.replace(second=0, microsecond=0)
        day = day_of(known)
        new = replace(
            one, id=0, known=known, day=day, number=number_for(work, day), began=by.now,
            title=bare(wording.title),
        )  # fmt: skip
        _must_hold(new, wording)
        draft = draft_for(work, new, wording, by, counts=True)
        report = first_of(work, new, draft, by)
        made = Change("登记紧急信息", None, replace(new, reports=(report,)), made=draft.id)
        return kept(work, made, f"{new.number}　{new.title}", by)


def revise(store: Store, one: Emergency, wording: Wording | None, *, by: By) -> Change:
    """Keep what is known now, and the text of the last report where one is given.

    Raises FieldError, and NotAllowedError where the text is approved or printed already.
    """
    with store.begin() as work:
        former = work.matters.get(Emergency, one.id)
        now = replace(one, reports=former.reports, breaches=former.breaches, ended=former.ended)
        made = Change("修改紧急信息", former, _rescheduled(work, former, now))
        if wording:
            made = _reworded(work, made, wording, by)
        _must_hold(made.now, wording)
        if made.now == former and made.text is None:
            return made
        return kept(work, made, told_changes(former, made.now), by)


def stamp(store: Store, emergency_id: int, what: str, when: datetime | None, *, by: By) -> Change:
    """Set one of its times (STAMPS); None takes it away."""
    label = STAMPS[what]

    def stamped(one: Emergency) -> Emergency:
        new = replace(one, **{what: when})  # type: ignore[arg-type]  # the times of STAMPS only
        if what == "known" and when:
            new = replace(new, day=day_of(when))
        _must_be_in_order(new)
        return new

    detail = f"{label}：{written(when)}" if when else f"{label}：去掉"
    return change(store, emergency_id, f"登记{label}时间", detail, by, stamped)


def number_for(work: Work, day: date) -> str:
    """The next number of a year: 紧急〔2026〕3号."""
    head = f"紧急〔{day.year}〕"
    taken = [
        int(rest)
        for one in work.matters.all(Emergency)
        if one.number.startswith(head) and (rest := one.number[len(head) : -1]).isdecimal()
    ]
    return f"{head}{max(taken, default=0) + 1}号"


def first_of(work: Work, one: Emergency, draft: Draft, by: By) -> Report:
    """The first report of an emergency, and when the next one is due."""
    rules = work.matters.policy(EmergencyRules())
    due = rules.next_report(one.grade, by.now)
    return Report(ReportKind.FIRST, 0, draft.id, by.now, one.slots, next_due=due)


def text_of(work: Work, report: Report) -> Wording:
    """How a report reads now."""
    draft = work.drafts.get(report.draft_id)
    return Wording(draft.title, draft.body.text)


def bare(title: str) -> str:
    """A report's title without the name of the report."""
    head, sign, tail = title.rpartition("（")
    return head if sign and tail[:2] in {*ReportKind} else title


def told_changes(former: Emergency, now: Emergency) -> str:
    """What became different, in a line."""
    pairs = (
        ("类别", former.category, now.category), ("等级", former.grade, now.grade),
        ("地点", former.place, now.place), ("事件", former.event, now.event),
    )  # fmt: skip
    said = [f"{label}：{old or '空'}→{new or '空'}" for label, old, new in pairs if old != new]
    said += [
        f"{label}：{written(moment) if (moment := getattr(now, key)) else '去掉'}"
        for key, label in STAMPS.items()
        if getattr(former, key) != getattr(now, key)
    ]
    if former.slots != now.slots:
        said.append("要素有更新")
    return "；".join(said) or "文字有改动"


def draft_for(work: Work, one: Emergency, wording: Wording, by: By, *, counts: bool) -> Draft:
    """Register a report as a draft, so that it is checked, edited and printed like any other.

    It counts for its units where it ``counts``; else it is the desk's own (本室).
    """
    units = (one.reporter_id, *one.others) if one.reporter_id else one.others
    slip = Slip(
        wording.title,
        units,
        wording.text,
        Channel.PHONE if counts else Channel.DESK,
        author=one.informant,
        phone=one.phone,
        event_date=day_of(one.happened) if one.happened else None,
        kind=Kind.INCIDENT,
        urgency=Urgency.EXTRA,
    )
    return record_within(work, slip, by)


def _reworded(work: Work, made: Change, wording: Wording, by: By) -> Change:
    last = made.now.last
    if last is None:
        return made
    draft, body = work.drafts.get(last.draft_id), plain(wording.text)
    now = replace(made.now, title=bare(wording.title))
    if (draft.title, draft.body.text) == (wording.title, body.text):
        return replace(made, now=now)
    if last.sent:
        raise NotAllowedError(f"{last.name}已经报出，文字不能再改。有新情况请按“续报”。")
    keep_text(work, draft.id, wording.title, body, by, "紧急信息改稿")
    reports = (*now.reports[:-1], replace(last, slots=now.slots))
    return replace(
        made, now=replace(now, reports=reports), text_of=draft.id, text=(draft.title, draft.body)
    )


def _rescheduled(work: Work, former: Emergency, now: Emergency) -> Emergency:
    """With another grade the next report is due when that one says, unless somebody set it."""
    last = former.last
    now = replace(now, day=day_of(now.known)) if now.known else now
    if last is None or former.grade is now.grade:
        return now
    rules = work.matters.policy(EmergencyRules())
    if last.next_due != rules.next_report(former.grade, last.made):
        return now
    due = rules.next_report(now.grade, last.made)
    return replace(now, reports=(*now.reports[:-1], replace(last, next_due=due)))


def _must_hold(one: Emergency, wording: Wording | None) -> None:
    if wording and not wording.title.strip():
        raise FieldError("title", "标题不能为空。写上地点和事件，标题会自动写好。")
    if wording and not wording.text.strip():
        raise FieldError("text", "正文不能为空。写上已经知道的，不清楚的写“正在核实”。")
    for label, value in one.slots:
        if len(value) > LONGEST_SLOT:
            raise FieldError(label, f"这一项有 {len(value)} 个字，最多 {LONGEST_SLOT} 个字。")
    _must_be_in_order(one)


def _must_be_in_order(one: Emergency) -> None:
    for key, moment in _moments(one, _LATER):
        if one.happened and moment < one.happened:
            raise FieldError(
                key, f"{STAMPS[key]}时间早于事发时间（{written(one.happened)}）。请核对两个时间。"
            )
    for key, moment in _moments(one, ("phoned", "written")):
        if one.known and moment < one.known.replace(second=0):
            raise FieldError(
                key, f"{STAMPS[key]}时间早于接报时间（{written(one.known)}）。请核对两个时间。"
            )


def _moments(one: Emergency, keys: Iterable[str]) -> Iterable[tuple[str, datetime]]:
    found = ((key, getattr(one, key)) for key in keys)
    return [(key, moment) for key, moment in found if moment]


def must_be_open(one: Emergency) -> None:
    """Raise DeskError for an emergency that has ended."""
    if one.ended:
        raise DeskError(f"“{one.title}”已经终报办结。要继续报，请先撤销终报，或者另登记一件。")
