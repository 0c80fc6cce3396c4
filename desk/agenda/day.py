"""A day as the desk tells it: 7月15日　星期三, and whether the office works."""

from datetime import date

from desk.calendar import Specials, is_working, national

_WEEKDAYS = "一二三四五六日"


def day_words(day: date) -> str:
    """7月15日　星期三."""
    return f"{day.month}月{day.day}日　星期{_WEEKDAYS[day.weekday()]}"


def work_words(day: date, specials: Specials) -> str:
    """工作日, 周末休息, 国庆节放假, 国庆节调休上班."""
    works, known = is_working(day, specials), national(day)
    name = specials[day].name if day in specials else known.name
    if not name:
        return "工作日" if works else "休息日"
    if day in specials:
        return f"{name}（{'上班' if works else '休息'}）"
    return f"{name}调休上班" if works else f"{name}放假"
