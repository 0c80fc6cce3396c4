"""Days, years and times as an office may write them, and how it should."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from desk.dates import full_date, real_date, short_date
from desk.writing.forms import Form
from desk.writing.numerals import chinese, chinese_value, label

_YEAR = r"\d{4}|[〇零○0一二三四五六七八九]{4}"
_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
DAY = re.compile(
    r"(?<![\d.])(\d{4})([-/.．])(\d{1,2})\2(\d{1,2})(?![\d.]*\d)日?"
    rf"|(?<!\d)({_YEAR})年({_NUMBER})月({_NUMBER})[日号]"
)
SHORT_DAY = re.compile(
    rf"(?<![\d.])(\d{{1,2}})[./](\d{{1,2}})(?![\d.%％万亿]*\d|[%％万亿个])"
    rf"|(?<![\d年])({_NUMBER})月({_NUMBER})[日号]"
)
YEAR = re.compile(rf"(?<!\d)({_YEAR})年")
TIME = re.compile(
    r"(?<![\d:：])(\d{1,2})(?:[:：](\d\d)(?:[:：](\d\d))?|[时点](\d{1,2})分?(?:(\d{1,2})秒)?)(?!\d)"
)
WORD = re.compile("今日|今天|昨日|昨天|前日|前天|明日|明天|后天")
_SHIFT = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}


def of_day(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """2026-11-22, 二〇二六年十一月二十二日 and the like."""
    year, month, day = (match[1], match[3], match[4]) if match[1] else match.group(5, 6, 7)
    found = real_date(_year(year), _number(month), _number(day))
    if found:
        yield from _forms(found)


def of_short_day(match: re.Match[str], report: date | None) -> Iterator[Form]:
    """11.22 and 11月22日; the year is that of the report."""
    month, day = (match[1], match[2]) if match[1] else match.group(3, 4)
    year = report.year if report else 2000  # a leap year: every day there is
    found = real_date(year, _number(month), _number(day))
    if found:
        yield Form(short_date(found), "月日")
        if report:
            yield from _forms(found)


def of_word(match: re.Match[str], report: date | None) -> Iterator[Form]:
    """今日 and 昨天 as the day they mean when the item is read, by its report date."""
    if report:
        found = report + timedelta(_SHIFT[match[0][0]])
        yield Form(short_date(found), "按报送日期")
        yield from _forms(found)


def of_year(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """2026年 and 二〇二六年."""
    year = _year(match[1])
    yield Form(f"{year:04}年", "数字")
    yield Form(f"{label(f'{year:04}')}年", "汉字")


def of_time(match: re.Match[str], _report: date | None) -> Iterator[Form]:
    """9:30 and 9时30分."""
    hour, minute = int(match[1]), int(match[2] or match[4])
    second = match[3] or match[5]
    if hour > 24 or minute > 59 or int(second or 0) > 59:  # noqa: PLR2004 - the clock
        return
    yield Form(f"{hour}时{minute}分" + (f"{int(second)}秒" if second else ""), "时分")
    yield Form(f"{hour}:{minute:02}" + (f":{int(second):02}" if second else ""), "时刻")


def _forms(day: date) -> Iterator[Form]:
    yield Form(f"{full_date(day)}", "年月日")
    month, number = (_chinese(one) for one in (day.month, day.day))
    yield Form(f"{label(f'{day.year:04}')}年{month}月{number}日", "汉字年月日")
    yield Form(day.isoformat(), "表格里用")


def _chinese(number: int) -> str:
    return chinese(Decimal(number))


def _year(text: str) -> int:
    return int("".join(sign if sign.isdecimal() else str(_number(sign)) for sign in text))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    value = chinese_value(text)
    return int(value) if value is not None else -1
