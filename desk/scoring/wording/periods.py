"""What the rows do that score a unit over a period (单位期分)."""

from collections.abc import Callable
from typing import Any

from desk.scoring.clauses.clause import Clause, Span
from desk.scoring.clauses.periods import (
    BasePoints,
    Counter,
    Limit,
    LimitWay,
    Measure,
    PassLine,
    RateLine,
    Task,
    Turn,
    Zero,
)
from desk.scoring.figures import printed


def _each(span: Span) -> str:
    return "每两个月" if span is Span.TWO_MONTHS else f"每{span}"


def _base(row: BasePoints) -> str:
    return f"{_each(row.span)}开头给 {printed(row.points)} 分，计入“{row.component}”"


def _limit(row: Limit) -> str:
    what = "、".join(row.components) if row.components else "全部得分"
    bounds = []
    if row.most is not None:
        until = "，没到线时整条计" if row.way is LimitWay.UNTIL else ""
        bounds.append(f"最多 {printed(row.most)} 分{until}")
    if row.least is not None:
        bounds.append(f"最少 {printed(row.least)} 分")
    return f"{what}{_each(row.span)}{'，'.join(bounds) or '没有写封顶、封底'}"


def _task(row: Task) -> str:
    parts = [f"“{row.name}”{_each(row.span)}{_target(row)}"]
    if row.needs:
        parts.append(f"“{'”“'.join(row.needs)}”也要完成")
    parts += [*_reached(row), *_missed(row)]
    return "，".join(parts)


def _target(row: Task) -> str:
    unit = "条" if row.measure is Measure.ITEMS else "分"
    what = row.matter.value if row.measure is Measure.ITEMS else "、".join(row.components) or "得"
    head = "人均" if row.per_head else ""
    if row.target is None:
        told = f"子项“{row.sub_quota}”" if row.sub_quota else "目标任务"
        return f"{what}够{head}下达的{told}"
    most = f" 到 {printed(row.most)}" if row.most is not None else ""
    return f"{what} {head}{printed(row.target)}{most} {unit}"


def _reached(row: Task) -> list[str]:
    unit = "条" if row.measure is Measure.ITEMS else "分"
    parts = []
    if row.reached:
        part = "，没完成按比例给" if row.pro_rata else ""
        parts.append(f"完成得 {printed(row.reached)} 分{part}")
    if row.each_over:
        most = f"（最多 {printed(row.over_most)} 分）" if row.over_most is not None else ""
        parts.append(f"每超 1 {unit}加 {printed(row.each_over)} 分{most}")
    return parts


def _missed(row: Task) -> list[str]:
    unit = "条" if row.measure is Measure.ITEMS else "分"
    parts = []
    if row.missed:
        parts.append(f"没完成扣 {printed(row.missed)} 分")
    if row.each_short:
        most = f"（最多 {printed(row.short_most)} 分）" if row.short_most is not None else ""
        parts.append(f"每少 1 {unit}扣 {printed(row.each_short)} 分{most}")
    return parts


def _rate(row: RateLine) -> str:
    none = "，没有报送也扣" if row.if_none else ""
    return f"{_each(row.span)}录用率低于 {printed(row.below)}% 扣 {printed(row.points)} 分{none}"


def _counter(row: Counter) -> str:
    turn = {
        Turn.ONCE: f"满 {row.times} 次时",
        Turn.EACH_FROM: f"从第 {row.times} 次起每次",
        Turn.EVERY: f"每满 {row.times} 次",
    }[row.turn]
    effects = []
    if row.points:
        effects.append(f"{'加' if row.points > 0 else '扣'} {printed(abs(row.points))} 分")
    if row.zero is not Zero.NONE:
        effects.append(row.zero.value)
    if row.disqualifies:
        effects.append("取消当年评先")
    said = "、".join(effects) or "没有写后果"
    return f"{row.span}内{row.matter}{turn}{said}"


def _pass(row: PassLine) -> str:
    return f"{_each(row.span)}得分低于 {printed(row.points)} 分不达标"


PERIOD_WORDS: dict[type[Clause], Callable[[Any], str]] = {
    BasePoints: _base,
    Limit: _limit,
    Task: _task,
    RateLine: _rate,
    Counter: _counter,
    PassLine: _pass,
}
