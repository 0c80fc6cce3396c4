"""The periods an office looks at, by name: 本月, 本季, 上半年, 全年."""

from calendar import monthrange
from datetime import date, timedelta


def periods(today: date) -> dict[str, tuple[date, date]]:
    """First and last day of each period that has begun, the current year first."""
    year = today.year
    found = {
        f"{year}年至今": (date(year, 1, 1), today),
        "本月": (today.replace(day=1), _month_end(today)),
        "上月": _month_before(today),
    }
    for quarter in range((today.month + 2) // 3, 0, -1):
        found[f"{year}年第{'一二三四'[quarter - 1]}季度"] = _quarter(year, quarter)
    found[f"{year}年上半年"] = (date(year, 1, 1), date(year, 6, 30))
    for earlier in range(year, year - 4, -1):
        found[f"{earlier}年全年"] = (date(earlier, 1, 1), date(earlier, 12, 31))
    return found


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _month_before(day: date) -> tuple[date, date]:
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def _quarter(year: int, quarter: int) -> tuple[date, date]:
    return date(year, 3 * quarter - 2, 1), _month_end(date(year, 3 * quarter, 1))
