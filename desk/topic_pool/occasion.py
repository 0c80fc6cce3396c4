"""Occasions one can foresee (节点、时令、经常性工作), and the days they fall on in a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.dates import real_date
from desk.drafts import Kind
from desk.errors import FieldError
from desk.topic_pool.lunar import first_year, last_year, lunar_day

_ANCHOR = re.compile(r"(?:(?P<month>\d{1,2})-(?P<day>\d{1,2})|(?P<name>[一-龥]+))(?P<by>[+-]\d+)?")
_REPEATED = re.compile(r"每(?P<span>[月季])(?P<day>\d{1,2})日?")
_EVERY = {"月": 1, "季": 3}  # months from one to the next
_LAST_SAFE_DAY = 28
_MONTHS = 12
_STILL_WORTH = timedelta(14)  # after the first day of a season nobody asks ahead any more


@dataclass(frozen=True, slots=True)
class Occasion:
    """What comes every year; ``when`` as resources/seasons/days.toml says, ``lead`` days ahead.

    ``units`` are names of units, or words in them. One that does not ``remind`` is only shown in
    the calendar.
    """

    key: str
    title: str
    when: str
    family: str = ""
    lead: int = 10
    remind: bool = True
    kind: Kind | None = None
    topics: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    points: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """An occasion of one year, from its first to its last day."""

    occasion: Occasion
    first: date
    last: date

    @property
    def key(self) -> str:
        """What it is called where it is taken up or waved off."""
        return f"{self.occasion.key}@{self.first:%Y-%m-%d}"

    @property
    def ask_from(self) -> date:
        """From when on units should be asked."""
        return self.first - timedelta(self.occasion.lead)

    @property
    def ask_until(self) -> date:
        """Until when there is still something to ask for ahead."""
        return min(self.last, self.first + _STILL_WORTH)

    @property
    def days(self) -> str:
        """Its days in words: 11月9日, 6月1日至30日, 11月15日至次年3月15日."""
        begin = f"{self.first.month}月{self.first.day}日"
        if self.first == self.last:
            return begin
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{begin}至{self.last.day}日"
        year = "次年" if self.last.year > self.first.year else ""
        return f"{begin}至{year}{self.last.month}月{self.last.day}日"


def must_be_readable(when: str) -> None:
    """Raise FieldError for a rule that names no day."""
    repeated = _REPEATED.fullmatch(when)
    if repeated and 1 <= int(repeated["day"]) <= _LAST_SAFE_DAY:
        return
    anchors = [_ANCHOR.fullmatch(part.strip()) for part in when.split("~")]
    if not 1 <= len(anchors) <= len("起止") or not all(map(_names_a_day, anchors)):
        raise FieldError(
            "when",
            f"“{when}”看不出是哪一天。可以写：11-09、06-01~06-30、清明、春节-15~春节+24、每月25、每季20。",
        )


def happenings(occasion: Occasion, first: date, last: date) -> Iterator[Happening]:
    """Where an occasion falls between two days, by its days or those it runs on into."""
    for year in range(first.year - 1, last.year + 2):
        for one in _of_year(occasion, year):
            if one.first <= last and one.last >= first:
                yield one


def _of_year(occasion: Occasion, year: int) -> Iterator[Happening]:
    """Those that begin in a year; none where the lunar table does not reach."""
    repeated = _REPEATED.fullmatch(occasion.when)
    if repeated:
        for month in range(1, _MONTHS + 1, _EVERY[repeated["span"]]):
            day = date(year, month, int(repeated["day"]))
            yield Happening(occasion, day, day)
        return
    parts = [part.strip() for part in occasion.when.split("~")]
    begin = _day(parts[0], year)
    end = _day(parts[-1], year)
    if begin and end and end < begin:
        end = _day(parts[-1], year + 1)
    if begin and end:
        yield Happening(occasion, begin, end)


def _day(text: str, year: int) -> date | None:
    match = _ANCHOR.fullmatch(text)
    if match is None:
        return None
    if match["name"]:
        found = lunar_day(match["name"], year)
    else:
        found = real_date(year, int(match["month"]), int(match["day"]))
    return found + timedelta(int(match["by"] or 0)) if found else None


def _names_a_day(match: re.Match[str] | None) -> bool:
    if match is None:
        return False
    if match["name"]:
        return lunar_day(match["name"], first_year()) is not None
    return real_date(2024, int(match["month"]), int(match["day"])) is not None  # a leap year


def unreached(year: int) -> str:
    """A sentence for a year that the lunar table does not have; "" for others."""
    if first_year() <= year <= last_year():
        return ""
    return (
        f"节气和农历节日的日期只收到 {first_year()}—{last_year()} 年，"
        f"{year} 年的春节、清明、汛期以外的农时等请自己加日期。"
    )
