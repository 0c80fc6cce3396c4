"""X04: an earlier issue printed the same figure otherwise."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from desk.checks.earlier import Figure, PrintedFigure
from desk.checks.indicators import figures_in
from desk.checks.manuscript import Manuscript
from desk.checks.passage import Field
from desk.checks.rule import Hit, Need, Rule, Severity
from desk.checks.whole import Whole
from desk.dates import full_date

_NO_FLOW = (
    "余额",
    "存栏",
    "存款",
    "贷款",
    "库存",
    "结余",
    "价",
    "率",
    "水位",
    "蓄水",
    "人口",
    "在册",
    "比重",
)
_YEAR = len("2026")
_LATEST = "12"


def judge(whole: Whole) -> Iterator[Hit]:
    """Compare figures of the draft with those printed for the same indicator."""
    if not whole.printed:
        return
    printed: dict[str, list[PrintedFigure]] = {}
    for one in whole.printed:
        printed.setdefault(one.figure.key, []).append(one)
    for figure in figures_in(whole):
        known = printed.get(figure.key, [])
        same = [one for one in known if one.figure.period == figure.period]
        if any(_agree(figure, one.figure) for one in same):
            continue
        told = next((_hit(figure, one, _OTHERWISE) for one in _newest(same)), None)
        fallen = (one for one in _newest(known) if _has_fallen(figure, one.figure))
        told = told or next((_hit(figure, one, _FALLEN) for one in fallen), None)
        if told:
            yield told


def _newest(printed: list[PrintedFigure]) -> list[PrintedFigure]:
    return sorted(printed, key=lambda one: one.day, reverse=True)


def _agree(one: Figure, other: Figure) -> bool:
    return abs(one.value - other.value) <= one.margin + other.margin


def _has_fallen(figure: Figure, earlier: Figure) -> bool:
    """Whether a figure cumulated since January is smaller than for fewer months."""
    later_months, months = _months(figure.period), _months(earlier.period)
    if not later_months or not months or figure.key.endswith("%"):
        return False
    if any(word in figure.key.partition("|")[0] for word in _NO_FLOW):
        return False
    is_later = later_months[0] == months[0] and later_months[1] > months[1]
    return is_later and figure.value + figure.margin < earlier.value - earlier.margin


def _months(period: str) -> tuple[str, str] | None:
    """The year and the last month of a period that begins in January."""
    first, _, last = period.partition("/")
    if len(first) == _YEAR:
        return None if last else (first, _LATEST)
    if first[_YEAR:] != "-01":
        return None
    return first[:_YEAR], (last or first)[_YEAR + 1 :][:2]


_OTHERWISE = "{where}（{day}）印的同一指标、同一时期是{before}，此处是{now}，请核对。"
_FALLEN = "{where}（{day}）印的截至{months}月累计是{before}，此处更晚的累计反而是{now}，请核对。"


def _hit(figure: Figure, earlier: PrintedFigure, message: str) -> Hit:
    before, months = earlier.figure.text, _months(earlier.figure.period)
    day = full_date(earlier.day)
    words = {"where": earlier.where, "day": day, "before": before, "now": figure.text}
    told = message.format(**words, months=int(months[1]) if months else "")
    return Hit(
        figure.start,
        figure.end,
        told,
        field=Field(figure.field),
        choices=(before,) if message is _OTHERWISE else (),
        sum=f"{before}→{figure.text}",
    )


_PRINTED = PrintedFigure(
    Figure(
        "接待游客|云岭县|人次",
        "2026-01/2026-08",
        Fraction(960000),
        Fraction(5000),
        "96万人次",
        "body",
        0,
        5,
    ),
    "《政务信息》2026年第58期",
    date(2026, 9, 4),
)

RULE = Rule(
    code="X04",
    name="与往期数据不一",
    severity=Severity.WARNING,
    summary="同一指标、同一时期的数字与往期印发的一致，累计数不比前几个月小。",
    reason="前后两期说法不同，读者会追问；多半有一期错了，或口径变了没有说明。",
    source="种子规则：有关数据必须认真校对",
    bad="云岭县旅游持续升温\n1—8月，云岭县接待游客69万人次，同比增长12%。",
    good="云岭县旅游持续升温\n1—8月，云岭县接待游客96万人次，同比增长12%。",
    judge=judge,
    needs=Need.WHOLE,
    sample=Manuscript(
        report_date=date(2026, 10, 9),
        printed=(_PRINTED, replace(_PRINTED, where="《每日要情》第160期")),
    ),
)
