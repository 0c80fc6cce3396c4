"""Days and moments of commissions in words, as they stand on notices."""

from datetime import datetime

from desk.office_clock import office_time

_DAYS = "一二三四五六日"


def moment_words(moment: datetime) -> str:
    """11月25日（星期三）17时."""
    local = office_time(moment)
    minutes = f"{local.minute}分" if local.minute else ""
    weekday = _DAYS[local.weekday()]
    return f"{local.month}月{local.day}日（星期{weekday}）{local.hour}时{minutes}"


def brief_words(moment: datetime) -> str:
    """11-25 17:00, for a narrow column."""
    return f"{office_time(moment):%m-%d %H:%M}"
