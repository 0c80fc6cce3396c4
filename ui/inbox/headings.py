"""What stands above each part of a divided list."""

from collections.abc import Sequence
from datetime import date

from desk.views import Grouping, Section
from ui.lists.divisions import Part

_WEEKDAYS = "一二三四五六日"
_NEAR = ("今天", "昨天", "前天")


def parts_of(sections: Sequence[Section], grouping: Grouping, today: date) -> list[Part]:
    """The parts with their headings; none where the list is not divided."""
    if grouping is Grouping.NONE:
        return []
    return [Part(one.name, _heading(one.name, grouping, today), one.count) for one in sections]


def _heading(name: str, grouping: Grouping, today: date) -> str:
    if grouping is Grouping.UNIT:
        return name or "单位没有认出"
    day = date.fromisoformat(name)
    year = "" if day.year == today.year else f"{day.year}年"
    ago = (today - day).days
    near = f"　{_NEAR[ago]}" if 0 <= ago < len(_NEAR) else ""
    return f"{year}{day.month}月{day.day}日　星期{_WEEKDAYS[day.weekday()]}{near}"
