"""Whether something was on time, and by how many hours it was late (时限, D4)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from desk.calendar import Specials, add_working_days
from desk.office_clock import OFFICE_CLOCK
from desk.scoring.clauses.items import Deadline, Start, TimeUnit

ON_TIME = "按时"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """情形 and 超时 in hours, 0 where it was on time."""

    outcome: str
    late: Decimal


def judge(rule: Deadline, started: datetime, ended: datetime, specials: Specials) -> Verdict:
    """Hold two moments against a deadline; lateness goes up to a hundredth of an hour."""
    over = _plain(ended) - _due(rule, _plain(started), specials)
    if over <= timedelta():
        return Verdict(ON_TIME, Decimal(0))
    hundredths = ceil(Fraction(over // timedelta(microseconds=1), 36_000_000))
    return Verdict(rule.late, Decimal(hundredths) / 100)


def _due(rule: Deadline, started: datetime, specials: Specials) -> datetime:
    """The moment until which it is on time; days last until 24:00."""
    is_month = rule.start is Start.MONTH
    begin = _next_month(started) if is_month else started
    if rule.unit is TimeUnit.HOURS:
        micros = Fraction(rule.limit) * 3_600_000_000
        return begin + timedelta(microseconds=int(micros))
    days = max(int(rule.limit) - (1 if is_month or rule.includes_first else 0), 0)
    return datetime.combine(_last_day(rule, begin.date(), days, specials) + _DAY, time())


def _last_day(rule: Deadline, day: date, days: int, specials: Specials) -> date:
    if rule.unit is TimeUnit.DAYS:
        return day + days * _DAY
    counts_first = rule.start is Start.MONTH or rule.includes_first
    first = add_working_days(day, 0, specials) if counts_first else day
    return add_working_days(first, days, specials)


def _next_month(moment: datetime) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month, 12)
    return datetime(year, month + 1, 1)  # noqa: DTZ001 - both moments are plain local ones here


def _plain(moment: datetime) -> datetime:
    """The moment by the office's clock, without a zone, as ledgers tell it."""
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(OFFICE_CLOCK).replace(tzinfo=None)
