"""What no cell says: the year and month told by names and titles; 《刊物》第3期 in one cell."""

import re
from collections.abc import Iterable
from dataclasses import replace

from desk.importing.past.cells import month_end
from desk.importing.registry import Carriers
from desk.importing.tables import Record

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:\s*年|(?!\d))")
_MONTH = re.compile(r"(?<!\d)(\d{1,2})\s*月")
_CHINESE_MONTH = re.compile(r"(十[一二]|[一二三四五六七八九十])月")
_NUMERALS = "零一二三四五六七八九十"
_IN_MARKS = re.compile(r"[^《》]{0,6}《([^《》]+)》\s*(.*)", re.DOTALL)
_ISSUE = re.compile(r"第?\s*(\d{1,5})\s*期")
_LONG_ISSUE = re.compile(r".*第\s*\d+\s*期.*")


def year_in(texts: Iterable[str]) -> int | None:
    """The year that the first of some texts tells of."""
    return next((int(found[1]) for text in texts if (found := _YEAR.search(text))), None)


def month_in(texts: Iterable[str]) -> int | None:
    """The month that the first of some texts tells of; none where one tells of several."""
    for text in texts:
        months = {int(found) for found in _MONTH.findall(text)}
        months |= {_numeral(found) for found in _CHINESE_MONTH.findall(text)}
        if months:
            return months.pop() if len(months) == 1 else None
    return None


def month_text(year: int | None, month: int | None) -> str:
    """A month as a cell of 日期; "" where year or month isn't known."""
    text = f"{year}年{month}月" if year and month else ""
    return text if text and month_end(text) else ""


def _numeral(text: str) -> int:
    return sum(_NUMERALS.index(one) for one in text)


def tidied(record: Record, carriers: Carriers) -> Record:
    """The record with what one cell tells of 刊物, 栏目 and 期号 in their own columns."""
    changes: dict[str, str] = {}
    name, issue = record["刊物"], record["期号"]
    found = _IN_MARKS.fullmatch(name)
    if found and not carriers.knows(name) and carriers.knows(found[1]):
        changes["刊物"], rest = found[1], found[2].strip()
        if _LONG_ISSUE.fullmatch(rest) and not issue:
            issue = rest
        elif rest and not record["栏目"]:
            changes["栏目"] = rest.strip("（）()-—·/ ")
    if (number := _ISSUE.fullmatch(issue)) and not issue.isdecimal():
        issue = f"第{int(number[1])}期"
    if issue != record["期号"]:
        changes["期号"] = issue
    return replace(record, cells={**record.cells, **changes}) if changes else record
