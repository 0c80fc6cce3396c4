"""The numbers of commissions: without gaps, none twice, from 1 in every year."""

import re
from collections.abc import Iterable
from datetime import date

from desk.commissions.commission import Commission
from desk.commissions.rules import CommissionRules
from desk.store import Work

_RUN = re.compile(r"\d+")


def last_number(numbers: Iterable[str]) -> int:
    """The highest of some numbers as they stand on notices; 0 of none."""
    runs = (_RUN.findall(one) for one in numbers)
    return max((int(run[-1]) for run in runs if run), default=0)


def next_number(work: Work, year: int) -> str:
    """The number of the notice that is issued next in a year."""
    return work.matters.policy(CommissionRules()).number(year, 1 + _last_of(work, year))


def is_last(work: Work, commission: Commission) -> bool:
    """Whether no number was given after a commission's."""
    return last_number([commission.number]) == _last_of(work, commission.day.year)


def _last_of(work: Work, year: int) -> int:
    numbers = work.matters.numbers(Commission, date(year, 1, 1), date(year, 12, 31))
    return last_number(numbers)
