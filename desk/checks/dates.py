"""Dates in a text, with the years they may belong to."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desk.checks.numerals import value_of, year_of
from desk.checks.spots import beginning, found_around

_YEAR = (
    r"(?P<year>\d{4}|[零〇○一二三四五六七八九]{4})年|(?P<word>今年|本年|去年|上年|明年|同年|当年)"
)
_DAY = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = beginning(
    r"\d零〇○一二三四五六七八九今本去上明同当十",
    rf"(?:(?:{_YEAR})[ ]?)?(?<![\d.个第])(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月"
    rf"[ ]?(?P<days>(?:{_DAY})"
    rf"(?:[日号]?[ ]?(?:至|到|、|和|—{{1,2}}|–|-|~|～)[ ]?(?:{_DAY}))*)[日号]",
)
_ONE_DAY = re.compile(_DAY)
_LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历)[^，。；\n]{0,8}$")
_STATED_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
_MONTH = re.compile("月")
_BEFORE_MONTH, _AFTER_MONTH = 16, 48  # characters of a date with many days
_SHIFT = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1}


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day named in a text; ``years`` are those it may belong to, none where unknown."""

    month: int
    day: int
    years: tuple[int, ...]
    start: int
    end: int

    def exists_in(self, year: int) -> bool:
        """Whether the calendar of that year has this day."""
        return 1 <= self.month <= 12 and 1 <= self.day <= monthrange(year, self.month)[1]  # noqa: PLR2004 - months

    @property
    def days(self) -> tuple[date, ...]:
        """The days it may be, one a year, impossible ones left out."""
        return tuple(
            date(year, self.month, self.day) for year in self.years if self.exists_in(year)
        )


def years_in(text: str) -> tuple[int, ...]:
    """The years a text names, each once, in order."""
    return tuple(dict.fromkeys(int(match[1]) for match in _STATED_YEAR.finditer(text)))


def dates_in(text: str, report: date | None, years: tuple[int, ...]) -> Iterator[DateMention]:
    """Yield the solar dates of one paragraph.

    Without a year of its own a date takes that of the date before it in its sentence, else the
    year nearest to the report date or one named before it, else any of ``years``.
    """
    carried: tuple[int, int, int] | None = None  # year, month, place
    stated = [(match.start(), int(match[1])) for match in _STATED_YEAR.finditer(text)]
    for match in found_around(_DATE, _MONTH, text, _BEFORE_MONTH, _AFTER_MONTH):
        month = value_of(match["month"])
        if month is None or _LUNAR.search(text[max(0, match.start() - 10) : match.start()]):
            continue
        before = tuple(dict.fromkeys(year for place, year in stated if place < match.start()))
        own = _own_year(match, report, before)
        if own is None and carried and not re.search(r"[。！？]", text[carried[2] : match.start()]):
            own = carried[0] + (month < carried[1])
        candidates = (own,) if own else _likely(before, month, report, years)
        if own:
            carried = (own, month, match.end())
        for day in _ONE_DAY.finditer(match["days"]):
            number = value_of(day[0])
            if number is not None:
                end = match.start("days") + day.end() + 1
                yield DateMention(month, number, candidates, match.start(), end)


def _own_year(match: re.Match[str], report: date | None, before: tuple[int, ...]) -> int | None:
    if match["year"]:
        year = year_of(match["year"])
        return year if year and 1900 <= year <= 2199 else None  # noqa: PLR2004 - the office's times
    word = match["word"]
    if word in _SHIFT:
        return report.year + _SHIFT[word] if report else None
    return before[-1] if word and before else None


def _likely(
    before: tuple[int, ...], month: int, report: date | None, years: tuple[int, ...]
) -> tuple[int, ...]:
    if report is None:
        return years
    apart = {
        year: abs((year - report.year) * 12 + month - report.month)
        for year in range(report.year - 1, report.year + 2)
    }
    nearest = min(apart, key=apart.__getitem__)
    return tuple(dict.fromkeys((nearest, *before)))
