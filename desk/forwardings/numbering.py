"""The numbers of what goes up: 上报〔2026〕12号, from 1 in every year."""

import re
from datetime import date

from desk.forwardings.forwarding import Forwarding
from desk.store import Work

_LAST = re.compile(r"(\d+)号$")


def last_number(work: Work, year: int) -> int:
    """The highest number that was given in a year, 0 without any."""
    held = work.matters.numbers(Forwarding, date(year, 1, 1), date(year, 12, 31))
    found = (_LAST.search(one) for one in held)
    return max((int(one[1]) for one in found if one), default=0)


def number_text(year: int, number: int) -> str:
    """A number as it stands in the register."""
    return f"上报〔{year}〕{number}号"
