"""How the office commissions: its numbers, the usual term, what stands on the notice."""

from dataclasses import dataclass
from datetime import datetime, time

from desk.calendar import Specials, add_working_days
from desk.errors import FieldError
from desk.office_clock import day_of, moment_at

LATEST_HOUR, LONGEST_TERM = 23, 250


@dataclass(frozen=True, slots=True)
class CommissionRules:
    """The office's own rules for commissions.

    In ``pattern`` {year} comes before {number}. A notice gives ``days`` working days, until
    ``hour`` o'clock; ``receipt`` puts a strip to send back (回执) below it.
    """

    pattern: str = "约稿〔{year}〕{number}号"
    days: int = 3
    hour: int = 17
    contact: str = ""
    receipt: bool = True

    def number(self, year: int, number: int) -> str:
        """A number as it stands on the notice."""
        return self.pattern.replace("{year}", str(year)).replace("{number}", str(number))

    def due(self, now: datetime, specials: Specials) -> datetime:
        """When an answer is due where nobody says otherwise."""
        day = add_working_days(day_of(now), self.days, specials)
        return moment_at(day, time(self.hour))


def checked(rules: CommissionRules) -> CommissionRules:
    """The rules if they can be kept. Raises FieldError."""
    if not 0 <= rules.pattern.find("{year}") < rules.pattern.find("{number}"):
        sentence = "编号样式里要有 {year} 和 {number}，年份在前，例如“约稿〔{year}〕{number}号”。"
        raise FieldError("pattern", sentence)
    if not 0 <= rules.days <= LONGEST_TERM:
        raise FieldError("days", f"期限写 0 到 {LONGEST_TERM} 个工作日，0 是当天。")
    if not 0 <= rules.hour <= LATEST_HOUR:
        raise FieldError("hour", "几时截止请写 0 到 23，例如 17。")
    return rules
