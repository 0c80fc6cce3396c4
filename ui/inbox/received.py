"""The days a list of drafts goes back to."""

from datetime import date, timedelta
from enum import StrEnum


class Received(StrEnum):
    """A range of days, as the clerk names it."""

    ALL = "全部时间"
    TODAY = "今天收到"
    WEEK = "本周收到"
    MONTH = "本月收到"
    CUSTOM = "自定日期"


def first_day(received: Received, today: date) -> date | None:
    """The first day of a named range; None where it has none of its own."""
    match received:
        case Received.TODAY:
            return today
        case Received.WEEK:
            return today - timedelta(days=today.weekday())
        case Received.MONTH:
            return today.replace(day=1)
        case _:
            return None
