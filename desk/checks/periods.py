"""Periods a text names, such as 1—9月, 上半年, 去年同期, with the year they belong to."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desk.checks.numerals import value_of
from desk.checks.spots import beginning, found_around

UNKNOWN_YEAR = 4  # stands for the year of a text that tells none, a leap one
_MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[12]\d|3[01]|[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r"(?:—{1,2}|[－–~～-]|至|到)"
_SHIFT = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "": 0}
_PERIOD = beginning(
    r"\d一二三四五六七八九十截累至到今本去上下前明头第全年同以目",
    rf"(?<![\d.第])(?P<y1>(?:19|20)\d\d)年?{_TO}(?P<y2>(?:19|20)\d\d)年(?!\d)"
    r"|(?P<plan>十[一二三四五六])五[”\"]?(?:规划)?(?:期间|时期|以来)"
    r"|(?P<until>截至|截止[到至]?|累计[至到]|(?<=[，。；：\n])[至到])?"
    r"(?:(?<!\d)(?P<year>(?:19|20)\d\d)年|(?P<word>今年|本年|去年|上年|前年|明年))?(?:"
    rf"(?<![\d.第])(?P<m1>{_MONTH})月(?P<d1>{_DAY})日(?:{_TO}(?:(?P<m2>{_MONTH})月)?(?P<d2>{_DAY})日)?"
    rf"|(?<![\d.第])(?P<from>{_MONTH})(?:月份?)?{_TO}(?P<to>{_MONTH})月(?!\d)"
    rf"|[前头](?P<head>{_MONTH})个月|[前头](?P<quarters>[两二三])个?季度|第?(?P<quarter>[一二三四1-4])季度"
    rf"|(?P<half>[上下])半年|(?<![\d.第个])(?P<month>{_MONTH})月(?!\d)(?P<part>上旬|中旬|下旬|底|末)?"
    r"|(?P<whole>全年|年底|年末)|(?P<same>同期)|(?P<since>以来)|(?P<now>目前)"
    r"|(?(year)|(?(word)|(?!))))",
)
_SIGN = re.compile(r"[年月]|季度|半|期间|时期|同期|目前")
_LUNAR = re.compile(r"(?:农历|阴历|旧历|夏历)[^，。；\n]{0,8}$")
_LUNAR_REACH = 10


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, named at [start, end) in a text.

    ``first`` is None where only its end is told, as in 截至9月底. The years are those of the text
    where it tells them, else those nearest to its day, else ``UNKNOWN_YEAR``.
    """

    start: int
    end: int
    first: date | None
    last: date

    @property
    def days(self) -> tuple[date | None, date]:
        """What two mentions of the same period have in common."""
        return self.first, self.last

    def a_year_before(self, start: int, end: int) -> "Period":
        """The same days of the year before, named elsewhere."""
        first = self.first and _moved(self.first)
        return Period(start, end, first, _moved(self.last))


def _moved(day: date) -> date:
    """The same day a year before; a month's last day stays its last day."""
    length = monthrange(day.year, day.month)[1]
    before = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, before if day.day == length else min(day.day, before))


def periods_in(text: str, report: date | None, years: tuple[int, ...]) -> Iterator[Period]:
    """Yield the periods of a text; 去年同期 repeats the period before it.

    A year once told holds as far as the next stop or semicolon.
    """
    told, since, now = 0, 0, None
    for match in found_around(_PERIOD, _SIGN, text, 14, 16):
        if _LUNAR.search(text[max(0, match.start() - _LUNAR_REACH) : match.start()]):
            continue
        if re.search(r"[。！？；\n]", text[since : match.start()]):
            told = 0
        since = match.start()
        year = _told_year(match, report)
        if match["same"]:
            if now is not None and (match["word"] or year == now.last.year - 1):
                yield now.a_year_before(match.start(), match.end())
            continue
        told = year or told
        found = _period(match, told, report, years)
        if found:
            now = found if year is None or not _is_before(match) else now
            yield found


def _is_before(match: re.Match[str]) -> bool:
    """Whether the mention itself is one to compare with."""
    return _SHIFT.get(match["word"] or "", 0) < 0


def _told_year(match: re.Match[str], report: date | None) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["word"]:
        return (report.year if report else UNKNOWN_YEAR) + _SHIFT[match["word"]]
    return None


def _period(
    match: re.Match[str], told: int, report: date | None, years: tuple[int, ...]
) -> Period | None:
    if match["y1"]:
        ends = (date(int(match["y1"]), 1, 1), date(int(match["y2"]), 12, 31))
    elif match["plan"]:
        begin = 2021 + 5 * ((value_of(match["plan"]) or 14) - 14)
        ends = (date(begin, 1, 1), date(begin + 4, 12, 31))
    elif match["now"] or match["since"]:
        if report is None or not (match["word"] or match["until"]):
            return None
        ends = (date(told or report.year, 1, 1), report)
    else:
        months = _months(match)
        year = told or _likely(months[1], report, years)
        ends = _days(match, *months, year)
    first, last = ends
    is_open = match["until"] or match["part"] in ("底", "末") or match["whole"] in ("年底", "年末")
    if first > last:
        return None
    return Period(match.start(), match.end(), None if is_open else first, last)


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The first and last month a mention names; without one all twelve."""
    if match["m1"]:
        return _number(match["m1"]), _number(match["m2"] or match["m1"])
    if match["from"] or match["month"]:
        return _number(match["from"] or match["month"]), _number(match["to"] or match["month"])
    if match["quarter"]:
        last = 3 * _number(match["quarter"])
        return last - 2, last
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    return 1, _number(match["head"] or "") or 3 * _number(match["quarters"] or "") or 12


def _number(text: str) -> int:
    return value_of(text) or 0


def _days(match: re.Match[str], begin: int, end: int, year: int) -> tuple[date, date]:
    """The first and last day; a span that runs over New Year ends in the year told."""
    before = year - (begin > end)
    length = monthrange(year, end)[1]
    if match["d1"]:
        left = min(_number(match["d1"]), monthrange(before, begin)[1])
        right = min(_number(match["d2"] or match["d1"]), length)
        return date(before, begin, left), date(year, end, right)
    tens = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, length)}
    left, right = tens.get(match["part"] or "", (1, length))
    return date(before, begin, left), date(year, end, right)


def _likely(month: int, report: date | None, years: tuple[int, ...]) -> int:
    """The year in which a month lies nearest to the report; figures tell of the past rather."""
    if report is None:
        return years[0] if len(years) == 1 else UNKNOWN_YEAR

    def apart(year: int) -> int:
        months = (year - report.year) * 12 + month - report.month
        return 2 * months if months > 0 else -months

    return min((report.year, report.year - 1, report.year + 1), key=apart)
