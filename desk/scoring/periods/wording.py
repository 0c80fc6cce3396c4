"""Numbers and names as period lines and forecasts write them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.periods import Counter, Measure
from desk.scoring.clauses.results import Rounded, Rounding
from desk.scoring.figures import printed
from desk.scoring.rounding import settle

WITHIN = {
    Span.WEEK: "当周",
    Span.MONTH: "当月",
    Span.TWO_MONTHS: "两个月",
    Span.QUARTER: "当季",
    Span.HALF: "半年",
    Span.YEAR: "全年",
}
_FINE = Rounding(figure=Rounded.LINE, decimals=6)


def settled(value: Fraction) -> Decimal:
    """The value, exactly where it comes out even; else with six decimals, half up."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1:
        return Decimal(value.numerator) / Decimal(value.denominator)
    return settle(value, _FINE)


@lru_cache(maxsize=512)
def exact(value: Decimal) -> Fraction:
    """The same number as a fraction."""
    return Fraction(value)


@lru_cache(maxsize=4096)
def figure(value: Decimal) -> str:
    """A number of points as printed; few are different ones."""
    return printed(value)


def number(value: Fraction) -> str:
    """A count or a sum for reading: 3, 2.5, 1/3."""
    if value.denominator == 1:
        return str(value.numerator)
    return str(value) if _is_endless(value) else printed(settled(value))


def unit_word(measure: Measure) -> str:
    """What a task counts in: 条 or 分."""
    return "条" if measure is Measure.ITEMS else "分"


def short_day(day: date) -> str:
    """A day within a known year: 12 月 31 日."""
    return f"{day.month} 月 {day.day} 日"


def happening(clause: Counter) -> str:
    """What a counter counts, in words: 约稿逾期, 重大迟报."""
    asked = {ask.trait: "、".join(ask.values) for ask in clause.when.asks}
    outcome = asked.get(Trait.OUTCOME, "").replace("*", "")
    grade = asked.get(Trait.GRADE, "").replace("*", "")
    head = "" if clause.matter is FactKind.INCIDENT and outcome else clause.matter.value
    return f"{grade}{head}{outcome}"


def _is_endless(value: Fraction) -> bool:
    return Fraction(settled(value)) != value
