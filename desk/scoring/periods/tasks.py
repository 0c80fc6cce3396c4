"""Tasks (任务): what was to be reached in a period, and what reaching or missing it is worth."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from desk.scoring.basis import Basis
from desk.scoring.clauses.periods import Measure, Task
from desk.scoring.figures import exact, told
from desk.scoring.periods.history import History
from desk.scoring.periods.plan import Judged, Plan
from desk.scoring.periods.spans import Period
from desk.scoring.periods.targets import target_of
from desk.scoring.periods.wording import figure, unit_word
from desk.units import Unit

_NONE = Fraction(0)


@dataclass(slots=True)
class Standing:
    """How a unit stands with a task of a period, and what comes of it with the sum in words.

    ``reached`` is whether its own target is; ``missing`` are needed tasks not done.
    """

    judged: Judged[Task]
    period: Period
    target: Fraction
    count: Fraction
    missing: tuple[str, ...] = ()
    reached: bool = False
    points: Decimal = Decimal(0)
    text: str = ""

    @property
    def clause(self) -> Task:
        """The task itself."""
        return self.judged.clause

    @property
    def done(self) -> bool:
        """Whether it is reached and all it needs, too."""
        return self.reached and not self.missing


def standings(unit: Unit, plan: Plan, history: History, basis: Basis) -> tuple[Standing, ...]:
    """The tasks of all periods within the plan's days that ask something of the unit."""
    if not plan.tasks:
        return ()
    own = replace(basis, quotas=[one for one in basis.quotas if one.unit_id == unit.id])
    found = [
        Standing(judged, period, target, counted.get(place, _NONE))
        for judged in plan.tasks
        if judged.holds_of(unit)
        for counted in (_counted(judged, history),)
        for place, period in enumerate(judged.periods)
        if (target := target_of(judged.clause, unit, period, own)) is not None
    ]
    for one in found:
        one.reached = one.count >= one.target
    _look_after_needs(found)
    for one in found:
        parts = tuple(_for_done(one) if one.done else _for_missed(one))
        one.points = sum((points for points, _ in parts), Decimal(0))
        one.text = _text(one, [text for _, text in parts])
    return tuple(found)


def _text(one: Standing, worth: Iterable[str]) -> str:
    word = unit_word(one.clause.measure)
    counts = f"目标 {told(one.target)} {word}，实际 {told(one.count)} {word}"
    lacking = "、".join(f"“{name}”" for name in one.missing)
    lacking = f"，{lacking}没有完成" if lacking and one.reached else ""
    verdict = "完成" if one.done else "没有完成"
    head = f"{one.clause.name}（{one.period.name}）：{counts}{lacking}"
    return "，".join((head, verdict, *worth))


def barred_by(tasks: Iterable[Standing], plan: Plan) -> Iterator[str]:
    """Why tasks missed in the year of the plan's last day keep a unit from being honoured."""
    for one in tasks:
        day = one.period.last
        if one.clause.disqualifies and not one.done and plan.lasts(day):
            yield f"{day:%Y-%m-%d} {one.period.name}“{one.clause.name}”没有完成{one.judged.by}"


def _counted(judged: Judged[Task], history: History) -> dict[int, Fraction]:
    clause = judged.clause
    if clause.measure is Measure.ITEMS:
        return dict(history.counted(judged, clause.matter))
    return dict(history.earned(judged))


def _look_after_needs(found: list[Standing]) -> None:
    """Note which needed tasks of the same period aren't done; a task never waits for itself."""
    if not any(one.clause.needs for one in found):
        return
    peers: defaultdict[tuple[int, Period], list[Standing]] = defaultdict(list)
    for one in found:
        peers[id(one.judged.terms), one.period].append(one)
    for one in found:
        if one.clause.needs:
            around = peers[id(one.judged.terms), one.period]
            one.missing = tuple(dict.fromkeys(_undone(one, around, (one,))))


def _undone(one: Standing, around: list[Standing], above: tuple[Standing, ...]) -> Iterator[str]:
    for other in around:
        if other.clause.name not in one.clause.needs or any(other is held for held in above):
            continue
        if not other.reached or any(_undone(other, around, (*above, other))):
            yield other.clause.name


def _for_done(one: Standing) -> Iterator[tuple[Decimal, str]]:
    clause = one.clause
    if clause.reached:
        yield clause.reached, f"得 {figure(clause.reached)} 分"
    if not clause.each_over:
        return
    edge = one.target if clause.most is None else max(one.target, Fraction(clause.most))
    over = floor(max(one.count - edge, _NONE))
    if over:
        points = _at_most(over * clause.each_over, clause.over_most)
        yield points, f"超 {over} {unit_word(clause.measure)}，加 {figure(points)} 分"


def _for_missed(one: Standing) -> Iterator[tuple[Decimal, str]]:
    clause = one.clause
    if clause.pro_rata and clause.reached and one.target > 0:
        part = min(max(one.count, _NONE), one.target)
        points = exact(Fraction(clause.reached) * part / one.target)
        by = f"{figure(clause.reached)}×{told(part)}÷{told(one.target)}"
        yield points, f"按比例得 {by}＝{figure(points)} 分"
    if clause.missed:
        yield -clause.missed, f"扣 {figure(clause.missed)} 分"
    short = ceil(one.target - one.count) if clause.each_short else 0
    if short > 0:
        points = _at_most(short * clause.each_short, clause.short_most)
        yield -points, f"少 {short} {unit_word(clause.measure)}，扣 {figure(points)} 分"


def _at_most(points: Decimal, most: Decimal | None) -> Decimal:
    return points if most is None else min(points, most)
