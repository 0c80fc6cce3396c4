"""Numbers and names as period lines and forecasts write them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from desk.facts import FactKind
from desk.scoring.clauses.clause import Span
from desk.scoring.clauses.condition import Trait
from desk.scoring.clauses.periods import Counter, Measure
from desk.scoring.figures import printed

WITHIN = {
    Span.WEEK: "当周",
    Span.MONTH: "当月",
    Span.TWO_MONTHS: "两个月",
    Span.QUARTER: "当季",
    Span.HALF: "半年",
    Span.YEAR: "全年",
}


@lru_cache(maxsize=4096)
def figure(value: Decimal) -> str:
    """A number of points as printed; few are different ones."""
    return printed(value)


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
