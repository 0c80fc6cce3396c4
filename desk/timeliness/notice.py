"""Read the State Council's notice on a year's days off (部分节假日安排的通知)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desk.calendar import SATURDAY, SpecialDay
from desk.errors import DeskError

_TITLE = re.compile(r"(?P<year>\d{4})年(?:部分)?节假日")
_HEAD = re.compile(
    r"(?:[一二三四五六七八九十]+、|\d{1,2}[.．、])\s*(?P<name>[^：:。，,；\d\n]{2,20})[：:]"
)
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_STATED = re.compile(
    r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日[（(][^（）()]*(?:周|星期)"
    r"(?P<weekday>[一二三四五六日天])[）)]"
)
_SPAN = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日"
    r"(?:[至到—–-]+(?:(?P<to_year>\d{4})年)?(?:(?P<to_month>\d{1,2})月)?(?P<to_day>\d{1,2})日)?"
)
_COUNT = re.compile(r"共(?P<count>\d+)天")
_LINE = re.compile(
    r"^\s*(?P<year>\d{4})[-/年.](?P<month>\d{1,2})[-/月.](?P<day>\d{1,2})日?[\s,，\t]+"
    r"(?:(?:周|星期)[一二三四五六日天][\s,，\t]+)?"
    r"(?P<what>上班|休息|放假|班|休)[\s,，\t]*(?P<name>[^,，\t\n]*)$",
    re.MULTILINE,
)
_WEEK = "一二三四五六日"
_LONGEST = 20  # days of one holiday
FEASTS = ("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆")


@dataclass(frozen=True, slots=True)
class YearPlan:
    """The days off and on of a year as a text tells them; ``doubts`` are sentences to look at."""

    year: int
    days: tuple[SpecialDay, ...]
    doubts: tuple[str, ...] = ()


def read_plan(text: str, year: int) -> YearPlan:
    """Read a notice, or lines as “2027-01-01 休息 元旦” (also pasted from a table).

    ``year`` is meant where the text names none. Raises DeskError where it holds no plan, where a
    date does not exist, or falls on another weekday than the text says.
    """
    lines = tuple(_from_lines(text))
    if lines:
        return YearPlan(lines[0].day.year, tuple(sorted(lines, key=lambda one: one.day)))
    titled = _TITLE.search(text)
    return _Reading(int(titled["year"]) if titled else year).plan(text)


class _Reading:
    """One notice being read."""

    def __init__(self, year: int) -> None:
        self._year = year
        self._doubts: list[str] = []

    def plan(self, text: str) -> YearPlan:
        heads = list(_HEAD.finditer(text))
        ends = [*(head.start() for head in heads[1:]), len(text)]
        found: dict[date, SpecialDay] = {}
        for head, end in zip(heads, ends, strict=False):
            for special in self._section(head["name"].strip(), text[head.end() : end]):
                found[special.day] = special
        if not found:
            raise DeskError(
                "没有读出放假安排。请粘贴放假通知的正文，例如“一、元旦：1月1日（周五）至3日（周日）"
                "放假，共3天。”；也可以一行一天：“2027-01-01 休息 元旦”。"
            )
        names = "".join(one.name for one in found.values())
        lacking = [one for one in FEASTS if one not in names]
        if lacking:
            self._doubts.append(f"没有读到：{'、'.join(lacking)}。请核对通知是否粘贴完整。")
        days = tuple(found[day] for day in sorted(found))
        return YearPlan(self._year, days, tuple(self._doubts))

    def _section(self, name: str, body: str) -> Iterator[SpecialDay]:
        for sentence in re.split(r"[。；;\n]", body):
            plain = _BRACKETS.sub("", sentence)
            if "上班" in plain:
                self._check_weekdays(sentence)
                yield from self._worked(name, plain)
            elif "放假" in plain:
                self._check_weekdays(sentence)
                yield from self._off(name, plain)

    def _off(self, name: str, sentence: str) -> Iterator[SpecialDay]:
        days = [day for span in _SPAN.finditer(sentence) for day in self._days(span)]
        stated = _COUNT.search(sentence)
        if stated and int(stated["count"]) != len(days):
            self._doubts.append(
                f"{name}：通知写共{stated['count']}天，读出的是{len(days)}天。请核对。"
            )
        yield from (SpecialDay(day, is_working=False, name=name) for day in days)

    def _worked(self, name: str, sentence: str) -> Iterator[SpecialDay]:
        for span in _SPAN.finditer(sentence):
            for day in self._days(span):
                if day.weekday() < SATURDAY:
                    self._doubts.append(f"{name}：{day:%Y-%m-%d} 本来就是工作日。请核对。")
                yield SpecialDay(day, is_working=True, name=name)

    def _days(self, span: re.Match[str]) -> Iterator[date]:
        first = _date(int(span["year"] or self._year), int(span["month"]), int(span["day"]))
        last = first
        if span["to_day"]:
            month = int(span["to_month"] or first.month)
            after = first.year + (month < first.month)  # 12月31日至1月2日
            last = _date(int(span["to_year"] or after), month, int(span["to_day"]))
        length = (last - first).days
        if not 0 <= length < _LONGEST:
            raise DeskError(f"“{span[0]}”前后不对。请核对通知里的日期。")
        yield from (first + timedelta(ahead) for ahead in range(length + 1))

    def _check_weekdays(self, sentence: str) -> None:
        """Raise DeskError where a date falls on another weekday than is written behind it."""
        month = 0
        for found in _STATED.finditer(sentence):
            month = int(found["month"] or month)
            years = [int(one) for one in re.findall(r"(\d{4})年", sentence[: found.start()])]
            day = _date(years[-1] if years else self._year, month, int(found["day"]))
            is_weekday = _WEEK[day.weekday()]
            if is_weekday != found["weekday"].replace("天", "日"):
                raise DeskError(
                    f"通知写{day.month}月{day.day}日是周{found['weekday']}，{day.year}年的这一天是"
                    f"周{is_weekday}。请核对年份和日期。"
                )


def _from_lines(text: str) -> Iterator[SpecialDay]:
    for line in _LINE.finditer(text):
        day = _date(int(line["year"]), int(line["month"]), int(line["day"]))
        yield SpecialDay(day, is_working="班" in line["what"], name=line["name"].strip())


def _date(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise DeskError(f"没有{year}年{month}月{day}日这一天。请核对通知里的日期。") from error
