"""Use cases: keep a year's days off as they were announced, and the office's own hours."""

from collections.abc import Iterable, Sequence

from desk.auditing import By, note
from desk.calendar import SpecialDay, by_day, is_known, national
from desk.errors import FieldError
from desk.office_hours import OfficeHours, Shift
from desk.stat_table import Head, StatTable
from desk.store import Store, Work
from desk.timing import restart

Former = Sequence[tuple[SpecialDay, SpecialDay | None]]  # what was set, and what stood there


def keep_days(store: Store, days: Iterable[SpecialDay], *, by: By) -> Former:
    """Set days as announced; those the national calendar says alike are left to it.

    Returns what stood there before, for ``put_back``. Open drafts' clocks are set anew.
    """
    with store.begin() as work:
        held = by_day(work.lists.special_days())
        former = [(one, held.get(one.day)) for one in days if _is_news(one, held.get(one.day))]
        for special, _before in former:
            work.lists.save_special_day(special)
        if former:
            first, last = former[0][0].day, former[-1][0].day
            told = f"{first:%Y-%m-%d} 至 {last:%Y-%m-%d} 共 {len(former)} 天"
            note(work, by, "登记放假安排", "calendar", told)
        restart(work)
        return former


def put_back(store: Store, former: Former, *, by: By) -> None:
    """Take announced days back."""
    with store.begin() as work:
        for special, before in former:
            if before is None:
                work.lists.delete_special_day(special.day)
            else:
                work.lists.save_special_day(before)
        note(work, by, "撤销放假安排", "calendar", f"{len(former)} 天")
        restart(work)


def keep_hours(store: Store, hours: OfficeHours, *, by: By) -> OfficeHours:
    """Set the office's hours; returns the former ones. Raises FieldError."""
    _must_be_ordered("usual", hours.usual)
    if hours.summer:
        _must_be_ordered("summer", hours.summer)
        if hours.summer_first >= hours.summer_last:
            raise FieldError("summer", "夏令时段的开始要在结束之前。请改日期。")
    with store.begin() as work:
        former = work.matters.policy(OfficeHours())
        work.matters.keep_policy(hours, by)
        note(work, by, "设定上班时间", "calendar", hours_words(hours))
        restart(work)
        return former


def hours_words(hours: OfficeHours) -> str:
    """The hours in a line."""
    if not hours.summer:
        return hours.usual.words
    (month, day), (to_month, to_day) = hours.summer_first, hours.summer_last
    summer = f"{month}月{day}日至{to_month}月{to_day}日 {hours.summer.words}"
    return f"{hours.usual.words}；{summer}"


def days_table(work: Work, year: int) -> StatTable:
    """Every day of a year that is not as its weekday says, or has a name of its own."""
    held = work.lists.special_days()
    rows = tuple(
        (one.day, "上班" if one.is_working else "休息", one.name)
        for one in sorted(held, key=lambda one: one.day)
        if one.day.year == year
    )
    heads = (Head("日期", width=12), Head("安排"), Head("名称", width=24, left=True))
    return StatTable(f"{year}年放假安排（本单位登记）", heads, rows)


def _is_news(special: SpecialDay, held: SpecialDay | None) -> bool:
    """Whether setting a day changes anything that counts or is seen."""
    if held is not None or not is_known(special.day.year, {}):
        return held != special
    return national(special.day).is_working is not special.is_working


def _must_be_ordered(field: str, shift: Shift) -> None:
    if not shift.opens < shift.noon <= shift.returns < shift.closes:
        raise FieldError(
            field, f"上班时间“{shift.words}”前后不对。请依次填写上午从、到，下午从、到。"
        )
