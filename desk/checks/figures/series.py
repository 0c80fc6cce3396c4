"""Figures of one thing told year by year, and what is said to follow from two of them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from desk.checks.figures.groups import Group
from desk.checks.quantities.model import Quantity, Role
from desk.checks.quantities.units import POINTS, RATES, TIMES

_LEVELS = frozenset({Role.LEVEL, Role.TO, Role.SHARE, Role.MEAN})
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年(?P<rest>.*)")
_MONTH = re.compile(r"(?P<month>\d{1,2})月份?[底末]?")
_SPELT = re.compile(r"[底末初度份]|全年")
_IDLE = re.compile(
    r"[\x00，,；;、（(而到至达为是有已的末底初年份月同期约近超逾仅只则又再]|[上下]半年|前?[一二三四]季度|全年|今年"
    r"|提高|上升|增加|增长|上涨|升|增|下降|减少|下跌|降|扩大"
)
_YEARS = re.compile(r"(?:(?:19|20)\d\d年?[、和与]){1,4}(?:19|20)\d\d年")
_BETWEEN = re.compile(r"[、，]?[和与及]?|，?\x00+为?")
_AND = re.compile("[、和与及]")
_SAID = re.compile(
    r"[，,；;]?(?:其中[，,]?)?(?:(?P<now>(?:19|20)\d\d)年[，,]?)?(?:[比较](?P<then>(?:19|20)\d\d)年)?"
    r"(?:同比|环比|的?)(?:净|共)?[^，。；、\d的]{1,4}?(?:率|幅度?)?(?:了|约|近|达到?|为)*"
)
_NOUN = re.compile(
    r"(?:增长|增加|上升|上涨|提高|提升|扩大|下降|减少|降低|回落|增|升|降|减|增速|增幅|降幅)$"
)
_AGAINST = re.compile(r"[比较](?P<year>(?:19|20)\d\d)年(?:度|末|底)?")
_LEAST = 2

Pair = tuple[Quantity, Quantity]


def by_periods(text: str, group: Group, place: int) -> Pair | None:
    """Two neighbours told for an earlier and a later time, with what follows from them behind."""
    if place + 2 >= len(group):
        return None
    one, two, said = group[place : place + 3]
    of_rates = said.unit == POINTS and one.unit in RATES
    roles = _LEVELS | {Role.RATE} if of_rates else _LEVELS
    if one.unit != two.unit or one.role not in roles or two.role not in roles:
        return None
    if not _is_of_same(one, two) or one.period == two.period or said.after.startswith("的"):
        return None
    if one.role is Role.RATE and one.trend is not two.trend:
        return None
    return (one, two) if _may_compare(text, one, two, said) else None


def _is_of_same(one: Quantity, two: Quantity) -> bool:
    """Whether the later figure names its time and nothing new."""
    if not re.match(
        r"[，,；;]?[而至到]?(?:\x00|[上下]半年|前?[一二三四]季度|全年|今年)", two.before
    ):
        return False
    left = _IDLE.sub("", two.before)
    return not left or left in one.before or (bool(one.subject) and one.subject in left)


def _may_compare(text: str, one: Quantity, two: Quantity, said: Quantity) -> bool:
    """Whether the times are those that the words of comparison name."""
    words = text[said.start - len(said.before) : said.start]
    against = _AGAINST.search(words)
    first, later = _when(one.period), _when(two.period)
    if first is None or later is None:
        return _are_months(one, two, said, words)
    if against and int(against["year"]) != first[0]:
        return False
    if said.unit == TIMES and re.search("全年|总[量数额]", words):
        return later[0] - first[0] == 1
    is_next = later[0] - first[0] == 1
    is_right = is_next if re.search("同比|上年|去年", words) else later[0] > first[0]
    return is_right and first[1] == later[1] and "环比" not in words


def _are_months(one: Quantity, two: Quantity, said: Quantity, words: str) -> bool:
    """Whether two months, or two spans whose rates are compared, follow one another."""
    if re.search("同比|上年|去年|同期", words):
        return False
    if said.unit == POINTS:
        return all(re.search("月|季度|半年", each.period) for each in (one, two))
    first, later = (_MONTH.fullmatch(each.period) for each in (one, two))
    return bool(first and later and int(later["month"]) - int(first["month"]) == 1)


def is_earlier(one: Quantity, other: Quantity) -> bool:
    """Whether a figure's month may lie before another's."""
    months = [_MONTH.fullmatch(each.period) for each in (one, other)]
    first, later = months
    return not (first and later) or int(first["month"]) < int(later["month"])


def _when(period: str) -> tuple[int, str] | None:
    """The year of a period and which part of it."""
    match = _YEAR.match(period)
    return (int(match["year"]), _SPELT.sub("", match["rest"])) if match else None


def respectively(text: str, group: Group) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Yield two figures and their result from 2024年、2025年分别为3.2亿元和4亿元，增长25%."""
    for place, one in enumerate(group):
        if "分别" not in one.before:
            continue
        years = _listed_years(text, one)
        figures = group[place : place + len(years)]
        if len(years) < _LEAST or not _are_listed(text, figures, len(years)):
            continue
        of_year = dict(zip(years, figures, strict=True))
        results = group[place + len(years) :]
        for said, following in zip(results, (*results[1:], None), strict=False):
            is_one = said.role in (Role.RATE, Role.BY) and "分别" not in said.before
            if not is_one or (following and _AND.fullmatch(text[said.end : following.start])):
                break
            pair = _compared(text, said, years)
            if pair is None:
                break
            yield of_year[pair[0]], of_year[pair[1]], said


