"""What is still open on the last day (预估): tasks, rates and pass lines not yet judged."""

from collections.abc import Iterable, Iterator
from datetime import date

from desk.scoring.figures import TENTH, rounded, told
from desk.scoring.periods.pass_lines import Passing
from desk.scoring.periods.rates import Rate
from desk.scoring.periods.spans import Period
from desk.scoring.periods.tasks import Standing
from desk.scoring.periods.wording import figure, short_day, unit_word


def is_open(period: Period, last: date) -> bool:
    """Whether a period has begun and not come to its end."""
    return period.first <= last < period.last


def of_tasks(tasks: Iterable[Standing], last: date) -> Iterator[str]:
    """A sentence for each task that is not yet judged."""
    for one in tasks:
        if is_open(one.period, last):
            yield of_task(one)


def of_rates(rates: Iterable[Rate], last: date) -> Iterator[str]:
    """A sentence for each rate that would cost points as it is now."""
    for one in rates:
        if is_open(one.period, last) and one.is_low:
            yield one.judged.told(
                f"{one.period.name}录用率：现为 {figure(rounded(one.percent, TENTH))}%，"
                f"低于 {figure(one.clause.below)}%；"
                f"到 {short_day(one.period.last)}还低于线扣 {figure(one.clause.points)} 分"
            )


def of_pass_lines(passings: Iterable[Passing], last: date) -> Iterator[str]:
    """A sentence for each pass line that is not yet reached."""
    for one in passings:
        if is_open(one.period, last) and one.is_failed:
            gap = figure(one.clause.points - one.points)
            yield one.judged.told(
                f"{one.period.name}达标线 {figure(one.clause.points)} 分："
                f"已有 {figure(one.points)} 分，还差 {gap} 分"
            )


def of_task(one: Standing) -> str:
    """How a task stands whose period has not ended, and what it comes to then."""
    word = unit_word(one.clause.measure)
    gap = one.target - one.count
    if gap > 0:
        state = f"还差 {told(gap)} {word}"
    elif one.missing:
        state = f"还要完成{'、'.join(f'“{name}”' for name in one.missing)}"
    else:
        state = "已经完成"
    head = f"{one.clause.name}：已有 {told(one.count)} {word}，{state}"
    return one.judged.told(f"{head}；到 {short_day(one.period.last)}{_prospect(one)}")


def _prospect(one: Standing) -> str:
    """What it comes to at the period's end."""
    now = f"{'得' if one.points > 0 else '扣'} {figure(abs(one.points))} 分" if one.points else ""
    if one.done:
        return now or "判定"
    goal = f"完成得 {figure(one.clause.reached)} 分" if one.clause.reached else ""
    return "，".join(filter(None, (goal, now and f"照现在的数{now}"))) or "判定"
