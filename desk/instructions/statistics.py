"""Statistics of instructions (批示统计): by leader, level, topic, unit and month, and how long."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from desk.instructions.instruction import Instruction, State, Tone
from desk.instructions.listing import answered_at, days_between, handed_at
from desk.scoring.figures import rounded
from desk.stat_table import Head, StatTable, Value

_TENTH = Decimal("0.1")


class By(StrEnum):
    """What is counted by."""

    LEADER = "领导"
    LEVEL = "级别"
    TOPIC = "选题"
    UNIT = "承办单位"
    MONTH = "月份"


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are counted, both included, and how they are called: 2026年, 2026年第3季度."""

    first: date
    last: date
    name: str


_HEADS = (
    Head("件数"),
    Head("性质", (Head("肯定"), Head("要求"), Head("批评"))),
    Head("办结"),
    Head("超期"),
    Head("平均天数", (Head("收到至交办", width=11), Head("交办至反馈", width=11))),
)


def table_by(
    by: By, found: Iterable[Instruction], names: Mapping[int, str], span: Span, now: datetime
) -> StatTable:
    """A table of the instructions of some days, most first (months in order), with the sum."""
    held = [one for one in found if not one.is_awaited and span.first <= one.day <= span.last]
    groups: defaultdict[str, list[Instruction]] = defaultdict(list)
    for one in held:
        for key in _KEYS[by](one, names):
            groups[key].append(one)
    keys = sorted(groups) if by is By.MONTH else sorted(groups, key=lambda k: (-len(groups[k]), k))
    rows = [(key, *_figures(groups[key], now)) for key in keys]
    if rows:
        rows.append(("合计", *_figures(held, now)))
    several = by in (By.TOPIC, By.UNIT)
    note = f"一条批示有几个{by}的，各计一次，合计只计一次。" if several else ""
    return StatTable(
        f"{span.name}领导批示按{by}统计",
        (Head(str(by), width=20, left=True), *_HEADS),
        tuple(rows),
        note=note,
        strong=frozenset({len(rows) - 1} if rows else ()),
    )


def _figures(held: Sequence[Instruction], now: datetime) -> tuple[Value, ...]:
    tones = [sum(one.tone == tone for one in held) for tone in Tone]
    closed = sum(one.closed is not None for one in held)
    late = sum(one.state(now) is State.OVERDUE or _was_late(one, now) for one in held)
    waits = (days_between(one.received, handed_at(one)) for one in held)
    takes = (days_between(handed_at(one), answered_at(one)) for one in held)
    return (len(held), *tones, closed, late, _mean(waits), _mean(takes))


def _was_late(one: Instruction, now: datetime) -> bool:
    """Whether a unit's feedback came late; what was let go on closing is no longer owed."""
    return any(task.answered and task.is_late(now) for task in one.assignments)


def _mean(days: Iterable[int | None]) -> Value:
    known = [one for one in days if one is not None]
    return rounded(Fraction(sum(known), len(known)), _TENTH) if known else None


def _unit_names(one: Instruction, names: Mapping[int, str]) -> Sequence[str]:
    return [names.get(task.unit_id, "") for task in one.assignments] or ["（没有交办）"]


_KEYS: Mapping[By, Callable[[Instruction, Mapping[int, str]], Sequence[str]]] = {
    By.LEADER: lambda one, _names: [one.leader],
    By.LEVEL: lambda one, _names: [one.level],
    By.TOPIC: lambda one, _names: one.topics or ("（没有选题）",),
    By.UNIT: _unit_names,
    By.MONTH: lambda one, _names: [f"{one.day:%Y-%m}"],
}