def _listed_years(text: str, one: Quantity) -> tuple[int, ...]:
    since = max(text.rfind(sign, 0, one.start) for sign in "。！？；\n") + 1
    found = list(_YEARS.finditer(text, since, one.start))
    years = tuple(int(year) for year in re.findall(r"(?:19|20)\d\d", found[-1][0])) if found else ()
    return years if sorted(set(years)) == list(years) else ()


def _are_listed(text: str, figures: Sequence[Quantity], count: int) -> bool:
    """Whether as many figures of one unit stand side by side."""
    if len(figures) < count or len({one.unit for one in figures}) > 1:
        return False
    gaps = (text[one.end : two.start] for one, two in pairwise(figures))
    return all(_BETWEEN.fullmatch(gap) for gap in gaps)


def _compared(text: str, said: Quantity, years: Sequence[int]) -> tuple[int, int] | None:
    """The two years that a result compares, the later one with the one before if it names none."""
    words = text[said.start - len(said.before) : said.start]
    match = _SAID.fullmatch(words)
    if match is None or not _NOUN.search(re.sub("(?:了|约|近|达到?|为|率|幅度?)+$", "", words)):
        return None
    now = int(match["now"] or years[-1])
    if match["then"] is None and len(years) > _LEAST and not (match["now"] and "同比" in words):
        return None
    then = int(match["then"] or now - 1) if match["then"] or match["now"] else years[0]
    return (then, now) if then in years and now in years and then < now else None


def told_apart(
    text: str, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity, Quantity]]:
    """Yield a figure, its namesake of the year it is compared with in an earlier sentence, both."""
    for now, said in pairwise(quantities):
        if said.role not in (Role.RATE, Role.BY) or now.clause + 1 != said.clause:
            continue
        against = _AGAINST.search(text, said.start - len(said.before), said.start)
        if not against or now.role not in _LEVELS or not now.subject:
            continue
        before = [
            one
            for one in quantities
            if one.sentence < now.sentence
            and "\n" not in text[one.end : now.start]
            and one.unit == now.unit
            and one.role in _LEVELS
            and one.subject == now.subject
        ]
        of_year = [one for one in before if _SPELT.sub("", one.period) == f"{against['year']}年"]
        if len(before) == len(of_year) == 1 and _is_of_year(now):
            yield of_year[0], now, said


def _is_of_year(now: Quantity) -> bool:
    when = _when(now.period)
    return when is not None and not when[1]
