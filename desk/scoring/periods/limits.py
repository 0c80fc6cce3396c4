"""Ceilings and floors (封顶封底): lines that take off or give back what a line is over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from desk.facts import FactKind
from desk.scoring.clauses.periods import Limit, LimitWay
from desk.scoring.lines import LedgerLine, Line, PeriodLine, Stage
from desk.scoring.periods.history import Placed
from desk.scoring.periods.plan import Judged, Plan
from desk.scoring.periods.wording import WITHIN, figure
from desk.scoring.periods.writing import period_line
from desk.units import Unit

_ZERO = Decimal(0)


@dataclass(slots=True)
class _Sum:
    """A period's sum under one limit: what counts in all, and what is shown of it.

    ``dropped`` is what 到线为止 let not count, by fact and component.
    """

    total: Decimal = _ZERO
    shown: Decimal = _ZERO
    dropped: dict[tuple[int, str], Decimal] = field(default_factory=dict)


def limited(lines: Iterable[Placed], unit: Unit, plan: Plan) -> Iterator[Placed]:
    """The lines in their order, each followed by what limits make of it, from the top down.

    A line counts in the period of the day beside it: what takes an earlier fact back does so
    where that fact stood, so that it takes no more than had counted there.
    """
    theirs = {one.place for one in plan.limits if one.holds_of(unit)}
    if not theirs:
        yield from lines
        return
    sums: defaultdict[tuple[int, int], _Sum] = defaultdict(_Sum)
    for line, home in lines:
        yield line, home
        points = line.points
        for judged in plan.limits_on(line.component):
            if judged.place not in theirs:
                continue
            for place in judged.of_day.get(home, ()):
                held = sums[judged.place, place]
                before, total = held.shown, held.total
                counted = _counted(judged.clause, held, line, points)
                if counted != points:
                    text = _text(judged.clause, (before, total), points, counted)
                    yield _cut(judged, place, line, counted - points, text), home
                points = counted


def _counted(clause: Limit, held: _Sum, line: Line, points: Decimal) -> Decimal:
    """What of some points counts, as the sum goes on."""
    if clause.way is LimitWay.UNTIL and clause.most is not None:
        points = _until(clause.most, held, line, points)
    held.total += points
    shown = held.total
    if clause.most is not None and clause.way is LimitWay.CUT:
        shown = min(shown, clause.most)
    if clause.least is not None:
        shown = max(shown, clause.least)
    counted = shown - held.shown
    held.shown = shown
    return counted


def _until(most: Decimal, held: _Sum, line: Line, points: Decimal) -> Decimal:
    """Nothing once the ceiling is reached; what takes back a line not counted takes nothing."""
    key = (_about(line), line.component)
    if points > 0 and held.total >= most:
        if key[0]:
            held.dropped[key] = held.dropped.get(key, _ZERO) + points
        return _ZERO
    if points < 0 and key in held.dropped:
        spared = min(held.dropped[key], -points)
        held.dropped[key] -= spared
        return points + spared
    return points


def _about(line: Line) -> int:
    """The fact whose points a line has or changes, 0 for none that is known."""
    if not isinstance(line, LedgerLine):
        return 0
    fact = line.earned_by
    return fact.reverses if fact.kind is FactKind.REVERSAL else fact.id


def _cut(judged: Judged[Limit], place: int, line: Line, points: Decimal, text: str) -> PeriodLine:
    clause = judged.clause
    said = f"{_name(clause)}（{judged.periods[place].name}）", text, line.component
    return period_line(judged, line.unit_id, line.day, Stage.LIMIT, points, *said)


def _name(clause: Limit) -> str:
    of = "、".join(clause.components) or "得分"
    bounds = "封顶" if clause.least is None else "封底" if clause.most is None else "封顶封底"
    return f"{of}{WITHIN[clause.span]}{bounds}"


def _text(clause: Limit, before: tuple[Decimal, Decimal], points: Decimal, counted: Decimal) -> str:
    """What was cut, in words: 已有 48 分，本条 5 分只计 2 分."""
    shown, total = before
    of = "、".join(clause.components) or "得分"
    bound = _bound(clause, total + points, total)
    had = f"已有 {figure(shown)} 分"
    if total != shown:
        had = f"累计 {figure(total)} 分，计 {figure(shown)} 分"
    if not counted:
        outcome = "不再计" if points > 0 else "不再减"
    elif (points < 0) == (counted < 0):
        outcome = f"只计 {figure(counted)} 分" if points > 0 else f"只减 {figure(-counted)} 分"
    else:
        outcome = f"补到 {figure(shown + counted)} 分"
    return f"{of}{WITHIN[clause.span]}{bound}：{had}，本条 {figure(points)} 分{outcome}"


def _bound(clause: Limit, after: Decimal, total: Decimal) -> str:
    """Which of the two bounds a line met."""
    if clause.most is not None and (clause.least is None or max(after, total) > clause.most):
        until = "，到线为止" if clause.way is LimitWay.UNTIL else ""
        return f"封顶 {figure(clause.most)} 分{until}"
    return f"封底 {figure(clause.least or _ZERO)} 分"
