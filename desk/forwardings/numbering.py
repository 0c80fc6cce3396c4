"""The numbers of what goes up: 上报〔2026〕12号, from 1 in every year."""

import re
from datetime import date

from desk.forwardings.forwarding import Forwarding
from desk.store import Work

_LAST = re.compile(r"(\d+)号$")


def next_number(work: Work, year: int) -> str:
    """The number of what is sent next in a year."""
    held = work.matters.numbers(Forwarding, date(year, 1, 1), date(year, 12, 31))
    found = (_LAST.search(one) for one in held)
    last = max((int(one[1]) for one in found if one), default=0)
    return f"上报〔{year}〕{last + 1}号"
