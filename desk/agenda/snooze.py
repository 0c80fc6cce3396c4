"""Duties put off (稍后提醒): until when, why and by whom; each ends by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from desk.agenda.duty import Duty, Field
from desk.auditing import By, note
from desk.calendar import Specials, add_working_days
from desk.errors import FieldError
from desk.office_clock import day_of, minute_words, moment_at
from desk.store import Store, Work

LONGEST = timedelta(days=31)
LONGEST_ALARM = timedelta(hours=1)
LONGEST_REASON = 100
MORNING = time(8)
_REASONS = 8  # remembered, the last one used first
_COMMON = ("等单位回话", "等领导意见", "下午统一办", "已电话催过")


@dataclass(frozen=True, slots=True)
class Snooze:
    """One duty put off, with what it was about as it was then."""

    key: str
    text: str
    until: datetime
    reason: str
    who: str
    made: datetime

    def holds(self, now: datetime) -> bool:
        """Whether the duty is still to be left alone.

        One made in the future was made while the clock was wrong: nothing is hidden by it.
        """
        return self.made <= now < self.until


@dataclass(frozen=True, slots=True)
class Snoozes:
    """Everything put off, as the store keeps it; ended ones go with the next change."""

    held: tuple[Snooze, ...] = ()
    reasons: tuple[str, ...] = _COMMON

    def on(self, now: datetime) -> dict[str, Snooze]:
        """Those that hold, by the key of their duty."""
        return {one.key: one for one in self.held if one.holds(now)}


def snoozes(work: Work) -> Snoozes:
    """What is put off."""
    return work.matters.policy(Snoozes())


def choices(now: datetime, specials: Specials) -> tuple[tuple[str, datetime], ...]:
    """The moments most often wanted, in words: 1 小时后, 明天早上, 下个工作日."""
    today = day_of(now)
    return (
        ("1 小时后", now + timedelta(hours=1)),
        ("明天早上", moment_at(today + timedelta(1), MORNING)),
        ("下个工作日", moment_at(add_working_days(today, 1, specials), MORNING)),
    )


def morning_of(day: date) -> datetime:
    """When what is put off to a day comes back."""
    return moment_at(day, MORNING)


def put_off(
    store: Store, duties: Iterable[Duty], until: datetime, reason: str, *, by: By
) -> tuple[Snooze, ...]:
    """Leave duties alone until then; returns what was put off before. Raises FieldError."""
    some, why = list(duties), " ".join(reason.split())
    _check(some, until, why, by.now)
    with store.begin() as work:
        before = snoozes(work)
        keys = {one.key for one in some}
        left = [one for one in before.held if one.until > by.now and one.key not in keys]
        new = [Snooze(one.key, one.text, until, why, by.who, by.now) for one in some]
        reasons = tuple(dict.fromkeys((why, *before.reasons)))[:_REASONS]
        work.matters.keep_policy(replace(before, held=(*left, *new), reasons=reasons), by)
        for one in some:
            told = f"{one.text}：到 {minute_words(until)}，{why}"
            note(work, by, "稍后提醒", subject_of(one.key), told)
        return before.held


def bring_back(store: Store, keys: Iterable[str], *, by: By) -> tuple[Snooze, ...]:
    """Tell duties again at once; returns what was put off before."""
    wanted = set(keys)
    with store.begin() as work:
        before = snoozes(work)
        left = tuple(one for one in before.held if one.key not in wanted)
        work.matters.keep_policy(replace(before, held=left), by)
        for one in before.held:
            if one.key in wanted:
                note(work, by, "收回稍后提醒", subject_of(one.key), one.text)
        return before.held


def restore(store: Store, keys: Iterable[str], before: Iterable[Snooze], *, by: By) -> None:
    """Let the duties of these keys be put off as they were before, or not at all (undo)."""
    wanted = set(keys)
    with store.begin() as work:
        now = snoozes(work)
        left = [one for one in now.held if one.key not in wanted]
        back = [one for one in before if one.key in wanted]
        gone = {one.key: one.text for one in (*now.held, *back) if one.key in wanted}
        work.matters.keep_policy(replace(now, held=(*left, *back)), by)
        for key, text in gone.items():
            is_back = any(one.key == key for one in back)
            action = "稍后提醒" if is_back else "收回稍后提醒"
            note(work, by, action, subject_of(key), f"{text}（撤销）")


def subject_of(key: str) -> str:
    """What the audit trail calls the matter of a duty: commission:3 of commission:3:due:…."""
    sort, _, rest = key.partition(":")
    return f"{sort}:{rest.partition(':')[0]}"


def _check(duties: list[Duty], until: datetime, reason: str, now: datetime) -> None:
    if not reason:
        raise FieldError("reason", "推迟提醒要写明理由，例如“等单位回话”。")
    if len(reason) > LONGEST_REASON:
        raise FieldError(
            "reason", f"理由有 {len(reason)} 个字，最多 {LONGEST_REASON} 个字。请改短。"
        )
    if until <= now:
        raise FieldError("until", "推迟到的时间已经过了，请选以后的时间。")
    if until - now > LONGEST:
        raise FieldError("until", f"最多推迟 {LONGEST.days} 天。到时还不能办，可以再推迟一次。")
    pressing = any(one.field is Field.EMERGENCY for one in duties)
    if pressing and until - now > LONGEST_ALARM:
        raise FieldError("until", "紧急信息最多推迟 1 小时。")
