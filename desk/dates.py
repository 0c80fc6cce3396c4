"""Days as papers and sentences write them."""

from datetime import date


def full_date(day: date) -> str:
    """2026年7月15日."""
    return f"{day.year}年{short_date(day)}"


def short_date(day: date) -> str:
    """7月15日."""
    return f"{day.month}月{day.day}日"


def real_date(year: int, month: int, day: int) -> date | None:
    """The day of these numbers; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
