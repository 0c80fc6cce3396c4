"""Which backups are kept: the last one of each of the newest hours, days, weeks, months, years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.backups.backup import Backup
from desk.backups.order import newest_first
from desk.office_clock import office_time
from desk.settings import Settings


@dataclass(frozen=True, slots=True)
class Generations:
    """How many backups of each class the office keeps."""

    hours: int = 12
    days: int = 14
    weeks: int = 8
    months: int = 12
    years: int = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A backup and the classes it is kept for; none: the next backup deletes it."""

    backup: Backup
    classes: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        """Whether it stays."""
        return bool(self.classes)


def generations_of(settings: Settings) -> Generations:
    """How many the office keeps."""
    return Generations(
        settings.keep_hours,
        settings.keep_days,
        settings.keep_weeks,
        settings.keep_months,
        settings.keep_years,
    )


NEWEST, UNUSABLE = "最新", "不能用"

Period = Callable[[datetime], tuple[int, ...]]


def judge(backups: Sequence[Backup], keep: Generations) -> list[Judged]:
    """Judge backups, the newest first.

    Of each period its last backup stands for it. One that cannot be used takes nobody's place and
    is not deleted: a person should see it.
    """
    found = newest_first(backups)
    usable = [one for one in found if not one.fault]
    classes: dict[Backup, list[str]] = {one: [UNUSABLE] for one in found if one.fault}
    if usable:
        classes[usable[0]] = [NEWEST]
    for name, count, period in _classes(keep):
        for one in _last_of_each(usable, period)[:count]:
            classes.setdefault(one, []).append(name)
    return [Judged(one, tuple(classes.get(one, ()))) for one in found]


def _classes(keep: Generations) -> list[tuple[str, int, Period]]:
    return [
        ("每小时", keep.hours, lambda at: (at.year, at.month, at.day, at.hour)),
        ("每日", keep.days, lambda at: (at.year, at.month, at.day)),
        ("每周", keep.weeks, lambda at: tuple(at.isocalendar())[:2]),
        ("每月", keep.months, lambda at: (at.year, at.month)),
        ("每年", keep.years, lambda at: (at.year,)),
    ]


def _last_of_each(backups: Sequence[Backup], period: Period) -> list[Backup]:
    last: dict[tuple[int, ...], Backup] = {}
    for one in backups:
        last.setdefault(period(office_time(one.taken)), one)
    return list(last.values())
